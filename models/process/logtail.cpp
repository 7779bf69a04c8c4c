// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logtail.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 readLimit = 1 << 20;
constexpr qint64 backlogBytes = 2 << 20;
constexpr qint64 lagLimit = 8 << 20;

int openLog(const QString &path)
{
    // O_NONBLOCK: a FIFO planted at the path must not hang us; only a regular file is read
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info
    {
    };
    if (fd >= 0 && (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))) {
        ::close(fd);
        return -1;
    }
    return fd;
}

QByteArray readAt(int fd, qint64 position, qint64 limit)
{
    QByteArray bytes(limit, Qt::Uninitialized);
    qint64 filled = 0;
    while (filled < limit) {
        const ssize_t count = ::pread(fd, bytes.data() + filled, static_cast<size_t>(limit - filled), position + filled);
        if (count <= 0)
            break;
        filled += count;
    }
    bytes.truncate(filled);
    return bytes;
}

// Reading that starts inside a file starts inside a line: that part is dropped.
QByteArray fromNextLine(const QByteArray &bytes)
{
    return bytes.mid(bytes.indexOf('\n') + 1);
}

} // namespace

LogTail::LogTail(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &LogTail::poll);
}

LogTail::~LogTail()
{
    close();
}

void LogTail::follow(const QString &path)
{
    stop();
    m_path = path;
    open(true);
    m_timer.start();
}

void LogTail::stop()
{
    m_timer.stop();
    close();
    m_path.clear();
}

void LogTail::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
    m_position = 0;
    m_parser.takeRest();
}

void LogTail::open(bool withBacklog)
{
    m_fd = openLog(m_path);
    struct stat info
    {
    };
    if (m_fd < 0 || ::fstat(m_fd, &info) != 0)
        return;
    m_inode = info.st_ino;
    m_device = info.st_dev;
    if (!withBacklog || info.st_size == 0)
        return;
    const qint64 start = qMax<qint64>(0, info.st_size - backlogBytes);
    QByteArray bytes = readAt(m_fd, start, info.st_size - start);
    m_position = start + bytes.size();
    QStringList lines = m_parser.feed(start > 0 ? fromNextLine(bytes) : bytes);
    if (lines.size() > maxBacklogLines)
        lines.remove(0, lines.size() - maxBacklogLines);
    if (!lines.isEmpty())
        Q_EMIT linesArrived(lines);
}

void LogTail::poll()
{
    if (m_fd < 0) {
        open(true);
        return;
    }
    readMore(); // the rest of a file that was renamed away still counts
    if (reopenWhenReplaced())
        readMore();
}

bool LogTail::reopenWhenReplaced()
{
    struct stat now
    {
    };
    if (m_path.isEmpty() || ::stat(QFile::encodeName(m_path).constData(), &now) != 0)
        return false;
    const bool replaced = now.st_ino != m_inode || now.st_dev != m_device;
    if (!replaced && now.st_size >= m_position)
        return false;
    close();
    open(false);
    Q_EMIT restarted();
    return m_fd >= 0;
}

void LogTail::readMore()
{
    struct stat info
    {
    };
    if (m_fd < 0 || ::fstat(m_fd, &info) != 0 || info.st_size <= m_position)
        return;
    QStringList lines;
    QByteArray bytes;
    if (info.st_size - m_position > lagLimit) {
        const qint64 target = info.st_size - readLimit;
        lines << tr("… %n bytes of the log were skipped …", nullptr, int(qMin<qint64>(target - m_position, INT_MAX)));
        m_parser.takeRest();
        bytes = readAt(m_fd, target, readLimit);
        m_position = target + bytes.size();
        bytes = fromNextLine(bytes);
    } else {
        bytes = readAt(m_fd, m_position, qMin(readLimit, info.st_size - m_position));
        m_position += bytes.size();
    }
    lines += m_parser.feed(bytes);
    if (!lines.isEmpty())
        Q_EMIT linesArrived(lines);
}

QStringList lastLogLines(const QString &path, int count)
{
    const int fd = openLog(path);
    if (fd < 0)
        return {};
    constexpr qint64 limit = 256 << 10;
    struct stat info
    {
    };
    ::fstat(fd, &info);
    const qint64 start = qMax<qint64>(0, info.st_size - limit);
    const QByteArray bytes = readAt(fd, start, limit);
    ::close(fd);
    LogLineParser parser;
    QStringList lines = parser.feed(start > 0 ? fromNextLine(bytes) : bytes);
    if (const QString rest = parser.takeRest(); !rest.isEmpty())
        lines << rest;
    return lines.mid(qMax<qsizetype>(0, lines.size() - count));
}

} // namespace pilothouse
