// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>

class QWidget;

namespace pilothouse {

/// F6: moves the keyboard focus to the first control of the next area (previous with step -1), skipping areas that have none.
void focusNextArea(const QList<QWidget *> &areas, int step);
/// First control of the area that takes the focus by Tab; nullptr when there is none.
QWidget *firstFocusable(QWidget *area);

} // namespace pilothouse
