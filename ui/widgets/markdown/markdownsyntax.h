// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringView>

/// Tests on single lines of Markdown (CommonMark and GitHub tables). Columns count from 0, a tab goes to the next multiple of 4.
namespace pilothouse::markdown {

bool isLineEnd(QChar c);
/// Characters that mean structure to QTextDocument (and NUL) become U+FFFD, so that text can never make frames or objects.
QChar harmless(QChar c);
bool isBlank(QStringView line);
bool isDigit(QChar c);
bool isBullet(QChar c);
int leadingSpaces(QStringView line); ///< characters
int indentOf(QStringView line); ///< columns
QString dedent(const QString &line, int columns);
int fenceRun(QStringView line, QChar mark); ///< how many marks begin the line after its indent
bool isHeading(QStringView bare); ///< "# …" to "###### …"
bool isRule(QStringView bare); ///< "---", "* * *", "___"
bool isUnderline(QStringView bare); ///< "===" or "---" under a paragraph
bool startsBlock(const QString &bare); ///< heading, rule, quote or fence: ends a paragraph or table
bool isTableDelimiter(QStringView line); ///< "|---|:-:|"
int columnCount(QStringView row);
bool isOnlyMarks(QStringView line); ///< nothing yet but characters that markers are made of
bool isOnlyFence(QStringView line, QChar mark);

} // namespace pilothouse::markdown
