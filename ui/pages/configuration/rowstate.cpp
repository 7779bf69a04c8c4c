// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/configuration/rowstate.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("RowState", text);
}

QString limit(double number)
{
    return QString::number(number, 'g', 12);
}

QString outsideText(const VariableSpec &spec)
{
    if (spec.minimum && spec.maximum && spec.minimumExclusive)
        return say(QT_TRANSLATE_NOOP("RowState", "more than %1, at most %2")).arg(limit(*spec.minimum), limit(*spec.maximum));
    if (spec.minimum && spec.maximum)
        return say(QT_TRANSLATE_NOOP("RowState", "between %1 and %2")).arg(limit(*spec.minimum), limit(*spec.maximum));
    if (spec.minimum && spec.minimumExclusive)
        return say(QT_TRANSLATE_NOOP("RowState", "more than %1")).arg(limit(*spec.minimum));
    if (spec.minimum)
        return say(QT_TRANSLATE_NOOP("RowState", "at least %1")).arg(limit(*spec.minimum));
    if (spec.maximum)
        return say(QT_TRANSLATE_NOOP("RowState", "at most %1")).arg(limit(*spec.maximum));
    return {};
}

QString typeWords(const VariableSpec &spec)
{
    switch (spec.type) {
    case VariableType::Integer:
        return say(QT_TRANSLATE_NOOP("RowState", "not a whole number"));
    case VariableType::Number:
        return say(QT_TRANSLATE_NOOP("RowState", "not a number"));
    case VariableType::Boolean:
        return say(QT_TRANSLATE_NOOP("RowState", "neither true nor false"));
    case VariableType::Url:
        return say(QT_TRANSLATE_NOOP("RowState", "not an address"));
    case VariableType::Text:
    case VariableType::Choice:
    case VariableType::Model:
        break;
    }
    return {};
}

/// Few words for the rules of the specification that say all there is to say; empty for the others.
QString shortWords(const Problem &problem, const VariableSpec &spec)
{
    static const QList<QPair<const char *, const char *>> words{
        { "mode.unknown", QT_TRANSLATE_NOOP("RowState", "not a known mode") },
        { "model.required", QT_TRANSLATE_NOOP("RowState", "required") },
        { "url.required", QT_TRANSLATE_NOOP("RowState", "required") },
        { "url.invalid", QT_TRANSLATE_NOOP("RowState", "not an http(s) address") },
        { "value.empty-number", QT_TRANSLATE_NOOP("RowState", "empty, the backend would not start") },
        { "bool.not-true", QT_TRANSLATE_NOOP("RowState", "read as false") },
    };
    if (problem.id.startsWith(QLatin1String("range.")))
        return outsideText(spec);
    if (problem.id.startsWith(QLatin1String("type.")))
        return typeWords(spec);
    const auto found = std::find_if(
        words.begin(), words.end(), [&problem](const auto &entry) { return problem.id == QLatin1String(entry.first); });
    return found == words.end() ? QString() : say(found->second);
}

QString levelWords(ProblemLevel level)
{
    switch (level) {
    case ProblemLevel::Error:
        return say(QT_TRANSLATE_NOOP("RowState", "must be changed"));
    case ProblemLevel::Warning:
        return say(QT_TRANSLATE_NOOP("RowState", "warning"));
    case ProblemLevel::Info:
        break;
    }
    return say(QT_TRANSLATE_NOOP("RowState", "note"));
}

RowState problemState(const FormRow &row, const Problem &problem)
{
    RowState state;
    const QString words = shortWords(problem, row.spec);
    state.words = words.isEmpty() ? levelWords(problem.level) : words;
    if (!problem.fixes.isEmpty() || words.isEmpty())
        state.bar = problem;
    switch (problem.level) {
    case ProblemLevel::Error:
        state.icon = QStringLiteral("error");
        state.tone = Tone::Error;
        break;
    case ProblemLevel::Warning:
        state.icon = QStringLiteral("warn");
        state.tone = Tone::Warn;
        break;
    case ProblemLevel::Info:
        state.icon = QStringLiteral("info");
        state.tone = Tone::Info;
        break;
    }
    return state;
}

QString wasText(const FormRow &row)
{
    if (!row.savedPresent)
        return say(QT_TRANSLATE_NOOP("RowState", "new in the file"));
    if (row.secret)
        return say(QT_TRANSLATE_NOOP("RowState", "was another value"));
    if (row.savedValue.isEmpty())
        return say(QT_TRANSLATE_NOOP("RowState", "was empty"));
    return say(QT_TRANSLATE_NOOP("RowState", "was %1")).arg(row.savedValue);
}

RowState traceState(const TraceMark &trace)
{
    switch (trace.verdict) {
    case TraceMark::Verdict::Applies:
        return { QStringLiteral("ok"), Tone::Ok, say(QT_TRANSLATE_NOOP("RowState", "applies")), {}, {} };
    case TraceMark::Verdict::Shadowed:
        return { QStringLiteral("eye"), Tone::Info, say(QT_TRANSLATE_NOOP("RowState", "shadowed")), {}, {} };
    case TraceMark::Verdict::Unused:
        return { QStringLiteral("close"), Tone::Text3, say(QT_TRANSLATE_NOOP("RowState", "unused")), {}, {} };
    case TraceMark::Verdict::Dead:
        break;
    }
    return { QStringLiteral("fail"), Tone::Text3, say(QT_TRANSLATE_NOOP("RowState", "dead")), {}, {} };
}

/// Where a value goes is worth more than what is in use, unless what is in use differs.
RowState tracedState(const FormRow &row, RowState state)
{
    if (!row.trace || row.changed || !row.present || state.tone == Tone::Warn)
        return state;
    RowState traced = traceState(*row.trace);
    if (!row.trace->sentence.isEmpty())
        traced.words = row.trace->sentence;
    traced.help = row.trace->place;
    return traced;
}

RowState quietState(const FormRow &row, const std::optional<QString> &runningValue)
{
    if (row.changed && !row.present)
        return { QStringLiteral("trash"), Tone::Accent, say(QT_TRANSLATE_NOOP("RowState", "removed when you save")), {}, {} };
    if (row.changed)
        return { QStringLiteral("edit"), Tone::Accent, say(QT_TRANSLATE_NOOP("RowState", "not saved")), {}, {} };
    if (!row.present && row.commentedLine > 0)
        return { QStringLiteral("close"), Tone::Text3, say(QT_TRANSLATE_NOOP("RowState", "commented out")), {}, {} };
    if (!row.present) {
        const QString words = row.spec.defaultValue.isEmpty()
            ? say(QT_TRANSLATE_NOOP("RowState", "not set"))
            : say(QT_TRANSLATE_NOOP("RowState", "not set, %1 applies")).arg(row.spec.defaultValue);
        return { QStringLiteral("file"), Tone::Text3, words, {}, {} };
    }
    if (runningValue && *runningValue == row.savedValue)
        return { QStringLiteral("ok"), Tone::Ok, say(QT_TRANSLATE_NOOP("RowState", "applies")), {}, {} };
    if (runningValue) {
        const QString words = row.secret ? say(QT_TRANSLATE_NOOP("RowState", "not applied"))
                                         : say(QT_TRANSLATE_NOOP("RowState", "not applied: runs %1")).arg(*runningValue);
        return { QStringLiteral("not-equal"), Tone::Warn, words, {}, {} };
    }
    return { QStringLiteral("ok"), Tone::Ok, say(QT_TRANSLATE_NOOP("RowState", "saved")), {}, {} };
}

} // namespace

RowState rowState(const FormRow &row, const std::optional<QString> &runningValue, const QString &modeWord)
{
    const std::optional<Problem> problem = worstProblem(row.problems);
    RowState state;
    if (problem && (row.usedInMode || problem->level != ProblemLevel::Info))
        state = problemState(row, *problem);
    else if (!row.usedInMode)
        state = { QStringLiteral("close"), Tone::Text3, say(QT_TRANSLATE_NOOP("RowState", "not used in %1 mode")).arg(modeWord),
            {}, {} };
    else
        state = tracedState(row, quietState(row, runningValue));
    if (state.help.isEmpty())
        state.help = row.changed ? wasText(row) : row.spec.help;
    return state;
}

std::optional<Problem> worstProblem(const QList<Problem> &problems)
{
    if (problems.isEmpty())
        return std::nullopt;
    return *std::max_element(
        problems.begin(), problems.end(), [](const Problem &l, const Problem &r) { return l.level < r.level; });
}

QString rangeText(const VariableSpec &spec)
{
    const QString limits = outsideText(spec);
    switch (spec.type) {
    case VariableType::Integer:
        return limits.isEmpty() ? say(QT_TRANSLATE_NOOP("RowState", "whole number"))
                                : say(QT_TRANSLATE_NOOP("RowState", "whole number, %1")).arg(limits);
    case VariableType::Number:
        return limits.isEmpty() ? say(QT_TRANSLATE_NOOP("RowState", "number")) : limits;
    case VariableType::Boolean:
        return say(QT_TRANSLATE_NOOP("RowState", "true or false"));
    case VariableType::Choice:
        return spec.choices.join(QStringLiteral(", "));
    case VariableType::Url:
        return say(QT_TRANSLATE_NOOP("RowState", "http(s) address"));
    case VariableType::Text:
    case VariableType::Model:
        break;
    }
    return {};
}

QString modeText(const QString &mode)
{
    if (mode == QLatin1String("ollama"))
        return QStringLiteral("Ollama");
    if (mode == QLatin1String("vllm"))
        return QStringLiteral("vLLM");
    return mode;
}

QString groupTitle(const QString &group)
{
    if (group == QLatin1String("provider"))
        return say(QT_TRANSLATE_NOOP("RowState", "Provider"));
    if (group == QLatin1String("model"))
        return say(QT_TRANSLATE_NOOP("RowState", "Model"));
    if (group == QLatin1String("request"))
        return say(QT_TRANSLATE_NOOP("RowState", "Request"));
    if (group == QLatin1String("vllm"))
        return say(QT_TRANSLATE_NOOP("RowState", "vLLM engine"));
    if (group == QLatin1String("other"))
        return say(QT_TRANSLATE_NOOP("RowState", "Other keys"));
    return group;
}

} // namespace pilothouse
