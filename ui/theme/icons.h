// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/theme/tone.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

namespace pilothouse {

/// An icon of resources/icons by file name without ".svg". It is drawn in the palette's text colour of the moment
/// (disabled, selected and dark included), so it never has to be replaced when the theme changes.
QIcon themedIcon(const QString &name);
/// The same in one fixed tone, for state marks.
QIcon themedIcon(const QString &name, Tone tone);
/// For painters; cached by name, colour, size and device pixel ratio.
QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

} // namespace pilothouse
