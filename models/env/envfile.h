// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envversion.h"
#include "models/result/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace pilothouse {

/// A file as it lies on the disk. Made by readEnvFile().
struct EnvFileContent
{
    QString path; ///< as asked for
    QString resolvedPath; ///< behind symbolic links: what a save writes
    bool exists = false;
    QByteArray bytes; ///< the first 256 KiB when partial
    QByteArray hash; ///< SHA-256 of the bytes; empty when the file does not exist
    bool partial = false; ///< too large to be edited
    QString readOnlyReason; ///< why it cannot be edited, for people; empty: it can
    QDateTime modified;
    uint mode = 0; ///< permission bits
    uint ownerId = 0; ///< numeric user
    uint links = 1; ///< hard links; a save separates the others
};

struct EnvSaveRequest
{
    QString path;
    QByteArray bytes;
    QByteArray expectedHash; ///< EnvFileContent::hash that the bytes build on; empty: the file must not exist
    QString stateFolder; ///< for locks and kept versions; empty: defaultStateFolder()
    EnvWriterKind writer = EnvWriterKind::Window; ///< for the history
};

struct EnvSaveReport
{
    bool durable = true; ///< false: the new bytes are in place, but a power loss may still bring the old ones back
    QByteArray hash; ///< of the bytes written
    bool versionKept = true; ///< false: saved, but the history does not hold it
};

/// Reading and saving one .env file with plain POSIX calls. Blocking: call on a worker. No Qt event loop, no global state.
/// A missing file is a content with exists = false. Errors: "env.unreadable", "env.not-a-file", "env.link".
Result<EnvFileContent> readEnvFile(const QString &path);

/// Old or new, never a mix. On an Error nothing changed: "env.changed-on-disk" (the file is not what expectedHash says),
/// "env.locked", "env.state-folder", "env.history" (what is there now could not be kept), "env.metadata", "env.not-a-file", "env.link", "env.unwritten" (the system's
/// reason is in cause). Mode, owner, ACL and user attributes stay; a new file gets 0600. The lock is a separate file in the state
/// folder.
Result<EnvSaveReport> saveEnvFile(const EnvSaveRequest &request);

/// Takes the rights of group and others away, ACL entries included. "env.rights" when that fails.
Result<void> tightenEnvFile(const QString &path);

QByteArray envHash(const QByteArray &bytes);
QString defaultStateFolder(); ///< $XDG_STATE_HOME/pilothouse, else ~/.local/state/pilothouse

constexpr qint64 envEditLimit = 10'000'000; ///< bytes; from this size on a file is only shown

} // namespace pilothouse
