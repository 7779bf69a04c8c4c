// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/reading.h"

#include <QByteArray>

namespace pilothouse {

/// Bytes, from /proc/meminfo: used is MemTotal - MemAvailable, so file caches do not count.
struct SystemMemory
{
    Reading<qint64> total;
    Reading<qint64> used;
    Reading<qint64> available;
};

SystemMemory parseMeminfo(const QByteArray &text);
SystemMemory systemMemory(const QString &procRoot);

} // namespace pilothouse
