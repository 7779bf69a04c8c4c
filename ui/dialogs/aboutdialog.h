// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/dialogs/dialogframe.h"

namespace pilothouse {

/// Version, licence and libraries. Opens nothing by itself.
class AboutDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace pilothouse
