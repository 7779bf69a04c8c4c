// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/figuresline.h"

#include "models/domain/format.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

namespace {
constexpr int gap = 12; ///< on both sides of the hairline between two figures
constexpr int wordGap = 4;

QFont strongCaption()
{
    QFont font = typeFont(TypeRole::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}
} // namespace

FiguresLine::FiguresLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FiguresLine::setFigures(const ChatFigures &figures, bool open, const QString &finish)
{
    m_parts.clear();
    if (figures.firstTokenMs)
        m_parts.append({ tr("first token"), formatMs(figures.firstTokenMs) });
    if (figures.tokensPerSecond)
        m_parts.append({ {}, formatRate(figures.tokensPerSecond) });
    if (figures.completionTokens) {
        const int count = int(*figures.completionTokens);
        m_parts.append({ {}, open ? tr("%n tokens so far", nullptr, count) : tr("%n tokens", nullptr, count) });
    }
    if (!finish.isEmpty())
        m_parts.append({ tr("finish"), finish });
    if (figures.totalMs && !open)
        m_parts.append({ tr("total"), formatMs(figures.totalMs) });
    const bool server = figures.measuredBy == ChatFigures::MeasuredBy::Server;
    setToolTip(m_parts.isEmpty() ? QString()
            : server             ? tr("Speed measured by the server; times measured by Pilothouse.")
                                 : tr("Speed and times measured by Pilothouse."));
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString FiguresLine::text() const
{
    QStringList parts;
    for (const Part &part : m_parts)
        parts << (part.caption.isEmpty() ? part.value : part.caption + QLatin1Char(' ') + part.value);
    return parts.join(QStringLiteral(" | "));
}

QSize FiguresLine::sizeHint() const
{
    const QFontMetrics caption(typeFont(TypeRole::Caption));
    const QFontMetrics value(strongCaption());
    int width = 0;
    for (const Part &part : m_parts)
        width += (part.caption.isEmpty() ? 0 : caption.horizontalAdvance(part.caption) + wordGap)
            + value.horizontalAdvance(part.value) + 2 * gap;
    return { width, caption.height() + 4 };
}

QSize FiguresLine::minimumSizeHint() const
{
    return { 60, sizeHint().height() };
}

void FiguresLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont caption = typeFont(TypeRole::Caption);
    const QFont strong = strongCaption();
    int x = 0;
    for (const Part &part : m_parts) {
        if (x > 0) {
            painter.setPen(toneColor(Tone::Line2, palette()));
            painter.drawLine(QPointF(x + gap + 0.5, height() / 2 - 5), QPointF(x + gap + 0.5, height() / 2 + 5));
            x += 2 * gap;
        }
        const auto draw = [&](const QString &text, const QFont &font, Tone tone) {
            painter.setFont(font);
            painter.setPen(toneColor(tone, palette()));
            const int width = QFontMetrics(font).horizontalAdvance(text);
            painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::TextSingleLine, text);
            x += width;
        };
        if (!part.caption.isEmpty()) {
            draw(part.caption, caption, Tone::Text3);
            x += wordGap;
        }
        draw(part.value, strong, Tone::Text2);
    }
}

} // namespace pilothouse
