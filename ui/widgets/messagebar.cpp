// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

struct Look
{
    Tone tint;
    Tone mark;
    const char *icon;
};

Look lookOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Ok:
        return { Tone::OkTint, Tone::Ok, "ok" };
    case MessageBar::Kind::Warning:
        return { Tone::WarnTint, Tone::Warn, "warn" };
    case MessageBar::Kind::Error:
        return { Tone::ErrorTint, Tone::Error, "error" };
    case MessageBar::Kind::Info:
        break;
    }
    return { Tone::InfoTint, Tone::Info, "info" };
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel), m_text(makeLabel(QString())),
      m_detail(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)), m_buttons(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_detail);
    row->addLayout(texts, 1);
    m_buttons->setSpacing(8);
    row->addLayout(m_buttons);
    for (QLabel *label : { m_text, m_detail }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_detail->hide();
    setMinimumHeight(36);
}

void MessageBar::setMessage(Kind kind, const QString &text, const QString &detail)
{
    m_kind = kind;
    const Look look = lookOf(kind);
    m_icon->setIcon(QString::fromLatin1(look.icon), look.mark);
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(text);
    setAccessibleDescription(detail);
    update();
}

QPushButton *MessageBar::addButton(const QString &text)
{
    QPushButton *button = makeButton(text);
    button->setFixedHeight(26);
    m_buttons->addWidget(button);
    return button;
}

void MessageBar::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(lookOf(m_kind).tint, palette()));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace pilothouse
