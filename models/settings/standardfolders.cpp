// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/standardfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace pilothouse {

namespace {

constexpr mode_t ownerOnly = 0700;

QString folderOf(const char *variable, const char *below)
{
    const QString set = qEnvironmentVariable(variable);
    const QString root = QDir::isAbsolutePath(set) ? set : QDir::homePath() + u'/' + QLatin1String(below);
    return QDir::cleanPath(root + QLatin1String("/pilothouse"));
}

} // namespace

QString configFolder()
{
    return folderOf("XDG_CONFIG_HOME", ".config");
}

QString stateFolder()
{
    return folderOf("XDG_STATE_HOME", ".local/state");
}

QString cacheFolder()
{
    return folderOf("XDG_CACHE_HOME", ".cache");
}

QString settingsPath()
{
    return configFolder() + QLatin1String("/pilothouse.ini");
}

Result<void> ensureFolder(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir()) {
        if (!info.dir().exists()) {
            const Result<void> parent = ensureFolder(info.path());
            if (!parent)
                return parent;
        }
        if (::mkdir(QFile::encodeName(path).constData(), ownerOnly) != 0 && errno != EEXIST) {
            const QString reason = QString::fromLocal8Bit(std::strerror(errno));
            return Error{ QStringLiteral("folder.create"),
                QCoreApplication::translate("StandardFolders", "The folder %1 could not be created.").arg(path), reason,
                QCoreApplication::translate("StandardFolders", "Check the permissions of the folder above it."), {} };
        }
        return {};
    }
    struct stat status = {};
    const QByteArray name = QFile::encodeName(path);
    if (path.endsWith(QLatin1String("/pilothouse")) && ::stat(name.constData(), &status) == 0 && (status.st_mode & 077) != 0)
        ::chmod(name.constData(), ownerOnly);
    return {};
}

} // namespace pilothouse
