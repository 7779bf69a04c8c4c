// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// A process that cannot be mistaken for another one of this boot: the kernel reuses pids, but not pid and start time.
struct ProcessIdentity
{
    qint64 pid = 0;
    quint64 startTicks = 0; ///< /proc/PID/stat field 22, clock ticks since boot
    bool operator==(const ProcessIdentity &) const = default;
};

/// One line of /proc/PID/stat, proc(5).
struct ProcessStat
{
    qint64 pid = 0;
    qint64 parentPid = 0;
    qint64 group = 0;
    qint64 session = 0;
    char state = '?';
    QString name; ///< comm, at most 15 bytes
    quint64 startTicks = 0;
    quint64 cpuTicks = 0; ///< utime + stime, see ProcFs::ticksPerSecond()
    qint64 residentBytes = 0;

    bool isAlive() const { return state != 'Z' && state != 'X' && state != 'x'; }
    ProcessIdentity identity() const { return { pid, startTicks }; }
};

struct ProcessNode
{
    ProcessStat stat;
    int depth = 0; ///< 0 = the process asked for; members whose parent is gone are at depth 1
};

/// Who listens on a TCP port. pid is absent when the kernel does not show it to us (another user's process).
struct PortHolder
{
    int port = 0;
    std::optional<qint64> pid;
    QString user; ///< name, or the number when it has none
    QString name; ///< comm; empty when the pid is unknown
    QString commandLine; ///< arguments joined by spaces; foreign text
};

/// Read-only view of /proc. Cheap (one small read per process), keeps no state, usable from any thread.
/// A process that is gone or hidden is an absent value, never an error.
class ProcFs
{
public:
    explicit ProcFs(QString root = QStringLiteral("/proc"));

    std::optional<ProcessStat> stat(qint64 pid) const;
    bool isAlive(const ProcessIdentity &process) const; ///< same start time, neither zombie nor dead
    QList<ProcessStat> allStats() const;
    /// Alive members of what `pid` started: itself, descendants by parent, and its process group and session, parents first.
    QList<ProcessNode> tree(qint64 pid) const;

    QStringList commandLine(qint64 pid) const;
    std::optional<QByteArray> environment(qint64 pid) const; ///< NUL-separated; only for our own user's processes
    QString user(qint64 pid) const;
    std::optional<uint> userId(qint64 pid) const;
    QString bootId() const; ///< empty when unreadable

    bool isListening(int port) const; ///< any local address, IPv4 or IPv6
    std::optional<PortHolder> portHolder(int port) const;

    static double ticksPerSecond();
    const QString &root() const { return m_root; }

private:
    QString m_root;
    QByteArray m_rootBytes;
};

} // namespace pilothouse
