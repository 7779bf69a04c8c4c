// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/opendeployment.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Deployment)
};

Deployment deploymentAt(const QString &folder, const QString &envPath)
{
    const QString name = QDir(folder).dirName();
    return { folder, name.isEmpty() ? folder : name, envPath };
}

} // namespace

Result<Deployment> openDeployment(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists()) {
        const bool dangling = info.isSymLink();
        return Error{ QStringLiteral("deployment.missing"), Texts::tr("There is no folder or file %1.").arg(path),
            dangling ? Texts::tr("It is a link to %1, which does not exist.").arg(info.symLinkTarget()) : QString(),
            Texts::tr("Open a folder that holds a .env file, or the file itself."), {} };
    }
    if (info.isDir()) {
        if (!info.isReadable() || !info.isExecutable()) {
            return Error{ QStringLiteral("deployment.unreadable"), Texts::tr("The folder %1 cannot be opened.").arg(path),
                Texts::tr("You have no permission to read it."), Texts::tr("Ask its owner for access, or open another folder."),
                {} };
        }
        const QString folder = info.canonicalFilePath();
        return deploymentAt(folder, QDir(folder).filePath(QStringLiteral(".env")));
    }
    if (!info.isFile()) {
        return Error{ QStringLiteral("deployment.not-file"), Texts::tr("%1 is neither a folder nor a regular file.").arg(path),
            {}, Texts::tr("Open a folder that holds a .env file, or the file itself."), {} };
    }
    if (!info.isReadable()) {
        return Error{ QStringLiteral("deployment.unreadable"), Texts::tr("The file %1 cannot be read.").arg(path),
            Texts::tr("You have no permission to read it."), Texts::tr("Ask its owner for access, or open another file."), {} };
    }
    // The file keeps its own name: a link to a shared .env stays the path that the operator opened.
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return deploymentAt(folder, QDir(folder).filePath(info.fileName()));
}

} // namespace pilothouse
