// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/valuefield.h"

#include <QAbstractSpinBox>

class QLabel;

namespace pilothouse {

/// A spin box over text: arrows step inside the range, but whatever is typed or read stays as it is.
class NumberBox : public QAbstractSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(const VariableSpec &spec, QWidget *parent = nullptr);

    QString value() const;
    void setValue(const QString &value);
    void setPlaceholder(const QString &text);
    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void valueTyped(const QString &value);

protected:
    StepEnabled stepEnabled() const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    VariableSpec m_spec;
    QLabel *m_unit;
};

/// Integer or decimal number with unit and step buttons.
class NumberField : public ValueField
{
    Q_OBJECT
public:
    explicit NumberField(const VariableSpec &spec, QWidget *parent = nullptr);
    QWidget *editor() const override;

protected:
    void showRow(const FormRow &row) override;
    QString shownValue() const override;

private:
    NumberBox *m_box;
};

} // namespace pilothouse
