// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageframe.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pilothouse {

PageFrame::PageFrame(const QString &title, QWidget *parent)
    : QWidget(parent), m_context(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)), m_tools(new QHBoxLayout),
      m_actions(new QHBoxLayout), m_content(new QVBoxLayout)
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("pageToolbar"));
    bar->setMinimumHeight(52);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(12);
    auto *heading = makeLabel(title, TypeRole::PageTitle);
    heading->setObjectName(QStringLiteral("pageTitle"));
    row->addWidget(heading);
    row->addWidget(m_context);
    m_context->hide();
    m_tools->setSpacing(8);
    m_actions->setSpacing(8);
    row->addLayout(m_tools);
    row->addStretch(1);
    row->addLayout(m_actions);

    m_content->setContentsMargins(20, 0, 20, 16);
    m_content->setSpacing(12);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(bar);
    outer->addLayout(m_content, 1);
    setAccessibleName(title);
}

void PageFrame::setContext(const QString &text)
{
    m_context->setText(text);
    m_context->setVisible(!text.isEmpty());
}

void PageFrame::addTool(QWidget *widget)
{
    m_tools->addWidget(widget);
}

void PageFrame::addAction(QWidget *widget)
{
    m_actions->addWidget(widget);
}

} // namespace pilothouse
