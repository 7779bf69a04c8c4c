// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QPointF>
#include <QString>

#include <vector>

namespace pilothouse {

/// Ring of (time in ms, value) with gaps. Appending is O(1); the oldest points fall out at capacity (24 h at 1 Hz).
/// A gap is a point without a value: lines end before it and begin again after it.
class TimeSeries
{
public:
    struct Point
    {
        qint64 timeMs = 0;
        double value = 0;
        bool gap = false;
    };

    explicit TimeSeries(qsizetype capacity = 86'400);
    void append(qint64 timeMs, double value);
    void appendGap(qint64 timeMs); ///< a second gap in a row only moves the gap's end
    qsizetype size() const;
    bool isEmpty() const { return size() == 0; }
    const Point &at(qsizetype index) const; ///< 0 is the oldest

    /// Runs of points between gaps within [fromMs, toMs], reduced to about `buckets` min-max pairs (performance.md §3).
    /// x is milliseconds relative to toMs (0 at the right edge, negative to the left).
    QList<QList<QPointF>> decimated(qint64 fromMs, qint64 toMs, int buckets) const;

private:
    std::vector<Point> m_points;
    qsizetype m_capacity;
    qsizetype m_first = 0;
};

} // namespace pilothouse
