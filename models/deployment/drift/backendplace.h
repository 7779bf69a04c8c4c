// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/deploymentdescription.h"
#include "models/deployment/drift/runningvalues.h"

namespace pilothouse {

/// Where the backend is asked: "backend" of .pilothouse.json, else the published port of its compose service. Only on this
/// machine: a folder's own files do not decide that another one is asked. Fills endpoint, service and described.
BackendFacts backendPlace(const DeploymentDescription &description, const ConfigTrace &trace);

/// Why the backend shows another model than the provider serves: .env itself differs, the backend still runs with old
/// values, or the provider does. None: they agree, or one of them is silent.
std::optional<BackendVerdict> backendVerdict(const RunningInputs &inputs);

} // namespace pilothouse
