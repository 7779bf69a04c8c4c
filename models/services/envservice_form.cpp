// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_form.h"

#include "models/env/secretkeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

VariableSpec otherSpec(const QString &key)
{
    VariableSpec spec;
    spec.key = key;
    spec.group = QStringLiteral("other");
    return spec;
}

Problem rejectedProblem(const QString &key, const RejectedEdit &edit)
{
    Problem problem;
    problem.id = QStringLiteral("value.unwritable");
    problem.key = key;
    problem.message = QStringList({ edit.error.message, edit.error.cause, edit.error.fix }).join(u' ').simplified();
    return problem;
}

} // namespace

void EnvForm::fillRow(const EnvFormInput &input, FormRow &row, const EnvEntry *now, const EnvEntry *before) const
{
    row.present = now != nullptr;
    row.value = now ? QString::fromUtf8(input.current.valueOf(*now)) : QString();
    row.line = now ? now->line : 0;
    row.savedPresent = before != nullptr;
    row.savedValue = before ? QString::fromUtf8(input.saved.valueOf(*before)) : QString();
    const auto rejected = input.rejected.constFind(row.spec.key);
    if (rejected != input.rejected.constEnd())
        row.value = rejected->value;
    row.changed = row.present != row.savedPresent || row.value != row.savedValue;
    row.secret = isSecretName(row.spec.key) || isSecretValue(row.value) || isSecretValue(row.savedValue);
}

void EnvForm::rebuild(const EnvFormInput &input)
{
    state = FormState();
    m_fileProblems = input.file.exists || !input.current.bytes().isEmpty()
        ? checkFile(input.current, EnvFileFacts{ input.file.exists ? input.file.mode : 0600u, input.file.links })
        : QList<Problem>();
    const auto now = input.current.index();
    const auto before = input.saved.index();
    const auto add = [&](const VariableSpec &spec, bool known) {
        FormRow row;
        row.spec = spec;
        row.known = known;
        const QByteArray key = spec.key.toUtf8();
        fillRow(input, row, now.value(key), before.value(key));
        state.rows << row;
    };
    for (const VariableSpec &spec : input.schema.variables())
        add(spec, true);
    for (const EnvEntry &entry : input.current.entries()) {
        const QString key = QString::fromUtf8(input.current.keyOf(entry));
        if (entry.assigned && now.value(input.current.keyOf(entry)) == &entry && !input.schema.find(key))
            add(otherSpec(key), false);
    }
    for (const QString &key : input.saved.keys()) {
        if (!now.contains(key.toUtf8()) && !input.schema.find(key))
            add(otherSpec(key), false); // removed, not saved yet
    }
    for (const QString &key : input.rejected.keys()) {
        if (!now.contains(key.toUtf8()) && !before.contains(key.toUtf8()) && !input.schema.find(key))
            add(otherSpec(key), false);
    }
    finish(input);
}

void EnvForm::update(const EnvFormInput &input, const QString &key)
{
    const auto row
        = std::find_if(state.rows.begin(), state.rows.end(), [&](const FormRow &each) { return each.spec.key == key; });
    if (row == state.rows.end()) {
        rebuild(input);
        return;
    }
    fillRow(input, *row, input.current.find(key), input.saved.find(key));
    finish(input);
}

void EnvForm::finish(const EnvFormInput &input)
{
    state.problems = checkVariables(input.current, input.schema) + m_fileProblems;
    for (auto edit = input.rejected.constBegin(); edit != input.rejected.constEnd(); ++edit)
        state.problems << rejectedProblem(edit.key(), edit.value());
    QHash<QString, QList<Problem>> byKey;
    for (const Problem &problem : std::as_const(state.problems))
        byKey[problem.key] << problem;
    const LlmMode mode = modeOf(input.current, input.schema);
    state.changedCount = 0;
    for (FormRow &row : state.rows) {
        const QList<Problem> problems = byKey.value(row.spec.key);
        if (row.problems != problems)
            row.problems = problems;
        row.usedInMode = !row.known || VariableSchema::isUsed(row.spec, mode);
        state.changedCount += row.changed ? 1 : 0;
    }
    const bool dirty = !(input.current == input.saved);
    if (dirty && state.changedCount == 0)
        state.changedCount = 1; // lines changed, values did not: duplicates removed
    state.path = input.file.path;
    state.fileExists = input.file.exists;
    state.readOnlyReason = input.file.readOnlyReason;
    state.readOnly = !state.readOnlyReason.isEmpty();
    state.savedAt = input.file.modified;
    state.text = maskedText(input.current);
    state.canUndo = input.canUndo;
    const auto error = std::find_if(state.problems.constBegin(), state.problems.constEnd(),
        [](const Problem &problem) { return problem.level == ProblemLevel::Error; });
    state.saveBlockedBy.clear();
    if (state.readOnly)
        state.saveBlockedBy = state.readOnlyReason;
    else if (error != state.problems.constEnd())
        state.saveBlockedBy = error->message;
    else if (!dirty)
        state.saveBlockedBy = QCoreApplication::translate("EnvService", "There are no unsaved changes.");
    state.canSave = state.saveBlockedBy.isEmpty();
}

} // namespace pilothouse
