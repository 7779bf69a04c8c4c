// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/nvmllibrary.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <dlfcn.h>

#include <initializer_list>

namespace pilothouse {

namespace {

template <typename Function> void resolve(void *handle, Function *&target, std::initializer_list<const char *> names)
{
    for (const char *symbol : names) {
        if (void *found = dlsym(handle, symbol)) {
            target = reinterpret_cast<Function *>(found);
            return;
        }
    }
}

bool has(void *handle, const char *symbol)
{
    return dlsym(handle, symbol) != nullptr;
}

void resolveProcessLists(NvmlLibrary &library)
{
    void *handle = library.handle;
    resolve(handle, library.graphicsProcesses,
        { "nvmlDeviceGetGraphicsRunningProcesses_v3", "nvmlDeviceGetGraphicsRunningProcesses_v2",
            "nvmlDeviceGetGraphicsRunningProcesses" });
    resolve(handle, library.computeProcesses,
        { "nvmlDeviceGetComputeRunningProcesses_v3", "nvmlDeviceGetComputeRunningProcesses_v2",
            "nvmlDeviceGetComputeRunningProcesses" });
    const bool v3 = has(handle, "nvmlDeviceGetComputeRunningProcesses_v3");
    if (!v3 && !has(handle, "nvmlDeviceGetComputeRunningProcesses_v2"))
        library.processStride = 16;
    // One early 535 driver shipped _v3 with a longer element; it is known by this set of symbols.
    else if (v3 && has(handle, "nvmlDeviceGetConfComputeMemSizeInfo") && !has(handle, "nvmlDeviceGetRunningProcessDetailList"))
        library.processStride = 32;
}

void resolveOptional(NvmlLibrary &library)
{
    void *handle = library.handle;
    resolve(handle, library.driverVersion, { "nvmlSystemGetDriverVersion" });
    resolve(handle, library.nvmlVersion, { "nvmlSystemGetNVMLVersion" });
    resolve(handle, library.deviceByPci, { "nvmlDeviceGetHandleByPciBusId_v2" });
    resolve(handle, library.name, { "nvmlDeviceGetName" });
    resolve(handle, library.uuid, { "nvmlDeviceGetUUID" });
    resolve(handle, library.pciInfo, { "nvmlDeviceGetPciInfo_v3" });
    resolve(handle, library.memoryV1, { "nvmlDeviceGetMemoryInfo" });
    resolve(handle, library.memoryV2, { "nvmlDeviceGetMemoryInfo_v2" });
    resolve(handle, library.utilization, { "nvmlDeviceGetUtilizationRates" });
    resolve(handle, library.temperature, { "nvmlDeviceGetTemperature" });
    resolve(handle, library.temperatureV, { "nvmlDeviceGetTemperatureV" });
    resolve(handle, library.power, { "nvmlDeviceGetPowerUsage" });
    resolve(handle, library.migMode, { "nvmlDeviceGetMigMode" });
    resolve(handle, library.maxMigDevices, { "nvmlDeviceGetMaxMigDeviceCount" });
    resolve(handle, library.migDevice, { "nvmlDeviceGetMigDeviceHandleByIndex" });
    resolveProcessLists(library);
}

} // namespace

NvmlLibrary NvmlLibrary::open(const QString &path)
{
    NvmlLibrary library;
    const QStringList candidates = path.isEmpty()
        ? QStringList{ QStringLiteral("libnvidia-ml.so.1"), QStringLiteral("libnvidia-ml.so") }
        : QStringList{ path };
    for (const QString &candidate : candidates) {
        library.handle = dlopen(QFile::encodeName(candidate).constData(), RTLD_NOW | RTLD_LOCAL);
        if (library.handle)
            break;
    }
    if (!library.handle) {
        library.why = QCoreApplication::translate("Nvml", "No NVIDIA driver library was found on this machine.");
        return library;
    }
    resolve(library.handle, library.init, { "nvmlInit_v2", "nvmlInit" });
    resolve(library.handle, library.shutdown, { "nvmlShutdown" });
    resolve(library.handle, library.deviceCount, { "nvmlDeviceGetCount_v2", "nvmlDeviceGetCount" });
    resolve(library.handle, library.deviceByIndex, { "nvmlDeviceGetHandleByIndex_v2", "nvmlDeviceGetHandleByIndex" });
    resolve(library.handle, library.errorString, { "nvmlErrorString" });
    if (!library.init || !library.shutdown || !library.deviceCount || !library.deviceByIndex || !library.errorString) {
        library = NvmlLibrary();
        library.why = QCoreApplication::translate(
            "Nvml", "The NVIDIA driver library on this machine lacks functions that reading a GPU needs.");
        return library;
    }
    resolveOptional(library);
    return library;
}

QString NvmlLibrary::fileVersion() const
{
    Dl_info info = {};
    if (!init || !dladdr(reinterpret_cast<void *>(init), &info) || !info.dli_fname)
        return {};
    static const QRegularExpression pattern(QStringLiteral("\\.so\\.(\\d+\\.\\d[\\d.]*)$"));
    return pattern.match(QFileInfo(QFile::decodeName(info.dli_fname)).canonicalFilePath()).captured(1);
}

} // namespace pilothouse
