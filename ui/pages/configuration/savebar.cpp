// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/savebar.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace pilothouse {

namespace {

/// The count on its tint, with the dot that marks unsaved things everywhere.
class CountPill : public QLabel
{
public:
    CountPill()
    {
        setTextFormat(Qt::PlainText);
        setFont(typeFont(TypeRole::SecondaryStrong));
        setContentsMargins(24, 2, 10, 2);
        setFixedHeight(22);
        setLabelTone(this, Tone::AccentText);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(Tone::AccentTint, palette()));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.setBrush(toneColor(Tone::AccentText, palette()));
        painter.drawEllipse(QPointF(13, height() / 2.0), 3, 3);
        painter.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

SaveBar::SaveBar(QWidget *parent)
    : QWidget(parent), m_count(new CountPill), m_icon(new IconLabel(QStringLiteral("error"), Tone::Error)),
      m_reason(new ElidedLabel(QString(), TypeRole::Secondary, Tone::Error)),
      m_discard(makeButton(tr("Discard"), QString(), ButtonKind::Quiet)),
      m_review(makeButton(tr("Review…"), QStringLiteral("diff"))), m_save(makeButton(tr("Save"))),
      m_apply(makeButton(tr("Save and apply"), QStringLiteral("check"), ButtonKind::Primary))
{
    setFixedHeight(52);
    m_save->setObjectName(QStringLiteral("save"));
    m_apply->setObjectName(QStringLiteral("saveAndApply"));
    m_review->setObjectName(QStringLiteral("review"));
    m_review->setToolTip(tr("Shows what saving changes in .env, line by line"));
    m_discard->setObjectName(QStringLiteral("discard"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 20, 0);
    layout->setSpacing(8);
    layout->addWidget(m_count);
    layout->addWidget(m_icon);
    layout->addWidget(m_reason, 1);
    for (QPushButton *button : { m_discard, m_review, m_save, m_apply }) {
        button->setMinimumHeight(32);
        layout->addWidget(button);
    }
    connect(m_discard, &QPushButton::clicked, this, &SaveBar::discardRequested);
    connect(m_review, &QPushButton::clicked, this, &SaveBar::reviewRequested);
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    connect(m_apply, &QPushButton::clicked, this, &SaveBar::saveAndApplyRequested);
    hide();
}

void SaveBar::setState(const FormState &state)
{
    setVisible(state.changedCount > 0);
    m_count->setText(tr("%n unsaved changes", nullptr, state.changedCount));
    const bool blocked = !state.canSave && !state.saveBlockedBy.isEmpty();
    m_icon->setVisible(blocked);
    m_reason->setText(blocked ? tr("Save waits: %1").arg(state.saveBlockedBy) : QString());
    for (QPushButton *button : { m_save, m_apply }) {
        button->setEnabled(state.canSave);
        button->setToolTip(blocked ? m_reason->text().toHtmlEscaped() : QString());
    }
}

void SaveBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Base, palette()));
    painter.fillRect(QRect(0, 0, width(), 1), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
