// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QPalette>

namespace pilothouse {

/// Meaning of a colour (visual.md §3). Green, amber and red mean state only; accent means "can be pressed" or "chosen".
enum class Tone {
    Window,
    Base,
    Alt,
    Nav,
    Sunken,
    Line,
    Line2,
    ButtonBorder,
    Button,
    Hover,
    NavHover,
    Track,
    Text,
    Text2,
    Text3,
    Disabled,
    Accent,
    AccentHover,
    OnAccent,
    AccentTint,
    AccentText,
    Ok,
    OkTint,
    Warn,
    WarnTint,
    WarnLine,
    Error,
    ErrorTint,
    Info,
    InfoTint,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
};

/// True when the palette is the dark theme. Colours follow the widget's palette, so a theme change needs only a repaint.
bool isDark(const QPalette &palette);
QColor toneColor(Tone tone, const QPalette &palette);

} // namespace pilothouse
