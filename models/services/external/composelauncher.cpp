// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/external/composelauncher.h"

#include "models/diagnosis/dockerfailures.h"
#include "models/process/privatefile.h"
#include "models/process/processlauncher.h"
#include "models/process/runrecord.h"

#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QRandomGenerator>

namespace pilothouse {

namespace {

constexpr int progressMs = 250;
constexpr qint64 mostOutput = 64 * 1024;
constexpr int cancelGraceMs = 5'000;

QStringList linesOf(const QString &path, qint64 from)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(qMax(from, file.size() - mostOutput)))
        return {};
    return QString::fromUtf8(file.read(mostOutput)).split(u'\n', Qt::SkipEmptyParts);
}

/// The previous log stays beside the new one.
void rotate(const QString &path)
{
    if (QFile::exists(path)) {
        QFile::remove(path + QStringLiteral(".1"));
        QFile::rename(path, path + QStringLiteral(".1"));
    }
}

} // namespace

ComposeLauncher::ComposeLauncher(const QString &logPath, const ProcFs &procFs, QObject *parent)
    : ExternalLauncher(parent), m_logPath(logPath), m_procFs(procFs), m_log(logPath, procFs)
{
    m_progressTimer.setInterval(progressMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &ComposeLauncher::showProgress);
    connect(&m_watch, &ProcessWatch::ended, this, &ComposeLauncher::actionEnded);
    connect(&m_query, &CommandQuery::finished, this, &ComposeLauncher::answered);
}

ComposeLauncher::~ComposeLauncher() = default;

void ComposeLauncher::setSpec(const LaunchSpec &spec)
{
    if (m_spec.compose != spec.compose || m_spec.program != spec.program || m_spec.workingFolder != spec.workingFolder) {
        m_query.cancel();
        m_question = Question::None;
        m_ids.clear();
        m_containers.clear();
    }
    m_spec = spec;
}

QMap<QString, QString> ComposeLauncher::environment() const
{
    QMap<QString, QString> variables;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &key : own.keys())
        variables.insert(key, own.value(key));
    variables.insert(QStringLiteral("COMPOSE_ANSI"), QStringLiteral("never"));
    variables.insert(QStringLiteral("COMPOSE_PROGRESS"), QStringLiteral("plain"));
    return variables;
}

void ComposeLauncher::start()
{
    if (isBusy() || !m_spec.compose)
        return;
    rotate(m_logPath);
    m_followWanted = true;
    act(Action::Up, { QStringLiteral("up"), QStringLiteral("-d"), m_spec.compose->service });
}

void ComposeLauncher::apply(const QStringList &services)
{
    if (isBusy() || !m_spec.compose || services.isEmpty())
        return;
    m_followWanted = services.contains(m_spec.compose->service);
    // What it depends on was not asked for: compose would recreate that too where it has changed.
    act(Action::Apply, QStringList{ QStringLiteral("up"), QStringLiteral("-d"), QStringLiteral("--no-deps") } + services);
}

void ComposeLauncher::stop()
{
    if (!m_spec.compose || m_action == Action::Down)
        return;
    if (isBusy()) {
        replaceBy(Action::Down);
        return;
    }
    const QString &service = m_spec.compose->service;
    if (m_spec.compose->tool == ComposeTool::Podman) // has no "rm"
        act(Action::Down, { QStringLiteral("down"), service });
    else // "down SERVICE" of an early v2 ends every service (docker/compose#9151)
        act(Action::Down, { QStringLiteral("rm"), QStringLiteral("--stop"), QStringLiteral("--force"), service });
}

void ComposeLauncher::cancel()
{
    if (m_action == Action::Up || m_action == Action::Apply)
        replaceBy(Action::None);
}

void ComposeLauncher::act(Action action, const QStringList &arguments)
{
    // What up says belongs to the provider's log, which is new; the log of a running container is not mixed with it.
    m_outputPath = action == Action::Up ? m_logPath : m_logPath + QStringLiteral(".command");
    if (action != Action::Up)
        QFile::remove(m_outputPath);
    if (const Result<void> made = makePrivateFolder(QFileInfo(m_logPath).path()); !made) {
        Q_EMIT failed(made.error());
        return;
    }
    LaunchRequest request;
    request.program = m_spec.program;
    request.arguments = m_spec.compose->before + arguments;
    request.environment = environment();
    const QString marker = QString::number(QRandomGenerator::system()->generate64(), 16);
    request.environment.insert(QLatin1String(runMarkerVariable), marker);
    request.workingFolder = m_spec.workingFolder;
    request.logPath = m_outputPath;
    const QString command = (QStringList{ request.program } + request.arguments).join(u' ');
    request.logHeader
        = QStringLiteral("# Pilothouse %1: %2\n")
              .arg(QDateTime::currentDateTime().toString(Qt::ISODate), m_redactor.redacted(command).replace(u'\n', u' '))
              .toUtf8();
    const Result<ProcessIdentity> started = ProcessLauncher::launch(request, m_procFs);
    if (!started) {
        Q_EMIT failed(started.error());
        return;
    }
    m_action = action;
    m_command = { *started, {}, marker };
    m_outputStart = request.logHeader.size();
    m_progressRead = m_outputStart;
    forgetQuestion();
    m_progressTimer.start();
    m_watch.watch(*started, m_procFs);
}

/// What it would say is of before.
void ComposeLauncher::forgetQuestion()
{
    m_query.cancel();
    if (std::exchange(m_question, Question::None) == Question::Log)
        m_lastLinesOf.clear(); // ask again, or the cause of this end is lost
    m_ids.clear();
}

void ComposeLauncher::showProgress()
{
    const QStringList lines = linesOf(m_outputPath, m_progressRead);
    const qint64 size = QFileInfo(m_outputPath).size();
    if (size == m_progressRead || lines.isEmpty())
        return;
    m_progressRead = size;
    Q_EMIT progressed(m_redactor.redacted(lines.constLast().trimmed()));
}

void ComposeLauncher::actionEnded(const ProcessEnd &end)
{
    if (m_stopper)
        return; // it tells when the whole tree is gone
    m_progressTimer.stop();
    forgetQuestion();
    m_action = Action::None;
    if (end.exitCode == 0)
        Q_EMIT done();
    else
        Q_EMIT failed(complaint(end));
}

Error ComposeLauncher::complaint(const ProcessEnd &end) const
{
    DockerComplaint complaint;
    complaint.exitCode = end.exitCode.value_or(-1);
    complaint.service = m_spec.compose ? m_spec.compose->service : QString();
    for (const QString &line : linesOf(m_outputPath, m_outputStart))
        complaint.lines << m_redactor.redacted(line);
    return explainDocker(complaint);
}

/// Ends the command under way, with all that it started, and then goes on.
void ComposeLauncher::replaceBy(Action next)
{
    m_next = next;
    if (m_stopper)
        return;
    StopRequest request;
    request.run = m_command;
    request.graceMs = cancelGraceMs;
    m_stopper = new ProcessStopper(request, m_procFs, this);
    connect(m_stopper, &ProcessStopper::succeeded, this, &ComposeLauncher::cancelled);
    connect(m_stopper, &ProcessStopper::failed, this, &ComposeLauncher::cancelled);
    m_stopper->start();
}

void ComposeLauncher::cancelled()
{
    m_stopper->deleteLater();
    m_stopper = nullptr;
    m_watch.stop();
    m_progressTimer.stop();
    m_action = Action::None;
    forgetQuestion();
    if (std::exchange(m_next, Action::None) == Action::Down)
        stop();
    else
        Q_EMIT failed(Error{ QStringLiteral("external.canceled"), tr("The command was taken back."), {}, {}, {} });
}

void ComposeLauncher::followLog()
{
    m_followWanted = true;
    const ContainerFacts *container = provider();
    if (!container || m_spec.compose->engine.isEmpty() || container->state == QLatin1String("created"))
        return; // when it is there
    m_followWanted = false;
    if (const Result<void> followed
        = m_log.follow({ m_spec.compose->engine, environment(), container->id, container->startedAt, container->exitCode && !container->isRunning() });
        !followed)
        Q_EMIT progressed(followed.error().message);
}

} // namespace pilothouse
