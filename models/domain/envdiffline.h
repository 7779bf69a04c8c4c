// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QMetaType>
#include <QString>

namespace pilothouse {

/// One changed line of a file, for display: secrets are masked, line ends removed. A line that was only added has oldLine 0,
/// one that was only removed has newLine 0.
struct EnvDiffLine
{
    int oldLine = 0; ///< 1-based
    int newLine = 0; ///< 1-based
    QString oldText;
    QString newText;
    QString oldKey = {}; ///< whose value the old line holds; empty for a comment or a blank line
    QString newKey = {};
    bool operator==(const EnvDiffLine &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::EnvDiffLine)
