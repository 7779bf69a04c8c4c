// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace pilothouse {

/// An NVML return code as one or two sentences for people: what it means here and what to do. `text` is the library's
/// own wording, used where there is no better one. Never called for Success.
QString nvmlSentence(int code, const QString &text);

/// Code 18. Both versions where they are known: of the loaded kernel module and of the library.
QString nvmlMismatchSentence(const QString &moduleVersion, const QString &libraryVersion);

/// "550.54.14" out of the text of /proc/driver/nvidia/version; empty when it does not say.
QString nvidiaModuleVersion(const QByteArray &procText);

/// True for codes that mean "this device never has that figure", so it is not asked for again.
bool nvmlNeverSupported(int code);
/// True for codes after which a device must not be called again until the machine or the driver restarts.
bool nvmlDeviceGone(int code);
/// Milliseconds to wait before NVML is initialised again after this code.
qint64 nvmlRetryDelayMs(int code);

} // namespace pilothouse
