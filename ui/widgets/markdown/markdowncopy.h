// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

class QTextDocument;

namespace pilothouse::markdown {

/// Text between two positions with list markers, table cells separated by tabs, cut lines joined. Positions as in QTextCursor.
QString plainText(const QTextDocument &document, int from, int to);
/// The same as simple HTML: paragraphs, bold, italic, code, http links; nothing that anyone would have to load.
QString html(const QTextDocument &document, int from, int to);

} // namespace pilothouse::markdown
