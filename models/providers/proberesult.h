// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"
#include "models/result/error.h"

#include <optional>

namespace pilothouse {

/// What one look at an endpoint found. Ready is decided from `served`, never from a log line.
struct ProbeResult
{
    bool connected = false; ///< TCP accepted
    bool answered = false; ///< an HTTP answer of a provider came
    bool loading = false; ///< 503 "Loading model", or accepted without an answer yet (Ollama looks for GPUs)
    bool refused = false; ///< nobody listens; for vLLM that is the normal state while it loads
    QString providerName; ///< "Ollama", "vLLM", "llama-server", "OpenAI-compatible server"; empty: not told
    QString providerVersion;
    QList<ServedModel> served; ///< loaded models: Ollama /api/ps, otherwise /v1/models
    QList<ModelEntry> installed; ///< Ollama /api/tags; the last list that was read (see readInstalledNext())
    bool installedKnown = false;
    QString evidence; ///< "GET /api/ps answered 200"
    std::optional<Error> error; ///< why there is no usable answer; also set beside `loading` and `refused`

    bool isUsable() const { return answered && !loading && !error; }
    bool operator==(const ProbeResult &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ProbeResult)
