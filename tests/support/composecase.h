// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDir>
#include <QFile>
#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// One case of tests/fixtures/compose: a few words about the run, then "-- NAME --" and the file's text, as often as needed.
struct ComposeCase
{
    QString name;
    bool refused = false; ///< compose refuses it
    QStringList files; ///< of -f, relative; empty: none is given
    QStringList profiles;
    QMap<QString, QString> shell; ///< variables of the shell
    QList<QPair<QString, QString>> contents; ///< relative path, text

    static QStringList names()
    {
        return QDir(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/compose")).entryList({ QStringLiteral("*.txt") });
    }

    static ComposeCase read(const QString &name)
    {
        ComposeCase result;
        result.name = name;
        QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/compose/") + name);
        if (!file.open(QIODevice::ReadOnly))
            return result;
        result.parse(QString::fromUtf8(file.readAll()));
        return result;
    }

    void parse(const QString &text)
    {
        for (const QString &line : text.split(u'\n')) {
            if (line.startsWith(QLatin1String("-- ")) && line.endsWith(QLatin1String(" --")))
                contents.append({ line.mid(3, line.size() - 6), {} });
            else if (!contents.isEmpty())
                contents.last().second += line + u'\n';
            else if (line == QLatin1String("refused"))
                refused = true;
            else if (line.startsWith(QLatin1String("files: ")))
                files = line.mid(7).split(u' ');
            else if (line.startsWith(QLatin1String("profiles: ")))
                profiles = line.mid(10).split(u' ');
            else if (line.startsWith(QLatin1String("shell: ")))
                shell.insert(line.mid(7).section(u'=', 0, 0), line.section(u'=', 1));
        }
        if (!contents.isEmpty())
            contents.last().second.chop(1); // the line end of the file itself
    }

    bool lay(const QString &folder) const
    {
        for (const auto &[path, text] : contents) {
            const QString full = QDir(folder).filePath(path);
            QFile file(full);
            if (!QDir().mkpath(QFileInfo(full).path()) || !file.open(QIODevice::WriteOnly))
                return false;
            file.write(text.toUtf8());
        }
        return true;
    }
};

} // namespace pilothouse
