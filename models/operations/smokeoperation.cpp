// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/smokeoperation.h"

#include "models/domain/format.h"
#include "models/services/chatservice.h"

#include <QTimer>

#include <algorithm>
#include <array>

namespace pilothouse {

namespace {

constexpr int probeTimeoutMs = 5'000;

bool lists(const QList<ServedModel> &models, const ModelName &wanted)
{
    return std::any_of(models.cbegin(), models.cend(), [&](const ServedModel &model) { return model.name.matches(wanted); });
}

bool lists(const QList<ModelEntry> &models, const ModelName &wanted)
{
    return std::any_of(models.cbegin(), models.cend(), [&](const ModelEntry &model) { return model.name.matches(wanted); });
}

} // namespace

SmokeOperation::SmokeOperation(const SmokeInputs &inputs, QObject *parent) : QObject(parent), m_inputs(inputs), m_probe(nullptr)
{
    m_report.steps = {
        Step{ QStringLiteral("rules"), tr("Configuration rules"), {}, {}, {}, {} },
        Step{ QStringLiteral("process"), tr("Provider process"), {}, {}, {}, {} },
        Step{ QStringLiteral("port"), tr("Port answers"), {}, {}, {}, {} },
        Step{ QStringLiteral("model"), tr("Served model equals configured"), {}, {}, {}, {} },
        Step{ QStringLiteral("answer"), tr("One measured answer"), {}, {}, {}, {} },
    };
    m_probe.setApiKey(m_inputs.question.apiKey);
    m_probe.readInstalledNext();
    connect(&m_probe, &ProviderProbe::finished, this, [this](const ProbeResult &result) {
        m_probed = result;
        const QString address = m_inputs.spec.endpoint.text();
        if (result.answered && !result.loading)
            endStep(StepState::Done, tr("%1, %2").arg(address, result.evidence));
        else if (result.loading)
            endStep(StepState::Failed, tr("%1 is still loading the model. Wait until the state is Ready.").arg(address));
        else
            endStep(StepState::Failed, result.error ? result.error->message : tr("%1 does not answer.").arg(address));
    });
    connect(m_inputs.chat, &ChatService::finished, this, [this](const ChatAnswer &answer) {
        if (m_index != 4)
            return;
        if (answer.failure || answer.interrupted) {
            endStep(StepState::Failed, answer.failure ? answer.failure->message : tr("The answer broke off before its end."));
        } else if (answer.text.trimmed().isEmpty() && answer.reasoning.trimmed().isEmpty()) {
            endStep(StepState::Failed, tr("The model answered with an empty text."));
        } else {
            endStep(StepState::Done,
                tr("first token %1, %2: “%3”")
                    .arg(formatMs(answer.figures.firstTokenMs), formatRate(answer.figures.tokensPerSecond),
                        answer.text.simplified().left(60)));
        }
    });
}

void SmokeOperation::start()
{
    m_report.startedAt = QDateTime::currentDateTime();
    m_clock.start();
    m_index = 0;
    runStep();
}

void SmokeOperation::cancel()
{
    if (m_report.finished || m_index < 0)
        return;
    m_probe.cancel();
    const int index = m_index;
    m_index = -1; // answers of the cancelled step no longer count
    m_inputs.chat->stop();
    m_index = index;
    endStep(StepState::Failed, tr("Cancelled by you."));
}

void SmokeOperation::runStep()
{
    if (m_report.finished)
        return;
    m_stepClock.start();
    m_report.steps[m_index].state = StepState::Running;
    Q_EMIT reportChanged(m_report);
    using Check = void (SmokeOperation::*)();
    constexpr std::array<Check, 5> checks{ &SmokeOperation::checkRules, &SmokeOperation::checkProcess, &SmokeOperation::checkPort,
        &SmokeOperation::checkServed, &SmokeOperation::askOnce };
    (this->*checks[size_t(m_index)])();
}

void SmokeOperation::endStep(StepState state, const QString &detail)
{
    Step &step = m_report.steps[m_index];
    step.state = state;
    step.detail = detail;
    if (state != StepState::Skipped)
        step.ms = m_stepClock.elapsed();
    const bool last = m_index + 1 >= m_report.steps.size();
    if (state == StepState::Failed || last) {
        for (qsizetype i = m_index + 1; i < m_report.steps.size(); ++i) {
            m_report.steps[i].state = StepState::Skipped;
            m_report.steps[i].detail = tr("not reached: “%1” failed").arg(step.title);
        }
        m_report.finished = true;
        m_report.totalMs = m_clock.elapsed();
        Q_EMIT reportChanged(m_report);
        Q_EMIT finished(m_report);
        return;
    }
    Q_EMIT reportChanged(m_report);
    ++m_index;
    QTimer::singleShot(0, this, &SmokeOperation::runStep);
}

void SmokeOperation::checkRules()
{
    QStringList errors;
    int warnings = 0;
    for (const Problem &problem : m_inputs.problems) {
        if (problem.level == ProblemLevel::Error)
            errors << problem.message;
        else if (problem.level == ProblemLevel::Warning)
            ++warnings;
    }
    if (!errors.isEmpty())
        endStep(StepState::Failed,
            errors.size() == 1 ? errors.first() : tr("%1 (and %n more)", nullptr, int(errors.size() - 1)).arg(errors.first()));
    else
        endStep(StepState::Done, warnings == 0 ? tr("no findings") : tr("no errors, %n warnings", nullptr, warnings));
}

void SmokeOperation::checkProcess()
{
    const ProviderStatus &status = m_inputs.status;
    if (m_inputs.spec.kind == LauncherKind::None) {
        endStep(StepState::Failed, tr("LLM_MODE is none: no provider is configured."));
    } else if (m_inputs.spec.kind == LauncherKind::Remote) {
        endStep(StepState::Skipped, tr("remote endpoint, its process is not on this machine"));
    } else if (status.pid) {
        endStep(StepState::Done,
            status.ownProcess ? tr("PID %1").arg(*status.pid) : tr("PID %1, not started by Pilothouse").arg(*status.pid));
    } else if (status.state == ProviderState::Ready || status.state == ProviderState::Degraded) {
        endStep(StepState::Skipped, tr("it answers, but its process cannot be seen from here"));
    } else {
        endStep(StepState::Failed, status.failure ? status.failure->message : tr("The provider is not running. Start it first."));
    }
}

void SmokeOperation::checkPort()
{
    m_probe.probe(m_inputs.spec.endpoint, m_inputs.spec.kind, probeTimeoutMs);
}

void SmokeOperation::checkServed()
{
    const ModelName wanted = m_inputs.spec.model;
    QStringList names;
    for (const ServedModel &served : m_probed.served)
        names << served.name.text();
    if (lists(m_probed.served, wanted)) {
        endStep(StepState::Done, wanted.text());
    } else if (!names.isEmpty()) {
        endStep(StepState::Failed,
            tr("The API serves %1, .env says %2. Restart applies the saved model.")
                .arg(names.join(QStringLiteral(", ")), wanted.text()));
    } else if (lists(m_probed.installed, wanted)) {
        endStep(StepState::Done, tr("%1 is installed and not loaded now; the next request loads it").arg(wanted.text()));
    } else {
        endStep(StepState::Failed, tr("The API serves no model; %1 is not installed.").arg(wanted.text()));
    }
}

void SmokeOperation::askOnce()
{
    m_inputs.chat->send(m_inputs.question);
}

} // namespace pilothouse
