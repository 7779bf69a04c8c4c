// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QString>

namespace pilothouse {

/// Where Pilothouse keeps its own things. The XDG variables are read at each call; a relative value is ignored, as the
/// XDG specification asks. The folders need not exist: see ensureFolder().
QString configFolder(); ///< $XDG_CONFIG_HOME/pilothouse: settings
QString stateFolder(); ///< $XDG_STATE_HOME/pilothouse: run records, logs
QString cacheFolder(); ///< $XDG_CACHE_HOME/pilothouse: downloads
QString settingsPath(); ///< the INI file in configFolder()

/// Creates the folder and its parents for the owner alone (0700); an existing folder of ours is narrowed to 0700.
/// Errors: "folder.create".
Result<void> ensureFolder(const QString &path);

} // namespace pilothouse
