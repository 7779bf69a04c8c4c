// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/processtreesampler.h"

#include <QRegularExpression>

namespace pilothouse {

ProcessTreeSampler::ProcessTreeSampler(const QString &procRoot) : m_proc(procRoot) { }

QList<ProcessSample> ProcessTreeSampler::sample(qint64 rootPid, qint64 monotonicMs)
{
    QList<ProcessSample> samples;
    QHash<qint64, Before> now;
    const QList<ProcessNode> nodes = m_proc.tree(rootPid);
    for (const ProcessNode &node : nodes) {
        ProcessSample entry;
        entry.pid = node.stat.pid;
        entry.parentPid = node.stat.parentPid;
        entry.depth = node.depth;
        entry.name = processDisplayName(m_proc.commandLine(node.stat.pid), node.stat.name);
        entry.residentBytes = node.stat.residentBytes;
        entry.cpuPercent = cpuSince(node.stat, monotonicMs);
        now.insert(entry.pid, { node.stat.startTicks, node.stat.cpuTicks, monotonicMs });
        samples << entry;
    }
    m_before = now;
    return samples;
}

Reading<double> ProcessTreeSampler::cpuSince(const ProcessStat &stat, qint64 monotonicMs) const
{
    const auto before = m_before.constFind(stat.pid);
    if (before == m_before.cend() || before->startTicks != stat.startTicks || stat.cpuTicks < before->cpuTicks)
        return {};
    const double seconds = double(monotonicMs - before->atMs) / 1000.0;
    if (seconds <= 0)
        return {};
    return double(stat.cpuTicks - before->cpuTicks) / ProcFs::ticksPerSecond() / seconds * 100.0;
}

QString processDisplayName(const QStringList &commandLine, const QString &comm)
{
    const auto base = [](const QString &path) { return path.mid(path.lastIndexOf(QLatin1Char('/')) + 1); };
    static const QRegularExpression word(QStringLiteral("^[A-Za-z][A-Za-z0-9_]{0,15}$"));
    qsizetype program = 0;
    if (base(commandLine.value(0)).startsWith(QLatin1String("python")) && commandLine.size() > 1) {
        program = commandLine[1] == QLatin1String("-m") ? 2 : 1;
        if (commandLine.value(program).startsWith(QLatin1Char('-')))
            program = 0; // python -c …: the code is not a name
    }
    const QString name = base(commandLine.value(program)).trimmed();
    if (name.isEmpty())
        return comm;
    const QString argument = commandLine.value(program + 1);
    return word.match(argument).hasMatch() ? name + QLatin1Char(' ') + argument : name;
}

} // namespace pilothouse
