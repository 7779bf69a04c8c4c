// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogframe.h"

namespace pilothouse {

/// The keys of the window, read from its own actions, and what the pages are for in a few sentences. Opens nothing.
class HelpDialog : public DialogFrame
{
    Q_OBJECT
public:
    /// window: its QActions with shortcuts are listed.
    explicit HelpDialog(QWidget *window);

private:
    QWidget *makeText();
    QWidget *makeKeys(const QWidget *window);
};

} // namespace pilothouse
