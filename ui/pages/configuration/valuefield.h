// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "ui/widgets/controls.h"

#include <QStringList>
#include <QWidget>

namespace pilothouse {

/// The control of one form row. It shows any text that the file holds, valid or not, and never corrects the operator.
/// A state that answers an older keystroke is ignored, so typing is never disturbed.
class ValueField : public QWidget
{
    Q_OBJECT
public:
    explicit ValueField(QWidget *parent = nullptr);

    void setRow(const FormRow &row);
    void setReadOnly(bool readOnly);
    virtual QWidget *editor() const = 0; ///< takes focus, border state and accessible texts
    virtual void setSuggestions(const QStringList &) { }

Q_SIGNALS:
    void edited(const QString &value);
    void focused();
    void undoRequested(); ///< of the document, not of the letters in this field
    void redoRequested();

protected:
    /// Shows the value of the row; called only when the row's value is not what the operator is typing.
    virtual void showRow(const FormRow &row) = 0;
    virtual QString shownValue() const = 0;
    void watchFocus(QWidget *widget); ///< reports focus, and keeps the wheel for scrolling the page
    void report(const QString &value); ///< to be called for each change made by the operator
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList m_unanswered; ///< reported values that no state has confirmed yet
    bool m_shown = false;
};

/// The control that fits the row's type.
ValueField *makeValueField(const FormRow &row, QWidget *parent);
/// Unit in the interface language ("tokens", "s").
QString unitText(const QString &unit);

} // namespace pilothouse
