// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"

#include <QMap>

namespace pilothouse {

/// What a plan is made of; all values are copies, so planning touches nothing.
struct SwitchInputs
{
    QMap<QString, QString> savedValues; ///< of the file
    LlmMode mode = LlmMode::Ollama; ///< after the switch
    ModelName target;
    ProviderStatus status;
    bool loadsInPlace = false; ///< the running server can load another model without a restart (Ollama)
    QList<ModelEntry> installed; ///< empty: not known
};

/// Keys that change, the steps with their way back, or why the switch cannot begin.
SwitchPlan planSwitch(const SwitchInputs &inputs);

} // namespace pilothouse
