// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/tracebuilder.h"

#include "models/env/secretkeys.h"

#include <algorithm>

namespace pilothouse {

ConfigTrace traceConfiguration(const TraceInputs &inputs, const VariableSchema &schema)
{
    return TraceBuilder(inputs, schema).build();
}

TraceBuilder::TraceBuilder(const TraceInputs &inputs, const VariableSchema &schema) : m_inputs(inputs), m_schema(schema)
{
    m_read = [this](const QString &path) -> Result<QByteArray> {
        return isEnvFile(path) ? Result<QByteArray>(m_inputs.envBytes) : m_inputs.read(path);
    };
    const VariableLookup outer = [this](const QString &name) -> std::optional<QString> {
        const auto found = m_inputs.shell.constFind(name);
        return found == m_inputs.shell.constEnd() ? std::nullopt : std::optional(*found);
    };
    m_lines = readEnvFile(inputs.envBytes, EnvFileFormat::Compose, outer);
    m_values = envValues(m_lines);
    for (const EnvFileValue &line : m_lines)
        m_lineOf.insert(line.key, line.line);
}

ConfigTrace TraceBuilder::build()
{
    readMake();
    readScripts();
    readUnits();
    m_environment = m_inputs.shell;
    for (auto it = m_inputs.shell.begin(); it != m_inputs.shell.end(); ++it)
        m_beats.insert(it.key(), { QString::fromLatin1(shellEnvironmentPlace), 0 });
    if (m_make.runsCompose) { // what make exports, compose finds in its environment
        for (auto it = m_make.values.constBegin(); it != m_make.values.constEnd(); ++it) {
            if (!it->exported)
                continue;
            m_environment.insert(it.key(), it->value);
            if (isEnvFile(it->file))
                m_beats.remove(it.key());
            else
                m_beats.insert(it.key(), { shown(it->file), it->line });
        }
    }
    for (auto it = m_values.constBegin(); it != m_values.constEnd(); ++it) {
        if (!m_environment.contains(it.key()))
            m_environment.insert(it.key(), *it);
    }
    readCompose();
    readLaunch();

    QStringList order;
    for (const EnvFileValue &line : std::as_const(m_lines)) {
        if (line.line == m_lineOf.value(line.key)) // where its last line stands
            order.append(line.key);
    }
    for (const VariableSpec &spec : m_schema.variables()) {
        if (!m_lineOf.contains(spec.key))
            order.append(spec.key);
    }
    for (const QString &name : std::as_const(order)) {
        KeyTrace key;
        key.key = name;
        key.line = m_lineOf.value(name);
        if (m_values.contains(name))
            key.value = m_values.value(name);
        key.known = m_schema.find(name) != nullptr;
        key.secret = isSecretName(name) || isSecretValue(key.value.value_or(QString()));
        key.readers = m_readers.value(name);
        judge(key);
        m_trace.keys.append(key);
    }
    for (auto it = m_readers.constBegin(); it != m_readers.constEnd(); ++it) {
        if (std::any_of(it->begin(), it->end(), [](const TraceReader &reader) { return reader.active; }))
            m_trace.readNames.append(it.key());
    }
    m_trace.readNames.sort();
    addReferences();
    return m_trace;
}

void TraceBuilder::add(const QString &key, TraceReader reader)
{
    QList<TraceReader> &readers = m_readers[key];
    const auto same = std::find_if(readers.begin(), readers.end(), [&](TraceReader &each) {
        const bool active = each.active;
        each.active = reader.active;
        const bool equal = each == reader;
        each.active = active;
        return equal;
    });
    if (same != readers.end())
        same->active = same->active || reader.active;
    else
        readers.append(std::move(reader));
}

void TraceBuilder::lookUp(TraceReader &reader, const QString &key, bool decides, const TracePlace &decider) const
{
    const auto beaten = m_beats.constFind(key);
    if (beaten != m_beats.constEnd())
        reader.by = *beaten;
    else if (!decides)
        reader.by = decider;
    reader.takesValue = reader.by.isEmpty();
}

/// Of the variables of one text, the one whose value was taken; otherwise the text itself decides.
TracePlace TraceBuilder::deciderAmong(const QList<VariableUse> &uses, const TracePlace &otherwise) const
{
    for (const VariableUse &use : uses) {
        if (!use.decides)
            continue;
        if (const auto beaten = m_beats.constFind(use.name); beaten != m_beats.constEnd())
            return *beaten;
        if (m_lineOf.contains(use.name))
            return envPlace(m_lineOf.value(use.name));
    }
    return otherwise;
}

} // namespace pilothouse
