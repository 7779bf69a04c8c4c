// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/composetarget.h"
#include "models/result/error.h"

#include <QMap>
#include <QString>

#include <optional>

namespace pilothouse {

/// Which program runs compose files on this machine, and where its engine is. Found by looking at files, nothing is run.
struct DockerTools
{
    ComposeTool tool = ComposeTool::Plugin;
    QString program; ///< absolute; empty: see missing
    QString engine; ///< docker or podman, absolute; may be empty with docker-compose
    QString host; ///< of an engine on another machine; empty: this one
    std::optional<Failure> missing; ///< "docker.absent", "docker.no-compose"
    bool operator==(const DockerTools &) const = default;
};

/// The first of: docker with its compose plugin, docker-compose, podman-compose. environment: the operator's (PATH, HOME,
/// DOCKER_CONFIG, DOCKER_HOST, DOCKER_CONTEXT). The engine's address: DOCKER_HOST, else that of the current context.
DockerTools findDockerTools(const QMap<QString, QString> &environment);

QString composeToolName(ComposeTool tool); ///< for people: "docker compose", …

} // namespace pilothouse
