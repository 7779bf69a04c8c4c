// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

#include <optional>

namespace pilothouse {

/// A key that the unsaved edits and another program changed to different values. No value: the key is not set there.
/// Values are plain, secrets included: mask them where `secret` is set.
struct EnvConflict
{
    QString key;
    std::optional<QString> base; ///< in the file that the edits build on
    std::optional<QString> mine; ///< edited, not saved
    std::optional<QString> theirs; ///< in the file now
    bool secret = false; ///< by the key's name or the shape of a value
    bool operator==(const EnvConflict &) const = default;
};

enum class ConflictChoice { Mine, Theirs };

using ConflictChoices = QMap<QString, ConflictChoice>; ///< by key

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::EnvConflict)
