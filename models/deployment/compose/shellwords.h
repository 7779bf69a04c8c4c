// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// One word of a command line and where it stands in the text.
struct ShellWord
{
    QString text;
    qsizetype start = 0;
    qsizetype end = 0; ///< behind it, quotes included
};

/// The split that compose makes of a command written as one text (go-shellwords: quotes and backslashes, nothing is
/// executed, the rest from an unquoted ; & | < > on is dropped). None when compose refuses the text.
std::optional<QList<ShellWord>> shellWords(const QString &text);

} // namespace pilothouse
