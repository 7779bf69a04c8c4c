// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"
#include "models/providers/proberesult.h"

namespace pilothouse {

/// What is known beside the probe.
struct ProviderExpectation
{
    LauncherKind launcher = LauncherKind::None;
    Endpoint endpoint;
    ModelName model; ///< that must be served; empty: any
    bool ownProcess = false; ///< a process of ours is alive
    bool starting = false; ///< ours has not been Ready yet
};

struct ProviderVerdict
{
    ProviderState state = ProviderState::Unknown;
    ProviderPhase phase = ProviderPhase::None;
    std::optional<Failure> failure;
    QString evidence;
    bool loadModel = false; ///< Ollama answers, has the model and does not serve it yet: load it
};

/// Pure: what one probe says about the provider. "model.missing" (not installed in Ollama), "model.not-served" (an
/// OpenAI server serves another one), "endpoint.unreachable" (remote).
ProviderVerdict judgeProbe(const ProbeResult &probe, const ProviderExpectation &expected);

} // namespace pilothouse
