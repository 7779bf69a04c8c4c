// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/backendplace.h"

#include "models/deployment/drift/applyplan.h"
#include "models/deployment/launchplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(BackendVerdict)
};

const QString usualName = QStringLiteral("backend");
const QString modelKey = QStringLiteral("LLM_MODEL");
const QString engineKey = QStringLiteral("VLLM_MODEL");

/// The name that .pilothouse.json gives, else "backend", else the one service that reads LLM_MODEL and is no provider.
QString backendService(const DeploymentDescription &description, const ConfigTrace &trace)
{
    const auto exists = [&](const QString &name) {
        return std::any_of(trace.services.begin(), trace.services.end(),
            [&](const TracedService &service) { return service.active && service.name == name; });
    };
    for (const QString &name : { description.composeBackend, usualName }) {
        if (!name.isEmpty() && exists(name))
            return name;
    }
    QStringList readers;
    for (const KeyTrace &key : trace.keys) {
        for (const TraceReader &reader : key.readers) {
            const auto isIt = [&](const TracedService &service) {
                return service.active && service.name == reader.service && service.program.isEmpty();
            };
            const bool reads = reader.active && reader.variable == modelKey;
            if (reads && std::any_of(trace.services.begin(), trace.services.end(), isIt) && !readers.contains(reader.service))
                readers << reader.service;
        }
    }
    return readers.size() == 1 ? readers.first() : QString();
}

Endpoint publishedAddress(const ConfigTrace &trace, const QString &name)
{
    for (const TracedService &service : trace.services) {
        if (service.name != name || !service.active)
            continue;
        const bool one = service.ports.size() == 1;
        for (const auto &[target, published] : service.ports) {
            bool number = false;
            const int port = published.section(u':', -1).toInt(&number);
            if (number && port > 0 && (one || target == QLatin1String("8000")))
                return Endpoint(QUrl(QStringLiteral("http://") + published));
        }
    }
    return {};
}

} // namespace

BackendFacts backendPlace(const DeploymentDescription &description, const ConfigTrace &trace)
{
    BackendFacts place;
    place.service = backendService(description, trace);
    if (!description.backend.isEmpty()) {
        place.endpoint = Endpoint(QUrl(description.backend));
        place.described = true;
    } else if (!place.service.isEmpty()) {
        place.endpoint = publishedAddress(trace, place.service);
    }
    if (!place.endpoint.isLoopback())
        place.endpoint = Endpoint();
    return place;
}

std::optional<BackendVerdict> backendVerdict(const RunningInputs &inputs)
{
    const BackendFacts &backend = inputs.backend;
    const QMap<QString, QString> &saved = inputs.saved;
    const LlmMode mode = llmModeFromText(valueInForce(saved, QStringLiteral("LLM_MODE")));
    if (!backend.answered || backend.model.isEmpty() || (mode != LlmMode::Ollama && mode != LlmMode::Vllm))
        return std::nullopt;
    QString wanted = valueInForce(saved, modelKey);
    QString key = modelKey;
    for (const KeyTrace &trace : inputs.trace.keys) {
        for (const TraceReader &reader : trace.readers) {
            if (!backend.service.isEmpty() && reader.service == backend.service && reader.active && reader.variable == modelKey
                && reader.effective) {
                wanted = *reader.effective;
                key = trace.key;
            }
        }
    }
    const QList<ServedModel> &served = inputs.status.served;
    const ModelName believed(backend.model);
    if (!believed.matches(ModelName(wanted))) {
        const QString fix = backend.service.isEmpty()
            ? Texts::tr("Restart the backend where it was started.")
            : Texts::tr("Re-create it: %1").arg(QStringLiteral("up -d ") + backend.service);
        return BackendVerdict{ BackendVerdict::Cause::OldValues,
            Texts::tr("The backend still runs with old values: it works with %1, .env says %2.").arg(backend.model, wanted),
            fix };
    }
    if (served.isEmpty() || inputs.status.serves(believed))
        return std::nullopt;
    const QString servedName = served.first().name.text();
    const bool keysDiffer = mode == LlmMode::Vllm && saved.contains(engineKey) && key == modelKey
        && !ModelName(saved.value(engineKey)).matches(ModelName(wanted));
    if (keysDiffer) {
        return BackendVerdict{ BackendVerdict::Cause::KeysDiffer,
            Texts::tr("LLM_MODEL is %1 and VLLM_MODEL is %2: the backend asks for a model that vLLM does not serve.")
                .arg(wanted, saved.value(engineKey)),
            Texts::tr("Set both to the same model in Configuration.") };
    }
    return BackendVerdict{ BackendVerdict::Cause::ProviderDiffers,
        Texts::tr("The backend works with %1, the provider serves %2.").arg(backend.model, servedName),
        Texts::tr("Apply what .env says to the provider.") };
}

} // namespace pilothouse
