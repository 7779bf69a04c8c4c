// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logcap.h"

#include "models/process/logstream.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/falloc.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LogCap)
};

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) { }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int fd() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd;
};

Error rotationError(const QString &path, int number)
{
    return Error{ QStringLiteral("log.rotate"), Text::tr("The log %1 could not be shortened and goes on growing.").arg(path),
        QString::fromLocal8Bit(std::strerror(number)), Text::tr("Check the free space and the permissions of its folder."), {} };
}

/// Copies [from, until) to the end of `to`; false with errno set.
bool copy(int log, int to, qint64 from, qint64 until)
{
    off_t offset = from;
    while (offset < until) {
        const ssize_t count = ::sendfile(to, log, &offset, size_t(until - offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
    }
    return true;
}

/// How much of the log can be taken away in one step: whole blocks of the file system, and not all of them.
qint64 blocksBelow(qint64 size, qint64 block)
{
    return qMax<qint64>(0, size - 1) / block * block;
}

qint64 sizeOf(int fd)
{
    struct stat info
    {
    };
    return ::fstat(fd, &info) == 0 ? qint64(info.st_size) : 0;
}

Result<bool> unmarked(const QString &path, int older)
{
    return ::fchmod(older, 0600) == 0 ? Result<bool>(true) : rotationError(path, errno);
}

Result<bool> rotate(const QString &path, int log, const struct stat &info, qint64 limit, LogCut cut)
{
    const QByteArray target = QFile::encodeName(path + QStringLiteral(".1"));
    const QByteArray draft = target + ".new";
    const Descriptor older(::open(draft.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!older || ::fchmod(older.fd(), 0600 | logUncutMark) != 0)
        return rotationError(path, errno);
    const qint64 block = info.st_blksize;
    // A log that grew while nobody looked: only its end is worth the space.
    const qint64 start = info.st_size > 2 * limit ? (info.st_size - limit) / block * block : 0;
    qint64 copied = start;
    for (qint64 size = info.st_size; copied < size; size = sizeOf(log)) {
        if (!copy(log, older.fd(), copied, size)) {
            const int number = errno;
            ::unlink(draft.constData());
            if (number == ENOSPC)
                ::unlink(target.constData()); // the next try has its space
            return rotationError(path, number);
        }
        copied = size;
    }
    // The older part ends where the log will begin, and is marked until the log is cut: who reads both sees no byte twice.
    const qint64 cutAt = blocksBelow(copied, block);
    const bool inOneStep = cut == LogCut::Collapse && cutAt > start && ::ftruncate(older.fd(), cutAt - start) == 0;
    if (::rename(draft.constData(), target.constData()) != 0)
        return rotationError(path, errno);
    if (inOneStep) {
        if (::fallocate(log, FALLOC_FL_COLLAPSE_RANGE, 0, cutAt) == 0)
            return unmarked(path, older.fd());
        copied = cutAt;
        ::lseek(older.fd(), cutAt - start, SEEK_SET);
    }
    for (qint64 size = sizeOf(log); copied < size; size = sizeOf(log)) {
        if (!copy(log, older.fd(), copied, size))
            return rotationError(path, errno);
        copied = size;
    }
    return ::ftruncate(log, 0) == 0 ? unmarked(path, older.fd()) : rotationError(path, errno);
}

} // namespace

Result<bool> capLog(const QString &path, qint64 limit, LogCut cut)
{
    const Descriptor log(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    struct stat info
    {
    };
    if (!log)
        return errno == ENOENT ? Result<bool>(false) : rotationError(path, errno);
    if (::fstat(log.fd(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size <= limit)
        return false;
    if (::flock(log.fd(), LOCK_EX | LOCK_NB) != 0 || sizeOf(log.fd()) <= limit) // another window is at it, or was
        return false;
    return rotate(path, log.fd(), info, limit, cut);
}

LogCap::LogCap(qint64 limit, QObject *parent) : QObject(parent), m_limit(limit)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(1'000);
    connect(&m_timer, &QTimer::timeout, this, &LogCap::look);
}

LogCap::~LogCap()
{
    m_pool.waitForDone();
}

void LogCap::watch(const QString &path)
{
    if (m_path == path)
        return;
    m_path = path;
    if (path.isEmpty()) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    look();
}

void LogCap::look()
{
    if (m_running || m_path.isEmpty())
        return;
    m_running = true;
    m_pool.start([this, path = m_path, limit = m_limit] {
        const Result<bool> result = capLog(path, limit);
        QMetaObject::invokeMethod(
            this, [this, result] { take(result); }, Qt::QueuedConnection);
    });
}

void LogCap::take(const Result<bool> &result)
{
    m_running = false;
    if (!result) {
        if (!m_failing)
            Q_EMIT failed(result.error());
        m_failing = true;
        return;
    }
    m_failing = false;
    if (*result)
        Q_EMIT rotated();
}

} // namespace pilothouse
