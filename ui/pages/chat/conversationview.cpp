// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/conversationview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pilothouse {

namespace {
constexpr int columnWidth = 720;
constexpr int nearEnd = 8;
} // namespace

ConversationView::ConversationView(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Conversation"));
    viewport()->setBackgroundRole(QPalette::Window);
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Window);
    auto *column = new QWidget(page);
    column->setMaximumWidth(columnWidth);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    for (QWidget *widget : { page, column })
        widget->setAttribute(Qt::WA_StaticContents); // a growing answer must not repaint the whole conversation
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(20, 16, 20, 12);
    outer->addStretch(1);
    outer->addWidget(column, 1'000);
    outer->addStretch(1);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addStretch(1);
    m_messages = new QVBoxLayout;
    m_messages->setSpacing(10);
    rows->addLayout(m_messages);
    setWidget(page);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
        [this](int value) { m_follow = value >= verticalScrollBar()->maximum() - nearEnd; });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int last) {
        if (m_follow)
            verticalScrollBar()->setValue(last);
    });
}

void ConversationView::add(QWidget *message)
{
    m_messages->addWidget(message);
}

void ConversationView::clear()
{
    while (QLayoutItem *item = m_messages->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    followEnd();
}

void ConversationView::followEnd()
{
    m_follow = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        followEnd();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace pilothouse
