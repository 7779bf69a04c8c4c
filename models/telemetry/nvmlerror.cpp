// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/nvmlerror.h"

#include "models/telemetry/nvmlabi.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pilothouse {

namespace {

} // namespace

QString nvmlSentence(int code, const QString &text)
{
    switch (code) {
    case nvml::NotSupported:
    case nvml::FunctionNotFound:
        return QCoreApplication::translate("Nvml", "This GPU does not report the value.");
    case nvml::NoPermission:
        return QCoreApplication::translate(
            "Nvml", "The NVIDIA driver refused to answer this user. Ask the administrator for access to the GPU.");
    case nvml::InsufficientPower:
        return QCoreApplication::translate("Nvml", "The GPU has too little power. Check its external power cable.");
    case nvml::DriverNotLoaded:
        return QCoreApplication::translate("Nvml", "The NVIDIA kernel module is not loaded. Load it or reboot.");
    case nvml::Timeout:
    case nvml::NotReady:
        return QCoreApplication::translate(
            "Nvml", "The NVIDIA driver was not ready to answer. The value is read again with the next sample.");
    case nvml::LibraryNotFound:
        return QCoreApplication::translate(
            "Nvml", "A library that the NVIDIA driver needs is missing. Install the driver again.");
    case nvml::GpuIsLost:
        return QCoreApplication::translate("Nvml", "The GPU fell off the bus. It stays lost until the machine is rebooted.");
    case nvml::ResetRequired:
        return QCoreApplication::translate(
            "Nvml", "The GPU must be reset before it can be used again. Reset it or reboot the machine.");
    case nvml::OperatingSystem:
        return QCoreApplication::translate("Nvml", "The system blocks access to the GPU, as containers without GPU access do.");
    case nvml::LibRmVersionMismatch:
        return nvmlMismatchSentence({}, {});
    case nvml::GpuNotFound:
        return QCoreApplication::translate("Nvml", "The NVIDIA driver found no GPU.");
    default:
        return QCoreApplication::translate("Nvml", "The NVIDIA driver answered: %1 (code %2).")
            .arg(text.isEmpty() ? QCoreApplication::translate("Nvml", "no text") : text)
            .arg(code);
    }
}

QString nvmlMismatchSentence(const QString &moduleVersion, const QString &libraryVersion)
{
    if (moduleVersion.isEmpty() || libraryVersion.isEmpty()) {
        return QCoreApplication::translate("Nvml",
            "The NVIDIA driver was updated while its old kernel module is still loaded. "
            "Reboot or load the module again.");
    }
    return QCoreApplication::translate("Nvml",
        "The NVIDIA driver was updated: the library is version %1, the loaded kernel module is version %2. "
        "Reboot or load the module again.")
        .arg(libraryVersion, moduleVersion);
}

QString nvidiaModuleVersion(const QByteArray &procText)
{
    static const QRegularExpression pattern(QStringLiteral("Kernel Module[^\\n]*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s"));
    return pattern.match(QString::fromUtf8(procText)).captured(1);
}

bool nvmlNeverSupported(int code)
{
    return code == nvml::NotSupported || code == nvml::FunctionNotFound || code == nvml::LibraryNotFound;
}

bool nvmlDeviceGone(int code)
{
    return code == nvml::GpuIsLost || code == nvml::ResetRequired;
}

qint64 nvmlRetryDelayMs(int code)
{
    return code == nvml::LibRmVersionMismatch ? 60'000 : 30'000;
}

} // namespace pilothouse
