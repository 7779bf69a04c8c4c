// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/procfs.h"

#include <QObject>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

namespace pilothouse {

/// How a process ended; all absent when it was not our child (the kernel tells only the parent).
struct ProcessEnd
{
    std::optional<int> exitCode;
    std::optional<int> signal;
    bool operator==(const ProcessEnd &) const = default;
};

/// Tells within milliseconds when one process ends (pidfd; polling where the kernel has none) and reaps it when it is
/// our child, so that no zombie stays. Works for adopted processes too. Never signals anything.
class ProcessWatch : public QObject
{
    Q_OBJECT
public:
    explicit ProcessWatch(QObject *parent = nullptr);
    ~ProcessWatch() override;

    /// Replaces the watched process. False (and no signal) when no such process is alive or a zombie of ours.
    bool watch(const ProcessIdentity &process, const ProcFs &procFs);
    void stop(); ///< forgets the process, no signal
    bool isWatching() const { return m_process.pid != 0; }
    const ProcessIdentity &process() const { return m_process; }

Q_SIGNALS:
    void aboutToReap(); ///< it has ended, its pid is still taken: the last moment to look at its group
    void ended(const ProcessEnd &end);

private:
    void check();

    ProcFs m_procFs;
    ProcessIdentity m_process;
    int m_pidFd = -1;
    QPointer<QSocketNotifier> m_notifier;
    QTimer m_poll;
};

} // namespace pilothouse
