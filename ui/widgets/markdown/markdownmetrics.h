// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTextBlockFormat>

/// Distances of a rendered answer, in px on the 4 px grid.
namespace pilothouse::markdown {

constexpr double blockGap = 8;
constexpr double itemGap = 4;
constexpr double headingGap = 14;
constexpr double codeHeader = 30;
constexpr double codePadding = 8;
constexpr double codeInset = 12;
constexpr double listStep = 20;
constexpr double quoteStep = 16;
constexpr int longestTable = 100; ///< rows; a longer table goes on in a new one, because layout costs every row again

/// The block that Qt needs before and after a table: one pixel.
inline QTextBlockFormat gapFormat()
{
    QTextBlockFormat format;
    format.setLineHeight(1, QTextBlockFormat::FixedHeight);
    return format;
}

} // namespace pilothouse::markdown
