// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/choicefield.h"

#include "ui/pages/configuration/textfield.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace pilothouse {

ChoiceField::ChoiceField(const VariableSpec &spec, QWidget *parent)
    : ValueField(parent), m_spec(spec), m_combo(new QComboBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_combo);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(8);
    if (spec.type == VariableType::Model) {
        m_combo->setEditable(true);
        m_combo->setInsertPolicy(QComboBox::NoInsert);
        m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion); // inline completion would change what is typed
        m_combo->completer()->setCaseSensitivity(Qt::CaseSensitive);
        m_combo->completer()->setFilterMode(Qt::MatchContains);
        connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, &ChoiceField::report);
        connect( // queued: the list opens after this signal
            m_combo->lineEdit(), &QLineEdit::textEdited, this, &ChoiceField::closeUselessList, Qt::QueuedConnection);
    } else {
        m_combo->addItems(spec.choices);
    }
    watchFocus(m_combo);
    connect(m_combo, &QComboBox::textActivated, this, &ChoiceField::report);
}

void ChoiceField::closeUselessList()
{
    const QCompleter *completer = m_combo->completer();
    if (completer->completionCount() == 1 && completer->currentCompletion() == m_combo->currentText())
        completer->popup()->hide();
}

void ChoiceField::hideEvent(QHideEvent *event)
{
    if (m_combo->completer())
        m_combo->completer()->popup()->hide(); // a window of its own: it would stay over the next page and eat its first click
    ValueField::hideEvent(event);
}

QWidget *ChoiceField::editor() const
{
    return m_combo;
}

void ChoiceField::setSuggestions(const QStringList &models)
{
    if (m_spec.type != VariableType::Model)
        return;
    fill(models);
}

void ChoiceField::fill(const QStringList &items)
{
    QStringList present;
    for (int i = 0; i < m_combo->count(); ++i)
        present << m_combo->itemText(i);
    if (present == items)
        return;
    const QSignalBlocker quiet(m_combo);
    const QString text = m_combo->currentText();
    const int cursor = m_combo->lineEdit() ? m_combo->lineEdit()->cursorPosition() : 0;
    m_combo->clear();
    m_combo->addItems(items);
    if (m_combo->isEditable()) {
        m_combo->setCurrentIndex(int(items.indexOf(text)));
        m_combo->setEditText(text);
        m_combo->lineEdit()->setCursorPosition(cursor);
    }
}

void ChoiceField::showRow(const FormRow &row)
{
    const QSignalBlocker quiet(m_combo);
    if (m_combo->isEditable()) {
        m_combo->setCurrentIndex(m_combo->findText(row.value, Qt::MatchFixedString | Qt::MatchCaseSensitive));
        setTextKeepingCursor(m_combo->lineEdit(), row.value);
        m_combo->lineEdit()->setPlaceholderText(row.present ? QString() : absentText(row));
        return;
    }
    QStringList items = m_spec.choices;
    if (row.present && !items.contains(row.value))
        items << row.value;
    fill(items);
    m_combo->setPlaceholderText(absentText(row.spec));
    m_combo->setCurrentIndex(row.present ? int(items.indexOf(row.value)) : -1);
}

QString ChoiceField::shownValue() const
{
    return m_combo->currentText();
}

} // namespace pilothouse
