// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace pilothouse {

/// Looks a variable up; a null QByteArray means that it is not set.
using ComposeLookup = std::function<QByteArray(QByteArrayView name)>;

/// $NAME, ${NAME}, ${NAME:-x} and its kin, $$ as Compose replaces them (compose-go, template). Names are letters, digits
/// and "_"; U+017F and U+212A count as letters, as they do there. A reference with an operator reaches to the last "}" of
/// its line, then the matching brace is looked for. Nested defaults are replaced even when they are not used.
/// On a problem: nothing, and the reason in `problem`.
std::optional<QByteArray> composeSubstitute(QByteArrayView text, const ComposeLookup &lookup, QString &problem, int depth = 0);

} // namespace pilothouse
