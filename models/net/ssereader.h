// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>

namespace pilothouse {

struct SseEvent
{
    QByteArray type; ///< empty: "message"
    QByteArray data; ///< the data lines joined by LF, bytes as sent (UTF-8 is whole, however it was cut on the way)
    bool tooLarge = false; ///< longer than maxEventBytes: dropped, this stands in for it
    bool operator==(const SseEvent &) const = default;
};

/// text/event-stream as the HTML standard defines it, without reconnection (id and retry are ignored). Incremental, in
/// linear time; the events do not depend on how the bytes were cut. An event without its blank line never comes out.
class SseReader
{
public:
    static constexpr qsizetype maxEventBytes = 4 << 20;

    QList<SseEvent> feed(QByteArrayView bytes);

private:
    void append(QByteArrayView piece);
    void endLine(QList<SseEvent> &events);

    QByteArray m_line;
    QByteArray m_data;
    QByteArray m_type;
    int m_bomBytes = 0; ///< bytes of the byte order mark matched so far; -1: the start is over
    bool m_skipLf = false;
    bool m_hasData = false;
    bool m_lineTooLong = false;
    bool m_tooLarge = false;
};

} // namespace pilothouse
