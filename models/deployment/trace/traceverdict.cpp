// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/tracebuilder.h"

namespace pilothouse {

namespace {

template <typename Condition>
const TraceReader *firstOf(const QList<TraceReader> &readers, const QString &key, Condition condition)
{
    const TraceReader *best = nullptr;
    for (const TraceReader &reader : readers) {
        if (!reader.active || !condition(reader))
            continue;
        // The variable of the same name says best what becomes of the key.
        if (!best || (reader.variable == key && best->variable != key))
            best = &reader;
    }
    return best;
}

} // namespace

void TraceBuilder::judge(KeyTrace &key) const
{
    const auto applies = [](const TraceReader &reader) { return reader.consumed && reader.takesValue; };
    const auto beaten = [](const TraceReader &reader) { return reader.consumed && !reader.takesValue && !reader.by.isEmpty(); };
    const auto arrives = [](const TraceReader &reader) { return !reader.consumed && reader.takesValue; };
    const auto hidden = [](const TraceReader &reader) { return !reader.takesValue && !reader.by.isEmpty(); };
    key.verdict = TraceVerdict::Unused;
    key.effective.reset();
    key.by = {};
    if (const TraceReader *reader = firstOf(key.readers, key.key, applies)) {
        key.verdict = TraceVerdict::Applies;
        key.effective = reader->effective;
    } else if (const TraceReader *shadow = firstOf(key.readers, key.key, beaten)) {
        key.verdict = TraceVerdict::Shadowed;
        key.effective = shadow->effective;
        key.by = shadow->by;
    } else if (const TraceReader *dead = firstOf(key.readers, key.key, arrives)) {
        key.verdict = TraceVerdict::Dead;
        key.effective = dead->effective;
    } else if (const TraceReader *literal = firstOf(key.readers, key.key, hidden)) {
        key.verdict = TraceVerdict::Shadowed;
        key.effective = literal->effective;
        key.by = literal->by;
    }
}

/// ${KEY} in another line of .env: it is used when that line is. Lines refer backwards only, so one pass from the end does.
void TraceBuilder::addReferences()
{
    const QString file = shown(m_inputs.deployment.envPath);
    QHash<QString, KeyTrace *> byName;
    for (KeyTrace &key : m_trace.keys)
        byName.insert(key.key, &key);
    for (qsizetype i = m_lines.size() - 1; i >= 0; --i) {
        const EnvFileValue &line = m_lines[i];
        const KeyTrace *user = byName.value(line.key);
        for (const VariableUse &use : line.references) {
            KeyTrace *key = byName.value(use.name);
            if (!key || key->line == 0 || use.name == line.key)
                continue;
            TraceReader reader;
            reader.kind = TraceReaderKind::Reference;
            reader.place = { file, line.line };
            reader.variable = line.key;
            reader.effective = line.value;
            reader.consumed = user && user->verdict == TraceVerdict::Applies;
            const auto shell = m_inputs.shell.constFind(use.name);
            if (shell != m_inputs.shell.constEnd())
                reader.by = { QString::fromLatin1(shellEnvironmentPlace), 0 };
            else if (!use.decides)
                reader.by = reader.place;
            reader.takesValue = reader.by.isEmpty();
            key->readers.append(reader);
            judge(*key);
        }
    }
    if (!m_trace.hasReaders) // nobody else is described: a backend that reads the file itself
        m_trace.consumers.pythonDotenv = true;
}

} // namespace pilothouse
