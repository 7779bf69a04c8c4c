// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>

namespace pilothouse {

/// A line that arrives in parts, as '\r' leaves it: each one, unless it ends the line, starts the line anew. Keeps at most
/// `limit` bytes, so a line of any length costs no more memory than that.
class LogFold
{
public:
    explicit LogFold(qsizetype limit) : m_limit(limit) { }

    void add(QByteArrayView part)
    {
        QByteArrayView text = withoutReturns(part);
        const qsizetype restart = text.lastIndexOf('\r');
        if (restart >= 0 || (m_returned && !text.isEmpty())) {
            clear();
            text = text.sliced(restart + 1);
        }
        m_returned = m_returned || part.endsWith('\r');
        const qsizetype room = std::min(m_limit - m_bytes.size(), text.size());
        m_cut = m_cut || text.size() > room;
        m_bytes.append(text.data(), room);
    }
    void clear()
    {
        m_bytes.clear();
        m_returned = false;
        m_cut = false;
    }
    qsizetype limit() const { return m_limit; }
    bool isUntouched() const { return m_bytes.isEmpty() && !m_returned; }
    QByteArrayView bytes() const { return m_bytes; }
    bool isCut() const { return m_cut; }

    /// The same for a line that is there as a whole.
    static QByteArrayView folded(QByteArrayView line)
    {
        const QByteArrayView text = withoutReturns(line);
        return text.sliced(text.lastIndexOf('\r') + 1);
    }

private:
    static QByteArrayView withoutReturns(QByteArrayView part)
    {
        while (part.endsWith('\r'))
            part.chop(1);
        return part;
    }

    qsizetype m_limit;
    QByteArray m_bytes;
    bool m_returned = false; ///< '\r' seen: what follows writes over the line, unless it is '\n'
    bool m_cut = false;
};

} // namespace pilothouse
