// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>

namespace pilothouse {

struct NdjsonLine
{
    QByteArray bytes; ///< without the line end, never empty unless tooLong
    bool tooLong = false; ///< longer than maxLineBytes: dropped, this stands in for it
    bool operator==(const NdjsonLine &) const = default;
};

/// Splits application/x-ndjson into lines; LF or CRLF, blank lines are skipped. Incremental, in linear time; the lines do
/// not depend on how the bytes were cut. A line without its end never comes out: it may be half of one.
class NdjsonReader
{
public:
    static constexpr qsizetype maxLineBytes = 1 << 20;

    QList<NdjsonLine> feed(QByteArrayView bytes);

private:
    void append(QByteArrayView piece);

    QByteArray m_line;
    bool m_tooLong = false;
};

} // namespace pilothouse
