// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envdocument.h"
#include "models/env/envfile.h"

#include <functional>

namespace pilothouse {

/// A file read and parsed. Blocking, for a worker.
struct EnvSnapshot
{
    EnvFileContent file;
    EnvDocument document;
    QString owner{}; ///< name of the user that the file belongs to, its number where it has none
};

/// What a save left on the disk.
struct EnvSaved
{
    EnvSnapshot before;
    EnvSnapshot after;
    bool durable = true;
    bool versionKept = true;
};

/// known: the hash of a content that need not be parsed again; the document is then empty.
Result<EnvSnapshot> readSnapshot(const QString &path, const QByteArray &known = {});

/// Saves these bytes over the file that `base` was read from. A file that is no longer the same is not touched.
Result<EnvSaved> saveOver(const EnvSnapshot &base, const QByteArray &bytes, EnvWriterKind writer);

/// Reads the present file, lets `change` make the new content, saves; again when another program was faster (three times).
Result<EnvSaved> changePresent(
    const QString &path, EnvWriterKind writer, const std::function<Result<QByteArray>(const EnvDocument &)> &change);

} // namespace pilothouse
