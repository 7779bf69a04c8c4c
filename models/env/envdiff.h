// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"
#include "models/env/envdocument.h"

namespace pilothouse {

/// The changed lines between two states of a .env, in file order, secrets masked. Within one place the first old line stands
/// beside the first new one, and so on. Pure.
QList<EnvDiffLine> diffEnv(const EnvDocument &before, const EnvDocument &after);

} // namespace pilothouse
