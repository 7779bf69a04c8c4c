// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/switchoperation.h"

#include "models/services/chatservice.h"
#include "models/services/envservice.h"
#include "models/services/providerservice.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace pilothouse {

namespace {

constexpr int deathNoticeMs = 500;

} // namespace

SwitchOperation::SwitchOperation(const SwitchParts &parts, const SwitchPlan &plan, QObject *parent)
    : QObject(parent), m_parts(parts)
{
    m_outcome.plan = plan;
    m_outcome.result = SwitchResult::Planned;
}

SwitchOperation::~SwitchOperation() = default;

void SwitchOperation::start()
{
    if (m_outcome.plan.blocked) {
        m_outcome.result = SwitchResult::Blocked;
        m_outcome.reason = m_outcome.plan.blocked->message;
        finish();
        return;
    }
    const ProviderState state = m_parts.provider->status().state;
    m_wasRunning = state == ProviderState::Ready || state == ProviderState::Degraded;
    m_oldSpec = m_parts.provider->launchSpec();
    m_index = 0;
    runStep();
}

void SwitchOperation::cancel()
{
    if (m_ended || m_returning || m_index < 0)
        return;
    if (m_writing || m_between) // the write or the queued step first: what it did must be known to be taken back
        m_cancelAsked = true;
    else
        stepFailed(tr("Cancelled by you."));
}

ModelName SwitchOperation::wanted() const
{
    // What ran before is what the old launch served, whatever the changed keys said.
    return m_returning ? (m_oldSpec.model.isEmpty() ? m_outcome.plan.from : m_oldSpec.model) : m_outcome.plan.to;
}

void SwitchOperation::runStep()
{
    m_between = false;
    if (std::exchange(m_cancelAsked, false) && !m_returning && m_index < m_outcome.plan.steps.size()) {
        m_clock.start();
        stepFailed(tr("Cancelled by you."));
        return;
    }
    if (m_index >= m_outcome.plan.steps.size()) {
        m_outcome.result = m_returning ? SwitchResult::Returned : SwitchResult::Done;
        finish();
        return;
    }
    m_context = std::make_unique<QObject>();
    m_clock.start();
    Step &step = m_outcome.plan.steps[m_index];
    step.state = StepState::Running;
    Q_EMIT stepsChanged(m_outcome.plan.steps);
    const QString id = step.id;
    if (id == QLatin1String("write-env"))
        writeEnv();
    else if (id == QLatin1String("restore-env"))
        restoreEnv();
    else if (id == QLatin1String("load") || id == QLatin1String("load-old"))
        loadInPlace(wanted());
    else if (id == QLatin1String("stop") || id == QLatin1String("stop-new"))
        stopProvider();
    else if (id == QLatin1String("start") || id == QLatin1String("start-old"))
        startProvider();
    else if (id == QLatin1String("compare") || id == QLatin1String("compare-old"))
        compareServed(wanted());
    else
        askOnce(wanted());
}

void SwitchOperation::stepDone(const QString &detail)
{
    m_context.reset();
    Step &step = m_outcome.plan.steps[m_index];
    step.state = StepState::Done;
    step.ms = m_clock.elapsed();
    if (!detail.isEmpty())
        step.detail = detail;
    Q_EMIT stepsChanged(m_outcome.plan.steps);
    ++m_index;
    m_between = true;
    QTimer::singleShot(0, this, &SwitchOperation::runStep); // a service may still be inside the signal that ended the step
}

void SwitchOperation::stepFailed(const QString &reason)
{
    m_context.reset();
    if (m_ended)
        return;
    Step &step = m_outcome.plan.steps[m_index];
    step.state = StepState::Failed;
    step.ms = m_clock.elapsed();
    step.detail = reason;
    if (m_returning) { // the way back is broken too: say both, change nothing further
        m_outcome.reason = tr("%1 Going back failed as well: %2").arg(m_outcome.reason, reason);
        for (qsizetype i = m_index + 1; i < m_outcome.plan.steps.size(); ++i)
            m_outcome.plan.steps[i].state = StepState::NotReached;
        m_outcome.result = SwitchResult::Returned;
        Q_EMIT stepsChanged(m_outcome.plan.steps);
        finish();
        return;
    }
    beginReturn(reason);
}

void SwitchOperation::beginReturn(const QString &reason)
{
    m_returning = true;
    m_outcome.reason = reason;
    m_parts.chat->stop();
    QList<Step> &steps = m_outcome.plan.steps;
    bool restarts = false;
    bool touchedProvider = false;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (i > m_index)
            steps[i].state = StepState::NotReached;
        else if (steps[i].id != QLatin1String("write-env"))
            touchedProvider = true;
        restarts = restarts || steps[i].id == QLatin1String("start");
    }
    const Step stopNew{ QStringLiteral("stop-new"), tr("Stop the provider"), {}, {}, {}, {} };
    if (touchedProvider && m_wasRunning && restarts) // while .env still names what was started
        steps << stopNew;
    if (m_written)
        steps << Step{ QStringLiteral("restore-env"), tr("Restore .env"), tr("the old bytes, unchanged"), {}, {}, {} };
    if (touchedProvider && !m_wasRunning) {
        steps << Step{ QStringLiteral("stop-new"), tr("Stop the provider"), tr("it was stopped before"), {}, {}, {} };
    } else if (touchedProvider) {
        const QString old = wanted().text();
        if (restarts) {
            steps << Step{ QStringLiteral("start-old"), tr("Start with %1").arg(old), {}, {}, {}, {} };
        } else {
            steps << Step{ QStringLiteral("load-old"), tr("Load %1").arg(old), {}, {}, {}, {} };
        }
        steps << Step{ QStringLiteral("compare-old"), tr("Compare the served model"), tr("the API must serve %1").arg(old), {},
            {}, {} };
    }
    ++m_index;
    while (m_index < steps.size() && steps[m_index].state == StepState::NotReached)
        ++m_index;
    QTimer::singleShot(0, this, &SwitchOperation::runStep);
}

void SwitchOperation::writeEnv()
{
    if (m_outcome.plan.changes.isEmpty()) {
        stepDone(tr("nothing to change"));
        return;
    }
    m_writing = true;
    m_parts.env->saveChanges(m_outcome.plan.changes, [guard = QPointer<SwitchOperation>(this)](const Result<EnvWrite> &write) {
        if (guard)
            guard->envWritten(write);
    });
}

void SwitchOperation::envWritten(const Result<EnvWrite> &write)
{
    m_writing = false;
    if (!write) {
        stepFailed(write.error().message);
        return;
    }
    m_written = *write;
    m_parts.provider->setLaunchSpec(m_parts.launchSpec());
    stepDone();
}

void SwitchOperation::restoreEnv()
{
    m_parts.env->takeBack(*m_written, [guard = QPointer<SwitchOperation>(this)](const Result<EnvWrite> &write) {
        if (!guard)
            return;
        if (!write) {
            guard->stepFailed(write.error().message);
            return;
        }
        guard->m_parts.provider->setLaunchSpec(guard->m_oldSpec);
        guard->stepDone(write->after == guard->m_written->before ? QString() : tr("only its keys: the file was changed meanwhile"));
    });
}

void SwitchOperation::failOnProviderError()
{
    connect(m_parts.provider, &ProviderService::failed, m_context.get(), [this](const Error &error) {
        const QString gap = error.message.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral(". "); // an engine's own words
        stepFailed(error.cause.isEmpty() ? error.message : error.message + gap + error.cause);
    });
}

bool SwitchOperation::isDown() const
{
    const ProviderState state = m_parts.provider->status().state;
    return state == ProviderState::Failed || state == ProviderState::Stopped;
}

void SwitchOperation::loadInPlace(const ModelName &model)
{
    if (m_returning && isDown()) { // it died on the way: the old model comes back with a new process
        startProvider();
        return;
    }
    if (m_returning) {
        // A provider that dies breaks the connection first and is seen dead a moment later.
        connect(m_parts.provider, &ProviderService::failed, m_context.get(), [this](const Error &error) {
            QTimer::singleShot(deathNoticeMs, m_context.get(), [this, error] {
                if (isDown())
                    startProvider();
                else
                    stepFailed(error.message);
            });
        });
    } else {
        failOnProviderError();
    }
    connect(m_parts.provider, &ProviderService::statusChanged, m_context.get(), [this, model](const ProviderStatus &status) {
        if (status.serves(model) && status.state == ProviderState::Ready)
            stepDone();
        else if (!m_returning && (status.state == ProviderState::Failed || status.state == ProviderState::Stopped))
            stepFailed(status.failure ? status.failure->message : tr("The provider stopped while it loaded the model."));
    });
    m_parts.provider->loadModel(model);
}

void SwitchOperation::stopProvider()
{
    const ProviderState state = m_parts.provider->status().state;
    if (state == ProviderState::Stopped || state == ProviderState::Failed) {
        stepDone(tr("already stopped"));
        return;
    }
    failOnProviderError();
    connect(m_parts.provider, &ProviderService::stopped, m_context.get(), [this] { stepDone(); });
    m_parts.provider->stop();
}

void SwitchOperation::startProvider()
{
    failOnProviderError();
    connect(m_parts.provider, &ProviderService::started, m_context.get(), [this] { stepDone(); });
    connect(m_parts.provider, &ProviderService::statusChanged, m_context.get(), [this](const ProviderStatus &status) {
        if (status.state == ProviderState::Degraded && status.failure)
            stepFailed(status.failure->message);
        else if (status.state == ProviderState::Starting)
            m_startSeen = true;
        else if (status.state == ProviderState::Stopped && m_startSeen)
            stepFailed(tr("The start was stopped."));
    });
    m_startSeen = false;
    m_parts.provider->start();
}

void SwitchOperation::compareServed(const ModelName &model)
{
    if (m_parts.provider->status().serves(model)) {
        stepDone(tr("the API serves %1").arg(model.text()));
        return;
    }
    QStringList names;
    for (const ServedModel &served : m_parts.provider->status().served)
        names << served.name.text();
    stepFailed(names.isEmpty() ? tr("The API serves no model; %1 was wanted.").arg(model.text())
                               : tr("The API serves %1; %2 was wanted.").arg(names.join(QStringLiteral(", ")), model.text()));
}

void SwitchOperation::askOnce(const ModelName &model)
{
    connect(m_parts.chat, &ChatService::finished, m_context.get(), [this](const ChatAnswer &answer) {
        if (answer.interrupted || answer.failure) {
            stepFailed(answer.failure ? answer.failure->message : tr("The answer broke off before its end."));
        } else if (answer.text.trimmed().isEmpty() && answer.reasoning.trimmed().isEmpty()) {
            stepFailed(tr("The model answered with an empty text."));
        } else {
            m_outcome.answer = answer.text.trimmed();
            stepDone(tr("“%1”").arg(m_outcome.answer.simplified().left(60)));
        }
    });
    m_parts.chat->send(m_parts.testRequest(model));
}

void SwitchOperation::finish()
{
    m_ended = true;
    m_context.reset();
    Q_EMIT finished(m_outcome);
}

} // namespace pilothouse
