// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace pilothouse {

/// Reads a file of a deployment by its absolute path. Errors: "file.missing", "file.unreadable". May be replaced in tests.
using FileReading = std::function<Result<QByteArray>(const QString &)>;

/// A regular file of up to 1 MB; never waits for a FIFO or a device. Call it off the UI thread.
Result<QByteArray> readDeploymentFile(const QString &path);

/// path as people read it: relative to folder when it lies inside.
QString shownPath(const QString &path, const QString &folder);

/// path made absolute from folder, without "." and "..".
QString absolutePath(const QString &path, const QString &folder);

} // namespace pilothouse
