// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosis/dockerfailures.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

static void registerResources()
{
    Q_INIT_RESOURCE(docker_failures);
}

namespace pilothouse {

namespace {

constexpr int detailLines = 20;

struct Rule
{
    QString code;
    QStringList texts; ///< any of them, without regard to case
    QList<QRegularExpression> patterns;
    QHash<QString, QString> message; ///< by language
    QHash<QString, QString> fix;

    bool matches(const QString &line) const
    {
        for (const QString &text : texts) {
            if (line.contains(text, Qt::CaseInsensitive))
                return true;
        }
        for (const QRegularExpression &pattern : patterns) {
            if (pattern.match(line).hasMatch())
                return true;
        }
        return false;
    }
};

QHash<QString, QString> byLanguage(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    QHash<QString, QString> texts;
    for (auto it = object.begin(); it != object.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

Rule ruleFrom(const QJsonObject &object)
{
    Rule rule;
    rule.code = object.value(QLatin1String("code")).toString();
    for (const QJsonValue &text : object.value(QLatin1String("texts")).toArray())
        rule.texts << text.toString();
    for (const QJsonValue &pattern : object.value(QLatin1String("patterns")).toArray())
        rule.patterns << QRegularExpression(pattern.toString());
    rule.message = byLanguage(object.value(QLatin1String("message")));
    rule.fix = byLanguage(object.value(QLatin1String("fix")));
    return rule;
}

struct Rules
{
    QList<Rule> known;
    Rule otherwise;
};

const Rules &rules()
{
    static const Rules loaded = [] {
        registerResources();
        QFile file(QStringLiteral(":/rules/docker-failures.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the rules about docker's failures are not linked in");
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        Rules all;
        for (const QJsonValue &item : root.value(QLatin1String("rules")).toArray())
            all.known << ruleFrom(item.toObject());
        all.otherwise = ruleFrom(root.value(QLatin1String("otherwise")).toObject());
        return all;
    }();
    return loaded;
}

QString inLanguage(const QHash<QString, QString> &texts)
{
    const bool russian = QLocale().language() == QLocale::Russian;
    return texts.value(russian ? QStringLiteral("ru") : QStringLiteral("en"));
}

Error errorFrom(const Rule &rule, const QString &line, const DockerComplaint &complaint)
{
    Error error;
    error.code = rule.code;
    error.message = inLanguage(rule.message).replace(QLatin1String("%2"), complaint.service);
    error.cause = line.isEmpty()
        ? QCoreApplication::translate("DockerFailures", "It ended with exit code %1 and said nothing.").arg(complaint.exitCode)
        : line;
    error.fix = inLanguage(rule.fix).replace(QLatin1String("%2"), complaint.service);
    error.detail = complaint.lines.mid(qMax<qsizetype>(0, complaint.lines.size() - detailLines)).join(u'\n');
    return error;
}

} // namespace

Error explainDocker(const DockerComplaint &complaint)
{
    QString last;
    for (const QString &line : complaint.lines)
        last = line.trimmed().isEmpty() ? last : line.trimmed();
    for (const Rule &rule : rules().known) {
        // from the end: the last complaint is the one that ended the command
        for (auto line = complaint.lines.crbegin(); line != complaint.lines.crend(); ++line) {
            if (rule.matches(line->trimmed()))
                return errorFrom(rule, line->trimmed(), complaint);
        }
    }
    return errorFrom(rules().otherwise, last, complaint);
}

} // namespace pilothouse
