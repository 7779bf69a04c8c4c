// SPDX-License-Identifier: GPL-3.0-or-later
// What StripChart paints behind and above the lines.
#include "ui/pages/monitor/stripchart.h"

#include "ui/theme/typography.h"

#include <QtCharts/QChart>

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace pilothouse {

double gridStep(double maximum, int most)
{
    if (!(maximum > 0) || most < 1)
        return 1;
    const double least = maximum / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double step : { 1.0, 2.0, 2.5, 5.0, 10.0 }) {
        if (step * power >= least * (1 - 1e-9))
            return step * power;
    }
    return 10 * power;
}

void StripChart::drawBackground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_strip.id.isEmpty())
        return;
    drawGrid(painter);
    drawStopped(painter);
    painter->save();
    painter->setClipRect(plotArea());
    drawAreas(painter);
    painter->restore();
}

void StripChart::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_strip.id.isEmpty())
        return;
    drawCapacity(painter);
    drawIdle(painter);
    drawMarkers(painter);
    if (hasPoints() || m_strip.emptyText.isEmpty())
        return;
    painter->setFont(typeFont(TypeRole::Secondary));
    painter->setPen(tone(Tone::Text2));
    const QRectF area = plotArea().adjusted(12, 4, -12, -4);
    const QRectF text = painter->boundingRect(area, Qt::AlignCenter | Qt::TextWordWrap, m_strip.emptyText);
    painter->fillRect(text.adjusted(-8, -3, 8, 3), tone(Tone::Base));
    painter->drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_strip.emptyText);
}

void StripChart::drawGrid(QPainter *painter) const
{
    const QRectF plot = plotArea();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(typeFont(TypeRole::Caption));
    const double step = gridStep(m_strip.maximum, plot.height() > 110 ? 4 : 2);
    const int decimals = step < 0.1 ? 2 : step < 1 || std::fmod(step, 1) != 0 ? 1 : 0;
    for (int i = 0; i * step <= m_strip.maximum * (1 + 1e-9); ++i) {
        const double y = std::round(yOf(i * step));
        painter->setPen(tone(Tone::Line));
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter->setPen(tone(Tone::Text2));
        const QRectF label(0, y - 8, plot.left() - 6, 16);
        painter->drawText(label, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(i * step, 'f', decimals));
    }
    painter->setPen(tone(Tone::Line));
    for (int i = 0; i <= 6; ++i) {
        const double x = std::round(plot.left() + plot.width() * i / 6);
        painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter->setRenderHint(QPainter::Antialiasing);
}

void StripChart::drawAreas(QPainter *painter) const
{
    painter->setPen(Qt::NoPen);
    for (const MonitorSeries &series : m_strip.series) {
        if (!series.filled)
            continue;
        QColor fill = seriesColor(series);
        fill.setAlphaF(0.25F);
        painter->setBrush(fill);
        for (const QList<QPointF> &run : series.runs) {
            QPolygonF shape;
            shape.reserve(run.size() + 2);
            for (const QPointF &point : run)
                shape << QPointF(xOf(point.x()), yOf(point.y()));
            shape << QPointF(shape.last().x(), plotArea().bottom()) << QPointF(shape.first().x(), plotArea().bottom());
            painter->drawPolygon(shape);
        }
    }
}

void StripChart::drawStopped(QPainter *painter) const
{
    const QRectF plot = plotArea();
    painter->setFont(typeFont(TypeRole::Caption));
    for (const MonitorSpan &span : m_strip.stopped) {
        const double left = std::max(plot.left(), xOf(span.fromMs));
        const QRectF band(left, 0, xOf(span.toMs) - left, height());
        painter->fillRect(band, tone(Tone::Alt));
        painter->fillRect(band, QBrush(tone(Tone::Line), Qt::BDiagPattern));
        const QString text = tr("stopped");
        const double wide = painter->fontMetrics().horizontalAdvance(text) + 10;
        if (!m_labelStopped || band.width() < wide)
            continue;
        const QRectF label(band.center().x() - wide / 2, plot.top() + plot.height() * 0.3, wide, 16);
        painter->fillRect(label, tone(Tone::Base));
        painter->setPen(tone(Tone::Text2));
        painter->drawText(label, Qt::AlignCenter, text);
    }
}

void StripChart::drawIdle(QPainter *painter) const
{
    const QRectF plot = plotArea();
    painter->setFont(typeFont(TypeRole::Caption));
    for (const MonitorSpan &span : m_strip.idle) {
        const double left = std::max(plot.left(), xOf(span.fromMs));
        const double right = xOf(span.toMs);
        const QString text = tr("idle");
        if (right - left < 6)
            continue;
        QPen dots(tone(Tone::Text3), 3, Qt::DotLine, Qt::FlatCap);
        painter->setPen(dots);
        painter->drawLine(QPointF(left, plot.bottom() - 2), QPointF(right, plot.bottom() - 2));
        if (right - left < painter->fontMetrics().horizontalAdvance(text) + 6)
            continue;
        painter->setPen(tone(Tone::Text2));
        painter->drawText(QRectF(left, plot.bottom() - 21, right - left, 16), Qt::AlignCenter, text);
    }
}

void StripChart::drawMarkers(QPainter *painter) const
{
    painter->setPen(QPen(tone(Tone::Text3), 1, Qt::DashLine));
    for (const MonitorMarker &marker : m_markers) {
        const double x = std::floor(xOf(double(marker.timeMs - m_nowMs))) + 0.5;
        if (x >= plotArea().left() && x <= plotArea().right())
            painter->drawLine(QPointF(x, 0), QPointF(x, height()));
    }
}

void StripChart::drawCapacity(QPainter *painter) const
{
    if (!m_strip.capacity)
        return;
    const double y = std::round(yOf(*m_strip.capacity)) + 0.5;
    painter->setPen(QPen(tone(Tone::Text2), 1, Qt::DashLine));
    painter->drawLine(QPointF(plotArea().left(), y), QPointF(plotArea().right(), y));
    painter->setFont(typeFont(TypeRole::Caption));
    const int height = painter->fontMetrics().height();
    const double top = y - height - 1 >= 0 ? y - height - 1 : y + 1;
    painter->drawText(QRectF(plotArea().left() + 6, top, plotArea().width(), height), Qt::AlignLeft, m_strip.capacityText);
}

} // namespace pilothouse
