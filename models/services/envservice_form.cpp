// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_form.h"

#include "models/deployment/trace/tracerules.h"
#include "models/env/dangerouskeys.h"
#include "models/env/envdocument_lines.h"
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

void EnvForm::fillRow(const EnvFormInput &input, FormRow &row, const EnvEntry *now, const EnvEntry *before) const
{
    row.present = now != nullptr;
    row.value = now ? QString::fromUtf8(input.current.valueOf(*now)) : QString();
    row.line = now ? now->line : 0;
    row.savedPresent = before != nullptr;
    row.savedValue = before ? QString::fromUtf8(input.saved.valueOf(*before)) : QString();
    if (row.savedValue == row.value)
        row.savedValue = row.value; // one string for both
    const auto rejected = input.rejected.constFind(row.spec.key);
    if (rejected != input.rejected.constEnd())
        row.value = rejected->value;
    row.changed = row.present != row.savedPresent || row.value != row.savedValue;
    row.secret = isSecretName(row.spec.key) || (now && input.secrets.hides(now->valueStart, now->valueEnd))
        || (row.changed && (isSecretValue(row.value) || isSecretValue(row.savedValue)));
}

void EnvForm::addRows(const EnvFormInput &input)
{
    const auto now = input.current.index();
    const auto before = input.saved.index();
    const auto add = [&](const VariableSpec &spec, bool known, const EnvEntry *present, const EnvEntry *old) {
        if (m_rowOf.contains(spec.key)) // names that differ only in bytes that are no text look the same: one row
            return;
        FormRow row;
        row.spec = spec;
        row.known = known;
        fillRow(input, row, present, old);
        m_rowOf.insert(spec.key, int(state.rows.size()));
        state.rows << row;
    };
    m_rowOf.reserve(now.size() + 20);
    state.rows.reserve(now.size() + 20);
    for (const VariableSpec &spec : input.schema.variables()) {
        const QByteArray key = spec.key.toUtf8();
        add(spec, true, now.value(key), before.value(key));
    }
    for (const EnvEntry &entry : input.current.entries()) {
        const QByteArrayView key = input.current.keyOf(entry);
        if (entry.assigned && now.value(key) == &entry)
            add(otherSpec(QString::fromUtf8(key)), false, &entry, before.value(key));
    }
    for (const EnvEntry &entry : input.saved.entries()) { // removed, not saved yet
        const QByteArrayView key = input.saved.keyOf(entry);
        if (entry.assigned && before.value(key) == &entry && !now.contains(key))
            add(otherSpec(QString::fromUtf8(key)), false, nullptr, &entry);
    }
    for (const QString &key : input.rejected.keys())
        add(otherSpec(key), false, nullptr, nullptr);
}

/// Keys that are only there as comments: known ones get the line, others a row of their own where they stand.
void EnvForm::addCommented(const EnvFormInput &input)
{
    QList<FormRow> added;
    QHash<QString, qsizetype> seen;
    for (const CommentedKey &key : commentedKeys(input.current)) {
        const auto text
            = [&](qint32 from, qint32 to) { return QString::fromUtf8(input.current.bytes().sliced(from, to - from)); };
        const QString name = text(key.keyStart, key.keyEnd);
        const auto at = m_rowOf.constFind(name);
        FormRow fresh;
        fresh.spec = otherSpec(name);
        fresh.known = false;
        FormRow *row = at != m_rowOf.constEnd() ? &state.rows[*at] : seen.contains(name) ? &added[seen.value(name)] : &fresh;
        if (row->present)
            continue;
        row->commentedLine = key.line; // the last one, as with keys that count
        row->commentedValue = text(key.valueStart, key.valueEnd);
        row->secret = row->secret || isSecretName(name) || input.secrets.hides(key.valueStart, key.valueEnd);
        if (row == &fresh) {
            seen.insert(name, added.size());
            added << fresh;
        }
    }
    if (added.isEmpty())
        return;
    for (const FormRow &row : std::as_const(added)) {
        const auto behind = std::find_if(state.rows.begin(), state.rows.end(),
            [&](const FormRow &each) { return !each.known && std::max(each.line, each.commentedLine) > row.commentedLine; });
        state.rows.insert(behind, row);
    }
    m_rowOf.clear();
    for (int i = 0; i < state.rows.size(); ++i)
        m_rowOf.insert(state.rows.at(i).spec.key, i);
}

void EnvForm::rebuild(const EnvFormInput &input)
{
    state = FormState();
    m_rowOf.clear();
    m_marked.clear();
    addRows(input);
    addCommented(input);
    markRows();
    check(input);
    finish(input);
}

void EnvForm::follow(const EnvFormInput &input)
{
    const ByteSplice splice = spliceBetween(m_document.bytes(), input.current.bytes());
    if (!followValues(input, splice)) {
        rebuild(input);
        return;
    }
    // Printable characters inside a line, without quotes, bring no new findings about the file.
    const QByteArrayView removed = QByteArrayView(m_document.bytes()).sliced(splice.from, splice.to - splice.from);
    const auto isQuiet
        = [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '\\' && c != '#' && c != '='; };
    if (!m_fileProblems.isEmpty() || !std::all_of(removed.begin(), removed.end(), isQuiet)
        || !std::all_of(splice.bytes.begin(), splice.bytes.end(), isQuiet))
        check(input);
    finish(input);
}

/// True when the edit left all keys where they were: only rows in its window have changed, and line numbers behind it.
bool EnvForm::followValues(const EnvFormInput &input, const ByteSplice &splice)
{
    const EntryWindow window = changedEntries(m_document, input.current, splice);
    const auto &old = m_document.entries();
    const auto &now = input.current.entries();
    if (window.beforeEnd != window.afterEnd || m_document.strangeLines().size() != input.current.strangeLines().size()
        || !commentedKeys(m_document, window.first, window.beforeEnd).empty()
        || !commentedKeys(input.current, window.first, window.afterEnd).empty() || !input.rejected.isEmpty())
        return false;
    for (size_t i = window.first; i < window.afterEnd; ++i) {
        if (old[i].assigned != now[i].assigned || m_document.keyOf(old[i]) != input.current.keyOf(now[i]))
            return false;
    }
    const auto removed = m_document.bytes().sliced(splice.from, splice.to - splice.from);
    if (const int lines = int(splice.bytes.count('\n')) - int(removed.count('\n')); lines != 0) {
        const int last = window.first == 0 ? 0 : now[window.first - 1].line;
        for (FormRow &row : state.rows) {
            row.line += row.line > last ? lines : 0;
            row.commentedLine += row.commentedLine > last ? lines : 0;
        }
    }
    for (size_t i = window.first; i < window.afterEnd; ++i) {
        const QString key = QString::fromUtf8(input.current.keyOf(now[i]));
        if (now[i].assigned && m_rowOf.contains(key))
            fillRow(input, state.rows[m_rowOf.value(key)], input.current.find(key), input.saved.find(key));
    }
    return true;
}

void EnvForm::check(const EnvFormInput &input)
{
    m_fileProblems = input.file.exists || !input.current.bytes().isEmpty()
        ? checkFile(input.current, EnvFileFacts{ input.file.exists ? input.file.mode : 0600u, input.file.links })
        : QList<Problem>();
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

void EnvForm::markRows()
{
    for (auto mark = m_trace.marks.constBegin(); mark != m_trace.marks.constEnd(); ++mark) {
        if (const int row = m_rowOf.value(mark.key(), -1); row >= 0)
            state.rows[row].trace = *mark;
    }
    for (auto text = m_trace.emptyTexts.constBegin(); text != m_trace.emptyTexts.constEnd(); ++text) {
        if (const int row = m_rowOf.value(text.key(), -1); row >= 0)
            state.rows[row].emptyText = *text;
    }
}

void EnvForm::finish(const EnvFormInput &input)
{
    m_document = input.current;
    state.problems = withTraceProblems(checkVariables(input.current, input.schema) + m_fileProblems, m_trace.problems);
    for (auto edit = input.rejected.constBegin(); edit != input.rejected.constEnd(); ++edit)
        state.problems << rejectedProblem(edit.key(), edit.value());
    state.changedCount = 0;
    state.dangers.clear();
    for (const FormRow &row : std::as_const(state.rows)) {
        if (!row.changed)
            continue;
        ++state.changedCount;
        const std::optional<QString> danger = row.present ? dangerOf(row.spec.key, row.value, input.language) : std::nullopt;
        if (danger) {
            state.problems << dangerProblem(row, *danger);
            state.dangers << QCoreApplication::translate("EnvService", "%1: %2").arg(row.spec.key, *danger);
        }
    }
    QHash<int, QList<Problem>> byRow;
    for (const Problem &problem : std::as_const(state.problems)) {
        const auto row = m_rowOf.constFind(problem.key);
        // The mark beside the field says already that nothing reads it.
        const bool said = problem.id == QLatin1String("key.unused") && m_trace.marks.contains(problem.key);
        if (row != m_rowOf.constEnd() && !said)
            byRow[*row] << problem;
    }
    for (const Problem &note : std::as_const(m_trace.notes)) {
        if (const int row = m_rowOf.value(note.key, -1); row >= 0 && state.rows.at(row).present)
            byRow[row] << note;
    }
    QSet<int> marked(byRow.keyBegin(), byRow.keyEnd());
    for (const int row : m_marked + marked) {
        if (state.rows.at(row).problems != byRow.value(row))
            state.rows[row].problems = byRow.value(row);
    }
    m_marked = std::move(marked);
    const LlmMode mode = modeOf(input.current, input.schema);
    for (const VariableSpec &spec : input.schema.variables()) {
        const int row = m_rowOf.value(spec.key);
        const bool used = VariableSchema::isUsed(spec, mode);
        if (state.rows.at(row).usedInMode != used)
            state.rows[row].usedInMode = used;
    }
    const bool dirty = !(input.current == input.saved);
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
