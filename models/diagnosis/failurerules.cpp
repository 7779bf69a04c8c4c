// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosis/failurerules.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

static void registerRules() // Q_INIT_RESOURCE must stand outside a namespace; a static library needs it
{
    Q_INIT_RESOURCE(failures);
}

namespace pilothouse {

namespace {

struct Rule
{
    QString id;
    QStringList providers; ///< empty: any
    QHash<QString, QString> versions; ///< by provider: ">=0.30", "<0.25"
    QStringList log; ///< any of them in one line
    QStringList unless; ///< lines with one of these do not count
    Qt::CaseSensitivity sensitivity = Qt::CaseSensitive;
    std::optional<int> exitCode;
    bool wrapper = false;
    QString proposedKey;
    QRegularExpression proposedValue; ///< its first group
    QHash<QString, QString> message; ///< by language
    QHash<QString, QString> fix;
};

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

QHash<QString, QString> pairs(const QJsonValue &value)
{
    QHash<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        map.insert(each.key(), each.value().toString());
    return map;
}

Rule ruleFrom(const QJsonObject &object)
{
    Rule rule;
    rule.id = object.value(QLatin1String("id")).toString();
    rule.providers = texts(object.value(QLatin1String("providers")));
    rule.versions = pairs(object.value(QLatin1String("versions")));
    rule.log = texts(object.value(QLatin1String("log")));
    rule.unless = texts(object.value(QLatin1String("unless")));
    rule.sensitivity = object.value(QLatin1String("anyCase")).toBool() ? Qt::CaseInsensitive : Qt::CaseSensitive;
    if (object.contains(QLatin1String("exitCode")))
        rule.exitCode = object.value(QLatin1String("exitCode")).toInt();
    rule.wrapper = object.value(QLatin1String("wrapper")).toBool();
    const QJsonObject propose = object.value(QLatin1String("propose")).toObject();
    rule.proposedKey = propose.value(QLatin1String("key")).toString();
    rule.proposedValue.setPattern(propose.value(QLatin1String("pattern")).toString());
    rule.message = pairs(object.value(QLatin1String("message")));
    rule.fix = pairs(object.value(QLatin1String("fix")));
    return rule;
}

QList<Rule> load()
{
    registerRules();
    QFile file(QStringLiteral(":/rules/provider-failures.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the rules for failures of providers are not linked in");
    QList<Rule> rules;
    for (const QJsonValue &rule : QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("rules")).toArray())
        rules << ruleFrom(rule.toObject());
    std::stable_partition(rules.begin(), rules.end(), [](const Rule &rule) { return !rule.wrapper; });
    return rules;
}

/// "<0.30" and ">=0.30" are all that the table needs.
bool isInRange(const QString &version, const QString &range)
{
    const bool below = range.startsWith(u'<');
    const auto limit = QVersionNumber::fromString(QStringView(range).sliced(below ? 1 : 2));
    return (QVersionNumber::fromString(version) < limit) == below;
}

bool concerns(const Rule &rule, const FailureSymptoms &symptoms)
{
    if (symptoms.provider.isEmpty())
        return true;
    if (!rule.providers.isEmpty() && !rule.providers.contains(symptoms.provider))
        return false;
    const QString range = rule.versions.value(symptoms.provider);
    return range.isEmpty() || symptoms.version.isEmpty() || isInRange(symptoms.version, range);
}

std::optional<QString> decidingLine(const Rule &rule, const FailureSymptoms &symptoms)
{
    const auto holdsOne = [](const QString &line, const QStringList &list, Qt::CaseSensitivity sensitivity) {
        return std::any_of(list.begin(), list.end(), [&](const QString &text) { return line.contains(text, sensitivity); });
    };
    for (const QString &line : symptoms.logLines) {
        if (holdsOne(line, rule.log, rule.sensitivity) && !holdsOne(line, rule.unless, Qt::CaseSensitive))
            return line.trimmed();
    }
    return rule.exitCode && rule.exitCode == symptoms.exitCode ? std::optional(QString()) : std::nullopt;
}

} // namespace

std::optional<KnownFailure> knownFailure(const FailureSymptoms &symptoms, const QString &language)
{
    static const QList<Rule> rules = load();
    for (const Rule &rule : rules) {
        const std::optional<QString> line = concerns(rule, symptoms) ? decidingLine(rule, symptoms) : std::nullopt;
        if (!line)
            continue;
        const auto inLanguage = [&language](const QHash<QString, QString> &words) {
            return words.value(words.contains(language) ? language : QStringLiteral("en"));
        };
        KnownFailure known{ rule.id, inLanguage(rule.message), inLanguage(rule.fix), *line, {} };
        if (!rule.proposedKey.isEmpty()) {
            if (const auto match = rule.proposedValue.match(*line); match.hasMatch())
                known.proposed << qMakePair(rule.proposedKey, match.captured(1));
        }
        return known;
    }
    return std::nullopt;
}

} // namespace pilothouse
