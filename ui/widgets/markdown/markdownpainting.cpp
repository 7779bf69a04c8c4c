// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownpainting.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"
#include "ui/widgets/markdown/markdownmetrics.h"
#include "ui/widgets/markdown/markdownwriter.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <cmath>

namespace pilothouse::markdown {

namespace {

bool goesOn(const QTextBlock &code)
{
    return MarkdownWriter::isCode(code) && !code.blockFormat().boolProperty(MarkdownWriter::CodeFirstProperty);
}

/// The part of a code panel that lies in the clip; top and bottom edges only where they are in reach.
void paintPanel(
    QPainter &painter, QTextBlock first, const QTextBlock &last, const QRect &clip, double width, const QPalette &palette)
{
    const auto *layout = first.document()->documentLayout();
    const QTextBlockFormat format = first.blockFormat();
    const bool head = format.boolProperty(MarkdownWriter::CodeFirstProperty);
    const double left = format.leftMargin() - codeInset + 0.5;
    const double textTop = layout->blockBoundingRect(first).top();
    const double top = head ? textTop - codePadding - codeHeader : clip.top() - 20.0;
    const double bottom = goesOn(last.next()) ? clip.bottom() + 20.0 : layout->blockBoundingRect(last).bottom() + codePadding;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(Tone::Line, palette));
    painter.setBrush(toneColor(Tone::Sunken, palette));
    painter.drawRoundedRect(QRectF(QPointF(left, std::floor(top) + 0.5), QPointF(width - 0.5, std::floor(bottom) + 0.5)), 6, 6);
    if (!head)
        return;
    const double line = std::floor(top + codeHeader) + 0.5;
    painter.drawLine(QPointF(left, line), QPointF(width - 0.5, line));
    painter.setPen(toneColor(Tone::Text2, palette));
    painter.setFont(typeFont(TypeRole::Caption));
    painter.drawText(QRectF(left + codeInset, top, width - left - 110, codeHeader), Qt::AlignVCenter | Qt::TextSingleLine,
        format.stringProperty(MarkdownWriter::LanguageProperty));
}

void paintMarker(QPainter &painter, const QTextBlock &block, const QRectF &rect, const QPalette &palette, const QFont &font)
{
    const QString marker = block.blockFormat().stringProperty(MarkdownWriter::MarkerProperty);
    const QTextLine line = block.layout()->lineCount() > 0 ? block.layout()->lineAt(0) : QTextLine();
    if (marker.isEmpty())
        return;
    const double baseline = rect.top() + (line.isValid() ? line.y() + line.ascent() : QFontMetricsF(font).ascent());
    const double right = block.blockFormat().leftMargin() - 6;
    painter.setFont(font);
    painter.setPen(toneColor(Tone::Text2, palette));
    painter.drawText(QPointF(std::max(0.0, right - QFontMetricsF(font).horizontalAdvance(marker)), baseline), marker);
}

} // namespace

void paintDecorations(
    QPainter &painter, const QTextDocument &document, const QRect &clip, const QPalette &palette, const QFont &font)
{
    const auto *layout = document.documentLayout();
    const double width = document.textWidth();
    const int hit = layout->hitTest(QPointF(0, clip.top() - 1), Qt::FuzzyHit);
    QTextBlock block = document.findBlock(std::max(0, hit));
    if (block.previous().isValid())
        block = block.previous();
    for (; block.isValid(); block = block.next()) {
        const QRectF rect = layout->blockBoundingRect(block);
        const QTextBlockFormat format = block.blockFormat();
        if (rect.top() - format.topMargin() > clip.bottom() + 1)
            break;
        const auto kind = MarkdownLine::Kind(format.intProperty(MarkdownWriter::KindProperty));
        if (kind == MarkdownLine::Kind::Code) {
            const QTextBlock first = block;
            while (goesOn(block.next()) && layout->blockBoundingRect(block).top() <= clip.bottom())
                block = block.next();
            paintPanel(painter, first, block, clip, width, palette);
            continue;
        }
        if (kind == MarkdownLine::Kind::Rule) {
            painter.setPen(toneColor(Tone::Line, palette));
            const double y = std::floor(rect.center().y()) + 0.5;
            painter.drawLine(QPointF(0, y), QPointF(width, y));
        }
        for (int i = 0; i < format.intProperty(MarkdownWriter::QuoteProperty); ++i)
            painter.fillRect(QRectF(format.leftMargin() - (i + 1) * quoteStep + 2, rect.top() - 2, 3, rect.height() + 4),
                toneColor(Tone::Line, palette));
        paintMarker(painter, block, rect, palette, font);
    }
}

} // namespace pilothouse::markdown
