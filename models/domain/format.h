// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QString>

#include <optional>

namespace pilothouse {

/// Numbers as people read them (visual.md §6 "Numbers"): "21.8 GiB", "168 tok/s", "5.7 s", "1 min 42 s", "16 384".
/// They follow QLocale() (default locale) and use a no-break space before the unit; an absent value is "—".
QString formatBytes(std::optional<qint64> bytes);
QString formatGib(std::optional<qint64> bytes); ///< the figure alone, in GiB with one or two decimals
QString formatRate(std::optional<double> tokensPerSecond, bool withUnit = true); ///< one decimal below 100
QString formatMs(std::optional<double> ms);      ///< "142 ms", from 1 s "5.7 s", from 1 min "1 min 42 s"
QString formatDuration(qint64 seconds);          ///< "41 s", "1 min 42 s", "2 h 14 min"
QString formatCount(qint64 count);               ///< groups of three with a thin no-break space
QString formatPercent(std::optional<double> percent);

} // namespace pilothouse
