// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/valuefield.h"

#include "ui/pages/configuration/booleanfield.h"
#include "ui/pages/configuration/choicefield.h"
#include "ui/pages/configuration/numberfield.h"
#include "ui/pages/configuration/secretfield.h"
#include "ui/pages/configuration/textfield.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace pilothouse {

ValueField::ValueField(QWidget *parent) : QWidget(parent) { }

void ValueField::setRow(const FormRow &row)
{
    const qsizetype answered = m_unanswered.indexOf(row.value);
    if (answered >= 0)
        m_unanswered.remove(0, answered + 1);
    else
        m_unanswered.clear();
    const bool stale = !m_unanswered.isEmpty();
    if (stale)
        return;
    if (m_shown && answered >= 0 && shownValue() == row.value && row.present)
        return;
    m_shown = true;
    showRow(row);
}

void ValueField::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void ValueField::watchFocus(QWidget *widget)
{
    widget->installEventFilter(this);
    setFocusProxy(widget);
}

void ValueField::report(const QString &value)
{
    m_unanswered << value;
    Q_EMIT edited(value);
}

bool ValueField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused();
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        if (undo || key->matches(QKeySequence::Redo)) { // one undo for form and text; the window's actions come first
            if (event->type() == QEvent::KeyPress)
                undo ? Q_EMIT undoRequested() : Q_EMIT redoRequested();
            event->setAccepted(event->type() == QEvent::KeyPress);
            return true;
        }
    }
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // a wheel over a field scrolls the page and changes nothing
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

ValueField *makeValueField(const FormRow &row, QWidget *parent)
{
    if (row.secret)
        return new SecretField(parent);
    switch (row.spec.type) {
    case VariableType::Choice:
    case VariableType::Model:
        return new ChoiceField(row.spec, parent);
    case VariableType::Integer:
    case VariableType::Number:
        return new NumberField(row.spec, parent);
    case VariableType::Boolean:
        return new BooleanField(row.spec, parent);
    case VariableType::Text:
    case VariableType::Url:
        break;
    }
    return new TextField(parent);
}

QString unitText(const QString &unit)
{
    if (unit == QLatin1String("tokens"))
        return QCoreApplication::translate("ValueField", "tokens");
    if (unit == QLatin1String("s"))
        return QCoreApplication::translate("ValueField", "s");
    if (unit == QLatin1String("GPUs"))
        return QCoreApplication::translate("ValueField", "GPUs");
    return unit;
}

} // namespace pilothouse
