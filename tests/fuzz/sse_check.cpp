// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/sse_ndjson_checks.h"

#include "models/net/ssereader.h"

namespace pilothouse::test {
namespace {

/// The standard's algorithm in the plainest way, over the whole input at once.
QList<SseEvent> plain(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    bytes.replace("\r\n", "\n").replace('\r', '\n');
    QList<SseEvent> events;
    SseEvent event;
    QByteArrayList data;
    QByteArrayList lines = bytes.split('\n');
    lines.removeLast(); // without its end: no line
    for (const QByteArray &line : lines) {
        if (line.isEmpty()) {
            event.data = data.join('\n');
            if (!data.isEmpty())
                events.append(event);
            event = {};
            data.clear();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = colon < 0 ? line : line.left(colon);
        QByteArray value = colon < 0 ? QByteArray("") : line.mid(colon + 1);
        if (value.startsWith(' '))
            value.remove(0, 1);
        if (name == "data")
            data.append(value);
        else if (name == "event")
            event.type = value;
    }
    return events;
}

} // namespace

bool checkSse(const QByteArray &bytes, quint32 seed)
{
    const QList<SseEvent> expected = plain(bytes);
    SseReader whole;
    QList<SseEvent> oneByOne;
    QList<SseEvent> mixed;
    SseReader byteReader;
    for (const char &byte : bytes)
        oneByOne += byteReader.feed(QByteArrayView(&byte, 1));
    SseReader mixedReader;
    for (const QByteArray &piece : cutAtRandom(bytes, seed))
        mixed += mixedReader.feed(piece);
    return whole.feed(bytes) == expected && oneByOne == expected && mixed == expected;
}

} // namespace pilothouse::test
