// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
class QFont;
class QPainter;
class QPalette;
class QRect;
class QTextDocument;

namespace pilothouse::markdown {

/// What stands behind and beside the text: code panels with their language, quote bars, rules and list markers.
void paintDecorations(
    QPainter &painter, const QTextDocument &document, const QRect &clip, const QPalette &palette, const QFont &font);

} // namespace pilothouse::markdown
