// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/providerverdict.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProviderVerdict)
};

template <typename List> bool names(const List &entries, const ModelName &model)
{
    return std::any_of(entries.begin(), entries.end(), [&model](const auto &entry) { return entry.name.matches(model); });
}

template <typename List> QString listed(const List &entries)
{
    constexpr qsizetype most = 8;
    QStringList texts;
    for (const auto &entry : entries.mid(0, most))
        texts << entry.name.text();
    if (entries.size() > most)
        texts << QStringLiteral("…");
    return texts.join(QLatin1String(", "));
}

Failure modelMissing(const ProbeResult &probe, const ModelName &model)
{
    return { QStringLiteral("model.missing"), Text::tr("The model %1 is not installed in Ollama.").arg(model.text()),
        probe.installed.isEmpty() ? Text::tr("No model is installed.") : Text::tr("Installed: %1.").arg(listed(probe.installed)),
        Text::tr("Run ollama pull %1, or choose an installed model.").arg(model.text()), {} };
}

Failure modelNotServed(const ProbeResult &probe, const ModelName &model)
{
    return { QStringLiteral("model.not-served"), Text::tr("The provider does not serve the model %1.").arg(model.text()),
        probe.served.isEmpty() ? Text::tr("It serves no model.") : Text::tr("It serves %1.").arg(listed(probe.served)),
        Text::tr("Start the provider with this model's name, or choose the served name in .env."), {} };
}

ProviderVerdict judgeUsable(const ProbeResult &probe, const ProviderExpectation &expected)
{
    ProviderVerdict verdict;
    verdict.evidence = probe.evidence;
    verdict.state = ProviderState::Ready;
    if (expected.model.isEmpty() || names(probe.served, expected.model))
        return verdict;
    if (probe.providerName != QLatin1String("Ollama")) {
        verdict.state = ProviderState::Degraded;
        verdict.failure = modelNotServed(probe, expected.model);
        return verdict;
    }
    if (!probe.installedKnown || names(probe.installed, expected.model)) {
        if (expected.ownProcess && expected.starting) {
            verdict.state = ProviderState::Starting;
            verdict.phase = probe.installedKnown ? ProviderPhase::LoadingModel : ProviderPhase::CheckingModel;
            verdict.loadModel = probe.installedKnown;
        } else if (probe.installedKnown) { // Ollama unloads an idle model and loads it again with the next request
            verdict.evidence
                = Text::tr("%1; %2 is installed and is loaded with the next request").arg(probe.evidence, expected.model.text());
        }
        return verdict;
    }
    verdict.state = ProviderState::Degraded;
    verdict.failure = modelMissing(probe, expected.model);
    return verdict;
}

} // namespace

ProviderVerdict judgeProbe(const ProbeResult &probe, const ProviderExpectation &expected)
{
    if (probe.isUsable())
        return judgeUsable(probe, expected);

    ProviderVerdict verdict;
    verdict.evidence = probe.evidence;
    if (probe.loading) {
        verdict.state = ProviderState::Starting;
        verdict.phase = ProviderPhase::LoadingModel;
        return verdict;
    }
    static const QStringList refusals{ QStringLiteral("probe.unauthorized"), QStringLiteral("probe.forbidden"),
        QStringLiteral("probe.status") };
    if (probe.error && refusals.contains(probe.error->code)) { // it answers, but not as it should
        verdict.state = ProviderState::Degraded;
        verdict.failure = probe.error;
    } else if (expected.ownProcess) {
        verdict.state = ProviderState::Starting;
        // vLLM opens its port only when the model is loaded
        const bool loads = probe.connected || expected.launcher == LauncherKind::Vllm;
        verdict.phase = loads ? ProviderPhase::LoadingModel : ProviderPhase::WaitingForPort;
    } else if (expected.launcher == LauncherKind::Remote) {
        verdict.state = ProviderState::Failed;
        verdict.failure = Failure{ QStringLiteral("endpoint.unreachable"),
            Text::tr("No provider answers at %1.").arg(expected.endpoint.text()), probe.error ? probe.error->message : QString(),
            Text::tr("Check the address in .env and whether the remote provider runs."), {} };
    } else {
        verdict.state = ProviderState::Stopped;
    }
    return verdict;
}

} // namespace pilothouse
