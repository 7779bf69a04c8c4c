// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace pilothouse {

class Settings;

/// Sets QLocale's default and installs the Russian catalogue (ours and Qt's own) when the settings or the system ask for
/// Russian. Call again after the setting changed; texts built later follow.
void installLanguage(QCoreApplication &application, const Settings &settings);

} // namespace pilothouse
