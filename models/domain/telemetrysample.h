// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/reading.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace pilothouse {

struct GpuProcess
{
    qint64 pid = 0;
    QString name;
    Reading<qint64> bytes;
    bool operator==(const GpuProcess &) const = default;
};

/// One GPU at one moment. Bytes, percent, watts, °C. Sources: NVML (docs in models/telemetry/nvml).
struct GpuSample
{
    QString id;     ///< UUID, else PCI address: never an index
    QString name;
    QString vendor; ///< "NVIDIA"
    QString source; ///< "NVML 550.54.14"
    Reading<qint64> totalBytes;
    Reading<qint64> usedBytes;
    Reading<qint64> freeBytes;
    Reading<qint64> reservedBytes;
    Reading<int> utilizationPercent;
    Reading<double> powerWatts;
    Reading<int> temperatureCelsius;
    QList<GpuProcess> processes;
    bool processesKnown = false; ///< the list was read; false: an empty list means nothing
    bool unifiedMemory = false;  ///< the memory figures are those of the system, which the GPU shares
    QStringList problems; ///< one sentence each, in words for people
    bool operator==(const GpuSample &) const = default;
};

/// One process of the provider's tree, from /proc (see proc(5)); cpuPercent is of one core.
struct ProcessSample
{
    qint64 pid = 0;
    qint64 parentPid = 0;
    int depth = 0; ///< 0 = the process that was started
    QString name;
    Reading<qint64> residentBytes;
    Reading<double> cpuPercent;
    Reading<qint64> gpuBytes;
    bool operator==(const ProcessSample &) const = default;
};

/// Everything measured at one moment.
struct TelemetrySample
{
    qint64 timeMs = 0; ///< Unix time
    QList<GpuSample> gpus;
    QString gpuAbsence;                  ///< why there is no GPU, for people; empty when there is one
    QList<ProcessSample> processes;      ///< provider tree, parents first
    Reading<qint64> providerRamBytes;    ///< sum of the tree
    Reading<double> providerCpuPercent;  ///< sum of the tree, 100 = one core
    Reading<qint64> providerGpuBytes;    ///< sum over GPUs of the tree's processes
    Reading<qint64> systemRamTotalBytes;
    Reading<qint64> systemRamUsedBytes;  ///< MemTotal - MemAvailable
    int cpuThreads = 0;
    Reading<double> generationTokensPerSecond; ///< idle = not supported now (a gap), never 0
    Reading<double> promptTokensPerSecond;
    Reading<double> firstTokenMs;        ///< of an answer that began in this interval
    Reading<double> requestsRunning;     ///< server counter, where it has one
    bool operator==(const TelemetrySample &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::TelemetrySample)
