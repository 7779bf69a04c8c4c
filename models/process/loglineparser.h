// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <QStringDecoder>
#include <QStringList>

namespace pilothouse {

/// Turns the bytes of a program's log into safe plain lines: UTF-8 across chunks (U+FFFD for rubbish), without ANSI,
/// OSC, C0 and C1 sequences, bidirectional controls shown as "[U+202E]", progress lines folded at '\r' to their last
/// state, at most 4 KiB of text a line ("…" marks the cut). Linear time, bounded memory, no state crosses a line end.
class LogLineParser
{
public:
    static constexpr qsizetype maxLineLength = 4096; ///< characters

    QStringList feed(const QByteArray &bytes); ///< the lines that are complete now
    QString takeRest(); ///< the open line, which then is empty
    void reset();

private:
    enum class Mode { Text, Escape, EscapeEnd, Csi, String, StringEscape };

    void take(QChar character);
    void takeText(QChar character);
    void append(QStringView text);

    QStringDecoder m_decoder{ QStringDecoder::Utf8 };
    QStringList m_lines;
    QString m_line;
    Mode m_mode = Mode::Text;
    bool m_returned = false; ///< '\r' seen: what follows writes over the line, unless it is '\n'
    bool m_cut = false;
};

} // namespace pilothouse
