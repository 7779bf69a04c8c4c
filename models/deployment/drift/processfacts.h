// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/procfs.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// What one process of this machine was started with. Secrets are in it: compared, never shown.
struct ProcessFacts
{
    qint64 pid = 0;
    bool own = false; ///< Pilothouse started it, so what is missing here was not passed
    /// Absent: another user's, or the process has overwritten it (setproctitle).
    std::optional<QMap<QString, QString>> environment;
    QStringList arguments; ///< empty: unreadable, or overwritten by a title
    QDateTime readAt;

    bool sameAs(const ProcessFacts &other) const ///< apart from when it was read
    {
        return pid == other.pid && own == other.own && environment == other.environment && arguments == other.arguments;
    }
    bool operator==(const ProcessFacts &) const = default;
};

/// NUL-separated NAME=value as in /proc/PID/environ. Absent when it is empty or holds anything else.
std::optional<QMap<QString, QString>> environmentOf(const QByteArray &bytes);

/// Any thread. Absent: no such process.
std::optional<ProcessFacts> readProcessFacts(const ProcFs &procFs, qint64 pid, bool own);

/// The process behind a provider that somebody else started: it listens on the port and is the program that is expected
/// there ("ollama", "vllm", "llama-server"). A port that a container engine or ssh forwards has no such process.
std::optional<qint64> providerOnPort(const ProcFs &procFs, int port, const QStringList &programs);

} // namespace pilothouse
