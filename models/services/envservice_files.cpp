// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_files.h"

#include <QCoreApplication>

namespace pilothouse {

Result<EnvSnapshot> readSnapshot(const QString &path, const QByteArray &known)
{
    Result<EnvFileContent> file = readEnvFile(path);
    if (!file)
        return file.error();
    if (file->exists && file->hash == known)
        return EnvSnapshot{ *file, {} };
    return EnvSnapshot{ *file, EnvDocument(file->bytes) };
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
    EnvSaved saved{ base, { base.file, EnvDocument(bytes) }, report->durable, report->versionKept };
    // Fresh facts (time, rights) when nobody was faster than this look; the next look at the file sees the rest.
    if (const Result<EnvFileContent> now = readEnvFile(base.file.path); now && now->hash == report->hash)
        saved.after.file = *now;
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
