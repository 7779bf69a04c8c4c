// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_rows.h"

#include "models/env/secretkeys.h"
#include "models/services/envservice_form.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace pilothouse {

namespace {

/// The assignments that count: the last one of every key.
class Assignments
{
public:
    explicit Assignments(const EnvDocument &document) : m_document(document), m_counts(document.entries().size())
    {
        m_places.reserve(qsizetype(m_counts.size()));
        for (size_t i = m_counts.size(); i-- > 0;) {
            const EnvEntry &entry = document.entries()[i];
            if (!entry.assigned)
                continue;
            qint32 &place = m_places[document.keyOf(entry)]; // 0 when it is new
            m_counts[i] = place == 0;
            place = std::max(place, qint32(i) + 1);
        }
    }
    bool counts(size_t index) const { return m_counts[index]; }
    qint32 placeOf(QByteArrayView key) const { return m_places.value(key, 0) - 1; }
    /// Quick when the keys are asked for in the order of the file.
    qint32 nextPlaceOf(QByteArrayView key)
    {
        if (m_next < m_counts.size() && m_counts[m_next] && m_document.keyOf(m_document.entries()[m_next]) == key)
            return qint32(m_next++);
        const qint32 place = placeOf(key);
        m_next = place < 0 ? m_next : size_t(place) + 1;
        return place;
    }

private:
    const EnvDocument &m_document;
    std::vector<bool> m_counts;
    QHash<QByteArrayView, qint32> m_places; ///< index + 1
    size_t m_next = 0;
};

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

} // namespace

EnvRows::EnvRows(const EnvFormInput &input, const EnvTrace &trace)
    : m_specs(input.schema.variables()), m_current(input.current), m_saved(input.saved), m_secrets(input.secrets),
      m_rejected(input.rejected), m_trace(trace), m_mode(modeOf(input.current, input.schema)),
      m_commented(commentedKeys(input.current))
{
    addDocuments();
    addCommented();
    findChanges();
}

void EnvRows::addDocuments()
{
    const Assignments now(m_current);
    std::optional<Assignments> before; // none: the same as now
    if (!(m_current == m_saved))
        before.emplace(m_saved);
    const auto savedPlace = [&](QByteArrayView key, qint32 place) { return before ? before->nextPlaceOf(key) : place; };
    QSet<QByteArrayView> known;
    QSet<QString> strange; // names that differ only in bytes that are no text look the same: one row
    const auto isNew = [&](QByteArrayView key) {
        if (known.contains(key))
            return false;
        const QString name = isAscii(key) ? QString() : QString::fromUtf8(key);
        if (name.isEmpty())
            return true;
        const bool seen = strange.contains(name);
        strange.insert(name);
        return !seen;
    };
    const auto &entries = m_current.entries();
    m_slots.reserve(entries.size() + size_t(m_specs.size()));
    for (const VariableSpec &spec : std::as_const(m_specs))
        m_names << spec.key.toUtf8();
    for (qint32 i = 0; i < m_specs.size(); ++i) {
        known.insert(m_names.at(i));
        const qint32 place = now.placeOf(m_names.at(i));
        m_slots.push_back({ place, before ? before->placeOf(m_names.at(i)) : place, none, i });
    }
    std::vector<bool> kept(before ? m_saved.entries().size() : 0);
    for (size_t i = 0; i < entries.size(); ++i) {
        const QByteArrayView key = m_current.keyOf(entries[i]);
        if (!now.counts(i) || known.contains(key))
            continue;
        const qint32 place = savedPlace(key, qint32(i));
        if (place >= 0 && before)
            kept[size_t(place)] = true;
        if (isNew(key))
            m_slots.push_back({ qint32(i), place });
    }
    for (size_t i = 0; i < kept.size(); ++i) { // removed, not saved yet
        const QByteArrayView key = m_saved.keyOf(m_saved.entries()[i]);
        if (!kept[i] && before->counts(i) && isNew(key))
            m_slots.push_back({ none, qint32(i) });
    }
    for (auto edit = m_rejected.constBegin(); edit != m_rejected.constEnd(); ++edit) {
        const QByteArray key = edit.key().toUtf8();
        if (now.placeOf(key) >= 0 || (before && before->placeOf(key) >= 0) || known.contains(key) || strange.contains(edit.key()))
            continue;
        Slot slot;
        slot.name = qint32(m_names.size());
        m_names << key;
        m_slots.push_back(slot);
    }
}

/// Keys that are only there as comments: known ones get the line, others a row of their own where they stand.
void EnvRows::addCommented()
{
    if (m_commented.empty())
        return;
    QHash<QByteArrayView, qint32> slotOf; // names in comments are ASCII
    slotOf.reserve(qsizetype(m_slots.size()));
    for (size_t i = 0; i < m_slots.size(); ++i)
        slotOf.insert(bytesOf(m_slots[i]), qint32(i));
    std::vector<Slot> added;
    QHash<QByteArrayView, size_t> addedAt;
    for (size_t i = 0; i < m_commented.size(); ++i) {
        const CommentedKey &key = m_commented[i];
        const QByteArrayView name = QByteArrayView(m_current.bytes()).sliced(key.keyStart, key.keyEnd - key.keyStart);
        const qint32 there = slotOf.value(name, none);
        if (there < 0 && !addedAt.contains(name)) {
            addedAt.insert(name, added.size());
            added.push_back({});
        }
        Slot &slot = there < 0 ? added[addedAt.value(name)] : m_slots[size_t(there)];
        if (slot.now >= 0)
            continue;
        slot.commented = qint32(i); // the last one, as with keys that count
        slot.hiddenComment = slot.hiddenComment || m_secrets.hides(key.valueStart, key.valueEnd);
    }
    std::sort(added.begin(), added.end(), [](const Slot &a, const Slot &b) { return a.commented < b.commented; });
    std::vector<Slot> merged;
    merged.reserve(m_slots.size() + added.size());
    auto next = added.cbegin();
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const int line = std::max(lineOf(m_slots[i]), commentedLineOf(m_slots[i]));
        for (; i >= size_t(m_specs.size()) && next != added.cend() && commentedLineOf(*next) < line; ++next)
            merged.push_back(*next);
        merged.push_back(m_slots[i]);
    }
    merged.insert(merged.end(), next, added.cend());
    m_slots = std::move(merged);
}

void EnvRows::findChanges()
{
    if (m_current == m_saved && m_rejected.isEmpty())
        return;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        if (isChanged(m_slots[i]))
            m_changed.push_back(qint32(i));
    }
}

bool EnvRows::isChanged(const Slot &slot) const
{
    if (!m_rejected.isEmpty())
        return row(&slot - m_slots.data()).changed;
    if (slot.now < 0 || slot.before < 0)
        return (slot.now < 0) != (slot.before < 0);
    const EnvEntry &now = m_current.entries()[size_t(slot.now)];
    const EnvEntry &before = m_saved.entries()[size_t(slot.before)];
    const bool sameBytes = now.quote == before.quote && now.unterminated == before.unterminated
        && m_current.rawValueOf(now) == m_saved.rawValueOf(before);
    return !sameBytes && QString::fromUtf8(m_current.valueOf(now)) != QString::fromUtf8(m_saved.valueOf(before));
}

void EnvRows::setProblems(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        // The mark beside the field says already that nothing reads it.
        const bool said = problem.id == QLatin1String("key.unused") && m_trace.marks.contains(problem.key);
        if (!problem.key.isEmpty() && !said)
            m_problems[problem.key] << problem;
    }
    for (const Problem &note : std::as_const(m_trace.notes)) {
        if (m_current.has(note.key))
            m_problems[note.key] << note;
    }
    QSet<QByteArray> keys;
    for (auto key = m_problems.keyBegin(); key != m_problems.keyEnd(); ++key)
        keys.insert(key->toUtf8());
    const auto isNamed = [&](QByteArrayView key) {
        return isAscii(key) ? keys.contains(QByteArray::fromRawData(key.data(), key.size()))
                            : m_problems.contains(QString::fromUtf8(key));
    };
    auto change = m_changed.cbegin();
    for (qint32 i = 0; i < qint32(m_slots.size()); ++i) {
        const bool changed = change != m_changed.cend() && *change == i;
        change += changed ? 1 : 0;
        if (changed || i < m_specs.size() || (!keys.isEmpty() && isNamed(bytesOf(m_slots[size_t(i)]))))
            m_notable << i;
    }
}

FormRow EnvRows::row(qsizetype index) const
{
    const Slot &slot = m_slots[size_t(index)];
    FormRow row;
    row.known = index < m_specs.size();
    if (row.known) {
        row.spec = m_specs.at(index);
        row.usedInMode = VariableSchema::isUsed(row.spec, m_mode);
    } else {
        static const QString other = QStringLiteral("other");
        row.spec.key = key(index);
        row.spec.group = other;
    }
    const EnvEntry *now = slot.now < 0 ? nullptr : &m_current.entries()[size_t(slot.now)];
    row.present = now != nullptr;
    row.value = now ? QString::fromUtf8(m_current.valueOf(*now)) : QString();
    row.line = lineOf(slot);
    row.savedPresent = slot.before >= 0;
    row.savedValue = slot.before < 0 ? QString() : QString::fromUtf8(m_saved.valueOf(m_saved.entries()[size_t(slot.before)]));
    if (row.savedValue == row.value)
        row.savedValue = row.value; // one string for both
    const auto rejected = m_rejected.constFind(row.spec.key);
    if (rejected != m_rejected.constEnd())
        row.value = rejected->value;
    row.changed = row.present != row.savedPresent || row.value != row.savedValue;
    row.secret = isSecretName(row.spec.key) || slot.hiddenComment || (now && m_secrets.hides(now->valueStart, now->valueEnd))
        || (row.changed && (isSecretValue(row.value) || isSecretValue(row.savedValue)));
    if (slot.commented >= 0) {
        const CommentedKey &comment = m_commented[size_t(slot.commented)];
        row.commentedLine = comment.line;
        row.commentedValue = text(comment.valueStart, comment.valueEnd);
    }
    row.problems = m_problems.value(row.spec.key);
    if (const auto mark = m_trace.marks.constFind(row.spec.key); mark != m_trace.marks.constEnd())
        row.trace = *mark;
    row.emptyText = m_trace.emptyTexts.value(row.spec.key);
    return row;
}

QByteArrayView EnvRows::bytesOf(const Slot &slot) const
{
    if (slot.name >= 0)
        return m_names.at(slot.name);
    if (slot.now >= 0)
        return m_current.keyOf(m_current.entries()[size_t(slot.now)]);
    if (slot.before >= 0)
        return m_saved.keyOf(m_saved.entries()[size_t(slot.before)]);
    const CommentedKey &key = m_commented[size_t(slot.commented)];
    return QByteArrayView(m_current.bytes()).sliced(key.keyStart, key.keyEnd - key.keyStart);
}

QString EnvRows::text(qint32 from, qint32 to) const
{
    return QString::fromUtf8(m_current.bytes().sliced(from, to - from));
}

QString EnvRows::key(qsizetype index) const
{
    return index < m_specs.size() ? m_specs.at(index).key : QString::fromUtf8(bytesOf(m_slots[size_t(index)]));
}

qsizetype EnvRows::indexOf(const QString &name) const
{
    const QByteArray bytes = name.toUtf8();
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const QByteArrayView key = bytesOf(m_slots[i]);
        if (key == QByteArrayView(bytes) || (!isAscii(key) && QString::fromUtf8(key) == name))
            return qsizetype(i);
    }
    return none;
}

qsizetype EnvRows::onLine(int line) const
{
    const auto slot = std::find_if(m_slots.begin(), m_slots.end(),
        [&](const Slot &each) { return line > 0 && (lineOf(each) == line || commentedLineOf(each) == line); });
    return slot == m_slots.end() ? none : slot - m_slots.begin();
}

QList<int> EnvRows::notable() const
{
    return m_notable;
}

} // namespace pilothouse
