// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

class QAbstractButton;
class QLabel;
class QPushButton;
class QWidget;

namespace pilothouse {

/// At most one Primary on a page. Danger has a red border and text. Link looks like text.
enum class ButtonKind { Default, Primary, Quiet, Danger, Link };

/// The button's look; painted by the proxy style from a dynamic property.
void setButtonKind(QAbstractButton *button, ButtonKind kind);
QPushButton *makeButton(
    const QString &text, const QString &iconName = {}, ButtonKind kind = ButtonKind::Default, QWidget *parent = nullptr);
/// A plain-text label in a type role and tone that follows theme changes.
QLabel *makeLabel(const QString &text, TypeRole role = TypeRole::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);
void setLabelTone(QLabel *label, Tone tone);

/// Line edits, spin boxes and combo boxes draw their border by this: normal, red 1.5 px, amber 1.5 px.
enum class FieldState { Normal, Warning, Error };
void setFieldState(QWidget *field, FieldState state);

} // namespace pilothouse
