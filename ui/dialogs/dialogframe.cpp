// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogframe.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

class DialogFoot : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), toneColor(Tone::Alt, palette())); }
};

} // namespace

DialogFrame::DialogFrame(QWidget *parent)
    : QDialog(parent), m_icon(new IconLabel(QString(), Tone::Text2, 20)), m_title(makeLabel(QString(), TypeRole::PageTitle)),
      m_subtitle(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)), m_body(new QVBoxLayout), m_footLeft(new QHBoxLayout),
      m_footRight(new QHBoxLayout)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 16, 24, 14);
    head->setSpacing(12);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    for (QLabel *label : { m_title, m_subtitle })
        label->setWordWrap(true);
    m_icon->hide();
    outer->addLayout(head);
    outer->addWidget(new Hairline);
    m_body->setContentsMargins(24, 16, 24, 16);
    m_body->setSpacing(8);
    outer->addLayout(m_body, 1);
    outer->addWidget(new Hairline);
    auto *foot = new DialogFoot;
    foot->setMinimumHeight(56);
    auto *footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(24, 0, 24, 0);
    footRow->setSpacing(8);
    m_footLeft->setSpacing(8);
    m_footRight->setSpacing(8);
    footRow->addLayout(m_footLeft);
    footRow->addStretch(1);
    footRow->addLayout(m_footRight);
    outer->addWidget(foot);
}

void DialogFrame::setHeadline(const QString &title, const QString &subtitle)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

QString DialogFrame::headline() const
{
    return m_title->text();
}

QString DialogFrame::subtitle() const
{
    return m_subtitle->text();
}

void DialogFrame::setHeadIcon(const QString &name, Tone tone)
{
    m_icon->setIcon(name, tone);
    m_icon->setVisible(!name.isEmpty());
}

void DialogFrame::addFootLeft(QWidget *widget)
{
    m_footLeft->addWidget(widget);
}

void DialogFrame::addFootRight(QWidget *widget)
{
    widget->setMinimumHeight(32);
    m_footRight->addWidget(widget);
}

void DialogFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), toneColor(Tone::Base, palette()));
}

} // namespace pilothouse
