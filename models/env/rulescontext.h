// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/rules.h"

namespace pilothouse {

/// What the rule functions of this room share: look-ups, and the list they add to.
struct RulesContext
{
    const EnvDocument &document;
    const VariableSchema &schema;
    QList<Problem> problems;

    std::optional<QString> text(QStringView key) const { return document.value(key); } ///< none when absent
    QString inForce(QStringView key) const { return text(key).value_or(schema.defaultValue(key)); }
    bool isEmptyHere(QStringView key) const; ///< present without a value
    bool isReference(QStringView key) const; ///< holds ${…}: only its readers know the value

    Problem &add(const QString &id, ProblemLevel level, const QString &key, const QString &message);
};

ProblemFix setFix(const QString &label, const QString &key, const QString &value);
ProblemFix useFix(const QString &key, const QString &value); ///< labelled "Use <value>"
ProblemFix removeFix(const QString &key);

void checkValues(RulesContext &context); ///< range.*, type.*, bool.not-true, value.empty-number, tokens.exceed-context
void checkModels(RulesContext &context); ///< mode.*, model.*, vllm-model.fallback
void checkUrl(RulesContext &context); ///< url.*

} // namespace pilothouse
