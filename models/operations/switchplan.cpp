// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/switchplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SwitchPlan)
};

void addChange(SwitchPlan &plan, const QMap<QString, QString> &saved, const QString &key, const QString &value)
{
    const auto found = saved.constFind(key);
    if (found != saved.constEnd() && *found == value)
        return;
    plan.changes << EnvChange{ key, found == saved.constEnd() ? std::nullopt : std::optional(*found), value };
}

std::optional<Failure> obstacle(const SwitchInputs &inputs)
{
    if (inputs.target.isEmpty())
        return Failure{ QStringLiteral("switch.no-model"), Text::tr("No model was named."), {},
            Text::tr("Choose a model from the list."), {} };
    if (inputs.mode == LlmMode::None || inputs.mode == LlmMode::Unknown) {
        return Failure{ QStringLiteral("switch.mode"),
            Text::tr("The deployment has no provider to switch: LLM_MODE is neither ollama nor vllm."), {},
            Text::tr("Set LLM_MODE first."), {} };
    }
    const bool known = std::any_of(inputs.installed.cbegin(), inputs.installed.cend(),
        [&](const ModelEntry &entry) { return entry.name.matches(inputs.target); });
    if (inputs.mode == LlmMode::Ollama && !inputs.installed.isEmpty() && !known) {
        return Failure{ QStringLiteral("switch.not-installed"),
            Text::tr("The model %1 is not installed in Ollama.").arg(inputs.target.text()), {},
            Text::tr("Run: ollama pull %1").arg(inputs.target.text()), {} };
    }
    const ProviderState state = inputs.status.state;
    if (state == ProviderState::Starting || state == ProviderState::Stopping) {
        return Failure{ QStringLiteral("switch.busy"), Text::tr("The provider is starting or stopping."), {},
            Text::tr("Wait until it is ready or stopped, then switch."), {} };
    }
    const bool running = state == ProviderState::Ready || state == ProviderState::Degraded;
    if (running && !inputs.loadsInPlace && !inputs.status.ownProcess) {
        return Failure{ QStringLiteral("switch.not-own"), Text::tr("The running provider was not started by Pilothouse, so it cannot be restarted."),
            {}, Text::tr("Stop it where it was started, then switch."), {} };
    }
    return std::nullopt;
}

} // namespace

SwitchPlan planSwitch(const SwitchInputs &inputs)
{
    SwitchPlan plan;
    const bool vllm = inputs.mode == LlmMode::Vllm;
    const QString current = inputs.savedValues.value(vllm ? QStringLiteral("VLLM_MODEL") : QStringLiteral("LLM_MODEL"));
    plan.from = ModelName(current.isEmpty() ? inputs.savedValues.value(QStringLiteral("LLM_MODEL")) : current);
    plan.to = inputs.target;
    plan.blocked = obstacle(inputs);

    const QString mode = vllm ? QStringLiteral("vllm") : QStringLiteral("ollama");
    if (llmModeFromText(inputs.savedValues.value(QStringLiteral("LLM_MODE"), QStringLiteral("ollama"))) != inputs.mode)
        addChange(plan, inputs.savedValues, QStringLiteral("LLM_MODE"), mode);
    addChange(plan, inputs.savedValues, QStringLiteral("LLM_MODEL"), inputs.target.text());
    if (vllm)
        addChange(plan, inputs.savedValues, QStringLiteral("VLLM_MODEL"), inputs.target.text());

    const bool running = inputs.status.state == ProviderState::Ready || inputs.status.state == ProviderState::Degraded;
    const bool inPlace = running && inputs.loadsInPlace;
    const bool otherMode = std::any_of(plan.changes.cbegin(), plan.changes.cend(),
        [](const EnvChange &change) { return change.key == QLatin1String("LLM_MODE"); });
    const Step stop{ QStringLiteral("stop"), Text::tr("Stop the provider"), Text::tr("our own streams are closed first"), {}, {}, {} };
    if (running && !inPlace && otherMode) // what is stopped follows the saved .env: a compose service of the old mode would stay
        plan.steps << stop;
    plan.steps << Step{ QStringLiteral("write-env"), Text::tr("Write .env"),
        Text::tr("%n keys, comments kept", nullptr, int(plan.changes.size())), {}, {}, {} };
    if (inPlace) {
        plan.steps << Step{ QStringLiteral("load"), Text::tr("Load %1").arg(inputs.target.text()),
            Text::tr("the running server unloads the old model and loads the new one"), {}, {}, {} };
    } else {
        if (running && !otherMode)
            plan.steps << stop;
        plan.steps << Step{ QStringLiteral("start"), Text::tr("Start with %1").arg(inputs.target.text()),
            Text::tr("until the API answers"), {}, {}, {} };
    }
    plan.steps << Step{ QStringLiteral("compare"), Text::tr("Compare the served model"),
        Text::tr("the API must serve %1").arg(inputs.target.text()), {}, {}, {} };
    plan.steps << Step{ QStringLiteral("answer"), Text::tr("Ask one question"), Text::tr("the answer is measured"), {}, {}, {} };
    plan.wayBack = running
        ? Text::tr("If a step fails, .env gets its old bytes back and %1 is served again.").arg(plan.from.text())
        : Text::tr("If a step fails, .env gets its old bytes back and the provider is stopped again.");
    return plan;
}

} // namespace pilothouse
