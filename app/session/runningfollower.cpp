// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/runningfollower.h"

#include "models/deployment/drift/backendplace.h"

#include <utility>

namespace pilothouse {

namespace {

constexpr int delayMs = 100;
constexpr int againMs = 5'000;

} // namespace

RunningFollower::RunningFollower(std::function<RunningQuestion()> question, QObject *parent)
    : QObject(parent), m_question(std::move(question))
{
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    m_again.setInterval(againMs);
    connect(&m_delay, &QTimer::timeout, this, &RunningFollower::run);
    connect(&m_again, &QTimer::timeout, this, &RunningFollower::run);
    connect(&m_probe, &BackendProbe::finished, this, &RunningFollower::takeBackend);
}

RunningFollower::~RunningFollower()
{
    m_pool.waitForDone(); // it calls back into this object
}

void RunningFollower::watch()
{
    m_again.start();
    look();
}

void RunningFollower::look()
{
    m_traceWanted = true;
    ++m_job; // what is being read now is of before
    if (!m_delay.isActive())
        m_delay.start();
}

void RunningFollower::lookNow(bool backend, std::function<void()> next)
{
    m_traceWanted = true;
    m_waiting.append({ backend, std::move(next) });
    run();
}

RunningFollower::Answer RunningFollower::work(const RunningQuestion &question, bool trace)
{
    Answer answer;
    if (trace)
        answer.trace = traceConfiguration(question.trace, VariableSchema::load(QStringLiteral("en")));
    const ProcFs procFs;
    std::optional<qint64> pid = question.pid;
    if (!pid && question.port > 0)
        pid = providerOnPort(procFs, question.port, question.programs);
    if (pid)
        answer.process = readProcessFacts(procFs, *pid, question.own);
    return answer;
}

void RunningFollower::run()
{
    m_delay.stop();
    m_pool.clear(); // only the latest question counts
    const RunningQuestion question = m_question();
    m_description = question.trace.description;
    m_pool.start([this, job = ++m_job, question, trace = m_traceWanted] {
        const auto answer = [this, job, found = work(question, trace)] {
            if (job == m_job)
                take(found);
        };
        QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
    });
}

void RunningFollower::take(const Answer &answer)
{
    const bool sameProcess
        = answer.process.has_value() == m_process.has_value() && (!m_process || m_process->sameAs(*answer.process));
    const bool same = (!answer.trace || *answer.trace == m_trace) && sameProcess;
    if (answer.trace) {
        m_trace = *answer.trace;
        m_traceWanted = false;
    }
    m_process = answer.process;
    const BackendFacts place = backendPlace(m_description, m_trace);
    const bool moved = !(place.endpoint == m_backend.endpoint) || place.service != m_backend.service;
    if (moved)
        m_backend = place;
    if (!same)
        Q_EMIT changed();
    release(false);
    if (moved || !m_probe.isBusy())
        m_probe.ask(place);
}

void RunningFollower::takeBackend(const BackendFacts &facts)
{
    BackendFacts before = std::exchange(m_backend, facts);
    before.askedAt = facts.askedAt;
    if (!(before == facts))
        Q_EMIT changed();
    release(true);
}

/// Those who wait for the worker only, or for the backend as well. A listener may ask again.
void RunningFollower::release(bool backend)
{
    QList<Waiting> ready;
    QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (Waiting &each : waiting) {
        each.read = each.read || !backend;
        (each.read && (backend || !each.backend) ? ready : m_waiting).append(each);
    }
    for (const Waiting &each : std::as_const(ready))
        each.next();
}

} // namespace pilothouse
