// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QByteArray>
#include <QString>

namespace pilothouse {

/// Creates `path` with its missing parents as 0700 folders; existing parents keep their mode. "state.folder".
Result<void> makePrivateFolder(const QString &path);

/// Replaces the file with these bytes: 0600 temporary file in the same folder, synced, renamed, folder synced.
/// A reader sees the old or the new content, never a part. Small files only; runs on the calling thread. "state.write".
Result<void> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace pilothouse
