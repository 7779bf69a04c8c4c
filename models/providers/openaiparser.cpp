// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/openaiparser.h"

#include "models/providers/ollamaparser.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

QString ownerName(const QString &owner, const QByteArray &serverHeader)
{
    if (owner == QLatin1String("vllm"))
        return QStringLiteral("vLLM");
    if (owner == QLatin1String("llamacpp") || serverHeader.startsWith("llama.cpp"))
        return QStringLiteral("llama-server");
    return QStringLiteral("OpenAI-compatible server");
}

/// vLLM: max_model_len; llama-server: meta.n_ctx, the context in use (n_ctx_train is only what the model could do).
std::optional<int> contextOf(const QJsonObject &model)
{
    const QJsonObject meta = model[QLatin1String("meta")].toObject();
    for (const QJsonValue &value : { model[QLatin1String("max_model_len")], meta[QLatin1String("n_ctx")] }) {
        const int tokens = value.toInt(0);
        if (tokens > 0)
            return tokens;
    }
    return std::nullopt;
}

/// The router of llama-server lists models it could load too; only loaded ones are served.
bool isLoaded(const QJsonObject &model)
{
    const QString state = model[QLatin1String("status")].toObject()[QLatin1String("value")].toString();
    return state.isEmpty() || state == QLatin1String("loaded");
}

} // namespace

Result<OpenAiListing> OpenAiParser::models(const QByteArray &body, const QByteArray &serverHeader)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return object.error();
    const QJsonValue data = object->value(QLatin1String("data"));
    if (!data.isArray() && !(data.isNull() && object->contains(QLatin1String("data")))) {
        return Error{ QStringLiteral("probe.not-provider"),
            QCoreApplication::translate("OpenAiParser", "The answer is not the one of an LLM provider."),
            QCoreApplication::translate("OpenAiParser", "GET /v1/models has no list “data”."),
            QCoreApplication::translate("OpenAiParser", "Check the address: another program may be listening there."),
            providerErrorText(body) };
    }
    OpenAiListing listing;
    QString owner;
    for (const QJsonValue &value : data.toArray()) {
        const QJsonObject model = value.toObject();
        const QString id = model[QLatin1String("id")].toString();
        if (id.isEmpty())
            continue;
        if (owner.isEmpty())
            owner = model[QLatin1String("owned_by")].toString();
        if (!isLoaded(model))
            continue;
        ServedModel entry;
        entry.name = ModelName(id);
        entry.contextLength = contextOf(model);
        const qint64 size = model[QLatin1String("meta")].toObject()[QLatin1String("size")].toInteger(0);
        if (size > 0)
            entry.sizeBytes = size;
        listing.served.append(entry);
    }
    listing.providerName = ownerName(owner, serverHeader);
    // Ollama sends no Server header, and its owned_by is a namespace of the operator's choice.
    listing.mayBeOllama = serverHeader.isEmpty() && owner != QLatin1String("vllm") && owner != QLatin1String("llamacpp");
    return listing;
}

QString OpenAiParser::vllmVersion(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object()[QLatin1String("version")].toString();
}

QString OpenAiParser::llamaBuild(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object()[QLatin1String("build_info")].toString();
}

bool OpenAiParser::isLoading(int status, const QByteArray &body)
{
    return status == 503 && providerErrorText(body).contains(QLatin1String("loading model"), Qt::CaseInsensitive);
}

} // namespace pilothouse
