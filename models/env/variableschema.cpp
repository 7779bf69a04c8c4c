// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/variableschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

static void registerResources() // Q_INIT_RESOURCE must stand outside a namespace; a static library needs it
{
    Q_INIT_RESOURCE(schema);
}

namespace pilothouse {

namespace {

VariableType typeFromName(const QString &name)
{
    static const QHash<QString, VariableType> types{
        { QStringLiteral("text"), VariableType::Text },
        { QStringLiteral("choice"), VariableType::Choice },
        { QStringLiteral("integer"), VariableType::Integer },
        { QStringLiteral("number"), VariableType::Number },
        { QStringLiteral("boolean"), VariableType::Boolean },
        { QStringLiteral("url"), VariableType::Url },
        { QStringLiteral("model"), VariableType::Model },
    };
    return types.value(name, VariableType::Text);
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

std::optional<double> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

VariableSpec specFrom(const QJsonObject &object, const QString &language)
{
    const auto localized = [&](QLatin1String name) {
        const QJsonObject both = object.value(name).toObject();
        return both.value(both.contains(language) ? language : QStringLiteral("en")).toString();
    };
    VariableSpec spec;
    spec.key = object.value(QLatin1String("key")).toString();
    spec.group = object.value(QLatin1String("group")).toString();
    spec.type = typeFromName(object.value(QLatin1String("type")).toString());
    spec.choices = texts(object.value(QLatin1String("choices")));
    spec.minimum = number(object.value(QLatin1String("minimum")));
    spec.maximum = number(object.value(QLatin1String("maximum")));
    spec.minimumExclusive = object.value(QLatin1String("minimum_exclusive")).toBool();
    spec.step = object.value(QLatin1String("step")).toDouble(1.0);
    spec.unit = object.value(QLatin1String("unit")).toString();
    spec.defaultValue = object.value(QLatin1String("default")).toString();
    spec.usedInModes = texts(object.value(QLatin1String("used_in")));
    spec.requiredInModes = texts(object.value(QLatin1String("required_in")));
    spec.readBy = object.value(QLatin1String("read_by")).toString();
    spec.label = localized(QLatin1String("label"));
    spec.help = localized(QLatin1String("help"));
    return spec;
}

} // namespace

VariableSchema VariableSchema::load(const QString &language)
{
    registerResources();
    VariableSchema schema;
    QFile file(QStringLiteral(":/schema/variables.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the variable schema is not linked in");
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    for (const QJsonValue &item : document.object().value(QLatin1String("variables")).toArray())
        schema.m_variables << specFrom(item.toObject(), language.left(2));
    return schema;
}

const VariableSpec *VariableSchema::find(QStringView key) const
{
    const auto found
        = std::find_if(m_variables.begin(), m_variables.end(), [&](const VariableSpec &spec) { return spec.key == key; });
    return found == m_variables.end() ? nullptr : &*found;
}

QString VariableSchema::defaultValue(QStringView key) const
{
    const VariableSpec *spec = find(key);
    return spec ? spec->defaultValue : QString();
}

bool VariableSchema::isUsed(const VariableSpec &spec, LlmMode mode)
{
    if (spec.usedInModes.isEmpty() || mode == LlmMode::Unknown)
        return true;
    const auto named = [&](const QString &name) { return llmModeFromText(name) == mode; };
    return std::any_of(spec.usedInModes.begin(), spec.usedInModes.end(), named);
}

} // namespace pilothouse
