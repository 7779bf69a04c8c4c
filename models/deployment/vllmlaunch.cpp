// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pilothouse {

namespace {

enum class ValueKind { PositiveInteger, Share, Text, Switch };

/// A .env key and the vLLM flag that takes its value; a switch stands alone and only when the value is "true".
struct FlagOfKey
{
    const char *key;
    const char *flag;
    ValueKind kind;
};

constexpr std::array<FlagOfKey, 7> flags{ {
    { "VLLM_MAX_MODEL_LEN", "--max-model-len", ValueKind::PositiveInteger },
    { "VLLM_GPU_MEMORY_UTILIZATION", "--gpu-memory-utilization", ValueKind::Share },
    { "VLLM_TENSOR_PARALLEL_SIZE", "--tensor-parallel-size", ValueKind::PositiveInteger },
    { "VLLM_MAX_NUM_SEQS", "--max-num-seqs", ValueKind::PositiveInteger },
    { "VLLM_QUANTIZATION", "--quantization", ValueKind::Text },
    { "VLLM_ENFORCE_EAGER", "--enforce-eager", ValueKind::Switch },
    { "VLLM_ENABLE_CHUNKED_PREFILL", "--enable-chunked-prefill", ValueKind::Switch },
} };

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchPlan)
};

bool isTrue(const QString &text)
{
    return text.trimmed().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

bool fits(const QString &text, ValueKind kind)
{
    bool isNumber = false;
    if (kind == ValueKind::PositiveInteger)
        return text.toInt(&isNumber) > 0 && isNumber;
    if (kind == ValueKind::Share) {
        const double share = text.toDouble(&isNumber);
        return isNumber && share > 0 && share <= 1;
    }
    return !text.startsWith(u'-');
}

void addFlag(LaunchBuilder &builder, const FlagOfKey &entry)
{
    const QString key = QLatin1String(entry.key);
    const QString value = builder.value(key).trimmed();
    if (builder.has(key))
        builder.applied(key);
    if (value.isEmpty())
        return;
    if (entry.kind == ValueKind::Switch) {
        if (isTrue(value))
            builder.argument(QLatin1String(entry.flag), builder.origin(key), false, key);
        return;
    }
    if (!fits(value, entry.kind)) {
        builder.block({ QStringLiteral("range.") + key, Texts::tr("%1 has a value that vLLM does not take.").arg(key),
            Texts::tr("It is “%1”.").arg(value), Texts::tr("Correct %1 in %2.").arg(key, builder.envName()), {} });
    }
    builder.argument(QLatin1String(entry.flag), builder.origin(key), false, key);
    builder.argument(value, builder.origin(key), false, key);
}

} // namespace

QStringList vllmKeys()
{
    QStringList keys{ QStringLiteral("VLLM_ENABLE_FP8"), QStringLiteral("VLLM_USE_FLASHINFER") };
    for (const FlagOfKey &entry : flags)
        keys.append(QLatin1String(entry.key));
    return keys;
}

QString vllmFlagOf(const QString &key)
{
    const auto found
        = std::find_if(flags.begin(), flags.end(), [&](const FlagOfKey &each) { return key == QLatin1String(each.key); });
    return found == flags.end() ? QString() : QLatin1String(found->flag);
}

bool isVllmSwitch(const QString &key)
{
    const auto found
        = std::find_if(flags.begin(), flags.end(), [&](const FlagOfKey &each) { return key == QLatin1String(each.key); });
    return found != flags.end() && found->kind == ValueKind::Switch;
}

void planVllm(LaunchBuilder &builder, const ListenAddress &address)
{
    const QString urlKey = QStringLiteral("LLM_VLLM_URL");
    builder.findProgram(QStringLiteral("vllm"));
    builder.addModel(LlmMode::Vllm);
    builder.applied(urlKey);
    const QString modelKey = modelKeyInForce(builder.inputs().values, LlmMode::Vllm);
    builder.argument(QStringLiteral("serve"), QStringLiteral("Pilothouse"));
    builder.argument(builder.spec.model.text(), builder.origin(modelKey), false, modelKey);
    builder.argument(QStringLiteral("--host"), builder.origin(urlKey), false, urlKey);
    builder.argument(address.bindHost, builder.origin(urlKey), false, urlKey);
    builder.argument(QStringLiteral("--port"), builder.origin(urlKey), false, urlKey);
    builder.argument(QString::number(address.port), builder.origin(urlKey), false, urlKey);
    for (const FlagOfKey &entry : flags)
        addFlag(builder, entry);

    const QString fp8Key = QStringLiteral("VLLM_ENABLE_FP8");
    if (builder.has(fp8Key))
        builder.applied(fp8Key);
    if (isTrue(builder.value(fp8Key)) && builder.value(QStringLiteral("VLLM_QUANTIZATION")).trimmed().isEmpty()) {
        builder.argument(QStringLiteral("--quantization"), builder.origin(fp8Key), false, fp8Key);
        builder.argument(QStringLiteral("fp8"), builder.origin(fp8Key), false, fp8Key);
    }
    builder.addDescribedArguments();

    const QString flashKey = QStringLiteral("VLLM_USE_FLASHINFER");
    if (builder.has(flashKey))
        builder.applied(flashKey);
    if (isTrue(builder.value(flashKey))) {
        builder.variable(
            QStringLiteral("VLLM_ATTENTION_BACKEND"), QStringLiteral("FLASHINFER"), builder.origin(flashKey), false, flashKey);
        builder.spec.notes.append(
            Texts::tr("FlashInfer is asked for by VLLM_ATTENTION_BACKEND, which vLLM reads up to 0.14. Newer versions "
                      "ignore it: there add “--attention-backend”, “FLASHINFER” to “args” of .pilothouse.json."));
    }
    for (const char *name : { "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "VLLM_API_KEY" }) {
        const QString key = QLatin1String(name);
        if (!builder.value(key).isEmpty())
            builder.variable(key, builder.value(key), builder.origin(key), true, key);
    }
    if (modelKey == QLatin1String("LLM_MODEL"))
        builder.spec.notes.append(Texts::tr("VLLM_MODEL is absent, so vLLM loads LLM_MODEL."));
    builder.addDescribedEnvironment();
}

} // namespace pilothouse
