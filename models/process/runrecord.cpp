// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/runrecord.h"

#include "models/process/privatefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

namespace pilothouse {

namespace {

// start ticks are kept as text: a JSON number is a double and would round them
QJsonObject toJson(const ProcessIdentity &process)
{
    return { { QStringLiteral("pid"), process.pid }, { QStringLiteral("startTicks"), QString::number(process.startTicks) } };
}

ProcessIdentity identityFrom(const QJsonObject &object)
{
    return { object[QStringLiteral("pid")].toInteger(), object[QStringLiteral("startTicks")].toString().toULongLong() };
}

QMap<QString, QString> textMap(const QJsonObject &object)
{
    QMap<QString, QString> map;
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        map.insert(entry.key(), entry.value().toString());
    return map;
}

} // namespace

RecordVerdict RunRecord::verify(const ProcFs &procFs) const
{
    const QString boot = procFs.bootId();
    if (boot.isEmpty())
        return RecordVerdict::Unverifiable;
    if (boot != bootId || !procFs.isAlive(process) || procFs.userId(process.pid) != ::geteuid())
        return RecordVerdict::Mismatch;
    return carriesMarker(procFs, process.pid, marker).value_or(true) ? RecordVerdict::Match : RecordVerdict::Mismatch;
}

QList<ProcessIdentity> RunRecord::survivors(const ProcFs &procFs) const
{
    QList<ProcessIdentity> alive;
    if (procFs.bootId().isEmpty() || procFs.bootId() != bootId)
        return alive;
    for (const ProcessIdentity &member : members) {
        if (procFs.isAlive(member) && carriesMarker(procFs, member.pid, marker).value_or(true))
            alive << member;
    }
    return alive;
}

std::optional<RunRecord> RunRecord::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(1 << 20)).object();
    RunRecord record;
    record.process = identityFrom(object);
    record.bootId = object[QStringLiteral("bootId")].toString();
    record.marker = object[QStringLiteral("marker")].toString();
    if (record.process.pid <= 1 || record.process.startTicks == 0 || record.bootId.isEmpty() || record.marker.isEmpty())
        return std::nullopt;
    const QJsonArray members = object[QStringLiteral("members")].toArray();
    for (const QJsonValue &member : members) {
        const ProcessIdentity identity = identityFrom(member.toObject());
        if (identity.pid > 1 && identity.startTicks != 0)
            record.members << identity;
    }
    record.argvHash = object[QStringLiteral("argvHash")].toString();
    record.program = object[QStringLiteral("program")].toString();
    record.logPath = object[QStringLiteral("logPath")].toString();
    record.endpoint = Endpoint(QUrl(object[QStringLiteral("endpoint")].toString()));
    record.model = ModelName(object[QStringLiteral("model")].toString());
    record.launcher = launcherFromName(object[QStringLiteral("launcher")].toString());
    record.startedAt = QDateTime::fromString(object[QStringLiteral("startedAt")].toString(), Qt::ISODateWithMs);
    record.applied = textMap(object[QStringLiteral("applied")].toObject());
    return record;
}

Result<void> RunRecord::write(const QString &path) const
{
    QJsonObject object = toJson(process);
    object[QStringLiteral("bootId")] = bootId;
    object[QStringLiteral("marker")] = marker;
    QJsonArray memberArray;
    for (const ProcessIdentity &member : members)
        memberArray << toJson(member);
    object[QStringLiteral("members")] = memberArray;
    object[QStringLiteral("argvHash")] = argvHash;
    object[QStringLiteral("program")] = program;
    object[QStringLiteral("logPath")] = logPath;
    object[QStringLiteral("port")] = endpoint.port();
    object[QStringLiteral("endpoint")] = endpoint.text();
    object[QStringLiteral("model")] = model.text();
    object[QStringLiteral("launcher")] = launcherName(launcher);
    object[QStringLiteral("startedAt")] = startedAt.toUTC().toString(Qt::ISODateWithMs);
    QJsonObject values;
    for (auto entry = applied.begin(); entry != applied.end(); ++entry)
        values[entry.key()] = entry.value();
    object[QStringLiteral("applied")] = values;
    if (Result<void> made = makePrivateFolder(QFileInfo(path).path()); !made)
        return made;
    return writePrivateFile(path, QJsonDocument(object).toJson());
}

QString RunRecord::idFor(const QString &envPath)
{
    return QString::fromLatin1(QCryptographicHash::hash(envPath.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QString RunRecord::hashOf(const QString &program, const QStringList &arguments)
{
    QByteArray joined = program.toUtf8();
    for (const QString &argument : arguments)
        joined += '\0' + argument.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(joined, QCryptographicHash::Sha256).toHex());
}

std::optional<bool> carriesMarker(const ProcFs &procFs, qint64 pid, const QString &marker)
{
    const auto environment = procFs.environment(pid);
    if (!environment)
        return std::nullopt;
    const QList<QByteArray> entries = environment->split('\0');
    if (entries.contains(QByteArray(runMarkerVariable) + '=' + marker.toUtf8()))
        return true;
    // vLLM writes its title over the environment; then only an intact one can deny
    for (const QByteArray &entry : entries) {
        if (entry.startsWith("PATH=") || entry.startsWith("HOME="))
            return false;
    }
    return std::nullopt;
}

} // namespace pilothouse
