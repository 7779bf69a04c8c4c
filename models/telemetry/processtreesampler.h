// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "models/process/procfs.h"

#include <QHash>

namespace pilothouse {

/// Memory and CPU of the provider's tree. CPU is the difference to the sample before, 100 = one core, so a process
/// seen for the first time has none. A pid that was reused is another process (start time). One thread at a time.
class ProcessTreeSampler
{
public:
    explicit ProcessTreeSampler(const QString &procRoot);

    /// Parents first; empty when `rootPid` and all it started are gone. `monotonicMs` is the caller's running clock.
    QList<ProcessSample> sample(qint64 rootPid, qint64 monotonicMs);

private:
    struct Before
    {
        quint64 startTicks = 0;
        quint64 cpuTicks = 0;
        qint64 atMs = 0;
    };

    Reading<double> cpuSince(const ProcessStat &stat, qint64 monotonicMs) const;

    ProcFs m_proc;
    QHash<qint64, Before> m_before;
};

/// A short name out of a command line: program without its folder and a plain first word ("ollama serve"), for Python
/// the script or module ("vllm serve"). `comm` where the command line is empty.
QString processDisplayName(const QStringList &commandLine, const QString &comm);

} // namespace pilothouse
