// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"

namespace pilothouse {

/// Second line of the header: "Ollama · started by Pilothouse · up 41 min", "vLLM · stopped 14:06:11".
QString providerLine(const ProviderStatus &status, const QDateTime &now);
/// "Ollama", "vLLM" …; the launcher's name while the provider has not named itself.
QString providerDisplayName(const ProviderStatus &status);

} // namespace pilothouse
