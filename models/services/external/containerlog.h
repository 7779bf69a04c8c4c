// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/containerfacts.h"
#include "models/process/processwatch.h"
#include "models/process/procfs.h"
#include "models/result/result.h"

#include <QMap>
#include <QObject>

namespace pilothouse {

/// What copies a container's output to a file: one "docker logs --follow" a deployment, which outlives us and ends with the
/// container. A record beside the log tells the next Pilothouse that it is there. UI thread.
class ContainerLog : public QObject
{
    Q_OBJECT
public:
    ContainerLog(const QString &logPath, const ProcFs &procFs, QObject *parent = nullptr);

    struct Source
    {
        QString engine; ///< docker or podman, absolute
        QMap<QString, QString> environment;
        QString container; ///< id
        QDateTime startedAt;
        bool ended = false; ///< it says nothing more
    };
    /// Does nothing when this run of the container is being copied already.
    Result<void> follow(const Source &source);

private:
    QString m_logPath;
    QString m_recordPath;
    ProcFs m_procFs;
    ProcessWatch m_watch; ///< reaps it
};

} // namespace pilothouse
