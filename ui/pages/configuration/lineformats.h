// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/problem.h"

#include <QPalette>
#include <QTextLayout>

#include <optional>

namespace pilothouse {

/// What the form knows about one line of the text.
struct LineMark
{
    bool changed = false;
    bool unused = false; ///< faded: the key has no effect in this mode
    std::optional<ProblemLevel> wave;
    QString message; ///< of the most severe finding, plain text
    bool operator==(const LineMark &) const = default;
};

/// Colours of key, value and comment in one line; a wave under wrong values.
QList<QTextLayout::FormatRange> lineFormats(const QString &text, const LineMark &mark, const QPalette &palette);

} // namespace pilothouse
