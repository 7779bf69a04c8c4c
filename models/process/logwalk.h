// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/logfold.h"
#include "models/process/logindex.h"
#include "models/process/logstream.h"

#include <functional>

namespace pilothouse {

/// The bytes of one line, folded at '\r', at most `keep` of them.
struct RawLogLine
{
    qint64 number = 0;
    QByteArrayView bytes;
    bool cut = false;
};

/// Reads lines one after the other. Remembers where it is, so that going on costs no search. The index and the stream must
/// outlive it; after either was started anew, seek() comes first.
class LogWalk
{
public:
    LogWalk(const LogStream &stream, const LogIndex &index, qsizetype keep) : m_stream(&stream), m_index(&index), m_fold(keep) { }

    void seek(qint64 line);
    /// Calls `visit` for the lines from the present one to `end` (or until it returns false), but reads at most about
    /// `budget` bytes; true when it got to the end.
    bool run(qint64 end, qint64 budget, const std::function<bool(const RawLogLine &)> &visit);
    qint64 line() const { return m_line; } ///< the next one

private:
    const LogStream *m_stream;
    const LogIndex *m_index;
    qint64 m_line = -1;
    qint64 m_position = 0;
    LogFold m_fold;
};

} // namespace pilothouse
