// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/external/containerinspect.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

/// "2026-11-25T00:39:59.013787414Z": more digits than Qt reads. Year 1 means never.
QDateTime timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text.left(19) + u'Z', Qt::ISODate);
    return time.date().year() > 1970 ? time.toLocalTime() : QDateTime();
}

QMap<QString, QString> environmentOf(const QJsonArray &entries)
{
    QMap<QString, QString> environment;
    for (const QJsonValue &entry : entries) {
        const QString text = entry.toString();
        if (const qsizetype equals = text.indexOf(u'='); equals > 0)
            environment.insert(text.left(equals), text.mid(equals + 1));
    }
    return environment;
}

QList<QPair<int, QString>> portsOf(const QJsonObject &ports)
{
    QList<QPair<int, QString>> list;
    for (auto it = ports.begin(); it != ports.end(); ++it) {
        for (const QJsonValue &item : it.value().toArray()) {
            const QJsonObject binding = item.toObject();
            QString host = binding.value(QLatin1String("HostIp")).toString();
            if (host.isEmpty())
                host = QStringLiteral("0.0.0.0");
            if (host.contains(u':'))
                host = u'[' + host + u']';
            list.append(
                { it.key().section(u'/', 0, 0).toInt(), host + u':' + binding.value(QLatin1String("HostPort")).toString() });
        }
    }
    return list;
}

void readState(const QJsonObject &state, bool onThisMachine, ContainerFacts &facts)
{
    facts.state = state.value(QLatin1String("Status")).toString().toLower();
    const QString health = state.value(QLatin1String("Health")).toObject().value(QLatin1String("Status")).toString();
    facts.health = health == QLatin1String("none") ? QString() : health;
    if (facts.state == QLatin1String("exited") || facts.state == QLatin1String("dead")
        || facts.state == QLatin1String("restarting"))
        facts.exitCode = state.value(QLatin1String("ExitCode")).toInt();
    facts.outOfMemory = state.value(QLatin1String("OOMKilled")).toBool();
    facts.error = state.value(QLatin1String("Error")).toString();
    const qint64 pid = state.value(QLatin1String("Pid")).toInteger();
    if (onThisMachine && pid > 0)
        facts.pid = pid;
    facts.startedAt = timeOf(state.value(QLatin1String("StartedAt")).toString());
}

} // namespace

Result<QList<ContainerFacts>> readInspect(const QByteArray &json, bool onThisMachine)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isArray()) {
        return Error{ QStringLiteral("docker.answer"),
            QCoreApplication::translate("ContainerInspect", "Docker’s answer about the containers cannot be read."),
            parse.errorString(), {}, {} };
    }
    QList<ContainerFacts> list;
    for (const QJsonValue &item : document.array()) {
        const QJsonObject object = item.toObject();
        const QJsonObject config = object.value(QLatin1String("Config")).toObject();
        const QJsonObject labels = config.value(QLatin1String("Labels")).toObject();
        if (labels.value(QLatin1String("com.docker.compose.oneoff")).toString() == QLatin1String("True"))
            continue; // of "compose run", listed by "ps --all": not the service
        ContainerFacts facts;
        facts.service = labels.value(QLatin1String("com.docker.compose.service")).toString();
        facts.id = object.value(QLatin1String("Id")).toString();
        facts.image = config.value(QLatin1String("Image")).toString();
        facts.restarts = object.value(QLatin1String("RestartCount")).toInt();
        readState(object.value(QLatin1String("State")).toObject(), onThisMachine, facts);
        facts.environment = environmentOf(config.value(QLatin1String("Env")).toArray());
        facts.arguments << object.value(QLatin1String("Path")).toString();
        for (const QJsonValue &argument : object.value(QLatin1String("Args")).toArray())
            facts.arguments << argument.toString();
        const QJsonObject network = object.value(QLatin1String("NetworkSettings")).toObject();
        facts.ports = portsOf(network.value(QLatin1String("Ports")).toObject());
        list.append(facts);
    }
    return list;
}

} // namespace pilothouse
