// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envconflict.h"
#include "models/env/envmerge.h"

namespace pilothouse {

/// "env.conflict": nothing was saved, with both values of each key (secrets masked).
Error conflictError(const QList<EnvConflict> &conflicts);

/// An error of the service itself.
Error envServiceError(const QString &code, const QString &message, const QString &cause);

} // namespace pilothouse
