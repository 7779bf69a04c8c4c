// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayList>

namespace pilothouse::test {

/// Input for one run: the reader's result must equal a plain one over the whole input, however it is cut. For inputs
/// below the readers' limits.
bool checkSse(const QByteArray &bytes, quint32 seed);
bool checkNdjson(const QByteArray &bytes, quint32 seed);

inline QByteArrayList cutAtRandom(const QByteArray &bytes, quint32 seed)
{
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size();) {
        seed = seed * 1664525 + 1013904223;
        const qsizetype size = seed >> 28;
        pieces.append(bytes.mid(at, size));
        at += size;
    }
    return pieces;
}

} // namespace pilothouse::test
