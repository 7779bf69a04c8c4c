// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QPointF>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace pilothouse {

/// Ring of (time in ms, value) with gaps. Appending is O(1); the oldest points fall out at capacity (24 h at 1 Hz).
/// A gap is a point without a value: lines end before it and begin again after it. Time never runs back: a point that
/// is not later than the last one is stored 1 ms after it. Not thread-safe.
class TimeSeries
{
public:
    struct Point
    {
        qint64 timeMs = 0;
        double value = 0;
        bool gap = false;
    };
    using Span = std::pair<qint64, qint64>; ///< from, to in ms

    explicit TimeSeries(qsizetype capacity = 86'400);
    void append(qint64 timeMs, double value); ///< a NaN or infinite value is a gap
    void appendGap(qint64 timeMs); ///< a second gap in a row only moves the gap's end
    qsizetype size() const { return qsizetype(m_points.size()); }
    bool isEmpty() const { return size() == 0; }
    const Point &at(qsizetype index) const; ///< 0 is the oldest
    std::optional<Point> last() const; ///< newest point, absent when it is a gap or there is none

    /// Runs of points between gaps within [fromMs, toMs], reduced to about `buckets` min-max pairs (performance.md §3).
    /// x is milliseconds relative to toMs (0 at the right edge, negative to the left). Buckets stand at multiples of
    /// their width, so a curve does not shimmer while it moves. A gap narrower than one bucket cannot be seen and is
    /// joined.
    QList<QList<QPointF>> decimated(qint64 fromMs, qint64 toMs, int buckets) const;
    /// Stretches within [fromMs, toMs] where the series holds `value`, each at least `leastMs` long. For state series.
    QList<Span> spans(qint64 fromMs, qint64 toMs, double value, qint64 leastMs) const;
    std::optional<double> maximum(qint64 fromMs, qint64 toMs) const;

private:
    void store(const Point &point);
    qsizetype lowerBound(qint64 timeMs) const; ///< index of the first point at or after timeMs
    Point &newest();

    std::vector<Point> m_points;
    qsizetype m_capacity;
    qsizetype m_first = 0; ///< ring position of the oldest point
};

} // namespace pilothouse
