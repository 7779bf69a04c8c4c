// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/textlines.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace pilothouse {

namespace {

constexpr qreal gap = 6; // pixels between lines

} // namespace

TextLines::TextLines(QTextDocument *document) : QPlainTextDocumentLayout(document) { }

QRectF TextLines::blockBoundingRect(const QTextBlock &block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block); // lays the line out when that is due
    QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    if (!layout || layout->lineCount() != 1)
        return rect;
    QTextLine line = layout->lineAt(0);
    if (line.y() == 0)
        line.setPosition(QPointF(line.x(), gap / 2));
    const qreal margin = block.next().isValid() ? 0 : document()->documentMargin();
    rect.setHeight(line.height() + gap + margin);
    return rect;
}

} // namespace pilothouse
