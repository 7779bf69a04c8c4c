// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogframe.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace pilothouse {

/// Asks for a new key and its value. The name must be one that every reader of .env files accepts.
class AddKeyDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit AddKeyDialog(const QStringList &presentKeys, QWidget *parent = nullptr);

    QString key() const;
    QString value() const;

private:
    void judge();

    QStringList m_present;
    QLineEdit *m_key;
    QLineEdit *m_value;
    QLabel *m_message;
    QPushButton *m_add;
};

/// Why the name cannot be used, one sentence; empty when it can.
QString keyNameProblem(const QString &name, const QStringList &presentKeys);

} // namespace pilothouse
