// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QString>

namespace pilothouse {

/// Absolute path of a program: an absolute path, "./x" below folder, or a bare name on searchPath (entries joined by ":").
/// Relative and empty entries of searchPath are skipped: the current folder is never searched. The result is a regular
/// executable file. Errors: "program.missing", "program.not-executable", "program.relative".
Result<QString> findProgram(const QString &name, const QString &searchPath, const QString &folder);

} // namespace pilothouse
