// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/configtrace.h"
#include "models/domain/problem.h"
#include "models/env/envdocument.h"
#include "models/env/variableschema.h"

namespace pilothouse {

/// The rules that need the deployment's other files: key.unused, token.name, vllm-model.fallback (as an error where compose
/// gives vLLM no other key), gpu.parallel-exceeds, url.container-only (with the published port), compose.invalid. Pure and
/// linear in the number of keys.
QList<Problem> checkTrace(const EnvDocument &document, const ConfigTrace &trace, const VariableSchema &schema);

/// base with the findings of checkTrace(): one of the same rule and key takes the place of base's, because it knows more.
QList<Problem> withTraceProblems(const QList<Problem> &base, const QList<Problem> &traced);

} // namespace pilothouse
