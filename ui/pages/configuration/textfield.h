// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/configuration/valuefield.h"

class QLineEdit;

namespace pilothouse {

/// Free text: addresses and keys that no schema knows.
class TextField : public ValueField
{
    Q_OBJECT
public:
    explicit TextField(QWidget *parent = nullptr);
    QWidget *editor() const override;

protected:
    void showRow(const FormRow &row) override;
    QString shownValue() const override;

private:
    QLineEdit *m_edit;
};

/// Replaces a line edit's text and keeps the cursor where it was.
void setTextKeepingCursor(QLineEdit *edit, const QString &text);
/// "default 0.7" or "not set", for the placeholder of an absent key.
QString absentText(const VariableSpec &spec);
QString absentText(const FormRow &row); ///< or what counts instead

} // namespace pilothouse
