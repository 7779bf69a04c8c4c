// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/problem.h"
#include "models/domain/variablespec.h"

#include <QStringList>

#include <optional>

namespace pilothouse {

/// Where a value arrives, for the marker beside its field.
struct TraceMark
{
    enum class Verdict { Applies, Shadowed, Unused, Dead };
    Verdict verdict = Verdict::Applies;
    QString sentence; ///< "shadowed by docker-compose.yml", in the interface language
    QString place; ///< "docker-compose.yml:14", or why there is none; may be empty
    QStringList path{}; ///< every reader, "docker-compose.yml:14 → LLM_TIMEOUT of backend"; no values
    bool operator==(const TraceMark &) const = default;
};

/// One row of the Configuration form.
struct FormRow
{
    VariableSpec spec; ///< for an unknown key only spec.key is set and spec.group is "other"
    bool known = true;
    bool present = false; ///< the key is set in the document
    bool secret = false; ///< name or shape of a secret: masked
    bool usedInMode = true; ///< false: greyed, value kept
    bool changed = false; ///< differs from the file
    int line = 0; ///< 1-based, 0 when absent
    QString value; ///< in the document; "" when absent
    QString savedValue; ///< in the file
    bool savedPresent = false;
    QList<Problem> problems;
    int commentedLine = 0; ///< 1-based line of "# KEY=value" while the key is absent; 0 when there is none
    QString commentedValue; ///< as written there
    QString emptyText; ///< what counts while the key is absent, when that is not its default
    std::optional<TraceMark> trace; ///< not known without a look at the deployment
    bool operator==(const FormRow &) const = default;
};

} // namespace pilothouse
