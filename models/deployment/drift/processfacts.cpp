// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/processfacts.h"

#include <algorithm>

namespace pilothouse {

std::optional<QMap<QString, QString>> environmentOf(const QByteArray &bytes)
{
    QMap<QString, QString> values;
    for (const QByteArray &entry : bytes.split('\0')) {
        if (entry.isEmpty())
            continue;
        const qsizetype equals = entry.indexOf('=');
        if (equals <= 0)
            return std::nullopt; // a title was written over it
        const QString name = QString::fromUtf8(entry.left(equals));
        if (!values.contains(name)) // getenv() finds the first
            values.insert(name, QString::fromUtf8(entry.mid(equals + 1)));
    }
    return values.isEmpty() ? std::nullopt : std::optional(values);
}

std::optional<ProcessFacts> readProcessFacts(const ProcFs &procFs, qint64 pid, bool own)
{
    const auto stat = procFs.stat(pid);
    if (!stat || !stat->isAlive())
        return std::nullopt;
    ProcessFacts facts;
    facts.pid = pid;
    facts.own = own;
    if (const auto bytes = procFs.environment(pid))
        facts.environment = environmentOf(*bytes);
    facts.arguments = procFs.commandLine(pid);
    if (facts.arguments.size() < 2) // a title, or nothing to learn
        facts.arguments.clear();
    facts.readAt = QDateTime::currentDateTime();
    return facts;
}

std::optional<qint64> providerOnPort(const ProcFs &procFs, int port, const QStringList &programs)
{
    const auto holder = procFs.portHolder(port);
    if (!holder || !holder->pid)
        return std::nullopt;
    const QStringList words = procFs.commandLine(*holder->pid).mid(0, 4); // "python3 /opt/bin/vllm serve", "python3 -m vllm…"
    const bool expected = std::any_of(programs.begin(), programs.end(), [&](const QString &program) {
        return std::any_of(words.begin(), words.end(), [&](const QString &word) {
            const QString name = word.section(u'/', -1);
            return name == program || name.startsWith(program + u'.');
        });
    });
    return expected ? holder->pid : std::nullopt;
}

} // namespace pilothouse
