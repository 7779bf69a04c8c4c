// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "models/env/secretkeys.h"

#include <vector>

namespace pilothouse {

/// Bytes [from, to) of a document become others.
struct ByteSplice
{
    qsizetype from = 0;
    qsizetype to = 0;
    QByteArray bytes;
    qsizetype shift() const { return bytes.size() - (to - from); }
};

/// The smallest splice that makes `after` out of `before`.
ByteSplice spliceBetween(QByteArrayView before, QByteArrayView after);

/// A document as text that can be edited, and the way back to bytes. Pure.
///
/// One line feed a line end, "\r\n" included. Secrets are runs of dots, one run each, whatever their length. What a text
/// editor cannot hold is one visible character each: control characters and lone CR are their pictures (U+2400…), line
/// separators are U+2424, bytes that are not UTF-8 are U+FFFD. A BOM at the start is not shown. So every byte belongs to
/// exactly one character or run, and an edit of other characters leaves it alone.
class EnvText
{
public:
    EnvText() = default;
    /// masks: what is secret, in order; shown: those of them that the operator sees (overlap decides).
    EnvText(const QByteArray &bytes, const std::vector<ByteRange> &masks, const std::vector<ByteRange> &shown);

    const QString &text() const { return m_text; }
    const QList<SecretRun> &runs() const { return m_runs; } ///< in order
    const std::vector<ByteRange> &runBytes() const { return m_runBytes; } ///< beside runs(), the shown ones too

    /// Byte offset of a position; none inside a run of dots or inside a character.
    std::optional<qsizetype> byteAt(int position) const;
    int positionOf(qsizetype byte) const; ///< of the character that holds the byte

    /// The splice for an edit of the text; none when it would take a part of a run of dots or of a character.
    std::optional<ByteSplice> splice(int position, int removed, const QString &inserted) const;

private:
    struct Line
    {
        int position;
        qint32 byte;
    };
    void appendLine(qsizetype from, qsizetype eol);
    size_t lineAt(int position) const;
    template <typename Visit> void walk(size_t line, Visit visit) const;

    QByteArray m_bytes;
    QString m_text;
    std::vector<Line> m_lines; ///< starts; a run over several lines keeps them in one
    QList<SecretRun> m_runs;
    std::vector<ByteRange> m_runBytes;
    bool m_crlf = false; ///< line ends that are typed become "\r\n"
};

} // namespace pilothouse
