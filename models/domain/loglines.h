// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace pilothouse {

/// What a line of a provider's log says about itself; Own lines are the program's own marks.
enum class LogLevel : quint8 { Info, Own, Warning, Error };
inline constexpr int logLevelCount = 4;

/// One line as people may see it: plain text, secrets replaced, cut at a few thousand characters ("…" marks the cut).
struct LogLine
{
    qint64 number = 0; ///< of the log, from 0; stays the same while older lines are dropped
    LogLevel level = LogLevel::Info;
    QString text;
    qsizetype head = 0; ///< so many characters at the start only say time and level, which `time` and `word` hold in short
    QString time; ///< "14:33:05", empty when the line names none
    QString word; ///< "INFO", "WARN", "ERROR"; empty when the line names none
    bool operator==(const LogLine &) const = default;
};

/// Some consecutive rows. A row is a line that passes the query; its number only grows, and stays while older rows are dropped.
struct LogSlice
{
    quint64 generation = 0; ///< rows of different generations have nothing to do with each other
    qint64 firstRow = 0;
    QList<LogLine> lines;
};

/// Which lines are rows, and what is looked for.
struct LogQuery
{
    QString text; ///< looked for without regard to case; empty: nothing
    std::optional<LogLevel> level; ///< only lines of this level
    bool onlyMatches = false; ///< only lines that hold the text
    bool operator==(const LogQuery &) const = default;
};

/// How far the log is known.
struct LogState
{
    quint64 generation = 0;
    qint64 firstRow = 0; ///< the oldest row that is still kept
    qint64 endRow = 0; ///< one behind the newest
    qint64 lines = 0; ///< kept, without regard to the query
    std::array<qint64, logLevelCount> levels{}; ///< the same by level
    qint64 hits = 0; ///< rows that hold the query's text
    int percent = 100; ///< of the file that has been looked through
    bool dropped = false; ///< older lines existed and were dropped
    qint64 rows() const { return endRow - firstRow; }
    bool operator==(const LogState &) const = default;
};

/// A place between two characters of the rows.
struct LogPosition
{
    qint64 row = 0;
    qsizetype column = 0; ///< in LogLine::text
    auto operator<=>(const LogPosition &) const = default;
};

} // namespace pilothouse
