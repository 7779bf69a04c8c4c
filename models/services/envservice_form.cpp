// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_form.h"

#include "models/deployment/trace/tracerules.h"
#include "models/env/dangerouskeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

Problem rejectedProblem(const QString &key, const RejectedEdit &edit)
{
    Problem problem;
    problem.id = QStringLiteral("value.unwritable");
    problem.key = key;
    if (edit.awaitsChoice) {
        problem.level = ProblemLevel::Warning;
        problem.message = QCoreApplication::translate(
            "EnvService", "No way of writing this gives the readers of .env the same value; Save shows what each would get.");
        return problem;
    }
    problem.message = QStringList({ edit.error.message, edit.error.cause, edit.error.fix }).join(u' ').simplified();
    return problem;
}

/// The consequence is told beside the field before Save asks.
Problem dangerProblem(const FormRow &row, const QString &consequence)
{
    Problem problem;
    problem.id = QStringLiteral("key.dangerous");
    problem.level = ProblemLevel::Warning;
    problem.key = row.spec.key;
    problem.line = row.line;
    problem.message = consequence;
    return problem;
}

} // namespace

void EnvForm::rebuild(const EnvFormInput &input)
{
    state = FormState();
    const auto rows = std::make_shared<EnvRows>(input, m_trace);
    state.problems = checkVariables(input.current, input.schema);
    if (input.file.exists || !input.current.bytes().isEmpty())
        state.problems += checkFile(input.current, EnvFileFacts{ input.file.exists ? input.file.mode : 0600u, input.file.links });
    state.problems = withTraceProblems(state.problems, m_trace.problems);
    for (auto edit = input.rejected.constBegin(); edit != input.rejected.constEnd(); ++edit)
        state.problems << rejectedProblem(edit.key(), edit.value());
    addDangers(input, *rows);
    rows->setProblems(state.problems);
    state.rows = FormRows(rows);
    const bool dirty = !(input.current == input.saved);
    state.changedCount = int(rows->changed().size());
    if (dirty && state.changedCount == 0)
        state.changedCount = 1; // lines changed, values did not: duplicates removed, a comment
    state.path = input.file.path;
    state.fileExists = input.file.exists;
    state.savedAt = input.file.modified;
    state.owner = input.owner;
    state.canUndo = input.canUndo;
    state.canRedo = input.canRedo;
    state.crlf = input.current.bytes().contains("\r\n");
    state.validUtf8 = input.current.bytes().isValidUtf8();
    showText(input);
    block(input, dirty);
}

void EnvForm::addDangers(const EnvFormInput &input, const EnvRows &rows)
{
    for (const qint32 index : rows.changed()) {
        const FormRow row = rows.row(index);
        const std::optional<QString> danger = row.present ? dangerOf(row.spec.key, row.value, input.language) : std::nullopt;
        if (danger) {
            state.problems << dangerProblem(row, *danger);
            state.dangers << QCoreApplication::translate("EnvService", "%1: %2").arg(row.spec.key, *danger);
        }
    }
}

void EnvForm::showText(const EnvFormInput &input)
{
    state.text = input.text.text();
    state.secretRuns = input.text.runs();
    state.textCursor = input.textCursor;
}

bool EnvForm::setTrace(const EnvTrace &trace)
{
    if (m_trace == trace)
        return false;
    m_trace = trace;
    return true;
}

void EnvForm::block(const EnvFormInput &input, bool dirty)
{
    state.readOnlyReason = input.file.readOnlyReason;
    state.readOnly = !state.readOnlyReason.isEmpty();
    const auto error = std::find_if(state.problems.constBegin(), state.problems.constEnd(),
        [](const Problem &problem) { return problem.level == ProblemLevel::Error; });
    state.saveBlockedBy.clear();
    if (state.readOnly)
        state.saveBlockedBy = state.readOnlyReason;
    else if (error != state.problems.constEnd())
        state.saveBlockedBy = error->message;
    else if (!dirty && state.changedCount == 0)
        state.saveBlockedBy = QCoreApplication::translate("EnvService", "There are no unsaved changes.");
    state.canSave = state.saveBlockedBy.isEmpty();
}

} // namespace pilothouse
