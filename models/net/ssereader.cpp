// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/ssereader.h"

#include <QByteArrayView>

#include <algorithm>

namespace pilothouse {

QList<SseEvent> SseReader::feed(QByteArrayView bytes)
{
    static constexpr char bom[] = "\xEF\xBB\xBF";
    QList<SseEvent> events;
    while (m_bomBytes >= 0 && !bytes.isEmpty()) {
        if (bytes.front() != bom[m_bomBytes]) {
            append(QByteArrayView(bom, m_bomBytes)); // no mark after all: these bytes belong to the first line
            m_bomBytes = -1;
        } else {
            bytes = bytes.sliced(1);
            m_bomBytes = m_bomBytes == 2 ? -1 : m_bomBytes + 1;
        }
    }
    while (!bytes.isEmpty()) {
        if (m_skipLf) { // the LF of a CRLF that may have been cut in two
            m_skipLf = false;
            if (bytes.front() == '\n') {
                bytes = bytes.sliced(1);
                continue;
            }
        }
        const auto end = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        append(bytes.first(end - bytes.begin()));
        if (end == bytes.end())
            break;
        m_skipLf = *end == '\r';
        bytes = bytes.sliced(end - bytes.begin() + 1);
        endLine(events);
    }
    return events;
}

void SseReader::append(QByteArrayView piece)
{
    if (m_lineTooLong)
        return;
    if (m_line.size() + piece.size() > maxEventBytes) {
        m_lineTooLong = true;
        // A comment may be as long as it likes; it is dropped anyway.
        const bool comment = m_line.isEmpty() ? piece.front() == ':' : m_line.front() == ':';
        m_tooLarge = m_tooLarge || !comment;
        m_line = QByteArray();
        return;
    }
    m_line.append(piece.data(), piece.size());
}

void SseReader::endLine(QList<SseEvent> &events)
{
    if (m_lineTooLong) {
        m_lineTooLong = false;
        return;
    }
    if (m_line.isEmpty()) {
        if (m_tooLarge)
            events.append({ {}, {}, true });
        else if (m_hasData)
            events.append({ m_type, m_data, false });
        m_data = QByteArray();
        m_type.clear();
        m_hasData = m_tooLarge = false;
        return;
    }
    const qsizetype colon = m_line.indexOf(':');
    const QByteArrayView line(m_line);
    const QByteArrayView name = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (!value.isEmpty() && value.front() == ' ')
        value = value.sliced(1);
    if (name == QByteArrayView("data") && !m_tooLarge) {
        if (m_data.size() + value.size() >= maxEventBytes) {
            m_tooLarge = true;
            m_data = QByteArray();
        } else {
            if (m_hasData)
                m_data.append('\n');
            m_data.append(value.data(), value.size());
            m_hasData = true;
        }
    } else if (name == QByteArrayView("event")) {
        m_type = value.toByteArray();
    }
    m_line.resize(0); // keeps the room
}

} // namespace pilothouse
