// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sparkline.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr double dot = 2.5; ///< radius
constexpr double nowFraction = 0.03; ///< a newest value older than this part of the range is not "now"

} // namespace

Sparkline::Sparkline(QWidget *parent) : QWidget(parent) { }

void Sparkline::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Sparkline::setFilled(bool on)
{
    m_filled = on;
    update();
}

void Sparkline::setBaseline(bool on)
{
    m_baseline = on;
    update();
}

void Sparkline::setMaximum(std::optional<double> maximum)
{
    m_maximum = maximum;
    update();
}

void Sparkline::setRuns(const QList<QList<QPointF>> &runs, qint64 rangeMs)
{
    m_runs = runs;
    m_rangeMs = std::max<qint64>(1, rangeMs);
    update();
}

double Sparkline::highest() const
{
    if (m_maximum)
        return std::max(*m_maximum, 1e-9);
    double most = 0;
    for (const QList<QPointF> &run : m_runs) {
        for (const QPointF &point : run)
            most = std::max(most, point.y());
    }
    return most > 0 ? most * 1.1 : 1;
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = QRectF(rect()).adjusted(1, dot, -dot - 1, -1);
    const QColor color = toneColor(m_tone, palette());
    if (m_baseline) {
        painter.setPen(toneColor(Tone::Line, palette()));
        painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    }
    const double most = highest();
    const auto place = [&](const QPointF &point) {
        const double x = plot.right() + point.x() / double(m_rangeMs) * plot.width();
        return QPointF(x, plot.bottom() - std::clamp(point.y() / most, 0.0, 1.0) * plot.height());
    };
    QColor area = color;
    area.setAlphaF(0.14F);
    for (const QList<QPointF> &run : std::as_const(m_runs)) {
        QList<QLineF> lines; // drawLines: a wide antialiased polyline costs a hundred times more
        QPolygonF shape;
        for (qsizetype i = 0; i < run.size(); ++i) {
            const QPointF at = place(run[i]);
            lines << QLineF(i == 0 ? at - QPointF(run.size() == 1 ? 1.5 : 0, 0) : place(run[i - 1]), at);
            shape << at;
        }
        if (m_filled && run.size() > 1) {
            shape << QPointF(shape.last().x(), plot.bottom()) << QPointF(shape.first().x(), plot.bottom());
            painter.setPen(Qt::NoPen);
            painter.setBrush(area);
            painter.drawPolygon(shape);
        }
        painter.setPen(QPen(color, 1.5));
        painter.drawLines(lines);
    }
    if (m_runs.isEmpty() || m_runs.last().isEmpty() || m_runs.last().last().x() < -nowFraction * double(m_rangeMs))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(place(m_runs.last().last()), dot, dot);
}

} // namespace pilothouse
