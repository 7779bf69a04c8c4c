// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dangerouskeys.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

static void registerRules() // Q_INIT_RESOURCE must stand outside a namespace; a static library needs it
{
    Q_INIT_RESOURCE(rules);
}

namespace pilothouse {

namespace {

struct Rule
{
    QRegularExpression keys;
    QRegularExpression except;
    QList<QPair<QRegularExpression, QRegularExpression>> values; ///< by key: only a value like this is meant
    QHash<QString, QString> consequence; ///< by language
};

QRegularExpression expression(const QStringList &globs)
{
    QStringList parts;
    for (const QString &glob : globs)
        parts << QRegularExpression::escape(glob).replace(QStringLiteral("\\*"), QStringLiteral(".*"));
    return QRegularExpression(QStringLiteral("\\A(?:%1)\\z").arg(parts.join(u'|')), QRegularExpression::CaseInsensitiveOption);
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

Rule ruleFrom(const QJsonObject &object)
{
    Rule rule;
    rule.keys = expression(texts(object.value(QLatin1String("keys"))));
    if (const QStringList except = texts(object.value(QLatin1String("except"))); !except.isEmpty())
        rule.except = expression(except);
    const QJsonObject values = object.value(QLatin1String("values")).toObject();
    for (auto value = values.begin(); value != values.end(); ++value)
        rule.values << qMakePair(
            expression({ value.key() }), QRegularExpression(value.value().toString(), QRegularExpression::CaseInsensitiveOption));
    const QJsonObject words = object.value(QLatin1String("consequence")).toObject();
    for (auto word = words.begin(); word != words.end(); ++word)
        rule.consequence.insert(word.key(), word.value().toString());
    return rule;
}

struct Rules
{
    QList<Rule> list;
    QRegularExpression anyKey; ///< most keys are ordinary and leave here
};

Rules load()
{
    registerRules();
    QFile file(QStringLiteral(":/rules/dangerous.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the rules for dangerous keys are not linked in");
    Rules rules;
    QStringList keys;
    for (const QJsonValue &rule : QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("rules")).toArray()) {
        rules.list << ruleFrom(rule.toObject());
        keys << texts(rule.toObject().value(QLatin1String("keys")));
    }
    rules.anyKey = expression(keys);
    return rules;
}

bool isMeant(const Rule &rule, const QString &key, const QString &value)
{
    if (!rule.keys.match(key).hasMatch() || (!rule.except.pattern().isEmpty() && rule.except.match(key).hasMatch()))
        return false;
    return std::all_of(rule.values.begin(), rule.values.end(),
        [&](const auto &pair) { return !pair.first.match(key).hasMatch() || pair.second.match(value).hasMatch(); });
}

} // namespace

std::optional<QString> dangerOf(const QString &key, const QString &value, const QString &language)
{
    static const Rules rules = load();
    if (!rules.anyKey.match(key).hasMatch())
        return std::nullopt;
    const auto rule
        = std::find_if(rules.list.begin(), rules.list.end(), [&](const Rule &each) { return isMeant(each, key, value); });
    if (rule == rules.list.end())
        return std::nullopt;
    return rule->consequence.value(rule->consequence.contains(language) ? language : QStringLiteral("en"));
}

} // namespace pilothouse
