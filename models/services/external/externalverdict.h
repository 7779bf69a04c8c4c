// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "models/services/externallauncher.h"

namespace pilothouse {

/// Why a container or unit ended, in one sentence with its exit code and log. Known causes are those of explainEnd() and
/// explainDocker(); "memory.container" when the kernel ended it; "container.restarting" for a loop of restarts.
Error explainExternalEnd(const ExternalFacts &facts, const LaunchSpec &spec, bool wasReady, const Redactor &redactor);

} // namespace pilothouse
