// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "models/telemetry/timeseries.h"

#include <QStringList>

#include <map>

namespace pilothouse {

/// What the provider was doing, as recorded in the series "provider.state".
enum class ProviderActivity { Stopped = 0, Idle = 1, Busy = 2 };

/// The time series of all figures, by id (telemetryservice.h). A missing value is a gap; a series that a sample does
/// not know gets a gap too.
class TelemetryHistory
{
public:
    void record(const TelemetrySample &sample, std::optional<ProviderActivity> activity);
    /// Nobody measured since the last sample (window hidden, machine asleep): all lines end.
    void breakLines();

    const TimeSeries *series(const QString &id) const;
    QStringList ids() const;

private:
    std::map<QString, TimeSeries> m_series;
};

} // namespace pilothouse
