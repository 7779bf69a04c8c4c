// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pilothouse {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_title(makeLabel(title, TypeRole::BodyStrong)), m_text(makeLabel(text, TypeRole::Secondary, Tone::Text2)),
      m_buttons(new QHBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(6);
    column->addStretch(1);
    column->addWidget(new IconLabel(icon, Tone::Text2, 20), 0, Qt::AlignHCenter);
    for (QLabel *label : { m_title, m_text }) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    column->addLayout(m_buttons);
    column->addStretch(1);
    setAccessibleName(title);
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
}

QPushButton *EmptyState::addButton(const QString &text, const QString &icon)
{
    QPushButton *button = makeButton(text, icon, m_buttons->count() > 2 ? ButtonKind::Quiet : ButtonKind::Default);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace pilothouse
