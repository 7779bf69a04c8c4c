// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/texteditor.h"

#include "ui/pages/configuration/textlines.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace pilothouse {

namespace {

/// The one place where two texts differ.
struct Difference
{
    qsizetype start = 0;
    qsizetype removed = 0;
    qsizetype inserted = 0;
};

Difference between(QStringView before, QStringView after)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype start = std::mismatch(before.begin(), before.begin() + most, after.begin()).first - before.begin();
    if (start > 0 && before.at(start - 1).isHighSurrogate())
        --start; // never inside a character
    qsizetype end = std::mismatch(before.rbegin(), before.rbegin() + (most - start), after.rbegin()).first - before.rbegin();
    if (end > 0 && before.at(before.size() - end).isLowSurrogate())
        --end;
    return { start, before.size() - end - start, after.size() - end - start };
}

} // namespace

TextEditor::TextEditor(QWidget *parent) : QPlainTextEdit(parent), m_gutter(new TextGutter(this))
{
    document()->setUndoRedoEnabled(false);
    document()->setDocumentLayout(new TextLines(document()));
    document()->setDocumentMargin(8);
    setLineWrapMode(NoWrap);
    setFrameShape(QFrame::NoFrame);
    setFont(typeFont(TypeRole::Mono));
    setTabChangesFocus(true);
    setAcceptDrops(false); // text dragged in or moved inside would go past the guard of hidden values
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Text of the file"));
    connect(this, &QPlainTextEdit::textChanged, this, &TextEditor::reportEdit);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &TextEditor::cursorMoved);
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this](int lines) {
        if (!m_applying)
            layOutGutter(lines);
    });
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this](const QRect &rect, int dy) {
        dy != 0 ? m_gutter->scroll(0, dy) : m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    layOutGutter(1);
}

void TextEditor::setState(const QString &text, const QList<SecretRun> &runs, int cursor)
{
    const bool first = m_shown.isEmpty();
    const bool differs = m_shown != text;
    if (differs)
        replaceText(text);
    m_shown = text; // one string for the page and the editor
    m_runs = runs;
    m_inStep = true;
    if (first && differs) {
        moveCursor(QTextCursor::Start);
    } else if (cursor >= 0 && differs) { // undo and redo show what they did
        QTextCursor place = textCursor();
        place.setPosition(std::min(cursor, int(text.size())));
        setTextCursor(place);
    }
    keepOutOfRuns();
    m_gutter->update();
}

void TextEditor::replaceText(const QString &text)
{
    const Difference change = between(m_shown, text);
    m_applying = true;
    layOutGutter(int(text.count(u'\n')) + 1); // before the text: another width of the view lays out every line
    const int scroll = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.setPosition(int(change.start));
    cursor.setPosition(int(change.start + change.removed), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(change.start, change.inserted));
    verticalScrollBar()->setValue(scroll);
    m_applying = false;
}

void TextEditor::reportEdit()
{
    if (m_applying)
        return;
    QString now = document()->toRawText(); // not toPlainText(), which turns no-break spaces into spaces
    for (QChar &c : now) {
        if (c == QChar::ParagraphSeparator)
            c = u'\n';
    }
    const Difference change = between(m_shown, now);
    if (change.removed == 0 && change.inserted == 0)
        return; // formats only
    const QString inserted = now.mid(change.start, change.inserted);
    m_shown = now;
    m_inStep = false;
    Q_EMIT edited(int(change.start), int(change.removed), inserted);
    m_inStep = true;
    keepOutOfRuns();
}

void TextEditor::setMarks(const QHash<int, LineMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    viewport()->update();
    m_gutter->update();
    describeLine();
}

void TextEditor::showLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (line <= 0 || !block.isValid() || hasFocus() || line == currentLine())
        return;
    setTextCursor(QTextCursor(block));
    ensureCursorVisible();
}

int TextEditor::currentLine() const
{
    return textCursor().blockNumber() + 1;
}

const SecretRun *TextEditor::runAt(int position) const
{
    const auto run = std::find_if(m_runs.begin(), m_runs.end(),
        [&](const SecretRun &each) { return each.start <= position && position <= each.start + each.length; });
    return run == m_runs.end() ? nullptr : &*run;
}

const SecretRun *TextEditor::runOnLine(int line) const
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    const auto run = std::lower_bound(m_runs.begin(), m_runs.end(), block.position(),
        [](const SecretRun &each, int position) { return each.start < position; });
    return block.isValid() && run != m_runs.end() && run->start < block.position() + block.length() ? &*run : nullptr;
}

bool TextEditor::showsSecret() const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [](const SecretRun &run) { return run.shown; });
}

void TextEditor::cursorMoved()
{
    keepOutOfRuns();
    const int line = currentLine();
    if (line != m_lastLine) {
        m_lastLine = line;
        Q_EMIT lineChanged(line);
    }
    describeLine();
    viewport()->update();
    m_gutter->update();
}

/// The cursor jumps over a hidden value; a selection takes all of it.
void TextEditor::keepOutOfRuns()
{
    if (!m_inStep || m_applying)
        return;
    QTextCursor cursor = textCursor();
    const auto inside = [this](int position) -> const SecretRun * {
        const SecretRun *run = runAt(position);
        return run && !run->shown && position > run->start && position < run->start + run->length ? run : nullptr;
    };
    int position = cursor.position();
    int anchor = cursor.anchor();
    if (const SecretRun *run = inside(position)) {
        const bool forward = cursor.hasSelection() ? position > anchor
            : qAbs(position - m_lastPosition) == 1 ? position > m_lastPosition
                                                   : position - run->start > run->length / 2;
        position = forward ? run->start + run->length : run->start;
    }
    if (const SecretRun *run = inside(anchor))
        anchor = !cursor.hasSelection() ? position : anchor < position ? run->start : run->start + run->length;
    m_lastPosition = position;
    if (position == cursor.position() && anchor == cursor.anchor())
        return;
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

bool TextEditor::holdsDots(int from, int to) const
{
    return std::any_of(m_runs.begin(), m_runs.end(),
        [&](const SecretRun &run) { return !run.shown && run.start < to && from < run.start + run.length; });
}

/// Backspace or Delete beside dots selects them first, so that one key does not throw a secret away.
bool TextEditor::selectRunBeside(bool forward)
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return false;
    const int position = cursor.position();
    const auto run = std::find_if(m_runs.begin(), m_runs.end(),
        [&](const SecretRun &each) { return !each.shown && position == (forward ? each.start : each.start + each.length); });
    if (run == m_runs.end())
        return false;
    cursor.setPosition(forward ? run->start : run->start + run->length);
    cursor.setPosition(forward ? run->start + run->length : run->start, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    return true;
}

void TextEditor::cutSelection()
{
    const QTextCursor cursor = textCursor();
    if (holdsDots(cursor.selectionStart(), cursor.selectionEnd())) {
        Q_EMIT refused(tr("Dots cannot be cut, only the value itself: show it first, or press Delete to remove it."));
        return;
    }
    cut();
}

bool TextEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            return false; // the window's actions undo in the document of both views
    }
    return QPlainTextEdit::event(event);
}

void TextEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoRequested();
    else if (event->matches(QKeySequence::Redo))
        Q_EMIT redoRequested();
    else if (event->matches(QKeySequence::Cut))
        cutSelection();
    else if (event->key() == Qt::Key_Return && event->modifiers() == Qt::AltModifier)
        Q_EMIT fieldRequested(currentLine());
    else if (!isReadOnly() && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        && event->modifiers() == Qt::NoModifier && selectRunBeside(event->key() == Qt::Key_Delete))
        event->accept();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TextEditor::mousePressEvent(QMouseEvent *event)
{
    QTextCursor cursor = textCursor();
    if (event->button() == Qt::LeftButton && !(event->modifiers() & Qt::ShiftModifier) && cursor.hasSelection()) {
        cursor.clearSelection(); // a selection is never dragged: a move would take dots for the value
        setTextCursor(cursor);
    }
    QPlainTextEdit::mousePressEvent(event);
}

void TextEditor::describeLine()
{
    const int line = currentLine();
    const QString message = m_marks.value(line).message;
    const QString words = message.isEmpty() ? QString() : tr("Line %1: %2").arg(line).arg(message);
    if (accessibleDescription() != words)
        setAccessibleDescription(words);
}

void TextEditor::paintEvent(QPaintEvent *event)
{
    QList<QRectF> found;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > viewport()->height())
            break;
        // Colours are given to the lines that are seen, when they are seen: a long file costs no more than a short one.
        const auto formats = lineFormats(block.text(), m_marks.value(block.blockNumber() + 1), palette());
        if (block.layout()->formats() != formats) {
            block.layout()->setFormats(formats);
            block.layout()->clearLayout();
            blockBoundingRect(block);
        }
        if (m_searched.isEmpty())
            continue;
        const QTextLine line = block.layout()->lineAt(0);
        for (qsizetype at = block.text().indexOf(m_searched, 0, Qt::CaseInsensitive); at >= 0 && line.isValid();
             at = block.text().indexOf(m_searched, at + m_searched.size(), Qt::CaseInsensitive)) {
            const qreal left = line.cursorToX(int(at));
            found << QRectF(place.left() + left, place.top() + line.y() - 1, line.cursorToX(int(at + m_searched.size())) - left,
                line.height() + 2);
        }
    }
    {
        QPainter painter(viewport());
        QColor band = toneColor(Tone::AccentTint, palette());
        band.setAlpha(150);
        const QTextBlock current = textCursor().block();
        const QRectF place = blockBoundingGeometry(current).translated(contentOffset());
        const QTextLine line = current.layout()->lineAt(0);
        const qreal height = line.isValid() ? line.height() + 2 * line.y() : place.height();
        painter.fillRect(QRectF(0, place.top(), viewport()->width(), height), band);
        for (const QRectF &match : std::as_const(found))
            painter.fillRect(match, toneColor(Tone::WarnTint, palette()));
    }
    QPlainTextEdit::paintEvent(event);
}

void TextEditor::layOutGutter(int lines)
{
    const int width = m_gutter->neededWidth(lines);
    setViewportMargins(width, 0, 0, 0);
    const QRect inner = contentsRect();
    m_gutter->setGeometry(inner.left(), inner.top(), width, inner.height());
}

void TextEditor::resizeEvent(QResizeEvent *event)
{
    // Nothing wraps, so a long text need not be laid out anew for another width, which would cost memory for every line.
    const QSize before = blockCount() > 1000 ? QSize(event->size().width(), event->oldSize().height()) : event->oldSize();
    QResizeEvent resized(event->size(), before);
    QPlainTextEdit::resizeEvent(&resized);
    layOutGutter(blockCount());
}

void TextEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        viewport()->update();
}

} // namespace pilothouse
