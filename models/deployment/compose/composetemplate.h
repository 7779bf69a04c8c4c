// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/result.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace pilothouse {

/// One $NAME or ${NAME…} of a compose file and what became of it.
struct VariableUse
{
    QString name;
    int line = 0; ///< 1-based line of the file; filled in by the loader
    bool decides = true; ///< false: in a default or message that is not used
    qsizetype start = 0; ///< where the text it led to stands in the result
    qsizetype length = 0;
    bool operator==(const VariableUse &) const = default;
};

/// A text with its variables put in.
struct TemplateText
{
    QString text;
    QList<VariableUse> uses; ///< in the order in which they are written
};

using VariableLookup = std::function<std::optional<QString>(const QString &)>;

/// Compose's interpolation: $VAR ${VAR} ${VAR:-d} ${VAR-d} ${VAR:?e} ${VAR?e} ${VAR:+r} ${VAR+r}, nested, $$ for "$".
/// A variable that is not set is empty. Rules of compose-go 2.9 (template/template.go): a nested default is evaluated even
/// when it is not needed, a braced expression ends on its own line. Names are letters, digits and "_" in any case.
/// Errors: "compose.template" (not a valid expression), "compose.required" (${VAR:?e} without a value), "compose.depth",
/// "compose.size".
Result<TemplateText> substituteTemplate(const QString &text, const VariableLookup &lookup);

} // namespace pilothouse
