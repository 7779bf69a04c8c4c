// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/timeseries.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace pilothouse {

namespace {

/// Keeps the least and the greatest point of the bucket under way and writes them to the run in time order.
struct BucketWriter
{
    QList<QList<QPointF>> runs;
    QPointF least;
    QPointF most;
    bool open = false;

    void add(const QPointF &point)
    {
        if (!open) {
            least = most = point;
            open = true;
        } else if (point.y() < least.y()) {
            least = point;
        } else if (point.y() > most.y()) {
            most = point;
        }
    }
    void flush()
    {
        if (!open)
            return;
        open = false;
        if (runs.isEmpty())
            runs.append(QList<QPointF>());
        const bool leastFirst = least.x() <= most.x();
        runs.last().append(leastFirst ? least : most);
        if (least != most)
            runs.last().append(leastFirst ? most : least);
    }
    void breakLine()
    {
        flush();
        if (!runs.isEmpty() && !runs.last().isEmpty())
            runs.append(QList<QPointF>());
    }
};

} // namespace

TimeSeries::TimeSeries(qsizetype capacity) : m_capacity(std::max<qsizetype>(1, capacity)) { }

const TimeSeries::Point &TimeSeries::at(qsizetype index) const
{
    return m_points[size_t((m_first + index) % qsizetype(m_points.size()))];
}

TimeSeries::Point &TimeSeries::newest()
{
    return m_points[size_t((m_first + size() - 1) % qsizetype(m_points.size()))];
}

std::optional<TimeSeries::Point> TimeSeries::last() const
{
    if (isEmpty() || at(size() - 1).gap)
        return std::nullopt;
    return at(size() - 1);
}

void TimeSeries::append(qint64 timeMs, double value)
{
    if (std::isfinite(value))
        store({ timeMs, value, false });
    else
        appendGap(timeMs);
}

void TimeSeries::appendGap(qint64 timeMs)
{
    if (!isEmpty() && newest().gap)
        newest().timeMs = std::max(newest().timeMs, timeMs);
    else
        store({ timeMs, 0, true });
}

void TimeSeries::store(const Point &point)
{
    Point stored = point;
    if (!isEmpty())
        stored.timeMs = std::max(stored.timeMs, newest().timeMs + 1);
    if (size() < m_capacity) {
        m_points.push_back(stored);
        return;
    }
    m_points[size_t(m_first)] = stored;
    m_first = (m_first + 1) % m_capacity;
}

qsizetype TimeSeries::lowerBound(qint64 timeMs) const
{
    qsizetype low = 0;
    qsizetype high = size();
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        if (at(middle).timeMs < timeMs)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

QList<QList<QPointF>> TimeSeries::decimated(qint64 fromMs, qint64 toMs, int buckets) const
{
    BucketWriter writer;
    const qint64 width = std::max<qint64>(1, (toMs - fromMs) / std::max(1, buckets));
    const Point *before = nullptr;
    bool gapSince = false;
    qint64 bucketEnd = std::numeric_limits<qint64>::min();
    const qsizetype count = size();
    qsizetype place = m_first + lowerBound(fromMs);
    for (qsizetype i = lowerBound(fromMs); i < count; ++i, ++place) {
        // No division for each point: this loop runs over 86,400 points a series once a second.
        const Point &point = m_points[size_t(place < count ? place : place - count)];
        if (point.timeMs > toMs)
            break;
        if (point.gap) {
            gapSince = true;
            continue;
        }
        if (before && gapSince && point.timeMs - before->timeMs > width)
            writer.breakLine();
        if (point.timeMs >= bucketEnd) {
            writer.flush();
            bucketEnd = (point.timeMs / width + 1) * width;
        }
        writer.add(QPointF(double(point.timeMs - toMs), point.value));
        before = &point;
        gapSince = false;
    }
    writer.flush();
    if (!writer.runs.isEmpty() && writer.runs.last().isEmpty())
        writer.runs.removeLast();
    return writer.runs;
}

QList<TimeSeries::Span> TimeSeries::spans(qint64 fromMs, qint64 toMs, double value, qint64 leastMs) const
{
    QList<Span> found;
    qint64 start = 0;
    bool inside = false;
    qint64 end = fromMs;
    const auto close = [&] {
        if (inside && end - start >= leastMs)
            found.append({ start, end });
        inside = false;
    };
    for (qsizetype i = std::max<qsizetype>(0, lowerBound(fromMs) - 1); i < size(); ++i) {
        const Point &point = at(i);
        if (point.timeMs > toMs)
            break;
        end = std::max(fromMs, point.timeMs);
        if (point.gap || point.value != value)
            close();
        else if (!inside) {
            start = end;
            inside = true;
        }
    }
    close();
    return found;
}

std::optional<double> TimeSeries::maximum(qint64 fromMs, qint64 toMs) const
{
    std::optional<double> most;
    for (qsizetype i = lowerBound(fromMs); i < size() && at(i).timeMs <= toMs; ++i) {
        if (!at(i).gap)
            most = std::max(most.value_or(at(i).value), at(i).value);
    }
    return most;
}

} // namespace pilothouse
