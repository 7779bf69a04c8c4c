// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "models/process/procfs.h"
#include "models/telemetry/nvmldevice.h"
#include "models/telemetry/nvmllibrary.h"
#include "models/telemetry/pcigpus.h"

namespace pilothouse {

struct GpuReport
{
    QList<GpuSample> gpus;
    QString absence; ///< why the list is empty, for people
};

/// NVIDIA GPUs through NVML, keyed by UUID. Nothing is loaded before the first sample(). A sleeping card (PCI power
/// management) is a row with the reason and is not called, so it is not woken. Every call may block for as long as the
/// driver likes: use it on a thread of its own. One thread at a time.
class NvmlGpus
{
public:
    struct Paths
    {
        QString library; ///< empty: the system's
        QString procRoot = QStringLiteral("/proc");
        QString sysRoot = QStringLiteral("/sys");
    };

    explicit NvmlGpus(const Paths &paths);

    /// `monotonicMs` drives retries and rescans. Without `withProcesses` the process lists of the sample before stay.
    GpuReport sample(qint64 monotonicMs, bool withProcesses);

private:
    bool initialise(qint64 monotonicMs);
    QString initFailure(int code) const;
    void enumerate(const QList<PciGpu> &pci);
    void adopt(nvml::Device handle, QList<NvmlDevice> &found, int index);
    void adoptMigDevices(const NvmlDevice &parent, unsigned count, QList<NvmlDevice> &found);
    void keepVanished(QList<NvmlDevice> &found, const QMap<int, QString> &failures);
    unsigned deviceCount();
    void readProcesses(NvmlDevice &device);
    bool mustRescan(const QList<PciGpu> &pci);
    void addSleeping(GpuReport &report, const QList<PciGpu> &pci) const;

    Paths m_paths;
    ProcFs m_proc;
    NvmlLibrary m_library;
    QList<NvmlDevice> m_devices;
    QString m_why; ///< of the last failed initialisation
    QString m_driverVersion;
    QStringList m_asleepAtScan; ///< addresses
    QStringList m_unreachable; ///< sentences about GPUs that could not be opened
    qint64 m_retryAtMs = 0;
    qint64 m_rescanAtMs = 0;
    unsigned m_count = 0;
    bool m_initialised = false;
    bool m_stale = true;
};

} // namespace pilothouse
