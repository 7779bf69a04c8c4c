// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/runningvalues.h"

#include "models/deployment/drift/evidence.h"
#include "models/env/secretkeys.h"
#include "models/secrets/redactor.h"

namespace pilothouse {

namespace {

/// The first that differs, else the best that is known.
const Evidence *decisive(const QList<Evidence> &found)
{
    for (const Evidence &each : found) {
        if (!each.same)
            return &each;
    }
    return found.isEmpty() ? nullptr : &found.first();
}

RunningValue valueOf(const EvidenceCollector &collector, const QString &key, const Redactor &redactor)
{
    RunningValue value;
    value.key = key;
    value.secret = collector.isSecret(key);
    const auto shown = [&](const QString &text) {
        const bool hide = !text.isEmpty() && (value.secret || isSecretValue(text));
        return hide ? maskedValue() : redactor.redacted(text);
    };
    value.saved = shown(collector.saved(key));
    const QList<Evidence> found = collector.of(key);
    const Evidence *best = decisive(found);
    if (!best) {
        value.apply = collector.stepFor(key);
        return value;
    }
    value.notSet = !best->value;
    if (best->value)
        value.running = shown(*best->value);
    value.source = best->source;
    value.readAt = best->readAt;
    value.served = best->served;
    value.differs = !best->same;
    if (!value.differs) {
        value.apply = collector.stepFor(key);
        return value;
    }
    QList<ApplyStep> steps;
    for (const Evidence &each : found) {
        if (!each.same)
            steps << each.step;
    }
    value.apply = leastStep(steps);
    return value;
}

} // namespace

bool sameSetting(const QString &left, const QString &right)
{
    if (left.trimmed().compare(right.trimmed(), Qt::CaseInsensitive) == 0)
        return left.trimmed() == right.trimmed() || right.trimmed().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0
            || right.trimmed().compare(QLatin1String("false"), Qt::CaseInsensitive) == 0;
    bool leftNumber = false;
    bool rightNumber = false;
    const double a = left.toDouble(&leftNumber);
    const double b = right.toDouble(&rightNumber);
    return leftNumber && rightNumber && qFuzzyCompare(a, b);
}

QList<RunningValue> runningValues(const RunningInputs &inputs)
{
    const EvidenceCollector collector(inputs);
    const Redactor redactor(inputs.saved);
    QList<RunningValue> values;
    for (const QString &key : collector.keys())
        values << valueOf(collector, key, redactor);
    return values;
}

QList<DriftEntry> driftOf(const QList<RunningValue> &values)
{
    QList<DriftEntry> entries;
    for (const RunningValue &value : values) {
        if (value.differs) {
            entries.append({ value.key, value.saved, value.running.value_or(QString()), applyStepName(value.apply), value.source,
                value.apply });
        }
    }
    return entries;
}

} // namespace pilothouse
