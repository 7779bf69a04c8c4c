// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QPointF>
#include <QString>

#include <optional>

namespace pilothouse {

/// One line of a strip. x is milliseconds relative to the right edge (0, negative to the left), y in the strip's unit.
struct MonitorSeries
{
    QString id;
    QString title;
    QString valueText; ///< newest value with its unit where the strip's does not fit; "—" when there is none
    QList<QList<QPointF>> runs; ///< between gaps; empty: a figure without a line
    std::optional<double> last;
    int color = 1; ///< 1 … 6: series colour of the theme
    bool dashed = false;
    bool filled = false;
    bool points = false; ///< single measurements: dots instead of lines
    bool operator==(const MonitorSeries &) const = default;
};

struct MonitorSpan
{
    double fromMs = 0; ///< relative to the right edge, as the series' x
    double toMs = 0;
    bool operator==(const MonitorSpan &) const = default;
};

/// One chart of the Monitor page.
struct MonitorStrip
{
    QString id; ///< "memory", "memory:<gpu id>", "tokens", "cpu", "gpu:<gpu id>", "first-token"
    QString title;
    QString unit;
    QString note; ///< one sentence under the values: why this and not another figure; may be empty
    double maximum = 1; ///< of the y axis, from 0
    std::optional<double> capacity; ///< drawn as a dashed line
    QString capacityText;
    QList<MonitorSeries> series;
    QList<MonitorSpan> stopped; ///< no provider ran
    QList<MonitorSpan> idle; ///< the provider ran and nothing was asked
    QString emptyText; ///< shown in the chart when no line has a point
    bool operator==(const MonitorStrip &) const = default;
};

/// The page at one moment; all strips share the time axis.
struct MonitorView
{
    qint64 nowMs = 0; ///< Unix time of the right edge
    qint64 rangeMs = 0;
    QList<MonitorStrip> strips; ///< empty before the first sample
    QString gpuNote; ///< why there is no GPU strip; empty when there is one
    bool operator==(const MonitorView &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::MonitorView)
