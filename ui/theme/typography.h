// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>

namespace pilothouse {

/// Uses of type (visual.md §4); sizes derive from the application font so that a user's larger font scales everything.
enum class TypeRole {
    Figure,
    WindowTitle,
    PageTitle,
    CardTitle,
    Body,
    BodyStrong,
    Secondary,
    SecondaryStrong,
    Caption,
    Mono,
    MonoCaption
};

QFont typeFont(TypeRole role);

} // namespace pilothouse
