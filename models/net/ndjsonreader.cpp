// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/ndjsonreader.h"

#include <QByteArrayView>

namespace pilothouse {

QList<NdjsonLine> NdjsonReader::feed(QByteArrayView bytes)
{
    QList<NdjsonLine> lines;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n');
        append(end < 0 ? bytes : bytes.first(end));
        if (end < 0)
            return lines;
        bytes = bytes.sliced(end + 1);
        if (m_line.endsWith('\r'))
            m_line.chop(1);
        if (m_tooLong)
            lines.append({ {}, true });
        else if (!m_line.isEmpty())
            lines.append({ m_line, false });
        m_line = QByteArray();
        m_tooLong = false;
    }
}

void NdjsonReader::append(QByteArrayView piece)
{
    if (m_tooLong)
        return;
    if (m_line.size() + piece.size() > maxLineBytes) {
        m_tooLong = true;
        m_line = QByteArray();
        return;
    }
    m_line.append(piece.data(), piece.size());
}

} // namespace pilothouse
