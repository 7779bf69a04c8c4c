// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "models/telemetry/nvmllibrary.h"

#include <QSet>

namespace pilothouse {

/// What is remembered about one GPU (or MIG instance) between samples, and the reading of its figures.
class NvmlDevice
{
public:
    enum class Metric { Memory, Utilization, Temperature, Power, Processes };

    QString id; ///< UUID, else PCI address
    QString name;
    QString pciAddress;
    nvml::Device handle = nullptr; ///< null: not to be called
    int index = -1; ///< in the library's order, which is not stable: only to tell a failing one apart
    bool mig = false;
    QString gone; ///< why it is not called any more; empty while it answers
    QList<GpuProcess> processes;
    bool processesKnown = false;

    /// Fills memory, utilisation, temperature and power. Asks nothing that was "not supported" once.
    void read(const NvmlLibrary &library, const QString &procRoot, GpuSample &sample);
    /// All four figures as failed for one reason, which is also the row's problem.
    static void failAll(GpuSample &sample, const QString &reason);

    bool isNever(Metric metric) const { return m_never.contains(metric); }
    /// Notes what a return code means for later calls; the sentence for people.
    QString note(const NvmlLibrary &library, Metric metric, int code);

    bool handleStale = false; ///< the library did not know the handle: enumerate again
    bool uninitialised = false; ///< the library says it was not initialised

private:
    template <typename T, typename Call>
    Reading<T> ask(const NvmlLibrary &library, Metric metric, bool present, GpuSample &sample, Call call);
    void readMemory(const NvmlLibrary &library, const QString &procRoot, GpuSample &sample);
    int memoryCode(const NvmlLibrary &library, nvml::MemoryV2 &memory, bool &withReserved);

    QSet<Metric> m_never;
    bool m_memoryV1Only = false;
    int m_unknownInRow = 0;
};

inline size_t qHash(NvmlDevice::Metric metric, size_t seed = 0)
{
    return ::qHash(int(metric), seed);
}

} // namespace pilothouse
