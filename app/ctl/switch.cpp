// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "app/session/stepjson.h"
#include "models/domain/format.h"
#include "models/operations/switchoperation.h"

namespace pilothouse {

namespace {

QJsonObject outcomeJson(const SwitchOutcome &outcome)
{
    static const QMap<SwitchResult, QString> names{ { SwitchResult::Done, QStringLiteral("done") },
        { SwitchResult::Returned, QStringLiteral("returned") }, { SwitchResult::Planned, QStringLiteral("planned") },
        { SwitchResult::Blocked, QStringLiteral("blocked") } };
    QJsonArray diff;
    for (const EnvChange &change : outcome.plan.changes) {
        diff << QJsonObject{ { QStringLiteral("key"), change.key },
            { QStringLiteral("old"), change.oldValue ? QJsonValue(*change.oldValue) : QJsonValue(QJsonValue::Null) },
            { QStringLiteral("new"), change.newValue } };
    }
    return QJsonObject{ { QStringLiteral("result"), names.value(outcome.result) }, { QStringLiteral("diff"), diff },
        { QStringLiteral("steps"), stepsJson(outcome.plan.steps) },
        { QStringLiteral("reason"), outcome.reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(outcome.reason) } };
}

void printPlan(CommandContext &context, const SwitchPlan &plan)
{
    for (const EnvChange &change : plan.changes)
        context.print(
            QStringLiteral("%1: %2 → %3").arg(change.key, change.oldValue.value_or(QStringLiteral("—")), change.newValue));
    int number = 0;
    for (const Step &step : plan.steps)
        context.print(QStringLiteral("%1. %2  %3").arg(++number).arg(step.title, step.detail));
    context.print(plan.wayBack);
}

bool isLong(const Step &step)
{
    return step.id.startsWith(QLatin1String("load")) || step.id.startsWith(QLatin1String("start"));
}

void run(CommandContext &context, DeploymentSession &session, const SwitchPlan &plan)
{
    SwitchOperation *operation = session.startSwitch(plan);
    auto shown = std::make_shared<qsizetype>(0);
    auto told = std::make_shared<qsizetype>(-1);
    QObject::connect(operation, &SwitchOperation::stepsChanged, &context, [&context, shown, told](const QList<Step> &steps) {
        for (; *shown < steps.size(); ++*shown) {
            const Step &step = steps[*shown];
            if (step.state == StepState::Running && *told != *shown && isLong(step)) {
                context.note(CommandContext::tr("… %1").arg(step.title)); // may take minutes
                *told = *shown;
            }
            if (step.state == StepState::Pending || step.state == StepState::Running)
                return;
            if (step.state != StepState::NotReached)
                context.note(QStringLiteral("%1 %2  %3  %4")
                                 .arg(step.state == StepState::Done ? QStringLiteral("✓") : QStringLiteral("✗"), step.title,
                                     step.ms ? formatMs(double(*step.ms)) : QString(), step.detail));
        }
    });
    QObject::connect(operation, &SwitchOperation::finished, &context, [&context](const SwitchOutcome &outcome) {
        const bool arrived = outcome.plan.steps.isEmpty() || outcome.plan.steps.last().state == StepState::Done;
        if (outcome.result == SwitchResult::Done && outcome.plan.changes.isEmpty())
            context.print(CommandContext::tr("%1 was configured already; it is served and answers.").arg(outcome.plan.to.text()));
        else if (outcome.result == SwitchResult::Done)
            context.print(CommandContext::tr("Switched to %1.").arg(outcome.plan.to.text()));
        else if (arrived)
            context.print(CommandContext::tr("Returned to %1: %2").arg(outcome.plan.from.text(), outcome.reason));
        else
            context.print(CommandContext::tr("Not switched: %1").arg(outcome.reason));
        context.finish(outcomeJson(outcome), outcome.result == SwitchResult::Done ? 0 : 1);
    });
    context.onInterrupt([operation] { operation->cancel(); });
}

} // namespace

void runSwitch(CommandContext &context)
{
    const bool dryRun = context.hasFlag(QStringLiteral("dry-run"));
    const QString modeText = context.option(QStringLiteral("mode"));
    if (!context.expectArguments(1, 1))
        return;
    std::optional<LlmMode> mode;
    if (!modeText.isEmpty()) {
        mode = llmModeFromText(modeText);
        if (*mode == LlmMode::Unknown || *mode == LlmMode::None) {
            context.usage(CommandContext::tr("--mode is ollama or vllm, not %1.").arg(modeText));
            return;
        }
    }
    const ModelName target(context.arguments().first());
    context.withObservedProvider([&context, dryRun, mode, target](DeploymentSession &session) {
        session.withModels([&context, &session, dryRun, mode, target] {
            const SwitchPlan plan = session.planSwitch(target, mode);
            if (plan.blocked) {
                context.noteFailure(*plan.blocked);
                context.finish(outcomeJson({ SwitchResult::Blocked, plan, plan.blocked->message, {} }), 1);
            } else if (dryRun) {
                printPlan(context, plan);
                context.finish(outcomeJson({ SwitchResult::Planned, plan, {}, {} }));
            } else {
                run(context, session, plan);
            }
        });
    });
}

} // namespace pilothouse
