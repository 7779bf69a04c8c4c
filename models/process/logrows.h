// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

#include <algorithm>
#include <deque>
#include <optional>

namespace pilothouse {

/// Numbers of the lines that match something, in order. The place of a number in the list only grows and stays while the
/// first ones are dropped.
class LogRows
{
public:
    void clear()
    {
        m_lines.clear();
        m_first = 0;
    }
    void add(qint64 line) { m_lines.push_back(line); }
    void dropBefore(qint64 line)
    {
        while (!m_lines.empty() && m_lines.front() < line) {
            m_lines.pop_front();
            ++m_first;
        }
    }
    qint64 first() const { return m_first; }
    qint64 end() const { return m_first + count(); }
    qint64 count() const { return qint64(m_lines.size()); }
    qint64 line(qint64 row) const { return m_lines[size_t(row - m_first)]; } ///< row between first() and end()
    qint64 rowOf(qint64 line) const ///< of the line or the next one in the list
    {
        return m_first + (std::lower_bound(m_lines.begin(), m_lines.end(), line) - m_lines.begin());
    }
    std::optional<qint64> after(qint64 line) const
    {
        const qint64 row = rowOf(line + 1);
        return row < end() ? std::optional(this->line(row)) : std::nullopt;
    }
    std::optional<qint64> before(qint64 line) const
    {
        const qint64 row = rowOf(line) - 1;
        return row >= m_first ? std::optional(this->line(row)) : std::nullopt;
    }

private:
    std::deque<qint64> m_lines;
    qint64 m_first = 0;
};

} // namespace pilothouse
