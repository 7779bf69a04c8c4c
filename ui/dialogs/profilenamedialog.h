// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "ui/dialogs/dialogframe.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace pilothouse {

/// Asks under which name the present state is saved as a profile. A name that is taken must be confirmed as a replacement.
class ProfileNameDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit ProfileNameDialog(const QStringList &presentNames, QWidget *parent = nullptr);

    QString name() const;
    void setSaving(); ///< until the dialog is closed or setFailure()
    void setFailure(const Failure &failure);
    void setTaken(); ///< another program made this profile meanwhile

Q_SIGNALS:
    void saveRequested(const QString &name);
    void replaceRequested(const QString &name); ///< ask first

private:
    void judge();

    QStringList m_present;
    QLineEdit *m_name;
    QLabel *m_message;
    QPushButton *m_save;
    bool m_taken = false;
};

} // namespace pilothouse
