// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/evidence.h"

#include "models/deployment/drift/argumentvalue.h"
#include "models/deployment/launchplan.h"
#include "models/env/secretkeys.h"
#include "models/secrets/redactor.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunningValues)
};

constexpr char modeKey[] = "LLM_MODE";
constexpr char llmModelKey[] = "LLM_MODEL";

bool startsNatively(LauncherKind kind)
{
    return kind == LauncherKind::Ollama || kind == LauncherKind::Vllm || kind == LauncherKind::Command;
}

/// A reader whose value .env decides and that something uses.
bool counts(const TraceReader &reader)
{
    return reader.active && reader.consumed && reader.takesValue;
}

bool isOfCompose(const TraceReader &reader)
{
    return reader.kind == TraceReaderKind::Interpolation || reader.kind == TraceReaderKind::Environment
        || reader.kind == TraceReaderKind::EnvFile;
}

} // namespace

EvidenceCollector::EvidenceCollector(const RunningInputs &inputs)
    : m_inputs(inputs), m_redactor(inputs.saved), m_mode(llmModeFromText(valueInForce(inputs.saved, QLatin1String(modeKey)))),
      m_modelKey(modelKeyInForce(inputs.saved, m_mode)), m_native(startsNatively(inputs.status.launcher)),
      m_ollama(m_mode == LlmMode::Ollama && inputs.status.providerName == QLatin1String("Ollama"))
{
    for (const KeyTrace &trace : inputs.trace.keys)
        m_traces.insert(trace.key, &trace);
    for (const QString &key : launchKeys(inputs.saved, inputs.status.launcher))
        m_launchKeys.insert(key);
}

bool EvidenceCollector::isUp() const
{
    const ProviderState state = m_inputs.status.state;
    return state == ProviderState::Starting || state == ProviderState::Ready || state == ProviderState::Degraded;
}

bool EvidenceCollector::isSecret(const QString &key) const
{
    const KeyTrace *trace = traceOf(key);
    return isSecretKey(key) || isSecretName(key) || (trace && trace->secret);
}

QString EvidenceCollector::saved(const QString &key) const
{
    return valueInForce(m_inputs.saved, key);
}

QStringList EvidenceCollector::keys() const
{
    QStringList keys;
    QSet<QString> seen;
    const auto add = [&](const QString &key) {
        if (!seen.contains(key)) {
            seen.insert(key);
            keys.append(key);
        }
    };
    for (const KeyTrace &trace : m_inputs.trace.keys) { // order of the file
        if (trace.line > 0)
            add(trace.key);
    }
    for (const QString &key : launchKeys(m_inputs.saved, m_inputs.status.launcher))
        add(key);
    for (auto it = m_inputs.saved.begin(); it != m_inputs.saved.end(); ++it)
        add(it.key());
    for (auto it = m_inputs.status.applied.begin(); it != m_inputs.status.applied.end(); ++it)
        add(it.key());
    for (const KeyTrace &trace : m_inputs.trace.keys) // not set, but a container may still have it
        add(trace.key);
    return keys;
}

QList<Evidence> EvidenceCollector::of(const QString &key) const
{
    QList<Evidence> found;
    if (isUp())
        addProcess(key, found);
    addContainers(key, found);
    const bool read = !found.isEmpty();
    if (isUp() && !read)
        addRecord(key, found);
    if (isUp() && (!read || m_ollama))
        addServed(key, found);
    addBackend(key, found);
    if (isUp() && found.isEmpty())
        addRequests(key, found);
    return found;
}

void EvidenceCollector::addContainers(const QString &key, QList<Evidence> &found) const
{
    const KeyTrace *trace = traceOf(key);
    if (!trace)
        return;
    for (const ContainerFacts &container : m_inputs.status.containers) {
        if (!container.isRunning())
            continue;
        QStringList models; ///< that a plain argument may name
        for (const TraceReader &reader : trace->readers) {
            if (!isOfCompose(reader) || !reader.active || reader.service != container.service)
                continue;
            if (reader.variable.isEmpty() && reader.flag.isEmpty()) {
                models << reader.effective.value_or(QString());
                continue;
            }
            if (auto evidence = containerEvidence(reader, container)) {
                evidence->readAt = m_inputs.status.evidenceAt;
                found.append(*evidence);
            }
        }
        addContainerModel(key, container, models, found);
    }
}

/// "vllm serve ${VLLM_MODEL}": neither variable nor flag.
void EvidenceCollector::addContainerModel(
    const QString &key, const ContainerFacts &container, const QStringList &models, QList<Evidence> &found) const
{
    const auto decides = [&](const TracedService &service) {
        return service.active && service.name == container.service && service.modelKeys.contains(key);
    };
    const QList<TracedService> &services = m_inputs.trace.services;
    const auto model = modelArgument(container.arguments, container.environment);
    if (models.isEmpty() || !model || std::none_of(services.begin(), services.end(), decides))
        return;
    Evidence evidence;
    evidence.value = *model;
    evidence.same = models.contains(*model);
    evidence.source = Texts::tr("argument of container %1").arg(container.service);
    evidence.readAt = m_inputs.status.evidenceAt;
    evidence.step.services = { container.service };
    found.append(evidence);
}

/// The values of a start that Pilothouse made, secrets left out.
void EvidenceCollector::addRecord(const QString &key, QList<Evidence> &found) const
{
    const ProviderStatus &status = m_inputs.status;
    const bool otherModelKey = key == QLatin1String("VLLM_MODEL") || key == QLatin1String(llmModelKey);
    const bool recorded = status.applied.contains(key) && (!otherModelKey || isModelKey(key));
    if (status.applied.isEmpty() || isSecret(key) || (!recorded && !m_launchKeys.contains(key)))
        return;
    Evidence evidence;
    evidence.source = Texts::tr("recorded at the start");
    evidence.readAt = status.startedAt;
    evidence.step = launchStep(key);
    const QString says = m_redactor.redacted(saved(key)); // as the recorded values are
    QString running = status.applied.value(key);
    evidence.same = sameSetting(says, running) || (says.isEmpty() && running.isEmpty());
    if (isModelKey(key)) {
        if (running.isEmpty()) // it was started by the other model key
            running = status.applied.value(QLatin1String(llmModelKey), status.applied.value(QStringLiteral("VLLM_MODEL")));
        const ModelName wanted(saved(key));
        evidence.same = ModelName(running).matches(wanted);
        if (!evidence.same && status.serves(wanted)) { // somebody has loaded it since
            evidence.same = true;
            running = wanted.text();
            evidence.source = servedSource();
        }
    }
    if (!running.isEmpty())
        evidence.value = running;
    else if (evidence.same)
        return; // neither set
    found.append(evidence);
}

QString EvidenceCollector::servedSource() const
{
    return m_ollama ? Texts::tr("GET /api/ps of the provider") : Texts::tr("GET /v1/models of the provider");
}

/// Only where nothing better is known, and of Ollama, which takes its model while it runs.
void EvidenceCollector::addServed(const QString &key, QList<Evidence> &found) const
{
    const ProviderStatus &status = m_inputs.status;
    const bool used = m_mode == LlmMode::Ollama || m_mode == LlmMode::Vllm;
    if (!used || !isModelKey(key) || status.served.isEmpty() || !found.isEmpty())
        return;
    const ModelName wanted(saved(key));
    Evidence evidence;
    evidence.same = status.serves(wanted);
    evidence.value = evidence.same ? wanted.text() : status.served.first().name.text();
    evidence.source = servedSource();
    evidence.readAt = status.evidenceAt;
    evidence.served = true;
    evidence.step = launchStep(key);
    found.append(evidence);
}

void EvidenceCollector::addBackend(const QString &key, QList<Evidence> &found) const
{
    const BackendFacts &backend = m_inputs.backend;
    if (!backend.answered)
        return;
    const KeyTrace *trace = traceOf(key);
    const auto add = [&](const char *variable, const QString &value, bool model) {
        if (value.isEmpty())
            return;
        std::optional<QString> expected;
        if (backend.service.isEmpty() && key == QLatin1String(variable))
            expected = saved(key);
        for (const TraceReader &reader : trace ? trace->readers : QList<TraceReader>()) {
            const bool itsOwn = !backend.service.isEmpty() && reader.service == backend.service;
            if (itsOwn && counts(reader) && reader.variable == QLatin1String(variable))
                expected = reader.effective;
        }
        if (!expected)
            return;
        Evidence evidence;
        evidence.value = value;
        evidence.same = model ? ModelName(value).matches(ModelName(*expected)) : sameSetting(value, *expected);
        evidence.source
            = Texts::tr("%1 of the backend").arg(backend.source.isEmpty() ? QStringLiteral("GET /health") : backend.source);
        evidence.readAt = backend.askedAt;
        evidence.step.services = backend.service.isEmpty() ? QStringList() : QStringList{ backend.service };
        evidence.step.elsewhere = backend.service.isEmpty();
        found.append(evidence);
    };
    add(modeKey, backend.mode, false);
    if (m_mode == LlmMode::Ollama || m_mode == LlmMode::Vllm)
        add(llmModelKey, backend.model, true);
}

void EvidenceCollector::addRequests(const QString &key, QList<Evidence> &found) const
{
    const KeyTrace *trace = traceOf(key);
    if (!trace || !m_inputs.saved.contains(key) || isSecret(key))
        return;
    for (const TraceReader &reader : trace->readers) {
        if (reader.kind != TraceReaderKind::Request || !counts(reader) || isModelKey(key))
            continue;
        Evidence evidence;
        evidence.value = saved(key);
        evidence.source = Texts::tr("each request of Pilothouse carries it");
        found.append(evidence);
        return;
    }
}

ApplyStep EvidenceCollector::launchStep(const QString &key) const
{
    ApplyStep step;
    if (isModelKey(key) && m_ollama)
        step.reloadModel = true;
    else if (m_native || m_inputs.status.launcher == LauncherKind::None)
        step.restart = true;
    else if (m_inputs.status.launcher == LauncherKind::Remote)
        step.elsewhere = true;
    else
        step = stepFor(key);
    return step;
}

ApplyStep EvidenceCollector::stepFor(const QString &key) const
{
    QList<ApplyStep> steps;
    const auto launched = [&](const QList<LaunchArgument> &parts) {
        return std::any_of(parts.begin(), parts.end(), [&](const LaunchArgument &part) { return part.key == key; });
    };
    const LaunchSpec &spec = m_inputs.spec;
    if (m_native
        && (launched(spec.arguments) || launched(spec.environment) || m_inputs.status.applied.contains(key)
            || spec.appliedValues.contains(key)))
        steps << launchStep(key);
    const KeyTrace *trace = traceOf(key);
    for (const TraceReader &reader : trace ? trace->readers : QList<TraceReader>()) {
        ApplyStep step;
        if (!counts(reader))
            continue;
        if (isOfCompose(reader) && !reader.service.isEmpty())
            step.services = { reader.service };
        else if (reader.kind == TraceReaderKind::Launch && m_native)
            step = launchStep(key);
        else if (reader.kind == TraceReaderKind::Systemd || reader.kind == TraceReaderKind::BuildArgument)
            step.elsewhere = true;
        else if (reader.kind == TraceReaderKind::Request)
            step.nextRequest = true;
        steps << step;
    }
    return leastStep(steps);
}

} // namespace pilothouse
