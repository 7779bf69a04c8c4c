// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/variablespec.h"

namespace pilothouse {

/// The known variables, read from resources/schema/variables.json (linked in as :/schema/variables.json). Immutable.
class VariableSchema
{
public:
    /// language: "ru" gives Russian labels and help, anything else English.
    static VariableSchema load(const QString &language);

    const QList<VariableSpec> &variables() const { return m_variables; } ///< in the order of the form
    const VariableSpec *find(QStringView key) const; ///< nullptr for an unknown key
    QString defaultValue(QStringView key) const; ///< "" when unknown or none

    static bool isUsed(const VariableSpec &spec, LlmMode mode); ///< an unknown mode uses everything

private:
    QList<VariableSpec> m_variables;
};

} // namespace pilothouse
