// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QLocale>
#include <QString>

namespace pilothouse {

/// "14:28:41" today, "3 Nov 2026 14:28:41" on another day; local time.
inline QString timeText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QStringLiteral("HH:mm:ss"))
                                                : QLocale().toString(local, QStringLiteral("d MMM yyyy HH:mm:ss"));
}

} // namespace pilothouse
