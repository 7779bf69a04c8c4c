// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"

#include <QByteArray>

namespace pilothouse {

/// Content of a new .env for a folder without one: mode Ollama, vLLM on this machine, or none. English comments, values
/// that every reader reads alike.
QByteArray envTemplate(LlmMode mode);

} // namespace pilothouse
