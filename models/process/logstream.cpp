// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logstream.h"

#include "models/process/loglevel.h"

#include <QFile>

#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace pilothouse {

namespace {

// O_NONBLOCK: a FIFO planted at the path must not hang us; only a regular file is read
int openRegular(const QString &path, struct stat &info)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd >= 0 && (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode))) {
        ::close(fd);
        return -1;
    }
    return fd;
}

qint64 readInto(char *target, int fd, qint64 position, qint64 limit)
{
    qint64 filled = 0;
    while (filled < limit) {
        const ssize_t count = ::pread(fd, target + filled, static_cast<size_t>(limit - filled), position + filled);
        if (count <= 0)
            break;
        filled += count;
    }
    return filled;
}

bool beginsARun(int fd)
{
    char start[sizeof logHeaderStart - 1];
    return readInto(start, fd, 0, sizeof start) == sizeof start && std::memcmp(start, logHeaderStart, sizeof start) == 0;
}

QByteArray headOf(int fd)
{
    QByteArray head(256, Qt::Uninitialized);
    head.truncate(fd < 0 ? 0 : readInto(head.data(), fd, 0, head.size()));
    return head;
}

qint64 sizeOf(int fd)
{
    struct stat info
    {
    };
    return ::fstat(fd, &info) == 0 ? qint64(info.st_size) : 0;
}

} // namespace

LogStream::LogStream(const QString &path) : m_path(path) { }

LogStream::~LogStream()
{
    close();
}

void LogStream::setPath(const QString &path)
{
    close();
    m_path = path;
}

void LogStream::close()
{
    if (m_fd >= 0)
        ::close(m_fd);
    if (m_olderFd >= 0)
        ::close(m_olderFd);
    m_fd = m_olderFd = -1;
    m_base = m_size = m_olderSize = 0;
    m_olderInode = 0;
    m_whole = true;
}

bool LogStream::open()
{
    close();
    struct stat info
    {
    };
    m_fd = openRegular(m_path, info);
    if (m_fd < 0)
        return false;
    m_inode = info.st_ino;
    m_device = info.st_dev;
    m_size = info.st_size;
    openOlder();
    if (m_olderFd >= 0 && m_size > 0 && beginsARun(m_fd)) { // of an earlier run
        ::close(m_olderFd);
        m_olderFd = -1;
        m_olderSize = 0;
        m_whole = true;
    }
    m_base = m_olderSize;
    m_head = headOf(m_fd);
    return true;
}

void LogStream::openOlder()
{
    if (m_olderFd >= 0)
        ::close(m_olderFd);
    struct stat info
    {
    };
    m_olderFd = openRegular(m_path + QStringLiteral(".1"), info);
    m_olderInode = m_olderFd >= 0 ? info.st_ino : 0;
    m_olderSize = m_olderFd >= 0 ? info.st_size : 0;
    if (m_olderFd >= 0 && (info.st_mode & logUncutMark)) { // a copy of what the log itself still has
        ::close(m_olderFd);
        m_olderFd = -1;
        m_olderSize = 0;
    }
    m_whole = m_olderFd < 0 || beginsARun(m_olderFd);
}

bool LogStream::isReplaced() const
{
    struct stat now
    {
    };
    return m_fd >= 0 && ::stat(QFile::encodeName(m_path).constData(), &now) == 0
        && (now.st_ino != m_inode || now.st_dev != m_device);
}

void LogStream::grow()
{
    struct stat info
    {
    };
    if (m_fd >= 0 && ::fstat(m_fd, &info) == 0 && info.st_size > m_size)
        m_size = info.st_size;
}

LogStream::Change LogStream::refresh()
{
    if (m_path.isEmpty())
        return Change::None;
    if (m_fd < 0)
        return open() ? Change::Restarted : Change::None;
    struct stat now
    {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &now) != 0)
        return Change::None;
    if (now.st_ino != m_inode || now.st_dev != m_device) {
        open();
        return Change::Restarted;
    }
    struct stat older
    {
    };
    const QByteArray olderPath = QFile::encodeName(m_path + QStringLiteral(".1"));
    const bool copied = ::stat(olderPath.constData(), &older) == 0 && older.st_ino != m_olderInode;
    if (copied && !(older.st_mode & logUncutMark)) {
        if (takeRotation())
            return Change::Rotated;
    } else if (copied) {
        return Change::None; // it is being cut right now
    } else if (now.st_size >= m_size) {
        m_size = now.st_size;
        if (m_head.isEmpty())
            m_head = headOf(m_fd);
        return Change::None;
    }
    open();
    return Change::Restarted;
}

bool LogStream::takeRotation()
{
    const qint64 oldEnd = end();
    openOlder();
    m_base += m_olderSize;
    m_size = sizeOf(m_fd); // after the cut: looked at before, it may have been of before
    const QByteArray head = std::exchange(m_head, headOf(m_fd));
    // Else it was cut in another way, its beginning was dropped, or it is the second rotation since the last look.
    return m_olderFd >= 0 && end() >= oldEnd && headOf(m_olderFd).startsWith(head);
}

void LogStream::hold(bool hold) const
{
    if (m_fd >= 0)
        ::flock(m_fd, hold ? LOCK_SH : LOCK_UN);
}

QByteArray LogStream::read(qint64 position, qint64 limit) const
{
    const qint64 from = qMax(position, begin());
    const qint64 count = qMin(limit, end() - from);
    if (m_fd < 0 || count <= 0)
        return {};
    QByteArray bytes(count, Qt::Uninitialized);
    qint64 filled = 0;
    if (from < m_base)
        filled = readInto(bytes.data(), m_olderFd, from - begin(), qMin(count, m_base - from));
    if (from + filled >= m_base)
        filled += readInto(bytes.data() + filled, m_fd, from + filled - m_base, count - filled);
    bytes.truncate(filled);
    return bytes;
}

} // namespace pilothouse
