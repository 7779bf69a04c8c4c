// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/deploymentsession.h"
#include "models/deployment/courselinebuilder.h"
#include "models/deployment/drift/applyplan.h"
#include "models/deployment/drift/backendplace.h"

#include <QFileInfo>

#include <utility>

namespace pilothouse {

namespace {

constexpr int stampMs = 5'000; // of the age of what did not change

bool isUp(const ProviderStatus &status)
{
    return status.state == ProviderState::Ready || status.state == ProviderState::Degraded;
}

} // namespace

RunningInputs DeploymentSession::runningInputs() const
{
    RunningInputs inputs;
    inputs.saved = m_env.savedValues();
    inputs.spec = m_provider.launchSpec();
    inputs.status = m_provider.status();
    inputs.trace = m_running.trace();
    inputs.process = m_running.process();
    if (inputs.status.pid && inputs.process && inputs.process->pid != *inputs.status.pid)
        inputs.process.reset(); // of the run before
    inputs.backend = m_running.backend();
    return inputs;
}

RunningQuestion DeploymentSession::runningQuestion() const
{
    const ProviderStatus &status = m_provider.status();
    const LaunchSpec &spec = m_provider.launchSpec();
    RunningQuestion question;
    question.trace = traceInputs();
    question.trace.envBytes = m_env.savedBytes();
    question.pid = status.pid;
    question.own = status.ownProcess;
    if (isUp(status) && status.endpoint.isLoopback() && spec.kind != LauncherKind::Compose)
        question.port = status.endpoint.port();
    question.programs = { QStringLiteral("ollama"), QStringLiteral("vllm"), QStringLiteral("llama-server") };
    if (!spec.program.isEmpty())
        question.programs << QFileInfo(spec.program).fileName();
    return question;
}

const QList<RunningValue> &DeploymentSession::runningValues() const
{
    RunningInputs inputs = runningInputs();
    const QDateTime evidenceAt = std::exchange(inputs.status.evidenceAt, m_runningInputs.status.evidenceAt);
    const bool old
        = !m_runningInputs.status.evidenceAt.isValid() || m_runningInputs.status.evidenceAt.msecsTo(evidenceAt) > stampMs;
    if (old || !(inputs == m_runningInputs)) {
        inputs.status.evidenceAt = evidenceAt;
        m_runningValues = pilothouse::runningValues(inputs);
        m_runningInputs = inputs;
    }
    return m_runningValues;
}

CourseLine DeploymentSession::courseLine() const
{
    return pilothouse::courseLine(
        { m_env.savedValues(), m_provider.launchSpec(), m_provider.status(), runningValues(), backend(), backendVerdict() });
}

QList<DriftEntry> DeploymentSession::drift() const
{
    return driftOf(runningValues());
}

std::optional<BackendVerdict> DeploymentSession::backendVerdict() const
{
    return pilothouse::backendVerdict(runningInputs());
}

ApplyPlan DeploymentSession::applyPlan() const
{
    ApplyPlan plan = pilothouse::applyPlan(runningValues(), m_provider.launchSpec(), m_provider.status());
    if (plan.obstacle.isEmpty() && !plan.step.services.isEmpty() && m_provider.launchSpec().kind != LauncherKind::Compose)
        plan.obstacle = tr("Pilothouse cannot do this here. In a terminal: %1").arg(upCommand(plan.step.services));
    return plan;
}

void DeploymentSession::apply()
{
    m_running.lookNow(false, [this] { applyNow(); });
}

void DeploymentSession::applyNow()
{
    const ApplyPlan plan = applyPlan();
    if (!plan.obstacle.isEmpty()) {
        Q_EMIT applyFailed(Error{
            QStringLiteral("apply.elsewhere"), tr("The saved values cannot be applied from here."), {}, plan.obstacle, {} });
        return;
    }
    const bool down = !isUp(m_provider.status()) && m_provider.status().state != ProviderState::Starting;
    if ((down || plan.step.restart || !plan.step.services.isEmpty()) && needsTrust()) { // the files have changed since it was asked
        Q_EMIT applyFailed(Error{ QStringLiteral("trust.needed"), tr("The saved values cannot be applied from here."), {},
            tr("The deployment’s own files have changed: apply again and confirm what they run."), {} });
        return;
    }
    Q_EMIT applyBegan(plan);
    if (!isUp(m_provider.status()) && m_provider.status().state != ProviderState::Starting && plan.step.services.isEmpty()) {
        start(); // it takes the saved values
        return;
    }
    const auto &compose = m_provider.launchSpec().compose;
    const bool recreated = compose && plan.step.services.contains(compose->service);
    if (!plan.step.services.isEmpty())
        m_provider.apply(plan.step.services);
    if (plan.step.restart)
        m_provider.restart();
    else if (plan.step.reloadModel && !recreated) // a start loads its model by itself
        m_provider.loadModel(configuredModel());
}

} // namespace pilothouse
