// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// Turns the bytes of a program's log into safe plain lines: UTF-8 whatever the chunks (U+FFFD for rubbish), without
/// ANSI, OSC, C0 and C1 sequences, bidirectional controls shown as "[U+202E]", progress lines folded at '\r' to their
/// last state, at most 4096 characters a line ("…" marks the cut). Linear time, bounded memory; every line is read for
/// itself, so that nothing leaks from one to the next.
class LogLineParser
{
public:
    static constexpr qsizetype maxLineLength = 4096; ///< characters
    static constexpr qsizetype maxLineBytes = 4 * maxLineLength;

    QStringList feed(const QByteArray &bytes); ///< the lines that are complete now
    QString takeRest(); ///< the open line, which then is empty

private:
    void add(QByteArrayView part);

    QByteArray m_line;
    bool m_returned = false; ///< '\r' seen: what follows writes over the line, unless it is '\n'
    bool m_cut = false;
};

} // namespace pilothouse
