// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/systemmemory.h"

#include <QCoreApplication>
#include <QFile>

namespace pilothouse {

namespace {

std::optional<qint64> kibOf(const QByteArray &text, const QByteArray &key)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith(key + ':'))
            continue;
        const QList<QByteArray> words = line.mid(key.size() + 1).simplified().split(' ');
        bool ok = false;
        const qint64 value = words.value(0).toLongLong(&ok);
        return ok ? std::optional(value * 1024) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

SystemMemory parseMeminfo(const QByteArray &text)
{
    SystemMemory memory;
    if (const std::optional<qint64> total = kibOf(text, "MemTotal"))
        memory.total = *total;
    if (const std::optional<qint64> available = kibOf(text, "MemAvailable"))
        memory.available = *available;
    if (memory.total && memory.available)
        memory.used = memory.total.value() - memory.available.value();
    return memory;
}

SystemMemory systemMemory(const QString &procRoot)
{
    QFile file(procRoot + QStringLiteral("/meminfo"));
    if (file.open(QIODevice::ReadOnly))
        return parseMeminfo(file.read(64 << 10));
    const auto failed
        = Reading<qint64>::failed(QCoreApplication::translate("SystemMemory", "The system’s memory figures could not be read."));
    return { failed, failed, failed };
}

} // namespace pilothouse
