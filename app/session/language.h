// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QCoreApplication;

namespace pilothouse {

class Settings;

/// "ru" or "en": what the settings ask for, else the first language of the system. The C locale means English.
QString interfaceLanguage(const Settings &settings);

/// Sets QLocale's default (numbers, dates) and installs the catalogue of interfaceLanguage(): for Russian ours and Qt's own,
/// for English only the plurals. Call again after the setting changed; texts built later follow.
void installLanguage(QCoreApplication &application, const Settings &settings);

} // namespace pilothouse
