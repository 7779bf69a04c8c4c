// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/endpoint.h"
#include "models/domain/modelname.h"
#include "models/process/procfs.h"
#include "models/result/result.h"

#include <QDateTime>
#include <QMap>

namespace pilothouse {

/// Whose process a record speaks of now. Only Match may be signalled.
enum class RecordVerdict { Match, Mismatch, Unverifiable };

/// What Pilothouse remembers about a provider that it started, so that a later Pilothouse finds it again.
/// File: <state folder>/runs/<id>.json, 0600, replaced atomically. Holds no secret.
struct RunRecord
{
    ProcessIdentity process;
    QString bootId;
    QString marker; ///< value of PILOTHOUSE_RUN in the environment of everything that this run started
    QList<ProcessIdentity> members; ///< helpers seen below the process, to find those that outlive it
    QString argvHash; ///< SHA-256 of program and arguments
    QString program;
    QString logPath;
    Endpoint endpoint;
    ModelName model; ///< that this run was asked to serve
    LauncherKind launcher = LauncherKind::None;
    QDateTime startedAt;
    QMap<QString, QString> applied;

    RecordVerdict verify(const ProcFs &procFs) const;
    /// The helpers among `members` that are alive and certainly the same processes.
    QList<ProcessIdentity> survivors(const ProcFs &procFs) const;

    static std::optional<RunRecord> read(const QString &path); ///< absent when missing, half-written or not ours
    Result<void> write(const QString &path) const;

    static QString idFor(const QString &envPath); ///< 16 hex digits, names record and log of a deployment
    static QString hashOf(const QString &program, const QStringList &arguments);
};

inline constexpr const char *runMarkerVariable = "PILOTHOUSE_RUN";

/// Does the environment of this process carry the marker? Absent: it cannot be read or the process overwrote it.
std::optional<bool> carriesMarker(const ProcFs &procFs, qint64 pid, const QString &marker);

} // namespace pilothouse
