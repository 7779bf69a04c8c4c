// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/meter.h"

#include "ui/theme/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int legendGap = 8;
constexpr double leastVisible = 2; ///< px: a small part that exists is seen

} // namespace

Meter::Meter(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Meter::setSegments(const QList<MeterSegment> &segments, double total)
{
    if (m_segments == segments && m_total == total)
        return;
    m_segments = segments;
    m_total = total;
    QStringList parts;
    for (const MeterSegment &segment : segments)
        parts << segment.legend;
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

void Meter::setLegendShown(bool on)
{
    m_legend = on;
    updateGeometry();
    update();
}

void Meter::setBarHeight(int pixels)
{
    m_barHeight = pixels;
    updateGeometry();
    update();
}

QSize Meter::sizeHint() const
{
    const int legend = m_legend ? legendGap + QFontMetrics(typeFont(TypeRole::Caption)).height() : 0;
    return { 120, m_barHeight + legend };
}

QSize Meter::minimumSizeHint() const
{
    return { 24, sizeHint().height() };
}

void Meter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double top = m_legend ? 0 : (height() - m_barHeight) / 2.0;
    paintBar(painter, QRectF(0, top, width(), m_barHeight));
    if (m_legend)
        paintLegend(painter, m_barHeight + legendGap);
}

void Meter::paintBar(QPainter &painter, const QRectF &bar) const
{
    QPainterPath shape;
    shape.addRoundedRect(bar, 3, 3);
    painter.fillPath(shape, toneColor(Tone::Track, palette()));
    if (!(m_total > 0))
        return;
    painter.save();
    painter.setClipPath(shape);
    double left = bar.left();
    for (const MeterSegment &segment : m_segments) {
        if (!(segment.value > 0) || left >= bar.right())
            continue;
        const double length = std::clamp(segment.value / m_total * bar.width(), leastVisible, bar.right() - left + leastVisible);
        painter.fillRect(QRectF(left, bar.top(), length, bar.height()), toneColor(segment.tone, palette()));
        left += length + 1;
    }
    painter.restore();
}

void Meter::paintLegend(QPainter &painter, int top) const
{
    painter.setFont(typeFont(TypeRole::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    int left = 0;
    for (const MeterSegment &segment : m_segments) {
        if (segment.legend.isEmpty())
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(segment.tone, palette()));
        painter.drawRoundedRect(QRectF(left, top + (metrics.height() - 8) / 2.0, 8, 8), 2, 2);
        painter.setPen(toneColor(Tone::Text2, palette()));
        const QString text = metrics.elidedText(segment.legend, Qt::ElideRight, std::max(0, width() - left - 13));
        painter.drawText(left + 13, top + metrics.ascent(), text);
        left += 13 + metrics.horizontalAdvance(text) + 16;
    }
}

} // namespace pilothouse
