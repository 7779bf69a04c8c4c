// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/modelfallback.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ModelFallback)
};

const QString requestKey = QStringLiteral("LLM_MODEL");
const QString engineKey = QStringLiteral("VLLM_MODEL");

/// Where compose takes the model from: "docker-compose.vllm.yml:12".
QString placeOf(const KeyTrace *engine)
{
    if (!engine)
        return {};
    for (const TraceReader &reader : engine->readers) {
        if (reader.active && !reader.place.isEmpty())
            return reader.place.line > 0 ? QStringLiteral("%1:%2").arg(reader.place.file).arg(reader.place.line)
                                         : reader.place.file;
    }
    return {};
}

} // namespace

ModelFallback modelFallback(const ConfigTrace &trace)
{
    const KeyTrace *request = trace.find(requestKey);
    const KeyTrace *engine = trace.find(engineKey);
    const QString model = request ? request->value.value_or(QString()) : QString();
    if (!trace.modelFallsBack.value_or(false) || model.isEmpty())
        return {};
    const QString place = placeOf(engine);
    ModelFallback fallback;
    if (!engine || engine->value.value_or(QString()).isEmpty()) {
        fallback.emptyText = place.isEmpty() ? Texts::tr("uses LLM_MODEL: %1").arg(model)
                                             : Texts::tr("uses LLM_MODEL: %1, as %2 says").arg(model, place);
        return fallback;
    }
    if (*engine->value != model) // model.mismatch says what that means
        return fallback;
    Problem note;
    note.id = QStringLiteral("vllm-model.fallback");
    note.level = ProblemLevel::Info;
    note.key = engineKey;
    note.message = place.isEmpty()
        ? Texts::tr("LLM_MODEL alone would do: vLLM gets it where VLLM_MODEL is not set.")
        : Texts::tr("LLM_MODEL alone would do: vLLM gets it where VLLM_MODEL is not set, as %1 says.").arg(place);
    ProblemFix fix;
    fix.label = Texts::tr("Use one variable");
    fix.unsetKeys << engineKey;
    note.fixes << fix;
    fallback.note = note;
    return fallback;
}

} // namespace pilothouse
