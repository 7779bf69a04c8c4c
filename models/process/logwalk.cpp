// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logwalk.h"

#include <limits>

namespace pilothouse {

namespace {

constexpr qint64 chunkBytes = 64 << 10; // as the index marks: what lies between two marks is one read

} // namespace

void LogWalk::seek(qint64 line)
{
    m_fold.clear();
    if (line == m_line)
        return;
    const LogIndex::Mark mark = m_index->markFor(line);
    m_line = mark.line;
    m_position = mark.position;
    if (m_line < line)
        run(line, std::numeric_limits<qint64>::max(), [](const RawLogLine &) { return true; });
}

bool LogWalk::run(qint64 end, qint64 budget, const std::function<bool(const RawLogLine &)> &visit)
{
    if (m_line < 0) // seek() found the file shorter than the index
        return true;
    qint64 left = budget;
    while (m_line < end) {
        if (left <= 0 && m_fold.isUntouched())
            return false;
        const QByteArray chunk = m_stream->read(m_position, qMin(chunkBytes, m_index->position() - m_position));
        left -= chunk.size();
        QByteArrayView rest(chunk);
        for (qsizetype stop = rest.indexOf('\n'); stop >= 0 && m_line < end; stop = rest.indexOf('\n')) {
            RawLogLine raw{ m_line, {}, false };
            if (m_fold.isUntouched() && stop <= m_fold.limit()) {
                raw.bytes = LogFold::folded(rest.first(stop));
            } else {
                m_fold.add(rest.first(stop));
                raw.bytes = m_fold.bytes();
                raw.cut = m_fold.isCut();
            }
            ++m_line;
            m_position += stop + 1;
            rest = rest.sliced(stop + 1);
            const bool more = visit(raw);
            m_fold.clear();
            if (!more)
                return m_line >= end;
        }
        if (m_line >= end)
            return true;
        m_fold.add(rest);
        m_position += rest.size();
        if (chunk.isEmpty()) { // the end: the open line, or a file that was cut meanwhile
            const RawLogLine raw{ m_line++, m_fold.bytes(), m_fold.isCut() };
            visit(raw);
            m_fold.clear();
            m_line = -1;
            return true;
        }
    }
    return true;
}

} // namespace pilothouse
