// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownsyntax.h"

#include <algorithm>

namespace pilothouse::markdown {

bool isLineEnd(QChar c)
{
    return c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QChar harmless(QChar c)
{
    const ushort u = c.unicode();
    const bool structural = u == 0xfffc || (u >= 0xfdd0 && u <= 0xfdef);
    const bool control = (u < 0x20 && u != '\t') || (u >= 0x7f && u < 0xa0);
    return structural || control ? QChar(QChar::ReplacementCharacter) : c;
}

bool isBlank(QStringView line)
{
    return std::all_of(line.begin(), line.end(), [](QChar c) { return c == QLatin1Char(' ') || c == QLatin1Char('\t'); });
}

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool isBullet(QChar c)
{
    return c == QLatin1Char('-') || c == QLatin1Char('*') || c == QLatin1Char('+');
}

int leadingSpaces(QStringView line)
{
    int n = 0;
    while (n < line.size() && (line.at(n) == QLatin1Char(' ') || line.at(n) == QLatin1Char('\t')))
        ++n;
    return n;
}

int indentOf(QStringView line)
{
    int column = 0;
    for (const QChar c : line) {
        if (c == QLatin1Char(' '))
            ++column;
        else if (c == QLatin1Char('\t'))
            column += 4 - column % 4;
        else
            break;
    }
    return column;
}

QString dedent(const QString &line, int columns)
{
    int column = 0;
    int at = 0;
    while (at < line.size() && column < columns) {
        if (line.at(at) == QLatin1Char(' '))
            ++column;
        else if (line.at(at) == QLatin1Char('\t'))
            column += 4 - column % 4;
        else
            break;
        ++at;
    }
    return column > columns ? QString(column - columns, QLatin1Char(' ')) + line.mid(at) : line.mid(at);
}

int fenceRun(QStringView line, QChar mark)
{
    const int from = leadingSpaces(line);
    int at = from;
    while (at < line.size() && line.at(at) == mark)
        ++at;
    return at - from;
}

bool isHeading(QStringView bare)
{
    int level = 0;
    while (level < bare.size() && bare.at(level) == QLatin1Char('#'))
        ++level;
    return level >= 1 && level <= 6
        && (level == bare.size() || bare.at(level) == QLatin1Char(' ') || bare.at(level) == QLatin1Char('\t'));
}

bool isRule(QStringView bare)
{
    const QChar mark = bare.isEmpty() ? QChar() : bare.at(0);
    if (mark != QLatin1Char('-') && mark != QLatin1Char('*') && mark != QLatin1Char('_'))
        return false;
    int count = 0;
    for (const QChar c : bare) {
        if (c == mark)
            ++count;
        else if (c != QLatin1Char(' ') && c != QLatin1Char('\t'))
            return false;
    }
    return count >= 3;
}

bool isUnderline(QStringView bare)
{
    const QStringView line = bare.trimmed();
    const QChar mark = line.isEmpty() ? QChar() : line.at(0);
    return (mark == QLatin1Char('=') || mark == QLatin1Char('-'))
        && std::all_of(line.begin(), line.end(), [mark](QChar c) { return c == mark; });
}

bool startsBlock(const QString &bare)
{
    return isHeading(bare) || isRule(bare) || bare.startsWith(QLatin1Char('>')) || fenceRun(bare, QLatin1Char('`')) >= 3
        || fenceRun(bare, QLatin1Char('~')) >= 3;
}

bool isTableDelimiter(QStringView line)
{
    bool dash = false;
    for (const QChar c : line) {
        if (c == QLatin1Char('-'))
            dash = true;
        else if (c != QLatin1Char('|') && c != QLatin1Char(':') && c != QLatin1Char(' ') && c != QLatin1Char('\t'))
            return false;
    }
    return dash && line.contains(QLatin1Char('|'));
}

int columnCount(QStringView row)
{
    const QStringView line = row.trimmed();
    int bars = 0;
    bool code = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == QLatin1Char('\\'))
            ++i;
        else if (c == QLatin1Char('`'))
            code = !code;
        else if (c == QLatin1Char('|') && !code)
            ++bars;
    }
    if (line.startsWith(QLatin1Char('|')))
        --bars;
    if (line.size() > 1 && line.endsWith(QLatin1Char('|')))
        --bars;
    return bars + 1;
}

bool isOnlyMarks(QStringView line)
{
    static const QString marks = QStringLiteral("-=*_`~#+>|:.)0123456789 \t");
    return std::all_of(line.begin(), line.end(), [](QChar c) { return marks.contains(c); });
}

bool isOnlyFence(QStringView line, QChar mark)
{
    return std::all_of(line.begin(), line.end(), [mark](QChar c) { return c == mark || c == QLatin1Char(' '); });
}

} // namespace pilothouse::markdown
