// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/gpujson.h"

#include <QJsonObject>

namespace pilothouse {

namespace {

template <typename T> QJsonValue jsonOf(const Reading<T> &reading)
{
    return reading ? QJsonValue(reading.value()) : QJsonValue(QJsonValue::Null);
}

QJsonValue jsonOf(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue processesOf(const GpuSample &gpu)
{
    if (!gpu.processesKnown)
        return QJsonValue(QJsonValue::Null);
    QJsonArray processes;
    for (const GpuProcess &process : gpu.processes) {
        processes << QJsonObject{ { QStringLiteral("pid"), process.pid }, { QStringLiteral("name"), jsonOf(process.name) },
            { QStringLiteral("bytes"), jsonOf(process.bytes) } };
    }
    return processes;
}

} // namespace

QJsonArray gpuJson(const QList<GpuSample> &gpus)
{
    QJsonArray array;
    for (const GpuSample &gpu : gpus) {
        const QJsonObject memory{ { QStringLiteral("total_bytes"), jsonOf(gpu.totalBytes) },
            { QStringLiteral("used_bytes"), jsonOf(gpu.usedBytes) }, { QStringLiteral("free_bytes"), jsonOf(gpu.freeBytes) },
            { QStringLiteral("reserved_bytes"), jsonOf(gpu.reservedBytes) } };
        array << QJsonObject{ { QStringLiteral("id"), gpu.id }, { QStringLiteral("name"), jsonOf(gpu.name) },
            { QStringLiteral("vendor"), jsonOf(gpu.vendor) }, { QStringLiteral("source"), jsonOf(gpu.source) },
            { QStringLiteral("memory"), memory }, { QStringLiteral("utilization_percent"), jsonOf(gpu.utilizationPercent) },
            { QStringLiteral("power_w"), jsonOf(gpu.powerWatts) },
            { QStringLiteral("temperature_c"), jsonOf(gpu.temperatureCelsius) },
            { QStringLiteral("processes"), processesOf(gpu) },
            { QStringLiteral("problems"), QJsonArray::fromStringList(gpu.problems) } };
    }
    return array;
}

} // namespace pilothouse
