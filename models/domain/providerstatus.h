// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/containerfacts.h"
#include "models/domain/deployment.h"
#include "models/domain/endpoint.h"
#include "models/domain/failure.h"
#include "models/domain/modelname.h"

#include <QDateTime>
#include <QMap>
#include <QMetaType>

#include <optional>

namespace pilothouse {

enum class ProviderState { Unknown, Stopped, Starting, Ready, Degraded, Stopping, Failed };

/// Phases of Starting; each is entered by observation (process alive, port open, HTTP answers, model listed).
enum class ProviderPhase { None, Launching, WaitingForPort, LoadingModel, CheckingModel };

/// A model that the API lists as loaded (Ollama /api/ps, vLLM and llama-server /v1/models).
struct ServedModel
{
    ModelName name;
    std::optional<qint64> sizeBytes;
    std::optional<qint64> vramBytes;
    std::optional<int> contextLength;
    std::optional<QDateTime> expiresAt; ///< Ollama: when it unloads the model
    bool operator==(const ServedModel &) const = default;
};

/// One saved value that the running process does not use yet.
struct DriftEntry
{
    QString key;
    QString saved;
    QString running; ///< empty: the process runs without it
    QString apply; ///< applyStepName(step)
    QString source = {}; ///< where the running value was read, in words
    ApplyStep step = {};
    bool operator==(const DriftEntry &) const = default;
};

/// What is known about the provider now. Every statement is an observation; evidence says which, evidenceAt when.
struct ProviderStatus
{
    LauncherKind launcher = LauncherKind::None;
    ProviderState state = ProviderState::Unknown;
    ProviderPhase phase = ProviderPhase::None;
    QDateTime since; ///< of the state
    QDateTime startedAt; ///< of the process; invalid when unknown
    std::optional<qint64> pid;
    bool ownProcess = false; ///< started (or re-adopted) by Pilothouse, so Stop may signal it
    Endpoint endpoint;
    QString providerName; ///< "Ollama", "vLLM", "llama-server", "OpenAI-compatible server"
    QString providerVersion; ///< empty when not reported
    QList<ServedModel> served;
    QMap<QString, QString> applied; ///< values the process was started with; empty when unknown
    QString evidence; ///< "GET /api/ps answered 200"
    QDateTime evidenceAt;
    std::optional<int> exitCode; ///< of the last run that ended
    std::optional<Failure> failure;
    QList<ContainerFacts> containers; ///< of the compose services that belong to the deployment; empty: none, or not asked yet

    bool serves(const ModelName &model) const
    {
        for (const ServedModel &entry : served) {
            if (entry.name.matches(model))
                return true;
        }
        return false;
    }
    bool operator==(const ProviderStatus &) const = default;
};

QString providerStateName(ProviderState state); ///< "stopped", "starting", … as in pilothousectl's JSON
QString providerPhaseName(ProviderPhase phase); ///< "launching", "waiting-for-port", "loading-model", "checking-model", ""

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ProviderStatus)
