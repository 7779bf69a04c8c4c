// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/rulescontext.h"

#include "models/domain/modelname.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

const QString modeKey = QStringLiteral("LLM_MODE");
const QString requestKey = QStringLiteral("LLM_MODEL");
const QString engineKey = QStringLiteral("VLLM_MODEL");

void checkUnknownMode(RulesContext &context)
{
    const VariableSpec *spec = context.schema.find(modeKey);
    const QString value = context.inForce(modeKey);
    Problem &problem = context.add(QStringLiteral("mode.unknown"), ProblemLevel::Error, modeKey,
        value.isEmpty() ? QCoreApplication::translate("Rules", "Mode is empty; it must be ollama, vllm or none.")
                        : QCoreApplication::translate("Rules", "Mode must be ollama, vllm or none; it is “%1”.").arg(value));
    const QString folded = value.trimmed().toLower();
    const QStringList choices = spec->choices.contains(folded) ? QStringList{ folded } : spec->choices;
    for (const QString &choice : choices)
        problem.fixes << useFix(modeKey, choice);
}

void checkIgnored(RulesContext &context)
{
    for (const QString &key : { requestKey, engineKey }) {
        if (context.text(key)) {
            context.add(QStringLiteral("mode.none.ignored"), ProblemLevel::Info, key,
                QCoreApplication::translate("Rules", "%1 is ignored while the mode is none; its value is kept.").arg(key));
        }
    }
}

void addRequired(RulesContext &context, const QString &suggestion)
{
    Problem &problem = context.add(QStringLiteral("model.required"), ProblemLevel::Error, requestKey,
        QCoreApplication::translate("Rules", "Request model is empty; the backend needs the name of a model."));
    if (!suggestion.isEmpty())
        problem.fixes << useFix(requestKey, suggestion);
}

void checkOllama(RulesContext &context)
{
    const QString model = context.inForce(requestKey);
    if (model.trimmed().isEmpty()) {
        addRequired(context, context.schema.defaultValue(requestKey));
        return;
    }
    if (!context.isReference(requestKey) && ModelName(model).looksLikeHuggingFaceId()) {
        Problem &problem = context.add(QStringLiteral("model.hf-format-in-ollama"), ProblemLevel::Warning, requestKey,
            QCoreApplication::translate("Rules", "“%1” looks like a Hugging Face model; Ollama names look like llama3.1:8b.")
                .arg(model));
        problem.fixes << useFix(requestKey, QStringLiteral("hf.co/") + model);
    }
}

void addMismatch(RulesContext &context, const QString &request, const QString &engine)
{
    const QString message = engine.isEmpty()
        ? QCoreApplication::translate("Rules", "VLLM_MODEL is empty while LLM_MODEL is %1: vLLM would load another model.")
              .arg(request)
        : QCoreApplication::translate(
            "Rules", "LLM_MODEL is %1 but VLLM_MODEL is %2: requests would ask for a model that vLLM does not serve.")
              .arg(request, engine);
    Problem &problem = context.add(QStringLiteral("model.mismatch"), ProblemLevel::Error, requestKey, message);
    if (!engine.isEmpty())
        problem.fixes << setFix(QCoreApplication::translate("Rules", "Use VLLM_MODEL"), requestKey, engine);
    problem.fixes << setFix(QCoreApplication::translate("Rules", "Use LLM_MODEL"), engineKey, request);
}

void checkVllmFormat(RulesContext &context, const QString &key)
{
    const QString model = context.text(key).value_or(QString());
    if (!context.isReference(key) && ModelName(model).looksLikeOllamaTag()) {
        context.add(QStringLiteral("model.ollama-format-in-vllm"), ProblemLevel::Error, key,
            QCoreApplication::translate("Rules", "“%1” is an Ollama name; vLLM needs a Hugging Face id such as Qwen/Qwen3-8B.")
                .arg(model));
    }
}

void checkVllm(RulesContext &context)
{
    const std::optional<QString> request = context.text(requestKey);
    const std::optional<QString> engine = context.text(engineKey);
    const bool requestEmpty = !request || request->trimmed().isEmpty();
    const bool comparable = !context.isReference(requestKey) && !context.isReference(engineKey);
    // Without LLM_MODEL the backend takes its default, an Ollama name, which vLLM can never serve.
    if (requestEmpty && (request || !engine || engine->isEmpty()))
        addRequired(context, engine.value_or(QString()));
    else if (engine && comparable && context.inForce(requestKey) != *engine)
        addMismatch(context, context.inForce(requestKey), *engine);
    checkVllmFormat(context, requestKey);
    checkVllmFormat(context, engineKey);
    if (!engine && !requestEmpty) {
        Problem &problem = context.add(QStringLiteral("vllm-model.fallback"), ProblemLevel::Info, engineKey,
            QCoreApplication::translate(
                "Rules", "VLLM_MODEL is not set, so LLM_MODEL counts for both, if the deployment supports it."));
        problem.fixes << setFix(QCoreApplication::translate("Rules", "Set VLLM_MODEL too"), engineKey, *request);
    }
}

} // namespace

void checkModels(RulesContext &context)
{
    if (context.isReference(modeKey))
        return;
    switch (modeOf(context.document, context.schema)) {
    case LlmMode::Unknown:
        return checkUnknownMode(context);
    case LlmMode::None:
        return checkIgnored(context);
    case LlmMode::Ollama:
        return checkOllama(context);
    case LlmMode::Vllm:
        return checkVllm(context);
    }
}

} // namespace pilothouse
