// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/filereading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 maxBytes = 1024 * 1024;

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComposeFile)
};

} // namespace

Result<QByteArray> readDeploymentFile(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (handle < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return Error{ missing ? QStringLiteral("file.missing") : QStringLiteral("file.unreadable"),
            missing ? Texts::tr("There is no file %1.").arg(path)
                    : Texts::tr("%1 cannot be read: %2.").arg(path, qt_error_string(errno)),
            {}, {}, {} };
    }
    struct stat status = {};
    QFile file;
    const bool regular = ::fstat(handle, &status) == 0 && S_ISREG(status.st_mode);
    if (!regular || !file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(handle);
        return Error{ QStringLiteral("file.unreadable"), Texts::tr("%1 is not a regular file.").arg(path), {}, {}, {} };
    }
    const QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return Error{ QStringLiteral("file.unreadable"), Texts::tr("%1 is larger than 1 MB.").arg(path), {}, {}, {} };
    return bytes;
}

QString shownPath(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/') ? path.mid(folder.size() + 1) : path;
}

QString absolutePath(const QString &path, const QString &folder)
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

} // namespace pilothouse
