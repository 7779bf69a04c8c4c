// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/endpoint.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

namespace pilothouse {

/// What the deployment's backend says about itself. Foreign text.
struct BackendFacts
{
    Endpoint endpoint; ///< invalid: no backend is known
    QString service; ///< its compose service; empty: none
    bool described = false; ///< the address stands in .pilothouse.json
    bool answered = false; ///< something usable came
    QString status; ///< "ok", "degraded"; empty: not told
    std::optional<bool> llmWorks; ///< components.llm.ok
    QString mode; ///< empty: not told
    QString model; ///< empty: not told
    QString source; ///< "GET /health" or "GET /model-config": who told the model
    QString problem; ///< why nothing usable came, one sentence
    QDateTime askedAt;
    bool operator==(const BackendFacts &) const = default;
};

/// Why the backend works with another model than the provider serves.
struct BackendVerdict
{
    enum class Cause { KeysDiffer, OldValues, ProviderDiffers };
    Cause cause = Cause::KeysDiffer;
    QString message; ///< what is wrong, one sentence
    QString fix; ///< the right step, one sentence
    bool operator==(const BackendVerdict &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::BackendFacts)
