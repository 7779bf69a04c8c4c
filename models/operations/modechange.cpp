// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/modechange.h"

namespace pilothouse {

namespace {

const QString modeKey = QStringLiteral("LLM_MODE");
const QString requestKey = QStringLiteral("LLM_MODEL");
const QString engineKey = QStringLiteral("VLLM_MODEL");

QString textOf(LlmMode mode)
{
    switch (mode) {
    case LlmMode::Ollama:
        return QStringLiteral("ollama");
    case LlmMode::Vllm:
        return QStringLiteral("vllm");
    default:
        return QStringLiteral("none");
    }
}

void set(QList<EnvChange> &changes, const QMap<QString, QString> &values, const QString &key, const QString &value)
{
    const auto old = values.constFind(key);
    if (old != values.constEnd() && *old == value)
        return;
    changes.append({ key, old == values.constEnd() ? std::nullopt : std::optional(*old), value });
}

} // namespace

QList<EnvChange> changesForMode(const QMap<QString, QString> &values, LlmMode mode, const QString &remembered)
{
    QList<EnvChange> changes;
    set(changes, values, modeKey, textOf(mode));
    if (mode != LlmMode::Ollama && mode != LlmMode::Vllm)
        return changes;
    const bool engine = mode == LlmMode::Vllm && values.contains(engineKey);
    const QString model = remembered.isEmpty() && engine ? values.value(engineKey) : remembered;
    if (model.trimmed().isEmpty())
        return changes;
    set(changes, values, requestKey, model);
    if (engine) // absent, LLM_MODEL counts for both
        set(changes, values, engineKey, model);
    return changes;
}

} // namespace pilothouse
