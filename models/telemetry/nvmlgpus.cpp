// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/nvmlgpus.h"

#include "models/telemetry/nvmlerror.h"
#include "models/telemetry/nvmlprocesses.h"
#include "models/telemetry/processtreesampler.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 RescanMs = 10'000;
constexpr unsigned MostDevices = 64;

QString text(int (*call)(nvml::Device, char *, unsigned), nvml::Device device)
{
    char buffer[nvml::NameSize] = {};
    return call && call(device, buffer, nvml::NameSize) == nvml::Success ? QString::fromUtf8(buffer) : QString();
}

QString systemText(int (*call)(char *, unsigned))
{
    char buffer[nvml::VersionSize] = {};
    return call && call(buffer, nvml::VersionSize) == nvml::Success ? QString::fromUtf8(buffer) : QString();
}

QString asleepText()
{
    return QCoreApplication::translate("Nvml", "The GPU is asleep to save power. It is not woken only to read it.");
}

} // namespace

NvmlGpus::NvmlGpus(const Paths &paths) : m_paths(paths), m_proc(paths.procRoot) { }

GpuReport NvmlGpus::sample(qint64 monotonicMs, bool withProcesses)
{
    GpuReport report;
    const QList<PciGpu> pci = nvidiaPciGpus(m_paths.sysRoot);
    const bool allAsleep = !pci.isEmpty() && std::all_of(pci.begin(), pci.end(), [](const PciGpu &gpu) { return gpu.asleep; });
    if (m_initialised || (!allAsleep && initialise(monotonicMs))) {
        if (m_stale || (monotonicMs >= m_rescanAtMs && mustRescan(pci))) {
            enumerate(pci);
            m_stale = false;
        }
        if (monotonicMs >= m_rescanAtMs)
            m_rescanAtMs = monotonicMs + RescanMs;
    }
    for (NvmlDevice &device : m_devices) {
        GpuSample sample;
        sample.id = device.id;
        sample.name = device.name;
        sample.vendor = QStringLiteral("NVIDIA");
        sample.source = m_driverVersion.isEmpty() ? QStringLiteral("NVML") : QStringLiteral("NVML ") + m_driverVersion;
        if (!device.gone.isEmpty() || !device.handle) {
            NvmlDevice::failAll(sample, device.gone);
        } else if (!device.pciAddress.isEmpty() && pciAsleep(m_paths.sysRoot, device.pciAddress)) {
            NvmlDevice::failAll(sample, asleepText());
        } else {
            device.read(m_library, m_paths.procRoot, sample);
            if (withProcesses)
                readProcesses(device);
            if (device.gone.isEmpty()) {
                sample.processes = device.processes;
                sample.processesKnown = device.processesKnown;
            }
        }
        m_stale = m_stale || device.handleStale;
        m_initialised = m_initialised && !device.uninitialised;
        device.handleStale = device.uninitialised = false;
        report.gpus << sample;
    }
    addSleeping(report, pci);
    if (!report.gpus.isEmpty())
        report.gpus.first().problems << m_unreachable;
    else
        report.absence = !m_why.isEmpty() ? m_why : m_unreachable.value(0, nvmlSentence(nvml::GpuNotFound, {}));
    return report;
}

bool NvmlGpus::initialise(qint64 monotonicMs)
{
    if (m_retryAtMs != 0 && monotonicMs < m_retryAtMs)
        return false;
    if (!m_library.isOpen())
        m_library = NvmlLibrary::open(m_paths.library);
    const int code = m_library.isOpen() ? m_library.init() : int(nvml::LibraryNotFound);
    if (code != nvml::Success) {
        m_why = m_library.isOpen() ? initFailure(code) : m_library.why;
        m_retryAtMs = monotonicMs + nvmlRetryDelayMs(code);
        return false;
    }
    m_why.clear();
    m_driverVersion = systemText(m_library.driverVersion);
    m_initialised = true;
    m_stale = true;
    m_rescanAtMs = monotonicMs + RescanMs;
    return true;
}

QString NvmlGpus::initFailure(int code) const
{
    if (code != nvml::LibRmVersionMismatch) {
        const char *words = m_library.errorString(code);
        return nvmlSentence(code, QString::fromUtf8(words ? words : ""));
    }
    QFile file(m_paths.procRoot + QStringLiteral("/driver/nvidia/version"));
    const QString module = file.open(QIODevice::ReadOnly) ? nvidiaModuleVersion(file.read(4096)) : QString();
    QString library = systemText(m_library.nvmlVersion); // "12.550.54.14": the first number is CUDA's
    library = library.mid(library.indexOf(QLatin1Char('.')) + 1);
    return nvmlMismatchSentence(module, library.isEmpty() ? m_library.fileVersion() : library);
}

unsigned NvmlGpus::deviceCount()
{
    unsigned count = 0;
    const int code = m_library.deviceCount(&count);
    m_initialised = m_initialised && code != nvml::Uninitialized;
    return code == nvml::Success ? std::min(count, MostDevices) : m_count;
}

bool NvmlGpus::mustRescan(const QList<PciGpu> &pci)
{
    if (deviceCount() != m_count)
        return true;
    const bool woken = std::any_of(
        pci.begin(), pci.end(), [this](const PciGpu &gpu) { return !gpu.asleep && m_asleepAtScan.contains(gpu.address); });
    // Instances are made and removed without a change of the count.
    return woken || std::any_of(m_devices.begin(), m_devices.end(), [](const NvmlDevice &device) { return device.mig; });
}

void NvmlGpus::enumerate(const QList<PciGpu> &pci)
{
    QList<NvmlDevice> found;
    QMap<int, QString> failures;
    m_unreachable.clear();
    m_count = deviceCount();
    m_asleepAtScan.clear();
    for (const PciGpu &gpu : pci) {
        if (gpu.asleep)
            m_asleepAtScan << gpu.address;
    }
    // By index every card is attached and so woken; by address only those that are awake.
    const bool byAddress = !m_asleepAtScan.isEmpty() && m_library.deviceByPci;
    const int tries = byAddress ? int(pci.size()) : int(m_count);
    for (int i = 0; i < tries; ++i) {
        if (byAddress && pci[i].asleep)
            continue;
        nvml::Device handle = nullptr;
        const int code = byAddress ? m_library.deviceByPci(pci[i].address.toLatin1().constData(), &handle)
                                   : m_library.deviceByIndex(unsigned(i), &handle);
        if (code == nvml::Success)
            adopt(handle, found, i);
        else
            failures.insert(i, nvmlSentence(code, QString::fromUtf8(m_library.errorString(code))));
    }
    keepVanished(found, failures);
    m_devices = found;
}

void NvmlGpus::adopt(nvml::Device handle, QList<NvmlDevice> &found, int index)
{
    nvml::PciInfo info = {};
    QString address;
    if (m_library.pciInfo && m_library.pciInfo(handle, &info) == nvml::Success) {
        info.busId[sizeof info.busId - 1] = 0;
        address = pciAddressFromNvml(QString::fromLatin1(info.busId));
    }
    const QString uuid = text(m_library.uuid, handle);
    const QString id = uuid.isEmpty() ? address : uuid;
    NvmlDevice device;
    for (const NvmlDevice &known : std::as_const(m_devices)) {
        if (!id.isEmpty() && known.id == id)
            device = known;
    }
    device.id = id.isEmpty() ? QStringLiteral("nvidia") : id;
    const QString name = text(m_library.name, handle);
    device.name = name.isEmpty() ? QStringLiteral("NVIDIA GPU") : name;
    device.pciAddress = address;
    device.handle = handle;
    device.index = index;
    device.gone.clear();
    unsigned mig = 0;
    unsigned pending = 0;
    unsigned instances = 0;
    const bool migOn = m_library.migMode && m_library.maxMigDevices && m_library.migDevice
        && m_library.migMode(handle, &mig, &pending) == nvml::Success && mig == 1
        && m_library.maxMigDevices(handle, &instances) == nvml::Success;
    if (migOn)
        adoptMigDevices(device, std::min(instances, MostDevices), found);
    else
        found << device;
}

void NvmlGpus::adoptMigDevices(const NvmlDevice &parent, unsigned count, QList<NvmlDevice> &found)
{
    const qsizetype before = found.size();
    for (unsigned i = 0; i < count; ++i) {
        nvml::Device handle = nullptr;
        if (m_library.migDevice(parent.handle, i, &handle) != nvml::Success)
            continue; // instances are numbered with holes
        NvmlDevice device = parent;
        device.handle = handle;
        device.mig = true;
        const QString uuid = text(m_library.uuid, handle);
        const QString name = text(m_library.name, handle);
        device.id = uuid.isEmpty() ? QStringLiteral("%1/%2").arg(parent.id).arg(i) : uuid;
        device.name = name.isEmpty() ? QStringLiteral("%1 MIG %2").arg(parent.name).arg(i) : name;
        found << device;
    }
    if (found.size() == before)
        found << parent; // partitioned, but nothing is laid out yet
}

void NvmlGpus::keepVanished(QList<NvmlDevice> &found, const QMap<int, QString> &failures)
{
    QMap<int, QString> unknown = failures;
    for (const NvmlDevice &known : std::as_const(m_devices)) {
        const bool present = std::any_of(found.begin(), found.end(), [&](const NvmlDevice &d) { return d.id == known.id; });
        if (present)
            continue;
        NvmlDevice device = known;
        device.handle = nullptr;
        if (device.gone.isEmpty()) {
            device.gone = failures.value(known.index,
                QCoreApplication::translate("Nvml", "This GPU is no longer present. Its history is kept until Pilothouse ends."));
        }
        unknown.remove(known.index);
        found << device;
    }
    for (const QString &sentence : std::as_const(unknown))
        m_unreachable << QCoreApplication::translate("Nvml", "Another GPU could not be opened. %1").arg(sentence);
}

void NvmlGpus::readProcesses(NvmlDevice &device)
{
    if (!device.gone.isEmpty() || device.isNever(NvmlDevice::Metric::Processes))
        return;
    const NvmlProcessList list = nvmlProcesses(m_library, device.handle);
    device.processes.clear();
    device.processesKnown = list.code == nvml::Success;
    if (!device.processesKnown) {
        device.note(m_library, NvmlDevice::Metric::Processes, list.code);
        return;
    }
    for (auto entry = list.bytesByPid.cbegin(); entry != list.bytesByPid.cend(); ++entry) {
        GpuProcess process;
        process.pid = entry.key();
        const std::optional<ProcessStat> stat = m_proc.stat(process.pid);
        process.name = processDisplayName(m_proc.commandLine(process.pid), stat ? stat->name : QString());
        if (entry.value())
            process.bytes = *entry.value();
        device.processes << process;
    }
}

void NvmlGpus::addSleeping(GpuReport &report, const QList<PciGpu> &pci) const
{
    for (const PciGpu &gpu : pci) {
        const bool listed = std::any_of(
            m_devices.begin(), m_devices.end(), [&](const NvmlDevice &device) { return device.pciAddress == gpu.address; });
        if (listed || !gpu.asleep)
            continue;
        GpuSample sample;
        sample.id = gpu.address;
        sample.name = QStringLiteral("NVIDIA GPU");
        sample.vendor = QStringLiteral("NVIDIA");
        sample.source = QStringLiteral("sysfs");
        NvmlDevice::failAll(sample, asleepText());
        report.gpus << sample;
    }
}

} // namespace pilothouse
