// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logindex.h"

#include "models/process/loglevel.h"

#include <algorithm>
#include <cstring>

namespace pilothouse {

void LogIndex::clear(qint64 position)
{
    *this = LogIndex();
    m_position = m_lineStart = position;
    m_marks.push_back({ position, 0 });
}

void LogIndex::add(QByteArrayView bytes)
{
    if (m_marks.empty())
        clear(m_position);
    const char *at = bytes.begin();
    while (at < bytes.end()) {
        const auto *end = static_cast<const char *>(std::memchr(at, '\n', size_t(bytes.end() - at)));
        if (!end) {
            m_open.add({ at, bytes.end() });
            m_position += bytes.end() - at;
            return;
        }
        m_position += end + 1 - at;
        close({ at, end });
        at = end + 1;
    }
}

void LogIndex::close(QByteArrayView rest)
{
    if (m_open.isUntouched()) {
        m_previous = logLevel(LogFold::folded(rest), m_previous);
    } else {
        m_open.add(rest);
        m_previous = logLevel(m_open.bytes(), m_previous);
        m_open.clear();
    }
    const qsizetype slot = qsizetype(m_endLine - m_levelBase);
    if (slot / linesABlock >= qsizetype(m_levels.size()))
        m_levels.emplace_back(size_t(linesABlock / 4));
    m_levels.back()[size_t(slot % linesABlock / 4)] |= quint8(int(m_previous) << (slot % 4 * 2));
    ++m_counts[size_t(m_previous)];
    ++m_endLine;
    m_lineStart = m_position;
    const Mark &last = m_marks.back();
    if (m_endLine - last.line >= linesAMark || m_position - last.position >= bytesAMark)
        m_marks.push_back({ m_position, m_endLine });
}

LogLevel LogIndex::level(qint64 line) const
{
    if (line >= m_endLine)
        return logLevel(m_open.bytes(), m_previous);
    if (line < m_firstLine)
        return LogLevel::Info;
    const qint64 slot = line - m_levelBase;
    return LogLevel((m_levels[size_t(slot / linesABlock)][size_t(slot % linesABlock / 4)] >> (slot % 4 * 2)) & 3);
}

void LogIndex::dropBefore(qint64 position)
{
    // Lines are forgotten a mark at a time: the first kept line is the first one marked at or behind the position.
    while (m_marks.size() > 1 && m_marks.front().position < position) {
        const qint64 next = m_marks[1].line;
        while (m_firstLine < next)
            dropLine();
        m_marks.pop_front();
    }
    if (m_marks.size() == 1 && m_marks.front().position < position) {
        while (m_firstLine < m_endLine)
            dropLine();
        m_marks.front() = { std::max(position, m_lineStart), m_firstLine };
    }
    while (m_firstLine - m_levelBase >= linesABlock && !m_levels.empty()) {
        m_levels.pop_front();
        m_levelBase += linesABlock;
    }
}

void LogIndex::dropLine()
{
    --m_counts[size_t(level(m_firstLine))];
    ++m_firstLine;
}

LogIndex::Mark LogIndex::markFor(qint64 line) const
{
    const auto next = std::upper_bound(
        m_marks.begin(), m_marks.end(), line, [](qint64 wanted, const Mark &mark) { return wanted < mark.line; });
    return next == m_marks.begin() ? m_marks.front() : *(next - 1);
}

qint64 LogIndex::bytesUsed() const
{
    return qint64(m_marks.size() * sizeof(Mark)) + qint64(m_levels.size()) * linesABlock / 4;
}

} // namespace pilothouse
