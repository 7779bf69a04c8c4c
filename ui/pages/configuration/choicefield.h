// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/valuefield.h"

class QComboBox;

namespace pilothouse {

/// A list of choices, or (for models) a text with suggestions. A value outside the list is shown as it is.
class ChoiceField : public ValueField
{
    Q_OBJECT
public:
    explicit ChoiceField(const VariableSpec &spec, QWidget *parent = nullptr);
    QWidget *editor() const override;
    void setSuggestions(const QStringList &models) override;

protected:
    void showRow(const FormRow &row) override;
    QString shownValue() const override;
    void hideEvent(QHideEvent *event) override;

private:
    void closeUselessList(); ///< one that offers only what is typed already
    void fill(const QStringList &items);

    VariableSpec m_spec;
    QComboBox *m_combo;
};

} // namespace pilothouse
