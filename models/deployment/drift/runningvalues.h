// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/drift/processfacts.h"
#include "models/domain/applystep.h"
#include "models/domain/backendfacts.h"
#include "models/domain/configtrace.h"
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"

#include <QList>
#include <QMap>

namespace pilothouse {

/// Everything that tells which values run.
struct RunningInputs
{
    QMap<QString, QString> saved; ///< .env as it is saved
    LaunchSpec spec; ///< of the saved .env
    ProviderStatus status;
    ConfigTrace trace; ///< of the saved .env
    std::optional<ProcessFacts> process; ///< of the provider; absent: not readable, or it runs elsewhere
    BackendFacts backend;
    bool operator==(const RunningInputs &) const = default;
};

/// Saved and running value of each key that .env sets, that the running process has, or that has a default in force. Best
/// evidence first: what a process or container has (environment, arguments), what was recorded at the start, what the
/// provider's API serves, what the backend tells; if any of them differs, the key does. Nothing is guessed: without
/// evidence the running value is unknown. Pure. Values of secrets are compared and shown masked.
QList<RunningValue> runningValues(const RunningInputs &inputs);

/// Those that differ, as `status` tells them.
QList<DriftEntry> driftOf(const QList<RunningValue> &values);

/// "0.90" and "0.9", "True" and "true" are the same setting.
bool sameSetting(const QString &left, const QString &right);

} // namespace pilothouse
