// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processstopper.h"

#include <QCoreApplication>

#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int pollMs = 20;
constexpr int captureMs = 200; // new children and escaped helpers are looked for this often

} // namespace

ProcessStopper::ProcessStopper(StopRequest request, ProcFs procFs, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_procFs(std::move(procFs))
{
    m_timer.setInterval(pollMs);
    connect(&m_timer, &QTimer::timeout, this, &ProcessStopper::step);
}

ProcessStopper::~ProcessStopper()
{
    for (const auto &[key, target] : m_targets) {
        if (target.pidFd >= 0)
            ::close(target.pidFd);
    }
}

void ProcessStopper::start()
{
    m_clock.start();
    capture();
    m_termsSent = 1;
    signalAll(SIGTERM);
    m_timer.start();
}

void ProcessStopper::capture()
{
    m_lastCapture = m_clock.elapsed();
    for (const ProcessStat &stat : ownedProcesses(m_procFs, m_request.run))
        addTarget(stat);
}

void ProcessStopper::addTarget(const ProcessStat &stat)
{
    const std::pair key{ stat.pid, stat.startTicks };
    if (m_targets.contains(key))
        return;
    Target target;
    target.pidFd = static_cast<int>(::syscall(SYS_pidfd_open, static_cast<pid_t>(stat.pid), 0));
    target.inGroup = stat.group == m_request.run.leader.pid;
    if (!m_procFs.isAlive(stat.identity())) { // ended, perhaps reused, before the descriptor was open
        if (target.pidFd >= 0)
            ::close(target.pidFd);
        return;
    }
    m_targets.emplace(key, target);
}

void ProcessStopper::signalAll(int number)
{
    bool groupDone = false;
    for (auto &[key, target] : m_targets) {
        if (!m_procFs.isAlive({ key.first, key.second }))
            continue;
        if (target.inGroup && !groupDone) { // a verified member lives, so the group number cannot belong to others
            ::kill(static_cast<pid_t>(-m_request.run.leader.pid), number);
            ::kill(static_cast<pid_t>(-m_request.run.leader.pid), SIGCONT);
            groupDone = true;
        }
        if (!target.inGroup || number == SIGKILL)
            signalTarget(key.first, target, key.second, number);
        target.termSent = true;
    }
}

void ProcessStopper::signalTarget(qint64 pid, const Target &target, quint64 startTicks, int number)
{
    if (target.pidFd >= 0) {
        ::syscall(SYS_pidfd_send_signal, target.pidFd, number, nullptr, 0);
        ::syscall(SYS_pidfd_send_signal, target.pidFd, SIGCONT, nullptr, 0);
    } else if (m_procFs.isAlive({ pid, startTicks })) {
        ::kill(static_cast<pid_t>(pid), number);
        ::kill(static_cast<pid_t>(pid), SIGCONT);
    }
}

QList<ProcessIdentity> ProcessStopper::alive() const
{
    QList<ProcessIdentity> living;
    for (const auto &[key, target] : m_targets) {
        if (m_procFs.isAlive({ key.first, key.second }))
            living << ProcessIdentity{ key.first, key.second };
    }
    return living;
}

void ProcessStopper::step()
{
    const qint64 now = m_clock.elapsed();
    QList<ProcessIdentity> living = alive();
    if (living.isEmpty() || now - m_lastCapture >= captureMs) {
        capture();
        living = alive();
        for (auto &[key, target] : m_targets) { // started after the last TERM
            if (!target.termSent) {
                signalTarget(key.first, target, key.second, m_killed ? SIGKILL : SIGTERM);
                target.termSent = true;
            }
        }
    }
    if (living.isEmpty()) {
        finish();
    } else if (!m_killed && now >= m_request.graceMs) {
        m_killed = true;
        signalAll(SIGKILL);
    } else if (!m_killed && m_termsSent == 1 && now >= m_request.secondTermMs) {
        m_termsSent = 2;
        signalAll(SIGTERM);
    } else if (now >= m_request.graceMs + m_request.killWaitMs) {
        m_timer.stop();
        const auto stat = m_procFs.stat(living.first().pid);
        Q_EMIT failed(Error{ QStringLiteral("stop.survivor"),
            tr("Process %1 (%2) did not end.").arg(living.first().pid).arg(stat ? stat->name : QString()),
            tr("It ignored SIGTERM and SIGKILL; it may wait for a device."),
            tr("Look at it with ps, or restart the machine if the GPU driver hangs."), {} });
    }
}

void ProcessStopper::finish()
{
    if (m_request.port > 0 && m_procFs.isListening(m_request.port)) {
        if (m_portChecks++ < 1000 / pollMs)
            return;
        m_timer.stop();
        const PortHolder holder = m_procFs.portHolder(m_request.port).value_or(PortHolder{});
        Q_EMIT failed(
            Error{ QStringLiteral("stop.port-open"), tr("The provider ended, but port %1 is still open.").arg(m_request.port),
                holder.pid ? tr("Process %1 (%2, user %3) listens there and was not started by Pilothouse.")
                                 .arg(*holder.pid)
                                 .arg(holder.name, holder.user)
                           : tr("A process of user %1 listens there.").arg(holder.user),
                tr("End that process yourself if it should not run."), holder.commandLine });
        return;
    }
    m_timer.stop();
    Q_EMIT succeeded(m_clock.elapsed());
}

} // namespace pilothouse
