// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/ollamaparser.h"

#include "models/net/jsonobject.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr qsizetype maxErrorChars = 500;

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(OllamaParser)
};

Error unexpected(const QString &cause)
{
    return { QStringLiteral("probe.not-provider"), Texts::tr("The answer is not the one of an LLM provider."), cause,
        Texts::tr("Check the address: another program may be listening there."), {} };
}

/// Sizes are integers that can pass 2^31; 0 means unknown (seen in /api/ps of 0.32).
std::optional<qint64> bytesOf(const QJsonValue &value)
{
    const qint64 bytes = value.toInteger(0);
    return bytes > 0 ? std::optional(bytes) : std::nullopt;
}

std::optional<int> contextOf(const QJsonValue &value)
{
    const qint64 tokens = value.toInteger(0);
    return tokens > 0 && tokens <= std::numeric_limits<int>::max() ? std::optional(int(tokens)) : std::nullopt;
}

QString nameOf(const QJsonObject &model)
{
    const QString name = model[QLatin1String("name")].toString();
    return name.isEmpty() ? model[QLatin1String("model")].toString() : name;
}

/// "forever" is a date centuries ahead, which is no time of unloading.
std::optional<QDateTime> expiryOf(const QJsonValue &value)
{
    const QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!at.isValid() || at > QDateTime::currentDateTimeUtc().addYears(10))
        return std::nullopt;
    return at;
}

Result<QJsonArray> modelsOf(const QByteArray &body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return object.error();
    const QJsonValue models = object->value(QLatin1String("models"));
    if (models.isNull()) // old versions answer null for an empty list
        return QJsonArray();
    if (!models.isArray())
        return unexpected(Texts::tr("It has no list “models”."));
    return models.toArray();
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &body)
{
    if (std::optional<QJsonObject> object = jsonObject(body))
        return *object;
    if (body.trimmed().isEmpty())
        return unexpected(Texts::tr("It is empty."));
    Error error = unexpected(Texts::tr("It is not a JSON object."));
    error.detail = QString::fromUtf8(body.left(200));
    return error;
}

QString providerErrorText(const QByteArray &body)
{
    const std::optional<QJsonObject> object = jsonObject(body);
    return object ? jsonErrorText(*object).trimmed().left(maxErrorChars) : QString();
}

Result<QString> OllamaParser::version(const QByteArray &body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return object.error();
    const QJsonValue version = object->value(QLatin1String("version"));
    if (!version.isString())
        return unexpected(Texts::tr("It has no “version”."));
    return version.toString();
}

Result<QList<ServedModel>> OllamaParser::loaded(const QByteArray &body)
{
    const Result<QJsonArray> models = modelsOf(body);
    if (!models)
        return models.error();
    QList<ServedModel> served;
    for (const QJsonValue &value : models.value()) {
        const QJsonObject model = value.toObject();
        const QString name = nameOf(model);
        if (name.isEmpty())
            continue;
        ServedModel entry;
        entry.name = ModelName(name);
        entry.sizeBytes = bytesOf(model[QLatin1String("size")]);
        // 0 beside a known size is a fact: the model runs on the CPU alone.
        if (entry.sizeBytes && model[QLatin1String("size_vram")].isDouble())
            entry.vramBytes = model[QLatin1String("size_vram")].toInteger();
        entry.contextLength = contextOf(model[QLatin1String("context_length")]);
        entry.expiresAt = expiryOf(model[QLatin1String("expires_at")]);
        served.append(entry);
    }
    return served;
}

Result<QList<ModelEntry>> OllamaParser::installed(const QByteArray &body)
{
    const Result<QJsonArray> models = modelsOf(body);
    if (!models)
        return models.error();
    QList<ModelEntry> entries;
    for (const QJsonValue &value : models.value()) {
        const QJsonObject model = value.toObject();
        const QString name = nameOf(model);
        if (name.isEmpty())
            continue;
        const QJsonObject details = model[QLatin1String("details")].toObject();
        ModelEntry entry;
        entry.name = ModelName(name);
        entry.provider = QStringLiteral("ollama");
        entry.source = QStringLiteral("installed");
        entry.sizeBytes = bytesOf(model[QLatin1String("size")]);
        entry.parameters = details[QLatin1String("parameter_size")].toString();
        entry.quantization = details[QLatin1String("quantization_level")].toString();
        entry.contextLength = contextOf(details[QLatin1String("context_length")]);
        entries.append(entry);
    }
    return entries;
}

bool OllamaParser::isEndMark(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object()[QLatin1String("done")].toBool();
}

} // namespace pilothouse
