// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envwritequestion.h"
#include "models/result/result.h"

namespace pilothouse {

/// "env.choice": nothing was saved, the operator has to say how these values are written; detail lists every way.
Error choiceError(const QString &path, const QList<EnvWriteQuestion> &questions);

} // namespace pilothouse
