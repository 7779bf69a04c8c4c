// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/programsearch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ProgramSearch)
};

QString chooseFix()
{
    return Texts::tr("Install it, or give its full path as “program” in .pilothouse.json.");
}

Result<QString> programAt(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return Error{ QStringLiteral("program.missing"), Texts::tr("The program %1 does not exist.").arg(path), {}, chooseFix(),
            {} };
    }
    if (!info.isFile() || !info.isExecutable()) {
        return Error{ QStringLiteral("program.not-executable"), Texts::tr("%1 is not an executable file.").arg(path),
            info.isDir() ? Texts::tr("It is a folder.") : Texts::tr("It has no permission to be executed."),
            Texts::tr("Give the full path of the program as “program” in .pilothouse.json."), {} };
    }
    return path;
}

} // namespace

Result<QString> findProgram(const QString &name, const QString &searchPath, const QString &folder)
{
    if (QDir::isAbsolutePath(name))
        return programAt(QDir::cleanPath(name));
    if (name.startsWith(QLatin1String("./")))
        return programAt(QDir::cleanPath(folder + u'/' + name));
    if (name.isEmpty() || name.contains(u'/')) {
        return Error{ QStringLiteral("program.relative"), Texts::tr("“%1” does not say which program to run.").arg(name),
            Texts::tr("A program is an absolute path, a name on PATH, or a path that begins with “./”."),
            Texts::tr("Write the full path of the program."), {} };
    }
    QStringList searched;
    for (const QString &entry : searchPath.split(u':', Qt::SkipEmptyParts)) {
        if (!QDir::isAbsolutePath(entry))
            continue;
        const QString path = QDir::cleanPath(entry + u'/' + name);
        const QFileInfo info(path);
        if (info.isFile() && info.isExecutable())
            return path;
        searched.append(entry);
    }
    return Error{ QStringLiteral("program.missing"), Texts::tr("The program “%1” was not found.").arg(name),
        searched.isEmpty() ? Texts::tr("PATH names no folder.")
                           : Texts::tr("Pilothouse looked in %1.").arg(searched.join(QStringLiteral(", "))),
        chooseFix(), {} };
}

} // namespace pilothouse
