// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/monitorstrip.h"
#include "ui/theme/tone.h"

#include <QtCharts/QChartView>

class QValueAxis;
class QXYSeries;

namespace pilothouse {

/// One moment marked in all strips.
struct MonitorMarker
{
    qint64 timeMs = 0; ///< Unix time
    QString icon;
    QString text;
};

/// The chart of one strip: lines by Qt Charts (one replace() per series, pen 1, axis fixed from -range to 0, so nothing
/// is laid out anew), grid, areas, stopped and idle stretches and markers painted behind and above them.
class StripChart : public QChartView
{
    Q_OBJECT
public:
    explicit StripChart(QWidget *parent = nullptr);

    void setStrip(const MonitorStrip &strip, qint64 nowMs, qint64 rangeMs);
    void setMarkers(const QList<MonitorMarker> &markers);
    void setStoppedLabelled(bool on); ///< one strip says "stopped", the band runs through all
    QRectF plotArea() const;
    QSize sizeHint() const override { return { 320, 96 }; } ///< all strips fit a low window; they grow with the page

    static constexpr int leftMargin = 48;
    static constexpr int rightMargin = 14;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void matchSeries();
    void applyColors();
    void drawGrid(QPainter *painter) const;
    void drawAreas(QPainter *painter) const;
    void drawStopped(QPainter *painter) const;
    void drawIdle(QPainter *painter) const;
    void drawMarkers(QPainter *painter) const;
    void drawCapacity(QPainter *painter) const;
    bool hasPoints() const;
    double xOf(double ms) const;
    double yOf(double value) const;
    QColor tone(Tone tone) const { return toneColor(tone, palette()); }
    QColor seriesColor(const MonitorSeries &series) const;

    MonitorStrip m_strip;
    QList<QXYSeries *> m_lines; ///< one for each series of the strip, owned by the chart
    QList<MonitorMarker> m_markers;
    QValueAxis *m_x;
    QValueAxis *m_y;
    qint64 m_nowMs = 0;
    qint64 m_rangeMs = 1;
    bool m_labelStopped = false;
};

/// Distance of grid lines on an axis from 0 to `maximum` with at most `most` of them.
double gridStep(double maximum, int most);

} // namespace pilothouse
