// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/telemetry/nvmlabi.h"

#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace pilothouse {

struct NvmlLibrary;

struct NvmlProcessList
{
    int code = nvml::Success;
    QMap<qint64, std::optional<qint64>> bytesByPid; ///< no value: the driver does not tell (all ones)
};

/// Compute and graphics processes of one device; a pid in both lists counts once, with the larger figure.
/// Dear: about 5 ms and a driver lock on real hardware, so every 2 s is enough.
NvmlProcessList nvmlProcesses(const NvmlLibrary &library, nvml::Device device);

/// Length of one element in a buffer that was filled with `poison` before the library wrote `count` elements into it;
/// `expected` when the written length does not tell. Exposed for tests.
int nvmlElementSize(const QByteArray &buffer, unsigned count, char poison, int expected);

} // namespace pilothouse
