// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/texteditor.h"
#include "ui/theme/icons.h"
#include "ui/widgets/secretclipboard.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace pilothouse {

void TextEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool selected = textCursor().hasSelection();
    const bool writable = !isReadOnly();
    menu->addAction(themedIcon(QStringLiteral("undo")), tr("Undo"), this, &TextEditor::undoRequested)->setEnabled(writable);
    menu->addAction(tr("Redo"), this, &TextEditor::redoRequested)->setEnabled(writable);
    menu->addSeparator();
    menu->addAction(tr("Cut"), this, &TextEditor::cutSelection)->setEnabled(selected && writable);
    menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy"), this, &TextEditor::copy)->setEnabled(selected);
    menu->addAction(tr("Paste"), this, &TextEditor::paste)->setEnabled(writable && canPaste());
    menu->addAction(tr("Select all"), this, &TextEditor::selectAll);
    menu->addSeparator();
    const int line
        = event->reason() == QContextMenuEvent::Mouse ? cursorForPosition(event->pos()).blockNumber() + 1 : currentLine();
    menu->addAction(tr("Go to the field of this line"), this, [this, line] { Q_EMIT fieldRequested(line); });
    if (const SecretRun *run = runOnLine(line)) {
        const int start = run->start;
        if (run->shown)
            menu->addAction(themedIcon(QStringLiteral("lock")), tr("Hide the value"), this, &TextEditor::hideSecretsRequested);
        else
            menu->addAction(themedIcon(QStringLiteral("eye")), tr("Show the value for 30 seconds"), this,
                [this, start] { Q_EMIT showSecretRequested(start); });
    }
    menu->popup(
        event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

QMimeData *TextEditor::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    const QString text = m_shown.mid(from, to - from);
    const bool secret = std::any_of(m_runs.begin(), m_runs.end(),
        [&](const SecretRun &run) { return run.shown && run.start < to && from < run.start + run.length; });
    if (secret) {
        forgetSecretLater(text);
        forgetSecretLater(text, QClipboard::Selection);
        return secretMimeData(text);
    }
    auto *data = new QMimeData;
    data->setText(text);
    return data;
}

int TextEditor::markMatches(const QString &text)
{
    m_searched = text;
    viewport()->update();
    return text.isEmpty() ? 0 : int(m_shown.count(text, Qt::CaseInsensitive));
}

bool TextEditor::goToMatch(const QString &text, bool forward, int *number)
{
    if (text.isEmpty())
        return false;
    const QTextCursor before = textCursor();
    qsizetype at = forward            ? m_shown.indexOf(text, before.selectionEnd(), Qt::CaseInsensitive)
        : before.selectionStart() > 0 ? m_shown.lastIndexOf(text, before.selectionStart() - 1, Qt::CaseInsensitive)
                                      : -1;
    if (at < 0) // around
        at = forward ? m_shown.indexOf(text, 0, Qt::CaseInsensitive) : m_shown.lastIndexOf(text, -1, Qt::CaseInsensitive);
    if (at < 0)
        return false;
    QTextCursor cursor(document());
    cursor.setPosition(int(at));
    cursor.setPosition(int(at + text.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    if (number)
        *number = int(QStringView(m_shown).left(at).count(text, Qt::CaseInsensitive)) + 1;
    return true;
}

} // namespace pilothouse
