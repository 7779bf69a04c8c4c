// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/questionbubble.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int indent = 116; ///< free at the left of a long message
constexpr int shownLength = 8000;

/// A label breaks lines at spaces only: a chance to break inside very long words keeps them in the bubble.
QString breakable(const QString &text)
{
    QString result;
    int word = 0;
    for (const QChar c : text) {
        word = c.isSpace() ? 0 : word + 1;
        result += c;
        if (word > 0 && word % 40 == 0 && !c.isHighSurrogate())
            result += QChar(0x200b);
    }
    return result;
}

} // namespace

QuestionBubble::QuestionBubble(const QString &text, const QString &time, QWidget *parent) : QWidget(parent)
{
    m_box = new QWidget(this);
    const QString shown = text.size() > shownLength ? text.left(shownLength) + QStringLiteral("…") : text;
    m_text = makeLabel(breakable(shown), TypeRole::Body, Tone::Text, m_box);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *inner = new QHBoxLayout(m_box);
    inner->setContentsMargins(14, 9, 14, 9);
    inner->setSpacing(20);
    inner->addWidget(m_text);
    inner->addWidget(makeLabel(time, TypeRole::Caption, Tone::AccentText, m_box), 0, Qt::AlignBottom);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(1);
    outer->addWidget(m_box);
}

void QuestionBubble::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int widest = qMax(120, width() - indent - 90);
    const QRect needed = m_text->fontMetrics().boundingRect(
        QRect(0, 0, widest, 1'000'000), Qt::TextWordWrap | Qt::TextExpandTabs, m_text->text());
    m_text->setFixedWidth(qBound(24, needed.width() + 4, widest));
}

void QuestionBubble::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(Tone::AccentTint, palette()));
    painter.drawRoundedRect(QRectF(m_box->geometry()), 10, 10);
}

} // namespace pilothouse
