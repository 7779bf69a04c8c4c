// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/valuefield.h"

class QCheckBox;

namespace pilothouse {

/// A check box; checked means the text "true" in any case, as the backend reads it. Other texts stay visible beside it.
class BooleanField : public ValueField
{
    Q_OBJECT
public:
    explicit BooleanField(const VariableSpec &spec, QWidget *parent = nullptr);
    QWidget *editor() const override;

protected:
    void showRow(const FormRow &row) override;
    QString shownValue() const override;

private:
    QCheckBox *m_box;
    QString m_value;
};

} // namespace pilothouse
