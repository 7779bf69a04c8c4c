// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownwriter.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"
#include "ui/widgets/markdown/codecolours.h"
#include "ui/widgets/markdown/markdownmetrics.h"

#include <QTextDocument>
#include <QTextFrame>

namespace pilothouse {

using namespace markdown;
using Kind = MarkdownLine::Kind;

MarkdownWriter::MarkdownWriter(QTextDocument *document) : m_document(document), m_cursor(document) { }

void MarkdownWriter::setLook(const QPalette &palette, const QFont &font)
{
    m_palette = palette;
    m_font = font;
    m_mono = typeFont(TypeRole::Mono);
}

void MarkdownWriter::clear()
{
    m_document->clear();
    m_cursor = QTextCursor(m_document);
    m_open.clear();
    m_openAt.clear();
    m_codeStarts.clear();
    m_table = nullptr;
    m_last = {};
    m_vacant = true;
}

void MarkdownWriter::setOpen(const QList<MarkdownLine> &lines, int finished)
{
    int same = 0;
    while (same < m_open.size() && same < lines.size() && m_open.at(same) == lines.at(same))
        ++same;
    if (same < m_open.size()) {
        const bool grows = same == m_open.size() - 1 && same < lines.size() && appendTo(m_open.at(same), lines.at(same));
        if (grows)
            m_last = m_open[same] = lines.at(same);
        else
            removeFrom(same);
        same += grows ? 1 : 0;
    }
    for (int i = same; i < lines.size(); ++i)
        insertLine(lines.at(i));
    m_open.remove(0, finished);
    m_openAt.remove(0, finished);
}

/// True when now is before plus more text at its end, and the text was appended.
bool MarkdownWriter::appendTo(const MarkdownLine &before, const MarkdownLine &now)
{
    if (!before.sameBlock(now) || before.runs.size() > now.runs.size() || before.kind == Kind::TableRow)
        return false;
    QList<MarkdownRun> more = now.runs.mid(qMax(0, before.runs.size() - 1));
    for (int i = 0; i + 1 < before.runs.size(); ++i) {
        if (before.runs.at(i) != now.runs.at(i))
            return false;
    }
    if (!before.runs.isEmpty()) {
        const MarkdownRun &old = before.runs.last();
        MarkdownRun &grown = more.first();
        if (old.flags != grown.flags || old.href != grown.href || !grown.text.startsWith(old.text))
            return false;
        grown.text.remove(0, old.text.size());
    }
    if (now.kind == Kind::Code)
        return false; // colouring looks at the whole line
    insertRuns(m_cursor, more, baseFormat(now));
    return true;
}

void MarkdownWriter::removeFrom(int index)
{
    m_cursor.setPosition(m_openAt.at(index));
    m_cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    m_cursor.removeSelectedText();
    m_cursor.movePosition(QTextCursor::End);
    m_vacant = true;
    while (!m_codeStarts.isEmpty() && m_codeStarts.last() >= m_openAt.at(index))
        m_codeStarts.removeLast();
    m_open.remove(index, m_open.size() - index);
    m_openAt.remove(index, m_openAt.size() - index);
    const QTextBlock before = m_cursor.block().previous();
    m_last = {};
    if (before.isValid())
        m_last.kind = isCode(before) ? Kind::Code : Kind::Text;
}

void MarkdownWriter::trim()
{
    const QTextBlock last = m_document->lastBlock();
    if (!m_vacant || last.blockNumber() == 0 || QTextCursor(last.previous()).currentTable())
        return;
    const QTextBlockFormat format = last.previous().blockFormat();
    m_cursor.movePosition(QTextCursor::End);
    m_cursor.deletePreviousChar();
    m_cursor.setBlockFormat(format);
    m_vacant = false;
}

void MarkdownWriter::insertLine(const MarkdownLine &line)
{
    m_cursor.movePosition(QTextCursor::End);
    if (line.kind == Kind::TableHead || line.kind == Kind::TableRow) {
        m_openAt.append(m_cursor.position());
        insertTableLine(line);
        m_open.append(line);
        m_last = line;
        return;
    }
    const QTextCharFormat base = baseFormat(line);
    if (m_vacant) {
        if (m_cursor.block().blockNumber() == 0)
            setHeadroom(line.codeFirst ? codeHeader + codePadding : 0);
        m_cursor.setBlockFormat(blockFormat(line));
        m_cursor.setBlockCharFormat(base);
    } else {
        m_cursor.insertBlock(blockFormat(line), base);
    }
    m_vacant = false;
    m_table = nullptr;
    m_openAt.append(m_cursor.position());
    if (line.codeFirst) {
        m_codeStarts.append(m_cursor.position());
        m_codeLanguage = line.language;
    }
    if (line.kind == Kind::Code)
        insertCode(m_cursor, line.runs.isEmpty() ? QString() : line.runs.first().text);
    else
        insertRuns(m_cursor, line.runs, base);
    m_open.append(line);
    m_last = line;
}

void MarkdownWriter::setHeadroom(double pixels)
{
    QTextFrameFormat format = m_document->rootFrame()->frameFormat();
    if (qFuzzyCompare(1 + format.topMargin(), 1 + pixels))
        return;
    format.setTopMargin(pixels);
    m_document->rootFrame()->setFrameFormat(format);
}

void MarkdownWriter::insertTableLine(const MarkdownLine &line)
{
    const bool head = line.kind == Kind::TableHead || !m_table;
    if (head || m_table->rows() >= longestTable) {
        if (m_vacant) // insertTable leaves the block it is called in, empty, before the table
            m_cursor.setBlockFormat(gapFormat());
        QTextTableFormat format;
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(toneColor(Tone::Line, m_palette));
        format.setCellPadding(4);
        format.setCellSpacing(0);
        format.setTopMargin(m_cursor.position() == 0 ? 0 : blockGap);
        format.setHeaderRowCount(1);
        m_table = m_cursor.insertTable(1, int(line.cells.size()), format);
    } else {
        m_table->appendRows(1);
    }
    const int row = m_table->rows() - 1;
    const int columns = qMin(m_table->columns(), int(line.cells.size()));
    for (int column = 0; column < columns; ++column) {
        QTextCursor cell = m_table->cellAt(row, column).firstCursorPosition();
        QTextCharFormat base;
        base.setFont(m_font);
        base.setFontWeight(line.kind == Kind::TableHead ? QFont::DemiBold : QFont::Normal);
        if (column < line.alignments.size() && line.alignments.at(column) != 0) {
            QTextBlockFormat block;
            block.setAlignment(Qt::Alignment(line.alignments.at(column)));
            cell.mergeBlockFormat(block);
        }
        insertRuns(cell, line.cells.at(column), base);
    }
    m_cursor.movePosition(QTextCursor::End);
    m_cursor.setBlockFormat(gapFormat());
    m_vacant = true;
}

void MarkdownWriter::insertRuns(QTextCursor &cursor, const QList<MarkdownRun> &runs, const QTextCharFormat &base) const
{
    for (const MarkdownRun &run : runs) {
        QTextCharFormat format = base;
        if (run.flags & MarkdownRun::Code)
            format.setFont(m_mono);
        if (run.flags & MarkdownRun::Bold)
            format.setFontWeight(QFont::DemiBold);
        if (run.flags & MarkdownRun::Italic)
            format.setFontItalic(true);
        if (run.flags & MarkdownRun::Strike)
            format.setFontStrikeOut(true);
        if (run.flags & MarkdownRun::Note)
            format.setForeground(toneColor(Tone::Text3, m_palette));
        if (!run.href.isEmpty()) {
            format.setAnchor(true);
            format.setAnchorHref(run.href);
            format.setForeground(toneColor(Tone::Accent, m_palette));
            format.setFontUnderline(true);
            format.setToolTip(QStringLiteral("<span>%1</span>").arg(run.href.toHtmlEscaped()));
        }
        cursor.insertText(run.text, format);
    }
}

void MarkdownWriter::insertCode(QTextCursor &cursor, const QString &text) const
{
    QTextCharFormat format;
    format.setFont(m_mono);
    int at = 0;
    for (const CodeSpan &span : colourCode(m_codeLanguage, text)) {
        cursor.insertText(text.mid(at, span.start - at), format);
        QTextCharFormat coloured = format;
        coloured.setForeground(toneColor(span.tone, m_palette));
        cursor.insertText(text.mid(span.start, span.length), coloured);
        at = span.start + span.length;
    }
    cursor.insertText(text.mid(at), format);
}

QTextCharFormat MarkdownWriter::baseFormat(const MarkdownLine &line) const
{
    QTextCharFormat format;
    if (line.kind == Kind::Code) {
        format.setFont(m_mono);
        return format;
    }
    QFont font = m_font;
    if (line.heading > 0) {
        static constexpr double scales[] = { 1.4, 1.22, 1.08, 1.0, 1.0, 1.0 };
        const double scale = scales[qMin(line.heading, 6) - 1];
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * scale);
        else
            font.setPixelSize(qRound(font.pixelSize() * scale));
        font.setWeight(QFont::DemiBold);
    }
    format.setFont(font);
    if (line.quote > 0)
        format.setForeground(toneColor(Tone::Text2, m_palette));
    return format;
}

QTextBlockFormat MarkdownWriter::blockFormat(const MarkdownLine &line) const
{
    QTextBlockFormat format;
    const bool code = line.kind == Kind::Code;
    const bool afterCode = m_last.kind == Kind::Code;
    const bool first = m_cursor.block().blockNumber() == 0 && m_vacant;
    double top = first || line.continues ? 0 : blockGap;
    if (line.depth > 0 && m_last.depth > 0 && !line.marker.isEmpty())
        top = itemGap;
    if (line.heading > 0 && !first)
        top = headingGap;
    if (code)
        top = line.codeFirst && !first ? blockGap + codeHeader + codePadding : 0;
    if (afterCode && !(code && !line.codeFirst))
        top += codePadding;
    format.setTopMargin(top);
    format.setLeftMargin(line.depth * listStep + line.quote * quoteStep + (code ? codeInset : 0));
    format.setRightMargin(code ? codeInset : 0);
    format.setLineHeight(code ? 128 : 118, QTextBlockFormat::ProportionalHeight);
    format.setProperty(KindProperty, int(line.kind));
    if (!line.marker.isEmpty())
        format.setProperty(MarkerProperty, line.marker);
    if (line.codeFirst) {
        format.setProperty(CodeFirstProperty, true);
        format.setProperty(LanguageProperty, line.language);
    }
    if (line.continues)
        format.setProperty(ContinuesProperty, true);
    if (line.quote > 0)
        format.setProperty(QuoteProperty, line.quote);
    return format;
}

} // namespace pilothouse
