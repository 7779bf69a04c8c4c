// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosis/dockerfailures.h"
#include "models/services/external/composelauncher.h"
#include "models/services/external/containerinspect.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int listEveryInspections = 6;
constexpr int quotedLines = 50;
constexpr int settledSeconds = 10; ///< a restarted container that ran this long has recovered

} // namespace

void ComposeLauncher::observe()
{
    if (m_question != Question::None || !m_spec.compose || m_spec.program.isEmpty())
        return;
    if (!m_spec.compose->mayAsk) {
        Q_EMIT unobservable(Error{ QStringLiteral("trust.needed"),
            tr("This folder’s own files would run: %1").arg(m_redactor.redacted(m_spec.program)), {}, {}, {} });
        return;
    }
    if (m_spec.compose->engine.isEmpty()) {
        Q_EMIT unobservable(Error{ QStringLiteral("docker.no-cli"), tr("The containers cannot be inspected."),
            tr("The program docker is not there, only %1.").arg(m_spec.program), tr("Install the docker command."), {} });
        return;
    }
    m_retried = false;
    if (!m_ids.isEmpty() && ++m_inspections < listEveryInspections) {
        ask(Question::Inspect, m_spec.compose->engine, QStringList{ QStringLiteral("inspect") } + m_ids);
        return;
    }
    QStringList arguments = m_spec.compose->before + QStringList{ QStringLiteral("ps"), QStringLiteral("-q") };
    if (m_spec.compose->tool == ComposeTool::Plugin)
        arguments << QStringLiteral("--all"); // the others list ended containers anyway
    ask(Question::List, m_spec.program, arguments);
}

void ComposeLauncher::ask(Question question, const QString &program, const QStringList &arguments)
{
    m_question = question;
    CommandRequest request;
    request.program = program;
    request.arguments = arguments;
    request.environment = environment();
    request.workingFolder = m_spec.workingFolder;
    m_query.run(request);
}

void ComposeLauncher::answered(const CommandAnswer &answer)
{
    const Question question = std::exchange(m_question, Question::None);
    if (question == Question::Log) { // also what it said on stderr; without an answer there are no lines
        m_lastLines = QString::fromUtf8(answer.output + answer.errors).split(u'\n', Qt::SkipEmptyParts);
        tell();
    } else if (question == Question::Inspect && !answer.isGood() && !std::exchange(m_retried, true)) {
        m_ids.clear(); // one of them is gone: who is there now?
        m_inspections = 0;
        QStringList arguments = m_spec.compose->before + QStringList{ QStringLiteral("ps"), QStringLiteral("-q") };
        if (m_spec.compose->tool == ComposeTool::Plugin)
            arguments << QStringLiteral("--all");
        ask(Question::List, m_spec.program, arguments);
    } else if (!answer.isGood()) {
        notAnswered(answer);
    } else if (question == Question::List) {
        listed(answer.output);
    } else {
        inspected(answer.output);
    }
}

void ComposeLauncher::notAnswered(const CommandAnswer &answer)
{
    m_ids.clear();
    m_containers.clear();
    if (answer.end == CommandAnswer::End::TimedOut) {
        Q_EMIT unobservable(Error{ QStringLiteral("docker.slow"), tr("The Docker service does not answer."),
            tr("A question was not answered within 10 seconds."),
            tr("Look at the Docker service (systemctl status docker), or at the connection to its machine."), {} });
        return;
    }
    DockerComplaint complaint;
    complaint.exitCode = answer.exitCode;
    complaint.service = m_spec.compose->service;
    for (const QString &line : QString::fromUtf8(answer.errors).split(u'\n', Qt::SkipEmptyParts))
        complaint.lines << m_redactor.redacted(line);
    Q_EMIT unobservable(explainDocker(complaint));
}

void ComposeLauncher::listed(const QByteArray &ids)
{
    m_inspections = 0;
    m_ids.clear();
    for (const QString &line : QString::fromLatin1(ids).split(u'\n', Qt::SkipEmptyParts)) {
        const QString id = line.trimmed();
        const bool hex = std::all_of(id.cbegin(), id.cend(), [](QChar digit) { return digit.isLetterOrNumber(); });
        if (hex && !id.isEmpty())
            m_ids << id;
    }
    if (!m_ids.isEmpty()) {
        ask(Question::Inspect, m_spec.compose->engine, QStringList{ QStringLiteral("inspect") } + m_ids);
        return;
    }
    m_containers.clear();
    tell();
}

void ComposeLauncher::inspected(const QByteArray &json)
{
    const Result<QList<ContainerFacts>> read = readInspect(json, m_spec.compose->host.isEmpty());
    if (!read) {
        Q_EMIT unobservable(read.error());
        return;
    }
    m_containers = *read;
    const ContainerFacts *container = provider();
    const bool ended = container && container->exitCode && container->state != QLatin1String("running");
    const QString run = container ? container->id + container->startedAt.toString(Qt::ISODate) + container->state : QString();
    if (ended && m_lastLinesOf != run) {
        m_lastLinesOf = run;
        m_lastLines.clear();
        ask(Question::Log, m_spec.compose->engine,
            { QStringLiteral("logs"), QStringLiteral("--tail"), QString::number(quotedLines), container->id });
        return;
    }
    tell();
}

const ContainerFacts *ComposeLauncher::provider() const
{
    const ContainerFacts *best = nullptr;
    for (const ContainerFacts &container : m_containers) {
        if (!m_spec.compose || container.service != m_spec.compose->service)
            continue;
        if (!best || (container.isRunning() && !best->isRunning())
            || (container.isRunning() == best->isRunning() && container.startedAt > best->startedAt))
            best = &container;
    }
    return best;
}

void ComposeLauncher::tell()
{
    if (m_followWanted && !isBusy())
        followLog();
    Q_EMIT observed(facts());
}

ExternalFacts ComposeLauncher::facts() const
{
    ExternalFacts facts;
    facts.containers = m_containers;
    const ContainerFacts *container = provider();
    if (!container)
        return facts;
    facts.exists = true;
    facts.running = container->isRunning() || container->state == QLatin1String("paused");
    facts.pid = container->pid;
    facts.startedAt = container->startedAt;
    const bool young = container->startedAt.secsTo(QDateTime::currentDateTime()) < settledSeconds;
    facts.restarting = container->state == QLatin1String("restarting") || (facts.running && container->restarts > 0 && young);
    if (container->exitCode || (container->state == QLatin1String("created") && !container->error.isEmpty())) {
        ExternalEnd end;
        end.exitCode = container->exitCode;
        end.outOfMemory = container->outOfMemory;
        end.error = m_redactor.redacted(container->error);
        // 130, 137, 143: INT, KILL and TERM, which is how a stop ends a program
        end.expected = container->exitCode && !container->outOfMemory && !facts.restarting
            && QList<int>{ 0, 130, 137, 143 }.contains(*container->exitCode);
        end.lastLines = m_lastLines;
        facts.end = end;
    }
    if (container->state == QLatin1String("paused")) {
        facts.ailing = Failure{ QStringLiteral("container.paused"),
            tr("The container of the service %1 is paused.").arg(container->service), {},
            tr("Continue it with: docker unpause %1").arg(container->id.left(12)), {} };
    } else if (facts.running && container->health == QLatin1String("unhealthy")) {
        facts.ailing = Failure{ QStringLiteral("container.unhealthy"),
            tr("The health check of the service %1 fails.").arg(container->service),
            tr("Docker runs it inside the container, beside what this panel asks."),
            tr("See what it says: docker inspect %1, at “Health”.").arg(container->id.left(12)), {} };
    }
    return facts;
}

} // namespace pilothouse
