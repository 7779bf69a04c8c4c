// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/pcigpus.h"

#include <QDir>
#include <QFile>

namespace pilothouse {

namespace {

QString devicesFolder(const QString &sysRoot)
{
    return sysRoot + QStringLiteral("/bus/pci/devices/");
}

QByteArray readTrimmed(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(4096).trimmed() : QByteArray();
}

bool isGpuClass(uint pciClass)
{
    const uint kind = pciClass >> 8; // VGA, 3D, other display, processing accelerator
    return kind == 0x0300 || kind == 0x0302 || kind == 0x0380 || kind == 0x1200;
}

} // namespace

QList<PciGpu> nvidiaPciGpus(const QString &sysRoot)
{
    QList<PciGpu> gpus;
    const QString folder = devicesFolder(sysRoot);
    const QStringList addresses = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &address : addresses) {
        if (readTrimmed(folder + address + QStringLiteral("/vendor")) != "0x10de")
            continue;
        bool ok = false;
        const uint pciClass = readTrimmed(folder + address + QStringLiteral("/class")).toUInt(&ok, 16);
        if (ok && isGpuClass(pciClass))
            gpus << PciGpu{ address, pciAsleep(sysRoot, address) };
    }
    return gpus;
}

bool pciAsleep(const QString &sysRoot, const QString &address)
{
    return readTrimmed(devicesFolder(sysRoot) + address + QStringLiteral("/power/runtime_status")) == "suspended";
}

QString pciAddressFromNvml(const QString &busId)
{
    const qsizetype colon = busId.indexOf(QLatin1Char(':'));
    bool ok = false;
    const uint domain = busId.left(colon).toUInt(&ok, 16);
    if (colon <= 0 || !ok)
        return busId.toLower();
    return QStringLiteral("%1%2").arg(domain, 4, 16, QLatin1Char('0')).arg(busId.mid(colon).toLower());
}

} // namespace pilothouse
