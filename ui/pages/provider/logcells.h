// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringView>

namespace pilothouse {

/// A line of text in a grid of cells, as a terminal sets it: one cell a character, two for wide ones, none for combining
/// marks, tabs to the next eighth cell. So a place in a long line is found by counting, without shaping its text.
namespace logcells {

struct Step
{
    qsizetype length = 0; ///< UTF-16 units of one character with its combining marks
    int cells = 0;
};

Step stepAt(QStringView text, qsizetype column, int cell);
int cellOf(QStringView text, qsizetype column); ///< cells in front of the column
qsizetype columnAt(QStringView text, int cell); ///< the column whose character covers the cell; the size behind the end
int count(QStringView text); ///< cells of the whole text

} // namespace logcells

} // namespace pilothouse
