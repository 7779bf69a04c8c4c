// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/textpreview.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace pilothouse {

namespace {

constexpr int lineGap = 6; // pixels between lines, visual.md §5 "editor line"

} // namespace

class LineNumbers : public QWidget
{
public:
    explicit LineNumbers(TextPreview *preview) : QWidget(preview), m_preview(preview) { }

protected:
    void paintEvent(QPaintEvent *event) override { m_preview->paintNumbers(event); }

private:
    TextPreview *m_preview;
};

TextPreview::TextPreview(QWidget *parent)
    : QTextEdit(parent), m_highlighter(new EnvHighlighter(document(), palette())), m_numbers(new LineNumbers(this))
{
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(typeFont(TypeRole::Mono));
    document()->setDefaultFont(typeFont(TypeRole::Mono));
    document()->setUndoRedoEnabled(false);
    document()->setDocumentMargin(8);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Text of the file, preview"));
    QTextBlockFormat lines; // inherited by every line that is inserted
    lines.setLineHeight(fontMetrics().height() + lineGap, QTextBlockFormat::FixedHeight);
    QTextCursor(document()).setBlockFormat(lines);
    connect(document(), &QTextDocument::blockCountChanged, this, &TextPreview::layOutNumbers);
    connect(this, &QTextEdit::textChanged, m_numbers, QOverload<>::of(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_numbers, QOverload<>::of(&QWidget::update));
    layOutNumbers();
}

void TextPreview::setDocumentText(const QString &newText)
{
    QString text = newText;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")); // one position a line end, as in the document
    if (m_text == text)
        return;
    qsizetype start = 0;
    const qsizetype shorter = qMin(m_text.size(), text.size());
    while (start < shorter && m_text.at(start) == text.at(start))
        ++start;
    qsizetype tail = 0;
    while (tail < shorter - start && m_text.at(m_text.size() - 1 - tail) == text.at(text.size() - 1 - tail))
        ++tail;
    QTextCursor cursor(document());
    cursor.setPosition(int(start));
    cursor.setPosition(int(m_text.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(start, text.size() - tail - start));
    if (m_text.isEmpty()) // the view's own cursor went along with the text
        moveCursor(QTextCursor::Start);
    m_text = text;
    showLineBand();
}

void TextPreview::setMarks(const QHash<int, LineMark> &marks)
{
    m_highlighter->setMarks(marks);
    m_numbers->update();
}

void TextPreview::showLine(int line)
{
    m_line = line;
    showLineBand();
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (line <= 0 || !block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    ensureCursorVisible();
}

void TextPreview::showLineBand()
{
    QList<QTextEdit::ExtraSelection> bands;
    const QTextBlock block = document()->findBlockByNumber(m_line - 1);
    if (m_line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection band;
        QColor tint = toneColor(Tone::AccentTint, palette());
        tint.setAlpha(150);
        band.format.setBackground(tint);
        band.format.setProperty(QTextFormat::FullWidthSelection, true);
        band.cursor = QTextCursor(block);
        bands << band;
    }
    setExtraSelections(bands);
    m_numbers->update();
}

void TextPreview::layOutNumbers()
{
    const int digits = qMax(2, int(QString::number(document()->blockCount()).size()));
    const int width = fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits + 28;
    setViewportMargins(width, 0, 0, 0);
    const QRect inner = contentsRect();
    m_numbers->setGeometry(inner.left(), inner.top(), width, inner.height());
}

void TextPreview::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), toneColor(Tone::Sunken, palette()));
    const int edge = m_numbers->width() - 1;
    painter.fillRect(edge, 0, 1, m_numbers->height(), toneColor(Tone::Line, palette()));
    painter.setFont(typeFont(TypeRole::MonoCaption));
    const int lineHeight = fontMetrics().height() + lineGap;
    for (QTextBlock block = cursorForPosition(QPoint(0, 0)).block(); block.isValid(); block = block.next()) {
        const QRect letters = cursorRect(QTextCursor(block)); // a fixed line height leaves its room above the letters
        if (letters.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        const QRect cell(0, letters.center().y() - lineHeight / 2, edge - 12, lineHeight);
        painter.setPen(toneColor(line == m_line ? Tone::Text : Tone::Text3, palette()));
        painter.drawText(cell, Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        if (m_highlighter->mark(line).changed)
            painter.fillRect(QRect(edge - 3, cell.top(), 4, cell.height()), toneColor(Tone::Accent, palette()));
    }
}

void TextPreview::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    layOutNumbers();
}

void TextPreview::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        Q_EMIT lineActivated(cursorForPosition(event->position().toPoint()).blockNumber() + 1);
}

void TextPreview::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        m_highlighter->setPalette(palette());
        showLineBand();
    }
}

} // namespace pilothouse
