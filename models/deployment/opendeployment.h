// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/result/result.h"

namespace pilothouse {

/// path is a folder, or a file that is then the edited .env (any name). A folder without a .env is a deployment too.
/// Only looks at the file system, reads no content. Errors: "deployment.missing", "deployment.unreadable",
/// "deployment.not-file".
Result<Deployment> openDeployment(const QString &path);

} // namespace pilothouse
