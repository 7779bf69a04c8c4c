// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

Error systemError(const char *code, const QString &message, int number)
{
    return { QLatin1String(code), message, QString::fromLocal8Bit(std::strerror(number)),
        QCoreApplication::translate("PrivateFile", "Check the free space and the permissions of the folder."), {} };
}

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::write(fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    if (QFileInfo(clean).isDir())
        return {};
    const QString parent = QFileInfo(clean).path();
    if (parent != clean) {
        if (Result<void> made = makePrivateFolder(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(clean).constData(), 0700) != 0 && errno != EEXIST)
        return systemError(
            "state.folder", QCoreApplication::translate("PrivateFile", "The folder %1 could not be created.").arg(clean), errno);
    return {};
}

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes)
{
    QByteArray temporary = QFile::encodeName(path) + ".XXXXXX";
    const int fd = ::mkostemp(temporary.data(), O_CLOEXEC); // 0600 whatever the umask
    bool written = fd >= 0;
    int number = errno;
    if (written) {
        written = writeAll(fd, bytes) && ::fsync(fd) == 0;
        number = errno;
        written = ::close(fd) == 0 && written;
    }
    if (written && ::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0) {
        number = errno;
        written = false;
    }
    if (!written) {
        if (fd >= 0)
            ::unlink(temporary.constData());
        return systemError(
            "state.write", QCoreApplication::translate("PrivateFile", "The file %1 could not be written.").arg(path), number);
    }
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

} // namespace pilothouse
