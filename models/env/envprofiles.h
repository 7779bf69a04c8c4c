// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envprofile.h"
#include "models/env/envedits.h"
#include "models/env/envfile.h"

namespace pilothouse {

/// Profiles beside the file at envPath (".env" → ".env.vllm"), by name, templates last. Editors' swap files, backups and our
/// temporary files are left out. Blocking.
QList<EnvProfile> listProfiles(const QString &envPath);

/// False for what listProfiles() would not show: "", "a/b", "x.swp", "old~".
bool isProfileName(const QString &name);
QString profilePath(const QString &envPath, const QString &name);

/// Keys in which they differ, in the profile's order, keys only in .env last. Pure.
QList<ProfileChange> compareProfile(const EnvDocument &present, const EnvDocument &profile);

/// What applying does to .env: the profile's value for each of `keys`; a key named that the profile does not have is removed.
/// Without keys: all that the profile sets, and nothing is removed. "profile.no-key" for a name that neither has. Pure.
Result<QList<EnvEdit>> profileEdits(const EnvDocument &present, const EnvDocument &profile, const QStringList &keys = {});

enum class ProfileSave { New, Replace };

/// Writes bytes as a profile, 0600. "profile.bad-name"; "profile.exists" when it is there and Replace was not asked for; else
/// as saveEnvFile(). A replaced profile keeps its versions, like .env. Blocking.
Result<QString> saveProfile(const QString &envPath, const QString &name, const QByteArray &bytes, ProfileSave mode,
    EnvWriterKind writer, const QString &stateFolder = {});

} // namespace pilothouse
