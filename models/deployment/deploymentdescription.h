// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/result/result.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// .pilothouse.json: how this deployment runs. Foreign until trusted: nothing in it is executed by reading it.
struct DeploymentDescription
{
    std::optional<LauncherKind> launcher;
    QString program;
    QStringList args;
    QMap<QString, QString> environment;
    QString endpoint;
    QString backend;
    QString smoke;
    QStringList composeFiles;
    QString composeService;
    QString composeBackend;

    /// True when its own text decides what is executed, or with which environment.
    bool decidesWhatRuns() const { return !program.isEmpty() || !args.isEmpty() || !environment.isEmpty(); }
    bool operator==(const DeploymentDescription &) const = default;
};

inline constexpr char descriptionFileName[] = ".pilothouse.json";

/// Every field is optional, unknown ones are ignored. "description.invalid" names the field that has the wrong type.
Result<DeploymentDescription> parseDescription(const QByteArray &json);

/// Reads folder/.pilothouse.json; without the file an empty description. Up to 1 MB, call it off the UI thread.
Result<DeploymentDescription> readDescription(const QString &folder);

} // namespace pilothouse
