// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/telemetry/nvmlabi.h"

#include <QString>

namespace pilothouse {

/// The opened NVML with its functions. Only the first five are needed; any other may be null. The newest version of
/// each is taken ("_v3" before "_v2" before the bare name, which is the oldest interface). Never closed again: closing
/// and opening after a driver update would fail where the mapped library still works.
struct NvmlLibrary
{
    /// `path` empty: libnvidia-ml.so.1, then libnvidia-ml.so. On failure the result is not open and `why` says it.
    static NvmlLibrary open(const QString &path);

    bool isOpen() const { return handle != nullptr; }
    QString fileVersion() const; ///< "550.54.14" from the file's own name; empty when it has none

    void *handle = nullptr;
    QString why;

    int (*init)() = nullptr;
    int (*shutdown)() = nullptr;
    int (*deviceCount)(unsigned *) = nullptr;
    int (*deviceByIndex)(unsigned, nvml::Device *) = nullptr;
    const char *(*errorString)(int) = nullptr;

    int (*driverVersion)(char *, unsigned) = nullptr;
    int (*nvmlVersion)(char *, unsigned) = nullptr;
    int (*deviceByPci)(const char *, nvml::Device *) = nullptr;
    int (*name)(nvml::Device, char *, unsigned) = nullptr;
    int (*uuid)(nvml::Device, char *, unsigned) = nullptr;
    int (*pciInfo)(nvml::Device, nvml::PciInfo *) = nullptr;
    int (*memoryV1)(nvml::Device, nvml::MemoryV1 *) = nullptr;
    int (*memoryV2)(nvml::Device, nvml::MemoryV2 *) = nullptr;
    int (*utilization)(nvml::Device, nvml::Utilization *) = nullptr;
    int (*temperature)(nvml::Device, int, unsigned *) = nullptr;
    int (*temperatureV)(nvml::Device, nvml::TemperatureV1 *) = nullptr;
    int (*power)(nvml::Device, unsigned *) = nullptr; ///< mW
    int (*computeProcesses)(nvml::Device, unsigned *, void *) = nullptr;
    int (*graphicsProcesses)(nvml::Device, unsigned *, void *) = nullptr;
    int processStride = 24; ///< expected bytes of one element of the two lists above
    int (*migMode)(nvml::Device, unsigned *, unsigned *) = nullptr;
    int (*maxMigDevices)(nvml::Device, unsigned *) = nullptr;
    int (*migDevice)(nvml::Device, unsigned, nvml::Device *) = nullptr;
};

} // namespace pilothouse
