// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "ui/widgets/card.h"

class QTableWidget;

namespace pilothouse {

class ElidedLabel;
class IconLabel;
class MessageBar;

/// What Start runs: program, one argument a row with where it comes from, environment with secrets masked, Copy.
class CommandCard : public Card
{
    Q_OBJECT
public:
    explicit CommandCard(QWidget *parent = nullptr);
    void setLaunchSpec(const LaunchSpec &spec);

private:
    void addRow(const QString &text, const QString &origin, bool dim);
    void copy() const;

    LaunchSpec m_spec;
    MessageBar *m_blocked;
    ElidedLabel *m_program;
    ElidedLabel *m_reason;
    QTableWidget *m_table;
    MessageBar *m_note;
};

/// The command as one line for a terminal: arguments quoted for a POSIX shell, secrets left out.
QString shellLine(const LaunchSpec &spec);

} // namespace pilothouse
