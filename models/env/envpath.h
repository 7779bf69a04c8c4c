// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QByteArray>
#include <QString>

namespace pilothouse {

/// The file behind symbolic links, as local bytes; the last one may be missing (a dangling link names what to create).
/// "env.link" when links go round in a circle or the folder is missing.
Result<QByteArray> resolveEnvPath(const QString &path);

/// An Error about the file at path: message with the path, cause from errno (0: none).
Error envFileError(const char *code, const QString &message, int error, const QString &fix = {});

QByteArray folderOf(const QByteArray &path);
QByteArray nameOf(const QByteArray &path);

} // namespace pilothouse
