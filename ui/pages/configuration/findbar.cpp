// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/findbar.h"

#include "ui/pages/configuration/texteditor.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace pilothouse {

namespace {

QToolButton *makeTool(const QString &icon, const QString &name)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

FindBar::FindBar(TextEditor *editor, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_text(new QLineEdit), m_count(makeLabel(QString(), TypeRole::Caption, Tone::Text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(4);
    m_text->setPlaceholderText(tr("Find in the text"));
    m_text->setAccessibleName(tr("Find in the text"));
    m_text->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setText(m_text->accessibleName());
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    QToolButton *previous = makeTool(QStringLiteral("chevron-up"), tr("Previous match (Shift+F3)"));
    QToolButton *next = makeTool(QStringLiteral("chevron-down"), tr("Next match (F3)"));
    QToolButton *closing = makeTool(QStringLiteral("close"), tr("Close the search (Escape)"));
    for (QToolButton *button : { previous, next, closing })
        row->addWidget(button);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { go(true); });
    connect(previous, &QToolButton::clicked, this, [this] { go(false); });
    connect(next, &QToolButton::clicked, this, [this] { go(true); });
    connect(closing, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    const QString selected = m_editor->textCursor().selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_text->setText(selected);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search();
}

void FindBar::close()
{
    hide();
    m_editor->markMatches(QString());
    m_editor->setFocus(Qt::OtherFocusReason);
}

void FindBar::go(bool forward)
{
    int number = 0;
    if (m_editor->goToMatch(m_text->text(), forward, &number))
        showCount(number);
    else
        search();
}

QString FindBar::countText() const
{
    return m_count->text();
}

void FindBar::search()
{
    showCount(0);
}

void FindBar::showCount(int number)
{
    const int count = m_editor->markMatches(isHidden() ? QString() : m_text->text());
    QString words;
    if (!m_text->text().isEmpty() && count == 0)
        words = tr("not found");
    else if (number > 0)
        words = tr("%1 of %2").arg(number).arg(count);
    else if (count > 0)
        words = tr("%n matches", nullptr, count);
    m_count->setText(words);
    setFieldState(m_text, count == 0 && !m_text->text().isEmpty() ? FieldState::Warning : FieldState::Normal);
    m_text->setAccessibleDescription(words);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Alt, palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), toneColor(Tone::Line, palette()));
}

} // namespace pilothouse
