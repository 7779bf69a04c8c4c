// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "models/process/procfs.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>

namespace pilothouse {

inline int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

inline QString pythonProgram()
{
    // a version switcher's shim on PATH would change the environment
    const QString system = QStringLiteral("/usr/bin/python3");
    return QFile::exists(system) ? system : QStandardPaths::findExecutable(QStringLiteral("python3"));
}

inline QStringList fakeProviderArguments(const QString &mode, int port, const QString &markFile = {}, double seconds = 0.5)
{
    QStringList arguments{ QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/support/fakeprovider.py"), mode, QStringLiteral("--port"),
        QString::number(port), QStringLiteral("--seconds"), QString::number(seconds) };
    if (!markFile.isEmpty())
        arguments << QStringLiteral("--mark") << markFile;
    return arguments;
}

inline LaunchSpec fakeProviderSpec(const QString &mode, int port, const QString &markFile = {}, double seconds = 0.5)
{
    LaunchSpec spec;
    spec.kind = LauncherKind::Command;
    spec.program = pythonProgram();
    for (const QString &argument : fakeProviderArguments(mode, port, markFile, seconds))
        spec.arguments << LaunchArgument{ argument, QStringLiteral("test"), false };
    spec.workingFolder = QStringLiteral("/tmp");
    spec.endpoint = Endpoint::loopback(port);
    spec.configuredEndpoint = spec.endpoint;
    spec.model = ModelName(QStringLiteral("fake"));
    spec.appliedValues = { { QStringLiteral("LLM_MODEL"), QStringLiteral("fake") } };
    return spec;
}

/// "PID word" lines that the fake provider's processes wrote.
inline QList<QPair<qint64, QString>> marks(const QString &markFile)
{
    QList<QPair<qint64, QString>> found;
    QFile file(markFile);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            const qsizetype space = line.indexOf(' ');
            if (space > 0)
                found << qMakePair(line.left(space).toLongLong(), QString::fromUtf8(line.mid(space + 1)));
        }
    }
    return found;
}

/// Processes alive whose command line holds this text (a mark file's path, a port).
inline QList<qint64> processesWith(const QString &text)
{
    const ProcFs procFs;
    QList<qint64> pids;
    for (const ProcessStat &stat : procFs.allStats()) {
        if (stat.isAlive() && procFs.commandLine(stat.pid).join(u' ').contains(text)
            && stat.pid != QCoreApplication::applicationPid())
            pids << stat.pid;
    }
    return pids;
}

} // namespace pilothouse
