// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/rulescontext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace pilothouse {

namespace {

/// As Python's int() or float() reads it; none when it would raise ValueError (or give inf or nan).
std::optional<double> pythonNumber(QString text, bool integer)
{
    static const QRegularExpression whole(QStringLiteral("^[+-]?[0-9]+(?:_[0-9]+)*$"));
    static const QRegularExpression real(QStringLiteral(
        "^[+-]?(?:[0-9]+(?:_[0-9]+)*(?:\\.(?:[0-9]+(?:_[0-9]+)*)?)?|\\.[0-9]+(?:_[0-9]+)*)(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?$"));
    text = text.trimmed();
    if (!text.contains(integer ? whole : real))
        return std::nullopt;
    bool ok = false;
    const double number = text.remove(u'_').toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString shown(double number)
{
    return QString::number(number, 'g', 10);
}

QString rangeMessage(const VariableSpec &spec, const QString &value)
{
    const QString label = spec.label;
    if (spec.maximum && spec.minimumExclusive) {
        return QCoreApplication::translate("Rules", "%1 must be above %2 and at most %3; it is %4.")
            .arg(label, shown(*spec.minimum), shown(*spec.maximum), value);
    }
    if (spec.maximum) {
        return QCoreApplication::translate("Rules", "%1 must be between %2 and %3; it is %4.")
            .arg(label, shown(spec.minimum.value_or(0)), shown(*spec.maximum), value);
    }
    if (spec.minimumExclusive)
        return QCoreApplication::translate("Rules", "%1 must be above %2; it is %3.").arg(label, shown(*spec.minimum), value);
    return QCoreApplication::translate("Rules", "%1 must be at least %2; it is %3.")
        .arg(label, shown(spec.minimum.value_or(0)), value);
}

void offerDefault(Problem &problem, const VariableSpec &spec)
{
    if (!spec.defaultValue.isEmpty())
        problem.fixes << useFix(spec.key, spec.defaultValue);
    else
        problem.fixes << removeFix(spec.key);
}

void checkNumber(RulesContext &context, const VariableSpec &spec, const QString &value)
{
    const bool integer = spec.type == VariableType::Integer;
    if (value.trimmed().isEmpty()) {
        Problem &problem = context.add(QStringLiteral("value.empty-number"), ProblemLevel::Error, spec.key,
            QCoreApplication::translate("Rules", "%1 is empty; the backend stops at start when a number is empty.")
                .arg(spec.label));
        if (!spec.defaultValue.isEmpty())
            problem.fixes << useFix(spec.key, spec.defaultValue);
        problem.fixes << removeFix(spec.key);
        return;
    }
    const std::optional<double> number = pythonNumber(value, integer);
    if (!number) {
        const QString message = integer
            ? QCoreApplication::translate("Rules", "%1 must be a whole number; it is “%2”.").arg(spec.label, value)
            : QCoreApplication::translate("Rules", "%1 must be a number such as 0.5; it is “%2”.").arg(spec.label, value);
        offerDefault(context.add(QStringLiteral("type.") + spec.key, ProblemLevel::Error, spec.key, message), spec);
        return;
    }
    const bool low = spec.minimum && (spec.minimumExclusive ? *number <= *spec.minimum : *number < *spec.minimum);
    const bool high = spec.maximum && *number > *spec.maximum;
    if (!low && !high)
        return;
    Problem &problem
        = context.add(QStringLiteral("range.") + spec.key, ProblemLevel::Error, spec.key, rangeMessage(spec, value.trimmed()));
    if (high)
        problem.fixes << useFix(spec.key, shown(*spec.maximum));
    else if (!spec.minimumExclusive)
        problem.fixes << useFix(spec.key, shown(*spec.minimum));
    else
        offerDefault(problem, spec);
}

void checkBoolean(RulesContext &context, const VariableSpec &spec, const QString &value)
{
    static const QStringList yes{ QStringLiteral("true"), QStringLiteral("1"), QStringLiteral("yes"), QStringLiteral("on"),
        QStringLiteral("y"), QStringLiteral("t"), QStringLiteral("enabled") };
    static const QStringList no{ QStringLiteral("false"), QStringLiteral("0"), QStringLiteral("no"), QStringLiteral("off"),
        QStringLiteral("n"), QStringLiteral("f"), QStringLiteral("disabled"), QString() };
    const QString folded = value.toLower();
    if (folded == QLatin1String("true") || no.contains(folded.trimmed()))
        return;
    if (yes.contains(folded.trimmed())) {
        Problem &problem = context.add(QStringLiteral("bool.not-true"), ProblemLevel::Warning, spec.key,
            QCoreApplication::translate("Rules", "%1 is “%2”, which is read as false; only the text true turns it on.")
                .arg(spec.label, value));
        problem.fixes << setFix(QCoreApplication::translate("Rules", "Set true"), spec.key, QStringLiteral("true"));
        return;
    }
    Problem &problem = context.add(QStringLiteral("type.") + spec.key, ProblemLevel::Error, spec.key,
        QCoreApplication::translate("Rules", "%1 must be true or false; it is “%2”.").arg(spec.label, value));
    problem.fixes << useFix(spec.key, QStringLiteral("true")) << useFix(spec.key, QStringLiteral("false"));
}

void checkTokens(RulesContext &context)
{
    const QString limit = QStringLiteral("LLM_MAX_TOKENS");
    const QString length = QStringLiteral("VLLM_MAX_MODEL_LEN");
    const std::optional<double> tokens = pythonNumber(context.inForce(limit), true);
    const std::optional<double> room = pythonNumber(context.inForce(length), true);
    if (!tokens || !room || *room <= 0 || *tokens < *room || context.isReference(limit) || context.isReference(length))
        return;
    context.add(QStringLiteral("tokens.exceed-context"), ProblemLevel::Warning, limit,
        QCoreApplication::translate("Rules", "An answer of %1 tokens leaves no room for the prompt in a context of %2.")
            .arg(shown(*tokens), shown(*room)));
}

} // namespace

void checkValues(RulesContext &context)
{
    for (const VariableSpec &spec : context.schema.variables()) {
        const std::optional<QString> value = context.text(spec.key);
        if (!value || context.isReference(spec.key))
            continue;
        if (spec.type == VariableType::Integer || spec.type == VariableType::Number)
            checkNumber(context, spec, *value);
        else if (spec.type == VariableType::Boolean)
            checkBoolean(context, spec, *value);
    }
    checkTokens(context);
}

} // namespace pilothouse
