// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_files.h"

#include <QCoreApplication>

#include <array>

#include <pwd.h>

namespace pilothouse {

namespace {

QString userName(uint id)
{
    std::array<char, 4096> buffer;
    struct passwd user = {};
    struct passwd *found = nullptr;
    if (::getpwuid_r(id, &user, buffer.data(), buffer.size(), &found) == 0 && found && found->pw_name)
        return QString::fromLocal8Bit(found->pw_name);
    return QString::number(id);
}

} // namespace

Result<EnvSnapshot> readSnapshot(const QString &path, const QByteArray &known)
{
    Result<EnvFileContent> file = readEnvFile(path);
    if (!file)
        return file.error();
    const QString owner = file->exists ? userName(file->ownerId) : QString();
    if (file->exists && file->hash == known)
        return EnvSnapshot{ *file, {}, owner };
    return EnvSnapshot{ *file, EnvDocument(file->bytes), owner };
}

Result<EnvSaved> saveOver(const EnvSnapshot &base, const QByteArray &bytes, EnvWriterKind writer)
{
    EnvSaveRequest request;
    request.path = base.file.path;
    request.bytes = bytes;
    request.expectedHash = base.file.hash;
    request.writer = writer;
    const Result<EnvSaveReport> report = saveEnvFile(request);
    if (!report)
        return report.error();
    EnvSaved saved{ base, { base.file, EnvDocument(bytes), base.owner }, report->durable, report->versionKept };
    // Fresh facts (time, rights) when nobody was faster than this look; the next look at the file sees the rest.
    if (const Result<EnvFileContent> now = readEnvFile(base.file.path); now && now->hash == report->hash) {
        saved.after.file = *now;
        saved.after.owner = userName(now->ownerId);
    }
    saved.after.file.exists = true;
    saved.after.file.bytes = bytes;
    saved.after.file.hash = report->hash;
    return saved;
}

Result<EnvSaved> changePresent(
    const QString &path, EnvWriterKind writer, const std::function<Result<QByteArray>(const EnvDocument &)> &change)
{
    for (int attempt = 1;; ++attempt) {
        const Result<EnvSnapshot> present = readSnapshot(path);
        if (!present)
            return present.error();
        if (!present->file.readOnlyReason.isEmpty()) {
            Error error;
            error.code = QStringLiteral("env.read-only");
            error.message = QCoreApplication::translate("EnvService", "%1 cannot be changed.").arg(path);
            error.cause = present->file.readOnlyReason;
            return error;
        }
        const Result<QByteArray> bytes = change(present->document);
        if (!bytes)
            return bytes.error();
        if (present->file.exists && *bytes == present->file.bytes)
            return EnvSaved{ *present, *present };
        const Result<EnvSaved> saved = saveOver(*present, *bytes, writer);
        if (saved || saved.error().code != QLatin1String("env.changed-on-disk") || attempt == 3)
            return saved;
    }
}

} // namespace pilothouse
