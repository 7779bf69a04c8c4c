// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/preferences.h"

#include <QPalette>

class QApplication;

namespace pilothouse {

/// Sets style (Fusion below our proxy style) and palette; callable again at any time to switch.
/// System: dark when the desktop's own palette or colour scheme is dark.
void applyTheme(QApplication &application, ThemeChoice choice);
QPalette themePalette(bool dark);

} // namespace pilothouse
