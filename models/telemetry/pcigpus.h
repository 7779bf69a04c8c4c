// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

namespace pilothouse {

/// An NVIDIA GPU as the kernel lists it under /sys/bus/pci/devices. Reading it does not wake the card.
struct PciGpu
{
    QString address; ///< "0000:01:00.0"
    bool asleep = false;
};

/// All NVIDIA display and compute devices, also those without a working driver, sorted by address.
QList<PciGpu> nvidiaPciGpus(const QString &sysRoot);
/// power/runtime_status says "suspended". False when the file is absent.
bool pciAsleep(const QString &sysRoot, const QString &address);
/// NVML's "00000000:01:00.0" (4 to 8 digits of domain, any case) as sysfs writes it.
QString pciAddressFromNvml(const QString &busId);

} // namespace pilothouse
