// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/stripchart.h"

#include "models/domain/format.h"

#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <QEvent>

#include <cmath>
#include <limits>

namespace pilothouse {

namespace {

/// Runs as one list; a point that is not a number breaks the line there and costs no further series.
QList<QPointF> joined(const QList<QList<QPointF>> &runs)
{
    QList<QPointF> points;
    for (const QList<QPointF> &run : runs) {
        if (!points.isEmpty())
            points << QPointF(run.first().x(), std::numeric_limits<double>::quiet_NaN());
        points << run;
    }
    return points;
}

} // namespace

StripChart::StripChart(QWidget *parent) : QChartView(new QChart, parent), m_x(new QValueAxis(this)), m_y(new QValueAxis(this))
{
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setMargins(QMargins());
    chart()->legend()->hide();
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setInteractive(false);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents); // the page scrolls under the mouse
    setMinimumSize(160, 84);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the scene has a size of its own, which means nothing here
    applyColors();
}

void StripChart::setStrip(const MonitorStrip &strip, qint64 nowMs, qint64 rangeMs)
{
    const bool sameShape = strip.series.size() == m_strip.series.size();
    m_strip = strip;
    m_nowMs = nowMs;
    m_rangeMs = std::max<qint64>(1, rangeMs);
    if (!sameShape || m_lines.size() != strip.series.size())
        matchSeries();
    if (m_x->min() != -double(m_rangeMs) || m_x->max() != 0)
        m_x->setRange(-double(m_rangeMs), 0);
    if (m_y->max() != strip.maximum || m_y->min() != 0)
        m_y->setRange(0, strip.maximum);
    applyColors();
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        m_lines[i]->replace(joined(strip.series[i].runs));
    viewport()->update();
}

void StripChart::matchSeries()
{
    chart()->removeAllSeries();
    m_lines.clear();
    for (const MonitorSeries &series : std::as_const(m_strip.series)) {
        QXYSeries *line = series.points ? static_cast<QXYSeries *>(new QScatterSeries) : new QLineSeries;
        chart()->addSeries(line);
        line->attachAxis(m_x);
        line->attachAxis(m_y);
        m_lines << line;
    }
}

void StripChart::applyColors()
{
    setBackgroundBrush(tone(Tone::Base));
    for (qsizetype i = 0; i < m_lines.size() && i < m_strip.series.size(); ++i) {
        const QColor color = seriesColor(m_strip.series[i]);
        if (auto *dots = qobject_cast<QScatterSeries *>(m_lines[i])) {
            if (dots->color() != color) {
                dots->setMarkerSize(7);
                dots->setColor(color);
                dots->setBorderColor(Qt::transparent);
            }
            continue;
        }
        const QPen pen(color, 1, m_strip.series[i].dashed ? Qt::DashLine : Qt::SolidLine); // wider costs 100 times more
        if (m_lines[i]->pen() != pen)
            m_lines[i]->setPen(pen);
    }
}

void StripChart::setMarkers(const QList<MonitorMarker> &markers)
{
    m_markers = markers;
    viewport()->update();
}

void StripChart::setStoppedLabelled(bool on)
{
    m_labelStopped = on;
}

QRectF StripChart::plotArea() const
{
    return chart()->plotArea();
}

QColor StripChart::seriesColor(const MonitorSeries &series) const
{
    return tone(Tone(int(Tone::Series1) + std::clamp(series.color, 1, 6) - 1));
}

void StripChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    chart()->setPlotArea(QRectF(leftMargin, 12, std::max(10, width() - leftMargin - rightMargin), std::max(10, height() - 22)));
}

void StripChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyColors();
}

double StripChart::xOf(double ms) const
{
    return plotArea().right() + ms / double(m_rangeMs) * plotArea().width();
}

double StripChart::yOf(double value) const
{
    return plotArea().bottom() - value / m_strip.maximum * plotArea().height();
}

bool StripChart::hasPoints() const
{
    return std::any_of(
        m_strip.series.begin(), m_strip.series.end(), [](const MonitorSeries &series) { return !series.runs.isEmpty(); });
}

} // namespace pilothouse
