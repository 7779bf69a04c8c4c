// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envfile.h"

#include "models/env/envpath.h"
#include "models/env/posixfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 previewBytes = 256 * 1024;

QString readOnlyReasonFor(const EnvFileContent &content, const QByteArray &target)
{
    if (content.partial)
        return QCoreApplication::translate("EnvFile", "The file is larger than 10 MB, so only its beginning is shown.");
    if (content.bytes.contains('\0'))
        return QCoreApplication::translate("EnvFile", "The file holds binary data, so it is only shown.");
    if (::access(target.constData(), W_OK) != 0)
        return QCoreApplication::translate("EnvFile", "You may read this file, but not write it.");
    if (::access(folderOf(target).constData(), W_OK | X_OK) != 0)
        return QCoreApplication::translate("EnvFile", "The folder is write-protected, so the file cannot be saved safely.");
    return {};
}

} // namespace

QByteArray envHash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QString defaultStateFolder()
{
    const QString base = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(base) ? base : QDir::homePath() + QLatin1String("/.local/state")) + QLatin1String("/pilothouse");
}

Result<EnvFileContent> readEnvFile(const QString &path)
{
    EnvFileContent content;
    content.path = path;
    const Result<QByteArray> target = resolveEnvPath(path);
    if (!target)
        return target.error();
    content.resolvedPath = QFile::decodeName(*target);
    const QString unreadable = QCoreApplication::translate("EnvFile", "%1 cannot be read.").arg(path);
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    FileDescriptor file = posix::open(*target, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    if (!file.isOpen() && errno == ENOENT)
        return content;
    if (!file.isOpen()) {
        return envFileError("env.unreadable", unreadable, errno,
            QCoreApplication::translate("EnvFile", "Give your user the right to read the file, then open it again."));
    }
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0)
        return envFileError("env.unreadable", unreadable, errno);
    if (!S_ISREG(facts.st_mode)) {
        return envFileError("env.not-a-file", QCoreApplication::translate("EnvFile", "%1 is not a regular file.").arg(path), 0,
            QCoreApplication::translate("EnvFile", "Choose a file, not a folder, device or pipe."));
    }
    int error = 0;
    content.partial = facts.st_size >= envEditLimit;
    const std::optional<QByteArray> bytes = posix::readAll(file.get(), content.partial ? previewBytes : envEditLimit, &error);
    if (!bytes)
        return envFileError("env.unreadable", unreadable, error);
    content.exists = true;
    content.bytes = *bytes;
    content.hash = envHash(*bytes);
    content.modified = QDateTime::fromMSecsSinceEpoch(qint64(facts.st_mtim.tv_sec) * 1000 + facts.st_mtim.tv_nsec / 1'000'000);
    content.mode = facts.st_mode & 07777;
    content.ownerId = facts.st_uid;
    content.links = static_cast<uint>(facts.st_nlink);
    content.readOnlyReason = readOnlyReasonFor(content, *target);
    return content;
}

Result<void> tightenEnvFile(const QString &path)
{
    const Result<QByteArray> target = resolveEnvPath(path);
    if (!target)
        return target.error();
    const FileDescriptor file = posix::open(*target, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    struct stat facts = {};
    if (file.isOpen() && ::fstat(file.get(), &facts) == 0 && S_ISREG(facts.st_mode)
        && ::fchmod(file.get(), facts.st_mode & 0700) == 0)
        return {};
    return envFileError("env.rights", QCoreApplication::translate("EnvFile", "The rights of %1 were not changed.").arg(path),
        errno, QCoreApplication::translate("EnvFile", "Change them as the owner of the file."));
}

} // namespace pilothouse
