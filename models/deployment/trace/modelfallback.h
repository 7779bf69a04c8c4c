// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/configtrace.h"
#include "models/domain/problem.h"

#include <optional>

namespace pilothouse {

/// One-variable mode: the compose file gives vLLM LLM_MODEL where VLLM_MODEL is not set (ConfigTrace::modelFallsBack).
struct ModelFallback
{
    QString emptyText; ///< for the empty field of VLLM_MODEL: "uses LLM_MODEL: qwen3:8b, as docker-compose.vllm.yml:12 says"
    std::optional<Problem> note; ///< beside a VLLM_MODEL that repeats LLM_MODEL, with the way to one variable
};

/// Both empty where the deployment does not fall back, or nothing tells.
ModelFallback modelFallback(const ConfigTrace &trace);

} // namespace pilothouse
