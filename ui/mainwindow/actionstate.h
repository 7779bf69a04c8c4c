// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"

namespace pilothouse {

/// Whether something can be done now; if not, why, as a sentence for the tooltip.
struct ActionState
{
    bool enabled = false;
    QString why;
};

ActionState canStart(const ProviderStatus &status);
ActionState canStop(const ProviderStatus &status);
ActionState canRestart(const ProviderStatus &status);
ActionState canSwitch(const ProviderStatus &status);

} // namespace pilothouse
