// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/sse_ndjson_checks.h"

#include "models/net/ndjsonreader.h"

namespace pilothouse::test {

bool checkNdjson(const QByteArray &bytes, quint32 seed)
{
    QList<NdjsonLine> expected;
    QByteArrayList lines = bytes.split('\n');
    lines.removeLast(); // without its end: no line
    for (QByteArray line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (!line.isEmpty())
            expected.append({ line, false });
    }
    QList<NdjsonLine> oneByOne;
    QList<NdjsonLine> mixed;
    NdjsonReader byteReader;
    for (const char &byte : bytes)
        oneByOne += byteReader.feed(QByteArrayView(&byte, 1));
    NdjsonReader mixedReader;
    for (const QByteArray &piece : cutAtRandom(bytes, seed))
        mixed += mixedReader.feed(piece);
    NdjsonReader whole;
    return whole.feed(bytes) == expected && oneByOne == expected && mixed == expected;
}

} // namespace pilothouse::test
