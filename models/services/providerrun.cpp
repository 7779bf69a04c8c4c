// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/providerrun.h"

#include "models/process/baseenvironment.h"
#include "models/process/privatefile.h"
#include "models/process/processlauncher.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

namespace pilothouse {

namespace {

QByteArray headerLine(const LaunchSpec &spec, const Redactor &redactor)
{
    const QStringList words = QStringList{ spec.program } + spec.shownArguments();
    QString command = redactor.redacted(words.join(u' '));
    command.replace(u'\n', u' ');
    return QStringLiteral("# Pilothouse %1: %2\n").arg(QDateTime::currentDateTime().toString(Qt::ISODate), command).toUtf8();
}

QMap<QString, QString> environmentOf(const LaunchSpec &spec, const QString &marker)
{
    QMap<QString, QString> environment = baseEnvironment();
    for (const LaunchArgument &entry : spec.environment) {
        const qsizetype equals = entry.text.indexOf(u'=');
        if (equals > 0)
            environment.insert(entry.text.left(equals), entry.text.mid(equals + 1));
    }
    environment.insert(QLatin1String(runMarkerVariable), marker);
    return environment;
}

} // namespace

ProviderRun::ProviderRun(const QString &stateFolder, const QString &envPath, const ProcFs &procFs, QObject *parent)
    : QObject(parent), m_procFs(procFs)
{
    const QString id = RunRecord::idFor(envPath);
    m_recordPath = stateFolder + QStringLiteral("/runs/") + id + QStringLiteral(".json");
    m_logPath = stateFolder + QStringLiteral("/logs/") + id + QStringLiteral(".log");
    connect(&m_watch, &ProcessWatch::aboutToReap, this, &ProviderRun::noteMembers);
    connect(&m_watch, &ProcessWatch::ended, this, &ProviderRun::ended);
}

ProviderRun::Found ProviderRun::adopt()
{
    m_record.reset();
    if (!QFile(m_recordPath).open(QIODevice::ReadOnly))
        return Found::Nothing; // absent, or only unreadable now: then it stays
    m_record = RunRecord::read(m_recordPath);
    if (!m_record) {
        QFile::remove(m_recordPath); // half-written or not a record: as if it were absent
        return Found::Nothing;
    }
    const RecordVerdict verdict = m_record->verify(m_procFs);
    if (verdict == RecordVerdict::Match && m_watch.watch(m_record->process, m_procFs))
        return Found::Alive;
    if (verdict == RecordVerdict::Mismatch) {
        m_record->members = m_record->survivors(m_procFs);
        // a living process that is not ours makes the whole record doubtful
        const bool leaderIsGone = !m_procFs.isAlive(m_record->process);
        if (leaderIsGone && m_record->bootId == m_procFs.bootId() && !survivors().isEmpty())
            return Found::OnlySurvivors;
        if (recordFileIsOurs())
            QFile::remove(m_recordPath);
    }
    m_record.reset(); // unverifiable: the file stays, nothing is done with the process
    return Found::Nothing;
}

Result<void> ProviderRun::launch(const LaunchSpec &spec, const Redactor &redactor)
{
    if (Result<void> made = makePrivateFolder(QFileInfo(m_logPath).path()); !made)
        return made;
    rotateLog();
    RunRecord record;
    record.bootId = m_procFs.bootId();
    record.marker = QString::number(QRandomGenerator::system()->generate64(), 16);
    record.argvHash = RunRecord::hashOf(spec.program, spec.argumentTexts());
    record.program = spec.program;
    record.logPath = m_logPath;
    record.endpoint = spec.endpoint;
    record.model = spec.model;
    record.launcher = spec.kind;
    record.startedAt = QDateTime::currentDateTimeUtc();
    record.applied = spec.appliedValues;

    LaunchRequest request;
    request.program = spec.program;
    request.arguments = spec.argumentTexts();
    request.environment = environmentOf(spec, record.marker);
    request.workingFolder = spec.workingFolder;
    request.logPath = m_logPath;
    request.logHeader = headerLine(spec, redactor);
    const Result<ProcessIdentity> started = ProcessLauncher::launch(request, m_procFs);
    if (!started)
        return started.error();
    record.process = started.value();
    m_record = record;
    write(); // whatever an earlier run left there
    m_watch.watch(record.process, m_procFs);
    return {};
}

bool ProviderRun::handOver(bool mustListen)
{
    const QList<ProcessStat> left = survivors();
    if (left.isEmpty() || !m_record)
        return false;
    auto heir
        = std::min_element(left.begin(), left.end(), [](const auto &a, const auto &b) { return a.startTicks < b.startTicks; });
    const auto holder = m_procFs.portHolder(m_record->endpoint.port());
    const auto listener
        = std::find_if(left.begin(), left.end(), [&holder](const auto &stat) { return holder && holder->pid == stat.pid; });
    if (listener != left.end())
        heir = listener;
    else if (mustListen)
        return false;
    noteMembers();
    m_record->process = heir->identity();
    save();
    return m_watch.watch(m_record->process, m_procFs);
}

void ProviderRun::setModel(const ModelName &model)
{
    if (!m_record || m_record->model == model)
        return;
    m_record->model = model;
    if (m_record->applied.contains(QStringLiteral("LLM_MODEL")))
        m_record->applied[QStringLiteral("LLM_MODEL")] = model.text();
    save();
}

void ProviderRun::noteMembers()
{
    if (!m_record)
        return;
    QList<ProcessIdentity> members;
    for (const ProcessStat &stat : survivors()) {
        if (!(stat.identity() == m_record->process))
            members << stat.identity();
    }
    if (members == m_record->members)
        return;
    m_record->members = members;
    save();
}

void ProviderRun::forget()
{
    m_watch.stop();
    if (m_record && recordFileIsOurs())
        QFile::remove(m_recordPath);
    m_record.reset();
}

bool ProviderRun::owns(qint64 pid) const
{
    const QList<ProcessStat> own = survivors();
    return std::any_of(own.begin(), own.end(), [pid](const ProcessStat &stat) { return stat.pid == pid; });
}

QList<ProcessStat> ProviderRun::survivors() const
{
    return m_record ? ownedProcesses(m_procFs, ownership()) : QList<ProcessStat>();
}

RunOwnership ProviderRun::ownership() const
{
    return m_record ? RunOwnership{ m_record->process, m_record->members, m_record->marker } : RunOwnership{};
}

bool ProviderRun::recordFileIsOurs() const
{
    if (!QFile::exists(m_recordPath))
        return true;
    const std::optional<RunRecord> onDisk = RunRecord::read(m_recordPath);
    return onDisk && onDisk->marker == m_record->marker;
}

void ProviderRun::save()
{
    if (recordFileIsOurs())
        write();
}

void ProviderRun::write()
{
    if (const Result<void> written = m_record->write(m_recordPath); !written)
        Q_EMIT recordFailed(written.error());
}

void ProviderRun::rotateLog()
{
    if (QFile::exists(m_logPath)) {
        QFile::remove(m_logPath + QStringLiteral(".1"));
        QFile::rename(m_logPath, m_logPath + QStringLiteral(".1"));
    }
}

} // namespace pilothouse
