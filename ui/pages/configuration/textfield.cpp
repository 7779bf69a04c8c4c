// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/textfield.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>

namespace pilothouse {

TextField::TextField(QWidget *parent) : ValueField(parent), m_edit(new QLineEdit(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    m_edit->setFont(typeFont(TypeRole::Mono));
    watchFocus(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &TextField::report);
}

QWidget *TextField::editor() const
{
    return m_edit;
}

void TextField::showRow(const FormRow &row)
{
    setTextKeepingCursor(m_edit, row.value);
    m_edit->setPlaceholderText(row.present ? QString() : absentText(row));
}

QString TextField::shownValue() const
{
    return m_edit->text();
}

void setTextKeepingCursor(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    const int cursor = edit->cursorPosition();
    const bool typing = edit->hasFocus();
    edit->setText(text);
    edit->setCursorPosition(typing ? qMin(cursor, int(text.size())) : 0);
}

QString absentText(const FormRow &row)
{
    return row.emptyText.isEmpty() ? absentText(row.spec) : row.emptyText;
}

QString absentText(const VariableSpec &spec)
{
    if (spec.defaultValue.isEmpty())
        return QCoreApplication::translate("TextField", "not set");
    return QCoreApplication::translate("TextField", "%1 (default)").arg(spec.defaultValue);
}

} // namespace pilothouse
