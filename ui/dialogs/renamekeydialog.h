// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogframe.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace pilothouse {

/// Asks for another name of a key; its value, place and comment stay.
class RenameKeyDialog : public DialogFrame
{
    Q_OBJECT
public:
    RenameKeyDialog(const QString &key, const QStringList &presentKeys, QWidget *parent = nullptr);
    QString name() const;

private:
    void judge();

    QString m_key;
    QStringList m_present;
    QLineEdit *m_name;
    QLabel *m_message;
    QPushButton *m_rename;
};

} // namespace pilothouse
