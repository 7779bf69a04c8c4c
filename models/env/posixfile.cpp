// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/posixfile.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace pilothouse {

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = other.release();
    }
    return *this;
}

int FileDescriptor::close()
{
    const int fd = release();
    // Not repeated after EINTR: on Linux the descriptor is gone in any case.
    return fd >= 0 && ::close(fd) != 0 && errno != EINTR ? errno : 0;
}

int FileDescriptor::release()
{
    return std::exchange(m_fd, -1);
}

namespace posix {

FileDescriptor open(const QByteArray &path, int flags, mode_t mode, int folder)
{
    int fd = -1;
    do {
        fd = ::openat(folder, path.constData(), flags | O_CLOEXEC, mode);
    } while (fd < 0 && errno == EINTR);
    return FileDescriptor(fd);
}

int writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return errno;
        if (count == 0)
            return EIO;
        done += std::max<ssize_t>(count, 0);
    }
    return 0;
}

std::optional<QByteArray> readAll(int fd, qint64 limit, int *error)
{
    QByteArray bytes;
    while (bytes.size() < limit) {
        const qsizetype before = bytes.size();
        bytes.resize(std::min<qsizetype>(limit, before + 65536));
        ssize_t count = 0;
        do {
            count = ::read(fd, bytes.data() + before, static_cast<size_t>(bytes.size() - before));
        } while (count < 0 && errno == EINTR);
        if (count < 0) {
            *error = errno;
            return std::nullopt;
        }
        bytes.resize(before + count);
        if (count == 0)
            break;
    }
    return bytes;
}

int sync(int fd)
{
    return ::fsync(fd) == 0 ? 0 : errno;
}

namespace {

bool worthCopying(QByteArrayView name)
{
    return name == "system.posix_acl_access" || name.startsWith("user.");
}

int copyAttributes(int from, int to)
{
    const ssize_t size = ::flistxattr(from, nullptr, 0);
    if (size < 0)
        return errno == ENOTSUP ? 0 : errno;
    QByteArray names(size, '\0');
    const ssize_t listed = ::flistxattr(from, names.data(), static_cast<size_t>(names.size()));
    if (listed < 0)
        return errno;
    names.resize(listed);
    for (const QByteArray &name : names.split('\0')) {
        if (!worthCopying(name))
            continue;
        QByteArray value(65536, '\0'); // the kernel's limit of one attribute
        const ssize_t length = ::fgetxattr(from, name.constData(), value.data(), static_cast<size_t>(value.size()));
        if (length < 0 || ::fsetxattr(to, name.constData(), value.constData(), static_cast<size_t>(length), 0) != 0)
            return errno;
    }
    return 0;
}

} // namespace

int copyMetadata(int from, const struct stat &fromStat, int to)
{
    struct stat toStat = {};
    if (::fstat(to, &toStat) != 0)
        return errno;
    const bool sameOwner = toStat.st_uid == fromStat.st_uid && toStat.st_gid == fromStat.st_gid;
    if (!sameOwner && ::fchown(to, fromStat.st_uid, fromStat.st_gid) != 0)
        return errno;
    if (const int error = copyAttributes(from, to))
        return error;
    return ::fchmod(to, fromStat.st_mode & 07777) == 0 ? 0 : errno;
}

QString errorText(int error)
{
    switch (error) {
    case ENOSPC:
        return QCoreApplication::translate("EnvFile", "The disk is full.");
    case EDQUOT:
        return QCoreApplication::translate("EnvFile", "Your disk quota is used up.");
    case EROFS:
        return QCoreApplication::translate("EnvFile", "The file system is read-only.");
    case EACCES:
    case EPERM:
        return QCoreApplication::translate("EnvFile", "You do not have the permission.");
    case EIO:
        return QCoreApplication::translate("EnvFile", "The disk reported an input/output error.");
    case ENOENT:
        return QCoreApplication::translate("EnvFile", "It does not exist.");
    case ELOOP:
        return QCoreApplication::translate("EnvFile", "The symbolic links go round in a circle.");
    case EMFILE:
    case ENFILE:
        return QCoreApplication::translate("EnvFile", "Too many files are open.");
    default:
        return QString::fromLocal8Bit(std::strerror(error));
    }
}

} // namespace posix

} // namespace pilothouse
