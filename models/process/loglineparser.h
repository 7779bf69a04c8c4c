// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/logfold.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

namespace pilothouse {

/// Replaces secrets in one line of text; called on the thread that reads the log.
using LogRedactor = std::function<QString(const QString &)>;

/// Bytes of one line as safe text: UTF-8 (U+FFFD for rubbish), without ANSI, OSC, C0 and C1 sequences, bidirectional
/// controls shown as "[U+202E]". Linear time; a sequence that is not closed swallows the rest of this line only.
QString plainLogText(QByteArrayView line);

/// Redacts, then cuts at maxLineLength characters ("…" marks the cut), so that no half of a secret is left at the cut.
QString shownLogText(const QString &text, bool cut, const LogRedactor &redact);

/// Turns the bytes of a program's log into safe plain lines whatever the chunks: plainLogText(), progress lines folded at
/// '\r' to their last state, at most 4096 characters a line. Linear time, bounded memory; every line is read for itself, so
/// that nothing leaks from one to the next.
class LogLineParser
{
public:
    static constexpr qsizetype maxLineLength = 4096; ///< characters
    static constexpr qsizetype maxLineBytes = 8 * maxLineLength;

    void setRedactor(const LogRedactor &redact) { m_redact = redact; }
    QStringList feed(const QByteArray &bytes); ///< the lines that are complete now
    QString takeRest(); ///< the open line, which then is empty

private:
    LogFold m_line{ maxLineBytes };
    LogRedactor m_redact;
};

} // namespace pilothouse
