// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

namespace pilothouse {

enum class ComposeTool {
    Plugin, ///< docker compose (v2)
    Standalone, ///< docker-compose: v1, or v2 as a program of its own
    Podman, ///< podman-compose
};

/// How the provider's service of a compose project is reached: every command is LaunchSpec::program + before + "up", "ps", ….
struct ComposeTarget
{
    ComposeTool tool = ComposeTool::Plugin;
    QStringList before; ///< "compose", "-f", FILE, …: what stands between the program and the subcommand
    QString engine; ///< docker or podman, absolute; empty: none, so containers cannot be inspected
    QString host; ///< where the engine runs when that is another machine (DOCKER_HOST, context)
    QString service; ///< the provider's
    bool mayAsk = true; ///< false: the folder names the program and nobody has confirmed it, so not even "ps" runs
    QString backend; ///< the service that asks it; empty: not known
    bool operator==(const ComposeTarget &) const = default;
};

} // namespace pilothouse
