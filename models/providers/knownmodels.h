// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/steps.h"
#include "models/result/result.h"

#include <QByteArray>
#include <QList>

namespace pilothouse {

/// config/llm_models.json: {"models": [{"model_name", "provider", "context_window", …}]}. "models.invalid-list" when it is
/// something else. Entries without a name are left out.
Result<QList<ModelEntry>> parseKnownModels(const QByteArray &json);

/// Models that a profile beside .env names (LLM_MODEL, in the mode vllm VLLM_MODEL too).
QList<ModelEntry> modelsOfProfile(const QByteArray &env, const QString &profileName);

struct KnownModels
{
    QList<ModelEntry> models;
    std::optional<Error> problem; ///< the list file is there and cannot be used; profiles are read all the same
};

/// Reads both from the deployment's folder. Blocking: call on a worker. At most 50 profiles of 1 MB.
KnownModels readKnownModels(const Deployment &deployment);

} // namespace pilothouse
