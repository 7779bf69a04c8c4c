// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/procfs.h"

namespace pilothouse {

/// How the processes of one run are recognised.
struct RunOwnership
{
    ProcessIdentity leader; ///< of the session that we started; may have ended already
    QList<ProcessIdentity> members; ///< other processes known to be ours
    QString marker; ///< of the run record; finds helpers that left the tree. Empty: not used
};

/// Every living process of the run: the leader, its descendants, its group and session, carriers of the marker and their
/// descendants. Never a process that started before the leader or belongs to another user, never we ourselves.
QList<ProcessStat> ownedProcesses(const ProcFs &procFs, const RunOwnership &run);

} // namespace pilothouse
