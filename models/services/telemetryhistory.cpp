// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/telemetryhistory.h"

#include <QMap>

namespace pilothouse {

namespace {

using Values = QMap<QString, double>;

template <typename T> void put(Values &values, const QString &id, const Reading<T> &reading)
{
    if (reading)
        values.insert(id, double(reading.value()));
}

} // namespace

void TelemetryHistory::record(const TelemetrySample &sample, std::optional<ProviderActivity> activity)
{
    Values values;
    for (const GpuSample &gpu : sample.gpus) {
        put(values, QStringLiteral("gpu.used:") + gpu.id, gpu.usedBytes);
        put(values, QStringLiteral("gpu.util:") + gpu.id, gpu.utilizationPercent);
        put(values, QStringLiteral("gpu.temperature:") + gpu.id, gpu.temperatureCelsius);
        put(values, QStringLiteral("gpu.power:") + gpu.id, gpu.powerWatts);
    }
    put(values, QStringLiteral("provider.ram"), sample.providerRamBytes);
    put(values, QStringLiteral("provider.cpu"), sample.providerCpuPercent);
    put(values, QStringLiteral("provider.gpu"), sample.providerGpuBytes);
    put(values, QStringLiteral("system.ram"), sample.systemRamUsedBytes);
    put(values, QStringLiteral("tokens.generation"), sample.generationTokensPerSecond);
    put(values, QStringLiteral("tokens.prompt"), sample.promptTokensPerSecond);
    put(values, QStringLiteral("first-token"), sample.firstTokenMs);
    put(values, QStringLiteral("requests.running"), sample.requestsRunning);
    if (activity)
        values.insert(QStringLiteral("provider.state"), double(int(*activity)));
    for (auto &[id, series] : m_series) {
        if (!values.contains(id))
            series.appendGap(sample.timeMs);
    }
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        m_series[value.key()].append(sample.timeMs, *value);
}

void TelemetryHistory::breakLines()
{
    for (auto &[id, series] : m_series) {
        if (!series.isEmpty())
            series.appendGap(series.at(series.size() - 1).timeMs + 1);
    }
}

const TimeSeries *TelemetryHistory::series(const QString &id) const
{
    const auto found = m_series.find(id);
    return found == m_series.end() ? nullptr : &found->second;
}

QStringList TelemetryHistory::ids() const
{
    QStringList ids;
    for (const auto &entry : m_series)
        ids << entry.first;
    return ids;
}

} // namespace pilothouse
