// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/loglines.h"
#include "models/process/logfold.h"

#include <QByteArrayView>

#include <array>
#include <deque>
#include <vector>

namespace pilothouse {

/// Where the lines of a stream of bytes begin, and their levels. About one byte a line: a mark every 64 lines (or 64 KiB)
/// and two bits a line; between marks the bytes are read again. Positions and line numbers are of the whole stream, so that
/// forgetting its beginning changes none. Not for several threads at once.
class LogIndex
{
public:
    struct Mark
    {
        qint64 position = 0; ///< of the first byte of `line`
        qint64 line = 0;
    };

    void clear(qint64 position = 0); ///< the stream begins here
    void add(QByteArrayView bytes); ///< the next bytes, whatever the chunks
    void dropBefore(qint64 position); ///< lines that begin before are gone

    qint64 position() const { return m_position; } ///< of the next byte
    qint64 firstLine() const { return m_firstLine; }
    qint64 endLine() const { return m_endLine + (hasOpenLine() ? 1 : 0); } ///< the open line counts once it has bytes
    qint64 closedLines() const { return m_endLine; } ///< lines before this one are complete
    bool hasOpenLine() const { return m_position > m_lineStart; }
    const LogFold &openLine() const { return m_open; }
    LogLevel level(qint64 line) const; ///< of a line between firstLine and endLine
    const std::array<qint64, logLevelCount> &counts() const { return m_counts; } ///< complete lines that are kept
    Mark markFor(qint64 line) const; ///< the last mark at or before the line
    qint64 bytesUsed() const; ///< memory of the index

private:
    void close(QByteArrayView rest);
    void dropLine();

    static constexpr qint64 linesAMark = 64;
    static constexpr qint64 bytesAMark = 64 << 10;
    static constexpr qsizetype linesABlock = 4096;
    static constexpr qsizetype openBytes = 32 << 10;

    std::deque<Mark> m_marks;
    std::deque<std::vector<quint8>> m_levels; ///< blocks of linesABlock lines, two bits each
    qint64 m_levelBase = 0; ///< line of the first entry of m_levels
    std::array<qint64, logLevelCount> m_counts{};
    qint64 m_position = 0;
    qint64 m_lineStart = 0;
    qint64 m_firstLine = 0;
    qint64 m_endLine = 0;
    LogFold m_open{ openBytes };
    LogLevel m_previous = LogLevel::Info;
};

} // namespace pilothouse
