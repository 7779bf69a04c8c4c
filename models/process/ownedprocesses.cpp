// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/ownedprocesses.h"

#include "models/process/runrecord.h"

#include <QSet>

#include <unistd.h>

namespace pilothouse {

namespace {

enum class GroupTrust { Certain, Likely, Foreign };

// While the leader is there its identity decides; without it the number is only ours as long as the group lives on.
GroupTrust trustInGroup(const QList<ProcessStat> &stats, const ProcessIdentity &leader)
{
    for (const ProcessStat &stat : stats) {
        if (stat.pid == leader.pid)
            return stat.identity() == leader ? GroupTrust::Certain : GroupTrust::Foreign;
    }
    return GroupTrust::Likely;
}

/// Children of ours are ours, to the last generation.
void addDescendants(const QList<ProcessStat> &stats, QSet<qint64> &owned)
{
    for (bool grown = true; grown;) {
        grown = false;
        for (const ProcessStat &stat : stats) {
            if (!owned.contains(stat.pid) && owned.contains(stat.parentPid)) {
                owned.insert(stat.pid);
                grown = true;
            }
        }
    }
}

} // namespace

QList<ProcessStat> ownedProcesses(const ProcFs &procFs, const RunOwnership &run)
{
    const QList<ProcessStat> stats = procFs.allStats();
    const GroupTrust trust = trustInGroup(stats, run.leader);
    const auto inGroup = [&run](const ProcessStat &stat) { return stat.group == run.leader.pid || stat.session == run.leader.pid; };
    const auto canBeOurs = [&](const ProcessStat &stat) {
        return stat.startTicks >= run.leader.startTicks && stat.isAlive() && procFs.userId(stat.pid) == ::geteuid();
    };
    QSet<qint64> owned;
    for (const ProcessStat &stat : stats) {
        if (stat.identity() == run.leader || run.members.contains(stat.identity())
            || (trust == GroupTrust::Certain && inGroup(stat) && canBeOurs(stat)))
            owned.insert(stat.pid);
    }
    addDescendants(stats, owned);
    // reading the environment of a process that waits for a device can block, so only of those that are not certain by now
    for (const ProcessStat &stat : stats) {
        if (owned.contains(stat.pid) || !canBeOurs(stat))
            continue;
        const auto marked = run.marker.isEmpty() ? std::nullopt : carriesMarker(procFs, stat.pid, run.marker);
        if (marked.value_or(trust == GroupTrust::Likely && inGroup(stat)))
            owned.insert(stat.pid);
    }
    addDescendants(stats, owned);
    owned.remove(::getpid());
    QList<ProcessStat> living;
    for (const ProcessStat &stat : stats) {
        if (owned.contains(stat.pid) && stat.isAlive() && stat.pid > 1)
            living << stat;
    }
    return living;
}

} // namespace pilothouse
