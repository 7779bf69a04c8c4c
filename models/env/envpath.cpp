// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envpath.h"

#include "models/env/posixfile.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <climits>
#include <cstdlib>

#include <unistd.h>

namespace pilothouse {

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray(".") : slash == 0 ? QByteArray("/") : path.first(slash);
}

QByteArray nameOf(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

Error envFileError(const char *code, const QString &message, int error, const QString &fix)
{
    Error result;
    result.code = QString::fromLatin1(code);
    result.message = message;
    result.cause = error ? posix::errorText(error) : QString();
    result.fix = fix;
    return result;
}

Result<QByteArray> resolveEnvPath(const QString &path)
{
    const QString message = QCoreApplication::translate("EnvFile", "%1 cannot be reached.").arg(path);
    QByteArray target = QFile::encodeName(path);
    for (int hop = 0; hop < 40; ++hop) { // 40 is the kernel's own limit
        char folder[PATH_MAX];
        if (!::realpath(folderOf(target).constData(), folder))
            return envFileError(
                "env.link", message, errno, QCoreApplication::translate("EnvFile", "Check the folder of the file."));
        target = (qstrcmp(folder, "/") == 0 ? QByteArray() : QByteArray(folder)) + '/' + nameOf(target);
        char link[PATH_MAX];
        const ssize_t length = ::readlink(target.constData(), link, sizeof link);
        if (length < 0 && (errno == EINVAL || errno == ENOENT)) // no link, or nothing there yet
            return target;
        if (length < 0)
            return envFileError("env.link", message, errno);
        const QByteArray next(link, length);
        target = next.startsWith('/') ? next : folderOf(target) + '/' + next;
    }
    return envFileError("env.link", message, ELOOP, QCoreApplication::translate("EnvFile", "Remove or repair the link."));
}

} // namespace pilothouse
