// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/procfs.h"

#include <QFile>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

// /proc files have no size; they are read until the end, up to a limit that no sane process exceeds.
std::optional<QByteArray> readAll(const QByteArray &path, qsizetype limit)
{
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return std::nullopt;
    QByteArray content;
    char buffer[4096];
    ssize_t count = 0;
    while (content.size() < limit && (count = ::read(fd, buffer, sizeof buffer)) > 0)
        content.append(buffer, count);
    ::close(fd);
    if (count < 0 && content.isEmpty())
        return std::nullopt;
    return content;
}

std::optional<ProcessStat> parseStat(qint64 pid, const QByteArray &line)
{
    // comm may hold spaces and parentheses: the last ')' ends it
    const qsizetype open = line.indexOf('(');
    const qsizetype close = line.lastIndexOf(')');
    if (open < 0 || close < open)
        return std::nullopt;
    const QList<QByteArray> fields = line.mid(close + 2).trimmed().split(' ');
    if (fields.size() < 22)
        return std::nullopt;
    ProcessStat stat;
    stat.pid = pid;
    stat.name = QString::fromUtf8(line.mid(open + 1, close - open - 1));
    stat.state = fields[0].isEmpty() ? '?' : fields[0][0];
    stat.parentPid = fields[1].toLongLong();
    stat.group = fields[2].toLongLong();
    stat.session = fields[3].toLongLong();
    stat.cpuTicks = fields[11].toULongLong() + fields[12].toULongLong();
    stat.startTicks = fields[19].toULongLong();
    stat.residentBytes = fields[21].toLongLong() * ::sysconf(_SC_PAGESIZE);
    return stat;
}

QList<qint64> pidsIn(const QByteArray &root)
{
    QList<qint64> pids;
    DIR *folder = ::opendir(root.constData());
    if (!folder)
        return pids;
    while (const dirent *entry = ::readdir(folder)) {
        char *end = nullptr;
        const long pid = std::strtol(entry->d_name, &end, 10);
        if (pid > 0 && *end == '\0')
            pids << pid;
    }
    ::closedir(folder);
    return pids;
}

struct ListeningSocket
{
    QByteArray inode;
    uint userId = 0;
};

QList<ListeningSocket> listeningSockets(const QByteArray &root, int port)
{
    const QByteArray suffix = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    QList<ListeningSocket> sockets;
    for (const char *table : { "/net/tcp", "/net/tcp6" }) {
        const QList<QByteArray> lines = readAll(root + table, 64 << 20).value_or(QByteArray()).split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() >= 10 && fields[3] == "0A" && fields[1].endsWith(suffix))
                sockets << ListeningSocket{ fields[9], fields[7].toUInt() };
        }
    }
    return sockets;
}

bool holdsSocket(const QByteArray &fdFolder, const QList<ListeningSocket> &sockets)
{
    DIR *folder = ::opendir(fdFolder.constData());
    if (!folder)
        return false;
    bool found = false;
    char target[64];
    while (const dirent *entry = ::readdir(folder)) {
        const QByteArray path = fdFolder + '/' + entry->d_name;
        const ssize_t length = ::readlink(path.constData(), target, sizeof target);
        const QByteArray link(target, qMax<ssize_t>(length, 0));
        found = std::any_of(sockets.begin(), sockets.end(),
            [&link](const ListeningSocket &socket) { return link == "socket:[" + socket.inode + ']'; });
        if (found)
            break;
    }
    ::closedir(folder);
    return found;
}

QString userName(uint userId)
{
    passwd entry{};
    passwd *found = nullptr;
    char buffer[4096];
    if (::getpwuid_r(userId, &entry, buffer, sizeof buffer, &found) == 0 && found)
        return QString::fromLocal8Bit(entry.pw_name);
    return QString::number(userId);
}

} // namespace

ProcFs::ProcFs(QString root) : m_root(std::move(root)), m_rootBytes(QFile::encodeName(m_root)) { }

std::optional<ProcessStat> ProcFs::stat(qint64 pid) const
{
    const auto line = readAll(m_rootBytes + '/' + QByteArray::number(pid) + "/stat", 4096);
    return line ? parseStat(pid, *line) : std::nullopt;
}

bool ProcFs::isAlive(const ProcessIdentity &process) const
{
    const auto now = stat(process.pid);
    return now && now->isAlive() && now->identity() == process;
}

QList<ProcessStat> ProcFs::allStats() const
{
    QList<ProcessStat> stats;
    for (const qint64 pid : pidsIn(m_rootBytes)) {
        if (const auto entry = stat(pid))
            stats << *entry;
    }
    return stats;
}

QList<ProcessNode> ProcFs::tree(qint64 pid) const
{
    const QList<ProcessStat> stats = allStats();
    QHash<qint64, QList<ProcessStat>> childrenOf;
    for (const ProcessStat &entry : stats)
        childrenOf[entry.parentPid] << entry;

    QList<ProcessNode> nodes;
    QSet<qint64> seen;
    const auto add = [&](const ProcessStat &top, int topDepth) {
        QList<ProcessNode> pending{ { top, topDepth } };
        while (!pending.isEmpty()) {
            const ProcessNode node = pending.takeLast();
            if (seen.contains(node.stat.pid))
                continue;
            seen.insert(node.stat.pid);
            if (node.stat.isAlive())
                nodes << node;
            const QList<ProcessStat> children = childrenOf.value(node.stat.pid);
            for (auto child = children.crbegin(); child != children.crend(); ++child)
                pending << ProcessNode{ *child, node.depth + 1 };
        }
    };
    for (const ProcessStat &entry : stats) {
        if (entry.pid == pid)
            add(entry, 0);
    }
    for (const ProcessStat &entry : stats) {
        if (entry.group == pid || entry.session == pid)
            add(entry, 1);
    }
    return nodes;
}

QStringList ProcFs::commandLine(qint64 pid) const
{
    QByteArray line = readAll(m_rootBytes + '/' + QByteArray::number(pid) + "/cmdline", 1 << 20).value_or(QByteArray());
    if (line.endsWith('\0'))
        line.chop(1);
    QStringList arguments;
    if (!line.isEmpty()) {
        for (const QByteArray &argument : line.split('\0'))
            arguments << QString::fromUtf8(argument);
    }
    return arguments;
}

std::optional<QByteArray> ProcFs::environment(qint64 pid) const
{
    return readAll(m_rootBytes + '/' + QByteArray::number(pid) + "/environ", 4 << 20);
}

std::optional<uint> ProcFs::userId(qint64 pid) const
{
    struct stat info
    {
    };
    if (::stat((m_rootBytes + '/' + QByteArray::number(pid)).constData(), &info) != 0)
        return std::nullopt;
    return info.st_uid;
}

QString ProcFs::user(qint64 pid) const
{
    const auto id = userId(pid);
    return id ? userName(*id) : QString();
}

QString ProcFs::bootId() const
{
    return QString::fromLatin1(readAll(m_rootBytes + "/sys/kernel/random/boot_id", 128).value_or(QByteArray()).trimmed());
}

bool ProcFs::isListening(int port) const
{
    return !listeningSockets(m_rootBytes, port).isEmpty();
}

std::optional<PortHolder> ProcFs::portHolder(int port) const
{
    const QList<ListeningSocket> sockets = listeningSockets(m_rootBytes, port);
    if (sockets.isEmpty())
        return std::nullopt;
    PortHolder holder;
    holder.port = port;
    holder.user = userName(sockets.first().userId);
    for (const qint64 pid : pidsIn(m_rootBytes)) {
        if (!holdsSocket(m_rootBytes + '/' + QByteArray::number(pid) + "/fd", sockets))
            continue;
        holder.pid = pid;
        holder.user = user(pid);
        if (const auto entry = stat(pid))
            holder.name = entry->name;
        holder.commandLine = commandLine(pid).join(u' ');
        break;
    }
    return holder;
}

double ProcFs::ticksPerSecond()
{
    static const double ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
    return ticks;
}

} // namespace pilothouse
