// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/parameterrow.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace pilothouse {

ParameterRow::ParameterRow(const QString &name, QWidget *field, QWidget *parent) : QWidget(parent)
{
    m_name = makeLabel(name, TypeRole::Body, Tone::Text, this);
    m_name->setBuddy(field);
    m_note = makeLabel({}, TypeRole::Caption, Tone::Text3, this);
    m_reset = new QToolButton(this);
    m_reset->setAutoRaise(true);
    m_reset->setIcon(themedIcon(QStringLiteral("undo")));
    m_reset->setToolTip(tr("Use the value of .env again"));
    m_reset->setAccessibleName(tr("Reset %1").arg(name));
    m_reset->setFixedSize(20, 20);
    m_reset->hide();
    connect(m_reset, &QToolButton::clicked, this, &ParameterRow::resetRequested);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_note);
    row->addWidget(m_reset);
    setFixedHeight(22);
}

void ParameterRow::setOrigin(const QString &origin)
{
    m_changed = false;
    m_name->setFont(typeFont(TypeRole::Body));
    m_note->setText(origin);
    setLabelTone(m_note, Tone::Text3);
    m_reset->hide();
}

void ParameterRow::setChanged(const QString &envValue)
{
    m_changed = true;
    m_name->setFont(typeFont(TypeRole::BodyStrong));
    m_note->setText(tr("changed, .env %1").arg(envValue));
    setLabelTone(m_note, Tone::Accent);
    m_reset->show();
}

} // namespace pilothouse
