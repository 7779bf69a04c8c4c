// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/applyplan.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ApplyPlan)
};

const QString separator = QStringLiteral(", ");

QString buttonOf(const ApplyStep &step)
{
    QStringList parts;
    if (step.restart)
        parts << Texts::tr("restart", "part of: Apply: restart");
    if (!step.services.isEmpty())
        parts << QStringLiteral("up -d ") + step.services.join(separator);
    if (step.reloadModel)
        parts << Texts::tr("load the model", "part of: Apply: load the model");
    return parts.isEmpty() ? Texts::tr("Apply") : Texts::tr("Apply: %1").arg(parts.join(separator));
}

QString sentenceOf(const ApplyPlan &plan, const LaunchSpec &spec, const QString &provider)
{
    QStringList parts;
    const QString keys = plan.keys.join(separator);
    const ApplyStep &step = plan.step;
    if (step.restart)
        parts << Texts::tr("Stops and starts %1; running requests are cut.").arg(provider);
    if (!step.services.isEmpty())
        parts << Texts::tr("Re-creates %1 with the saved values; other services go on.").arg(step.services.join(separator));
    if (step.reloadModel)
        parts << Texts::tr("Loads %1 in the running %2, without a restart.").arg(spec.model.text(), provider);
    if (step.elsewhere)
        parts << Texts::tr("What Pilothouse does not run keeps its old values until it is restarted where it was started.");
    if (!keys.isEmpty())
        parts << Texts::tr("In force then: %1.").arg(keys);
    return parts.join(QLatin1Char(' '));
}

/// Only what Pilothouse runs can it restart.
QString obstacleOf(const ApplyStep &step, const LaunchSpec &spec, const ProviderStatus &status)
{
    const bool external = spec.kind == LauncherKind::Compose;
    if (!step.services.isEmpty() && !external)
        return Texts::tr("Compose runs this, not Pilothouse. In a terminal: %1").arg(upCommand(step.services));
    const bool up = status.state == ProviderState::Ready || status.state == ProviderState::Degraded;
    if (step.restart && up && !status.ownProcess)
        return Texts::tr("The provider was not started by Pilothouse. Restart it where it was started.");
    if (step.elsewhere && !step.restart && !step.reloadModel && step.services.isEmpty())
        return Texts::tr("Pilothouse does not run what still has the old values. Restart it where it was started.");
    return {};
}

} // namespace

ApplyPlan applyPlan(const QList<RunningValue> &values, const LaunchSpec &spec, const ProviderStatus &status)
{
    ApplyPlan plan;
    QList<ApplyStep> steps;
    for (const RunningValue &value : values) {
        if (!value.differs)
            continue;
        steps << value.apply;
        plan.keys << value.key;
    }
    const bool ollama = status.providerName == QLatin1String("Ollama");
    const bool up = status.state == ProviderState::Ready || status.state == ProviderState::Degraded;
    if (steps.isEmpty() && ollama && up && !status.served.isEmpty() && !status.serves(spec.model)) {
        ApplyStep load; // somebody else had another one loaded
        load.reloadModel = true;
        steps << load;
    }
    plan.step = leastStep(steps);
    if (plan.isEmpty())
        return plan;
    const QString provider = status.providerName.isEmpty() ? Texts::tr("the provider") : status.providerName;
    plan.button = buttonOf(plan.step);
    plan.sentence = sentenceOf(plan, spec, provider);
    plan.obstacle = obstacleOf(plan.step, spec, status);
    return plan;
}

QString upCommand(const QStringList &services)
{
    return QStringLiteral("docker compose up -d ") + services.join(QLatin1Char(' '));
}

} // namespace pilothouse
