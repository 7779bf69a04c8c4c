// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/monitor/stripchart.h"

#include <QWidget>

namespace pilothouse {

/// Above the strips: the icons of the markers. Below them (Side::Bottom): the clock.
class TimeRuler : public QWidget
{
    Q_OBJECT
public:
    enum class Side { Top, Bottom };
    explicit TimeRuler(Side side, QWidget *parent = nullptr);

    void setTime(qint64 nowMs, qint64 rangeMs);
    void setMarkers(const QList<MonitorMarker> &markers);
    void setPlotLeft(int pixels); ///< where the charts' plots begin, in this widget
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintClock(QPainter &painter) const;
    void paintMarkers(QPainter &painter);
    double xOf(qint64 timeMs) const;

    Side m_side;
    QList<MonitorMarker> m_markers;
    QList<QPair<QRect, QString>> m_places; ///< of the icons that had room, for tooltips
    qint64 m_nowMs = 0;
    qint64 m_rangeMs = 1;
    int m_plotLeft = 0;
};

/// "14:32", with seconds for ranges of a quarter of an hour and less.
QString clockText(qint64 timeMs, qint64 rangeMs);

} // namespace pilothouse
