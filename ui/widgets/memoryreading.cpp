// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/memoryreading.h"

#include "models/domain/format.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MemoryReading)
};

std::optional<qint64> sum(const QList<GpuSample> &gpus, Reading<qint64> GpuSample::*field)
{
    std::optional<qint64> total;
    for (const GpuSample &gpu : gpus) {
        if ((gpu.*field).hasValue())
            total = total.value_or(0) + (gpu.*field).value();
    }
    return total;
}

std::optional<qint64> optional(const Reading<qint64> &reading)
{
    return reading.hasValue() ? std::optional(reading.value()) : std::nullopt;
}

QString legend(const QString &name, std::optional<qint64> bytes)
{
    return Text::tr("%1 %2").arg(name, formatGib(bytes));
}

} // namespace

MemoryReading memoryReading(const TelemetrySample &sample, const QString &providerName)
{
    MemoryReading reading;
    const QString name = providerName.isEmpty() ? Text::tr("provider") : providerName;
    const std::optional<qint64> used = sum(sample.gpus, &GpuSample::usedBytes);
    reading.gpu = used.has_value();
    std::optional<qint64> everything = used;
    if (reading.gpu) {
        reading.caption = Text::tr("GPU memory");
        reading.provider = optional(sample.providerGpuBytes);
        reading.shown = used;
        reading.total = double(sum(sample.gpus, &GpuSample::totalBytes).value_or(0));
    } else {
        reading.caption = providerName.isEmpty() ? Text::tr("RAM") : Text::tr("RAM, %1").arg(providerName);
        reading.provider = optional(sample.providerRamBytes);
        reading.shown = reading.provider;
        everything = optional(sample.systemRamUsedBytes);
        reading.total = double(optional(sample.systemRamTotalBytes).value_or(0));
        reading.reason = sample.gpuAbsence;
    }
    if (everything)
        reading.other = qMax<qint64>(0, *everything - reading.provider.value_or(0));
    if (reading.provider)
        reading.segments << MeterSegment{ double(*reading.provider), Tone::Series1, legend(name, reading.provider) };
    if (reading.other)
        reading.segments << MeterSegment{ double(*reading.other), Tone::Series6, legend(Text::tr("other"), reading.other) };
    if (reading.total > 0)
        reading.totalText = Text::tr("/ %1").arg(formatBytes(qint64(reading.total)));
    return reading;
}

} // namespace pilothouse
