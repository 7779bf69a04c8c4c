// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/argumentvalue.h"
#include "models/deployment/drift/evidence.h"
#include "models/deployment/launchbuilder.h"
#include "models/deployment/launchplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunningValues)
};

std::optional<QString> variableOf(const LaunchSpec &spec, const QString &name)
{
    const QString start = name + u'=';
    for (const LaunchArgument &entry : spec.environment) {
        if (entry.text.startsWith(start))
            return entry.text.mid(start.size());
    }
    return std::nullopt;
}

bool sameOrBothUnset(const std::optional<QString> &left, const std::optional<QString> &right)
{
    return left && right ? sameSetting(*left, *right) : left.value_or(QString()).isEmpty() && right.value_or(QString()).isEmpty();
}

} // namespace

/// Where Pilothouse puts the key when it starts the provider.
EvidenceCollector::Names EvidenceCollector::namesOf(const QString &key) const
{
    Names names;
    const LaunchSpec &spec = m_inputs.spec;
    const auto add = [](QStringList &list, const QString &name) {
        if (!name.isEmpty() && !list.contains(name))
            list.append(name);
    };
    for (const LaunchArgument &argument : spec.arguments) {
        if (argument.key == key && argument.text.startsWith(u'-'))
            add(names.flags, argument.text.section(u'=', 0, 0));
    }
    for (const LaunchArgument &variable : spec.environment) {
        if (variable.key == key)
            add(names.variables, variable.text.section(u'=', 0, 0));
    }
    const KeyTrace *trace = traceOf(key);
    for (const TraceReader &reader : trace ? trace->readers : QList<TraceReader>()) {
        if (reader.kind != TraceReaderKind::Launch)
            continue;
        add(names.flags, reader.flag);
        if (variableOf(spec, reader.variable))
            add(names.variables, reader.variable);
    }
    const bool had = m_inputs.saved.contains(key) || m_inputs.status.applied.contains(key); // it may have been taken out since
    if (had && spec.kind == LauncherKind::Vllm)
        add(names.flags, vllmFlagOf(key));
    if (had && spec.kind == LauncherKind::Ollama && key == QLatin1String("OLLAMA_NUM_CTX"))
        add(names.variables, QStringLiteral("OLLAMA_CONTEXT_LENGTH"));
    else if (had && spec.kind == LauncherKind::Ollama && key.startsWith(QLatin1String("OLLAMA_")))
        add(names.variables, key);
    return names;
}

std::optional<Evidence> EvidenceCollector::processVariable(const QString &key, const QString &name) const
{
    const ProcessFacts &process = *m_inputs.process;
    if (!process.environment)
        return std::nullopt;
    Evidence evidence;
    if (process.environment->contains(name))
        evidence.value = process.environment->value(name);
    const std::optional<QString> expected = variableOf(m_inputs.spec, name);
    evidence.same = sameOrBothUnset(expected, evidence.value);
    evidence.composed = expected && !saved(key).isEmpty() && *expected != saved(key);
    if (!evidence.value && evidence.same)
        return std::nullopt;
    evidence.source = name == key ? Texts::tr("environment of process %1").arg(process.pid)
                                  : Texts::tr("%1 in the environment of process %2").arg(name).arg(process.pid);
    return evidence;
}

std::optional<Evidence> EvidenceCollector::processFlag(const QString &key, const QString &flag) const
{
    const ProcessFacts &process = *m_inputs.process;
    const ArgumentValue has = argumentValue(process.arguments, flag, process.environment.value_or(QMap<QString, QString>()));
    const ArgumentValue expected = argumentValue(m_inputs.spec.argumentTexts(), flag);
    if (!has.present && !process.own) // a stranger may spell it in another way
        return std::nullopt;
    if (has.present && !has.value && !isVllmSwitch(key))
        return std::nullopt;
    Evidence evidence;
    evidence.source = Texts::tr("argument %1 of process %2").arg(flag).arg(process.pid);
    if (isVllmSwitch(key)) {
        evidence.same = has.present == expected.present;
        evidence.value = has.present ? QStringLiteral("true") : QStringLiteral("false");
        if (!m_inputs.saved.contains(key) && !has.present)
            return std::nullopt;
        return evidence;
    }
    evidence.value = has.value;
    evidence.same = sameOrBothUnset(expected.value, has.value);
    evidence.composed = expected.value && !saved(key).isEmpty() && *expected.value != saved(key);
    if (!evidence.value && evidence.same)
        return std::nullopt;
    return evidence;
}

std::optional<Evidence> EvidenceCollector::processModel() const
{
    const ProcessFacts &process = *m_inputs.process;
    const auto model = modelArgument(process.arguments, process.environment.value_or(QMap<QString, QString>()));
    if (m_inputs.spec.kind != LauncherKind::Vllm || !model)
        return std::nullopt;
    const ModelName wanted(saved(m_modelKey));
    Evidence evidence;
    evidence.value = *model;
    evidence.same = ModelName(*model).matches(wanted) || m_inputs.status.serves(wanted);
    evidence.source = Texts::tr("argument of process %1").arg(process.pid);
    return evidence;
}

void EvidenceCollector::addProcess(const QString &key, QList<Evidence> &found) const
{
    // What Start would pass now is what the process must have; a plan that is blocked does not tell.
    if (!m_inputs.process || !m_native || m_inputs.spec.blocked || m_inputs.spec.kind != m_inputs.status.launcher)
        return;
    QList<Evidence> seen;
    const auto add = [&](const std::optional<Evidence> &evidence) {
        if (evidence)
            seen.append(*evidence);
    };
    const bool address = key == QLatin1String("LLM_VLLM_URL") || key == QLatin1String("OLLAMA_HOST");
    if (address && !m_inputs.process->own)
        return; // it answers there, however it was told to
    if (isModelKey(key) && !m_ollama)
        add(processModel());
    const Names names = namesOf(key);
    for (const QString &name : names.variables)
        add(processVariable(key, name));
    if (!m_inputs.process->arguments.isEmpty()) {
        for (const QString &flag : names.flags) {
            if (!(isModelKey(key) && flag == QLatin1String("--model")))
                add(processFlag(key, flag));
        }
    }
    std::stable_partition(seen.begin(), seen.end(), [](const Evidence &evidence) { return !evidence.composed; });
    for (Evidence &evidence : seen) {
        evidence.readAt = m_inputs.process->readAt;
        evidence.step = launchStep(key);
    }
    found += seen;
}

std::optional<Evidence> containerEvidence(const TraceReader &reader, const ContainerFacts &container)
{
    Evidence evidence;
    evidence.readAt = QDateTime();
    if (!reader.variable.isEmpty()) {
        if (container.environment.contains(reader.variable))
            evidence.value = container.environment.value(reader.variable);
        evidence.source = Texts::tr("%1 in the environment of container %2").arg(reader.variable, container.service);
    } else {
        const ArgumentValue has = argumentValue(container.arguments, reader.flag, container.environment);
        if (has.present && !has.value)
            return std::nullopt; // a switch, or what only its shell knows
        evidence.value = has.value;
        evidence.source = Texts::tr("argument %1 of container %2").arg(reader.flag, container.service);
    }
    const bool decides = reader.consumed && reader.takesValue;
    if (decides && (reader.effective || evidence.value))
        evidence.same = sameOrBothUnset(reader.effective, evidence.value);
    if (!evidence.value && evidence.same)
        return std::nullopt;
    evidence.step.services = { reader.service };
    return evidence;
}

} // namespace pilothouse
