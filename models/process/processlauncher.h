// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/procfs.h"
#include "models/result/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// What to run. Nothing is inherited but what stands here.
struct LaunchRequest
{
    QString program; ///< absolute; no search, no shell
    QStringList arguments; ///< without argv[0]
    QMap<QString, QString> environment; ///< the whole environment of the child
    QString workingFolder; ///< empty: "/"
    QString logPath; ///< stdout and stderr are appended to it; created 0600
    QByteArray logHeader; ///< written before the child's first byte
};

/// Starts one long-lived program that outlives us: own session and process group, stdin /dev/null, output to a file and
/// never to a pipe, no inherited descriptors, default signals. Main thread only (reliability.md R14); it does not wait.
/// The child is ours until we end: reap it with ProcessWatch. Errors: "program.missing", "program.not-executable",
/// "program.folder-missing", "program.log", "program.launch".
class ProcessLauncher
{
public:
    static Result<ProcessIdentity> launch(const LaunchRequest &request, const ProcFs &procFs = ProcFs());
};

} // namespace pilothouse
