// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/rules.h"

#include "models/env/envwriter.h"
#include "models/env/rulescontext.h"

#include <QCoreApplication>

namespace pilothouse {

bool RulesContext::isEmptyHere(QStringView key) const
{
    const std::optional<QString> value = text(key);
    return value && value->trimmed().isEmpty();
}

bool RulesContext::isReference(QStringView key) const
{
    const EnvEntry *entry = document.find(key);
    return entry && entry->quote != EnvQuote::Single && EnvWriter::hasReference(document.rawValueOf(*entry).toByteArray());
}

Problem &RulesContext::add(const QString &id, ProblemLevel level, const QString &key, const QString &message)
{
    Problem problem;
    problem.id = id;
    problem.level = level;
    problem.key = key;
    problem.line = document.line(key);
    problem.message = message;
    problems << problem;
    return problems.last();
}

ProblemFix setFix(const QString &label, const QString &key, const QString &value)
{
    ProblemFix fix;
    fix.label = label;
    fix.setValues << qMakePair(key, value);
    return fix;
}

ProblemFix useFix(const QString &key, const QString &value)
{
    return setFix(QCoreApplication::translate("Rules", "Use %1").arg(value), key, value);
}

ProblemFix removeFix(const QString &key)
{
    ProblemFix fix;
    fix.label = QCoreApplication::translate("Rules", "Remove the line");
    fix.unsetKeys << key;
    return fix;
}

QList<Problem> checkVariables(const EnvDocument &document, const VariableSchema &schema)
{
    RulesContext context{ document, schema, {} };
    checkModels(context);
    checkUrl(context);
    checkValues(context);
    return context.problems;
}

QList<Problem> checkEnv(
    const EnvDocument &document, const VariableSchema &schema, const EnvFileFacts &facts, const EnvConsumers &consumers)
{
    return checkVariables(document, schema) + checkFile(document, facts) + checkDialects(document, consumers);
}

LlmMode modeOf(const EnvDocument &document, const VariableSchema &schema)
{
    return llmModeFromText(document.value(u"LLM_MODE").value_or(schema.defaultValue(u"LLM_MODE")));
}

} // namespace pilothouse
