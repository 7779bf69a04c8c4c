// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/monitorstrip.h"
#include "models/domain/telemetrysample.h"

#include <functional>

namespace pilothouse {

class TelemetryService;
class TimeSeries;

/// What the strips are made of; a function, so that tests and the bench need no service.
struct MonitorSource
{
    TelemetrySample latest;
    std::function<const TimeSeries *(const QString &id)> series;
    QString providerName; ///< "ollama", for the titles; may be empty
};

/// The Monitor page as a value: Memory (each GPU, else RAM of the provider), Tokens, GPU or CPU, First token.
/// `buckets` is about the plot's width in pixels divided by two (performance.md §3). Pure.
MonitorView monitorStrips(const MonitorSource &source, qint64 rangeMs, qint64 nowMs, int buckets);
MonitorView monitorStrips(
    const TelemetryService &service, const QString &providerName, qint64 rangeMs, qint64 nowMs, int buckets);

/// All series in the range as CSV: time (ISO 8601), then one column a series; an empty field is a gap.
QByteArray monitorCsv(const TelemetryService &service, qint64 rangeMs, qint64 nowMs);

/// The next round number at or above: 1, 2, 2.5, 4, 5, 6, 8 times a power of ten, so that quarters read well.
double niceMaximum(double value);

} // namespace pilothouse
