// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/external/containerlog.h"

#include "models/process/privatefile.h"
#include "models/process/processlauncher.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

QJsonObject recordAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(4096)).object() : QJsonObject();
}

ProcessIdentity processOf(const QJsonObject &record)
{
    return { record.value(QLatin1String("pid")).toInteger(),
        record.value(QLatin1String("start_ticks")).toString().toULongLong() };
}

} // namespace

ContainerLog::ContainerLog(const QString &logPath, const ProcFs &procFs, QObject *parent)
    : QObject(parent), m_logPath(logPath), m_recordPath(logPath + QStringLiteral(".follower.json")), m_procFs(procFs)
{
}

Result<void> ContainerLog::follow(const Source &source)
{
    const QString run = source.startedAt.toUTC().toString(Qt::ISODate);
    const QJsonObject record = recordAt(m_recordPath);
    const bool sameContainer = record.value(QLatin1String("container")).toString() == source.container;
    const bool sameRun = sameContainer && record.value(QLatin1String("run")).toString() == run;
    const ProcessIdentity copier = processOf(record);
    const bool alive
        = copier.pid > 0 && record.value(QLatin1String("boot")).toString() == m_procFs.bootId() && m_procFs.isAlive(copier);
    if (sameRun && (alive || source.ended) && QFile::exists(m_logPath))
        return {};
    if (Result<void> made = makePrivateFolder(QFileInfo(m_logPath).path()); !made)
        return made;

    LaunchRequest request;
    request.program = source.engine;
    request.arguments << QStringLiteral("logs") << QStringLiteral("--follow");
    if (sameContainer && QFile::exists(m_logPath)) // what its earlier runs said is there
        request.arguments << QStringLiteral("--since") << run;
    request.arguments << source.container;
    request.environment = source.environment;
    request.logPath = m_logPath;
    request.logHeader = QStringLiteral("# Pilothouse %1: log of the container %2\n")
                            .arg(QDateTime::currentDateTime().toString(Qt::ISODate), source.container.left(12))
                            .toUtf8();
    const Result<ProcessIdentity> started = ProcessLauncher::launch(request, m_procFs);
    if (!started)
        return started.error();
    m_watch.watch(*started, m_procFs);
    const QJsonObject written{ { QStringLiteral("container"), source.container }, { QStringLiteral("run"), run },
        { QStringLiteral("pid"), started->pid }, { QStringLiteral("start_ticks"), QString::number(started->startTicks) },
        { QStringLiteral("boot"), m_procFs.bootId() } };
    return writePrivateFile(m_recordPath, QJsonDocument(written).toJson(QJsonDocument::Compact));
}

} // namespace pilothouse
