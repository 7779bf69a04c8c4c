// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

#include <optional>

#include <sys/stat.h>

namespace pilothouse {

/// Owner of a file descriptor.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int fd) : m_fd(fd) { }
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(other.release()) { }
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;
    ~FileDescriptor() { close(); }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    int close(); ///< 0 or errno
    int release();

private:
    int m_fd = -1;
};

/// Thin calls over POSIX files for the safe save: EINTR is handled here, results are 0 or an errno value.
namespace posix {

FileDescriptor open(const QByteArray &path, int flags, mode_t mode = 0, int folder = -100 /* AT_FDCWD */);
int writeAll(int fd, const QByteArray &bytes); ///< repeats short writes
/// Reads at most limit bytes; nothing and *error set on failure.
std::optional<QByteArray> readAll(int fd, qint64 limit, int *error);
int sync(int fd); ///< fsync, never repeated: after a failure the kernel may have dropped the pages
/// Owner, POSIX ACL, user attributes and mode of one open file onto another, mode last.
int copyMetadata(int from, const struct stat &fromStat, int to);
QString errorText(int error); ///< words for people: "the disk is full"

} // namespace posix

} // namespace pilothouse
