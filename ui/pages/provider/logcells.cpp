// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/logcells.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace pilothouse::logcells {

namespace {

constexpr int tabCells = 8;

struct Range
{
    char32_t first;
    char32_t last;
};

// East Asian wide and fullwidth blocks, and the pictographs that fonts draw two cells wide (Unicode UAX #11)
constexpr Range wide[]{ { 0x1100, 0x115F }, { 0x2E80, 0x303E }, { 0x3041, 0x33FF }, { 0x3400, 0x4DBF }, { 0x4E00, 0x9FFF },
    { 0xA000, 0xA4CF }, { 0xAC00, 0xD7A3 }, { 0xF900, 0xFAFF }, { 0xFE30, 0xFE6F }, { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 },
    { 0x1F300, 0x1F64F }, { 0x1F680, 0x1F6FF }, { 0x1F900, 0x1F9FF }, { 0x20000, 0x3FFFD } };

bool isWide(char32_t code)
{
    return code >= wide[0].first && std::any_of(std::begin(wide), std::end(wide), [code](const Range &range) {
        return code >= range.first && code <= range.last;
    });
}

bool isMark(char32_t code)
{
    if (code < 0x300)
        return false;
    switch (QChar::category(code)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return true;
    default:
        return false;
    }
}

char32_t codeAt(QStringView text, qsizetype column, qsizetype *length)
{
    const QChar first = text[column];
    if (first.isHighSurrogate() && column + 1 < text.size() && text[column + 1].isLowSurrogate()) {
        *length = 2;
        return QChar::surrogateToUcs4(first, text[column + 1]);
    }
    *length = 1;
    return first.unicode();
}

} // namespace

Step stepAt(QStringView text, qsizetype column, int cell)
{
    Step step;
    const char32_t code = codeAt(text, column, &step.length);
    step.cells = code == U'\t' ? tabCells - cell % tabCells : isMark(code) ? 0 : isWide(code) ? 2 : 1;
    while (column + step.length < text.size()) {
        qsizetype length = 0;
        if (!isMark(codeAt(text, column + step.length, &length)))
            break;
        step.length += length;
    }
    return step;
}

int cellOf(QStringView text, qsizetype column)
{
    int cell = 0;
    for (qsizetype at = 0; at < std::min(column, text.size());) {
        const Step step = stepAt(text, at, cell);
        at += step.length;
        cell += step.cells;
    }
    return cell;
}

qsizetype columnAt(QStringView text, int wanted)
{
    int cell = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const Step step = stepAt(text, at, cell);
        if (cell + step.cells > wanted)
            return at;
        at += step.length;
        cell += step.cells;
    }
    return at;
}

int count(QStringView text)
{
    return cellOf(text, text.size());
}

} // namespace pilothouse::logcells
