// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envversions.h"

#include "models/env/envedits.h"
#include "models/env/envfile.h"
#include "models/env/envpath.h"
#include "models/env/pendingfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {

namespace {

QString nameOfVersion(qint64 id)
{
    return QStringLiteral("%1").arg(id, 8, 10, QLatin1Char('0'));
}

std::optional<EnvWriterKind> writerNamed(const QString &name)
{
    for (int kind = 0; kind <= int(EnvWriterKind::Other); ++kind) {
        if (envWriterName(EnvWriterKind(kind)) == name)
            return EnvWriterKind(kind);
    }
    return std::nullopt;
}

QByteArray headerOf(const EnvVersion &version)
{
    const QJsonObject object{ { QStringLiteral("time"), version.time.toString(Qt::ISODateWithMs) },
        { QStringLiteral("writer"), envWriterName(version.writer) },
        { QStringLiteral("keys"), QJsonArray::fromStringList(version.keys) }, { QStringLiteral("size"), version.size },
        { QStringLiteral("sha256"), QString::fromLatin1(version.hash.toHex()) } };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<EnvVersion> parsed(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const std::optional<EnvWriterKind> writer = writerNamed(object.value(QStringLiteral("writer")).toString());
    EnvVersion version;
    version.time = QDateTime::fromString(object.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs);
    version.size = object.value(QStringLiteral("size")).toInteger(-1);
    version.hash = QByteArray::fromHex(object.value(QStringLiteral("sha256")).toString().toLatin1());
    if (!writer || !version.time.isValid() || version.size < 0)
        return std::nullopt;
    version.writer = *writer;
    for (const QJsonValue &key : object.value(QStringLiteral("keys")).toArray())
        version.keys << key.toString();
    return version;
}

} // namespace

EnvVersions::EnvVersions(const QString &stateFolder, const QByteArray &target)
    : m_state(stateFolder), m_name(QStringLiteral("history/") + QString::fromLatin1(envHash(target).toHex().first(32))),
      m_folder(m_state + QLatin1Char('/') + m_name)
{
}

QList<qint64> EnvVersions::ids() const
{
    QList<qint64> ids;
    const QStringList names = QDir(m_folder).entryList({ QStringLiteral("????????") }, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        bool number = false;
        const qint64 id = name.toLongLong(&number);
        if (number && id > 0)
            ids << id;
    }
    return ids;
}

std::optional<EnvVersion> EnvVersions::header(qint64 id) const
{
    QFile file(m_folder + QLatin1Char('/') + nameOfVersion(id));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readLine();
    std::optional<EnvVersion> version = parsed(line);
    if (!version || file.size() != line.size() + version->size)
        return std::nullopt;
    version->id = id;
    return version;
}

QList<EnvVersion> EnvVersions::list() const
{
    QList<EnvVersion> versions;
    for (const qint64 id : ids()) {
        if (const std::optional<EnvVersion> version = header(id))
            versions.prepend(*version);
    }
    return versions;
}

Result<QByteArray> EnvVersions::read(qint64 id) const
{
    QFile file(m_folder + QLatin1Char('/') + nameOfVersion(id));
    if (file.open(QIODevice::ReadOnly)) {
        const std::optional<EnvVersion> version = parsed(file.readLine());
        const QByteArray bytes = file.readAll();
        if (version && envHash(bytes) == version->hash)
            return bytes;
    }
    return envFileError("env.no-version", QCoreApplication::translate("EnvVersions", "There is no version %1.").arg(id), 0,
        QCoreApplication::translate("EnvVersions", "See the kept ones with: pilothousectl history list"));
}

int EnvVersions::write(qint64 id, const QByteArray &bytes) const
{
    const FileDescriptor folder = posix::open(QFile::encodeName(m_folder), O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen())
        return errno;
    PendingFile file(folder.get());
    int error = file.create();
    if (!error)
        error = file.write(bytes);
    if (!error)
        error = file.giveName();
    if (!error)
        error = file.putInPlace(nameOfVersion(id).toLatin1(), true); // never over a version that could not be listed
    if (!error)
        error = posix::sync(folder.get());
    PendingFile::sweep(QFile::encodeName(m_folder), folder.get());
    return error;
}

Result<void> EnvVersions::add(const QByteArray &bytes, EnvWriterKind writer, const QDateTime &time)
{
    if (const Result<void> made = makeStateFolder(m_state, m_name); !made)
        return made;
    EnvVersion version{ 1, time.toUTC(), writer, {}, bytes.size(), envHash(bytes) };
    const QList<qint64> present = ids();
    if (!present.isEmpty()) {
        const Result<QByteArray> newest = read(present.last());
        if (newest && *newest == bytes)
            return {};
        if (newest)
            version.keys = keysOf(editsBetween(EnvDocument(*newest), EnvDocument(bytes)));
        version.id = present.last() + 1;
    }
    if (const int error = write(version.id, headerOf(version) + bytes)) {
        return envFileError("env.history",
            QCoreApplication::translate("EnvVersions", "This version could not be kept in the history."), error,
            QCoreApplication::translate("EnvVersions", "Make room in %1.").arg(m_folder));
    }
    prune();
    return {};
}

void EnvVersions::prune() const
{
    QList<qint64> rest = ids();
    qint64 total = 0;
    for (const qint64 id : std::as_const(rest))
        total += QFileInfo(m_folder + QLatin1Char('/') + nameOfVersion(id)).size();
    while (rest.size() > 2 && (rest.size() > envVersionLimit || total > envVersionBytes)) {
        const QString oldest = m_folder + QLatin1Char('/') + nameOfVersion(rest.takeFirst());
        total -= QFileInfo(oldest).size();
        QFile::remove(oldest);
    }
}

namespace {

Result<EnvVersions> versionsOf(const QString &path, const QString &stateFolder)
{
    const Result<QByteArray> target = resolveEnvPath(path);
    if (!target)
        return target.error();
    return EnvVersions(stateFolder.isEmpty() ? defaultStateFolder() : stateFolder, *target);
}

} // namespace

Result<QList<EnvVersion>> listEnvVersions(const QString &path, const QString &stateFolder)
{
    const Result<EnvVersions> versions = versionsOf(path, stateFolder);
    return versions ? Result<QList<EnvVersion>>(versions->list()) : Result<QList<EnvVersion>>(versions.error());
}

Result<QByteArray> readEnvVersion(const QString &path, qint64 id, const QString &stateFolder)
{
    const Result<EnvVersions> versions = versionsOf(path, stateFolder);
    return versions ? versions->read(id) : Result<QByteArray>(versions.error());
}

Result<void> makeStateFolder(const QString &stateFolder, const QString &folder)
{
    const auto make
        = [](const QString &path) { return ::mkdir(QFile::encodeName(path).constData(), 0700) == 0 || errno == EEXIST; };
    bool there = QDir().mkpath(stateFolder) && ::chmod(QFile::encodeName(stateFolder).constData(), 0700) == 0;
    QString path = stateFolder;
    for (const QString &part : folder.split(QLatin1Char('/'))) {
        path += QLatin1Char('/') + part;
        there = there && make(path);
    }
    if (there)
        return {};
    return envFileError("env.state-folder", QCoreApplication::translate("EnvFile", "%1 cannot be created.").arg(path), errno);
}

} // namespace pilothouse
