// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envversion.h"
#include "models/result/result.h"

#include <optional>

namespace pilothouse {

constexpr int envVersionLimit = 100; ///< versions kept of one file
constexpr qint64 envVersionBytes = 20'000'000; ///< and their size together; the newest two stay in any case

/// The kept versions of one file: one 0600 file each in a 0700 folder of the state folder, never beside the .env itself.
/// A version is a line of JSON (time, writer, keys, hash) and the bytes. Blocking, for a worker; add() only under the save's
/// lock. Damaged versions (power loss, foreign files) are not listed.
class EnvVersions
{
public:
    EnvVersions(const QString &stateFolder, const QByteArray &target); ///< target: resolved path, local bytes

    QList<EnvVersion> list() const; ///< newest first
    /// "env.no-version" when it is not there or damaged.
    Result<QByteArray> read(qint64 id) const;
    /// Makes the folder; then keeps bytes as the newest version, unless the newest one holds just them, and drops the oldest ones
    /// beyond the limits.
    Result<void> add(const QByteArray &bytes, EnvWriterKind writer, const QDateTime &time);

private:
    QList<qint64> ids() const; ///< rising
    std::optional<EnvVersion> header(qint64 id) const;
    int write(qint64 id, const QByteArray &bytes) const;
    void prune() const;

    QString m_state;
    QString m_name; ///< of the file's folder below m_state
    QString m_folder;
};

/// Versions of the file at path (links are followed), newest first. stateFolder empty: defaultStateFolder().
Result<QList<EnvVersion>> listEnvVersions(const QString &path, const QString &stateFolder = {});
Result<QByteArray> readEnvVersion(const QString &path, qint64 id, const QString &stateFolder = {});

/// A folder of our state, made 0700 where missing. "env.state-folder".
Result<void> makeStateFolder(const QString &stateFolder, const QString &folder);

} // namespace pilothouse
