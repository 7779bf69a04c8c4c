// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/composer.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>

namespace pilothouse {

namespace {
constexpr int oneLine = 40;
constexpr int mostLines = 6;
} // namespace

Composer::Composer(QWidget *parent) : QPlainTextEdit(parent)
{
    setPlaceholderText(tr("Message, Enter sends, Shift+Enter new line"));
    setAccessibleName(tr("Message"));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false); // the style fills the field as a whole
    connect(this, &QPlainTextEdit::textChanged, this, &Composer::fitHeight);
    fitHeight();
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        Q_EMIT sendPressed();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT stopPressed();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void Composer::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text());
}

void Composer::fitHeight()
{
    const int line = fontMetrics().lineSpacing();
    const int lines = qBound(1, int(document()->size().height()), mostLines);
    const int padding = qMax(4, (oneLine - line) / 2);
    setViewportMargins(8, padding - frameWidth(), 8, padding - frameWidth());
    setFixedHeight(qMax(oneLine, lines * line + 2 * padding));
    setVerticalScrollBarPolicy(document()->size().height() > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

} // namespace pilothouse
