// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPalette>

class QApplication;

namespace pilothouse {

enum class ThemeChoice { System, Light, Dark };

/// Sets style (Fusion below our proxy style) and palette; callable again at any time to switch.
/// System: dark when the desktop's own palette or colour scheme is dark.
void applyTheme(QApplication &application, ThemeChoice choice);
QPalette themePalette(bool dark);

} // namespace pilothouse
