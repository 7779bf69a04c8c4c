// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"

#include <QString>

#include <optional>

namespace pilothouse {

/// What the operator decided for one deployment; beats .pilothouse.json and detection. Empty: not decided.
struct OperatorChoice
{
    std::optional<LauncherKind> launcher;
    QString program; ///< absolute path, or a name to look up on PATH
    QString endpoint; ///< http(s) address of the provider
    bool operator==(const OperatorChoice &) const = default;
};

} // namespace pilothouse
