// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processwatch.h"

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pilothouse {

ProcessWatch::ProcessWatch(QObject *parent) : QObject(parent)
{
    m_poll.setInterval(100);
    connect(&m_poll, &QTimer::timeout, this, &ProcessWatch::check);
}

ProcessWatch::~ProcessWatch()
{
    stop();
}

bool ProcessWatch::watch(const ProcessIdentity &process, const ProcFs &procFs)
{
    stop();
    m_procFs = procFs;
    // descriptor first, identity after: a pid that was reused in between shows another start time
    m_pidFd = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(process.pid), 0));
    const auto stat = procFs.stat(process.pid);
    if (!stat || stat->identity() != process || (!stat->isAlive() && stat->parentPid != ::getpid())) {
        stop();
        return false;
    }
    m_process = process;
    if (m_pidFd >= 0) {
        m_notifier = new QSocketNotifier(m_pidFd, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &ProcessWatch::check);
    } else {
        m_poll.start();
    }
    return true;
}

void ProcessWatch::stop()
{
    m_poll.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier->deleteLater(); // stop() may run inside its signal
        m_notifier = nullptr;
    }
    if (m_pidFd >= 0)
        ::close(m_pidFd);
    m_pidFd = -1;
    m_process = {};
}

void ProcessWatch::check()
{
    const ProcessIdentity process = m_process;
    if (process.pid == 0 || m_procFs.isAlive(process))
        return;
    Q_EMIT aboutToReap();
    ProcessEnd end;
    siginfo_t info{};
    if (::waitid(P_PID, static_cast<id_t>(process.pid), &info, WEXITED | WNOHANG) == 0 && info.si_pid == process.pid) {
        if (info.si_code == CLD_EXITED)
            end.exitCode = info.si_status;
        else
            end.signal = info.si_status;
    }
    stop();
    Q_EMIT ended(end);
}

} // namespace pilothouse
