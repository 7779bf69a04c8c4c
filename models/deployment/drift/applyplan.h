// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"

namespace pilothouse {

/// What the one button does about these differences: the least that covers all of them, said beforehand. Empty when nothing
/// differs and the provider serves the model of .env. Pure.
ApplyPlan applyPlan(const QList<RunningValue> &values, const LaunchSpec &spec, const ProviderStatus &status);

/// "docker compose up -d vllm" as one types it.
QString upCommand(const QStringList &services);

} // namespace pilothouse
