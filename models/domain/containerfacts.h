// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// One container of a compose service as `docker inspect` tells it. Foreign text; the environment holds secrets: it is never
/// shown or logged, only compared, and what is shown of it is masked as in .env.
struct ContainerFacts
{
    QString service; ///< label com.docker.compose.service
    QString id; ///< full container id
    QString image;
    QString state; ///< "created", "running", "restarting", "exited", "dead", "paused"
    QString health; ///< "starting", "healthy", "unhealthy"; empty: the service has no health check
    std::optional<int> exitCode; ///< of a container that has ended
    bool outOfMemory = false; ///< the kernel ended it
    int restarts = 0; ///< by the restart policy, since it was created
    QString error; ///< the engine's own words, when it could not be started
    std::optional<qint64> pid; ///< on this machine; absent for a remote engine and when it is not running
    QDateTime startedAt;
    QMap<QString, QString> environment; ///< what the process has now
    QStringList arguments; ///< entrypoint and command as they run
    QList<QPair<int, QString>> ports; ///< container port, published address "127.0.0.1:8001"

    bool isRunning() const { return state == QLatin1String("running") || state == QLatin1String("restarting"); }
    bool operator==(const ContainerFacts &) const = default;
};

} // namespace pilothouse
