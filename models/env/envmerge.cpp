// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envmerge.h"

#include "models/env/linediff.h"
#include "models/env/secretkeys.h"

#include <QCoreApplication>
#include <QSet>

namespace pilothouse {

namespace {

using Pieces = QList<QByteArrayView>;
using Index = QHash<QByteArrayView, const EnvEntry *>;
using Value = std::optional<QByteArray>;

/// Physical lines, but a value of several lines is one piece.
Pieces piecesOf(const EnvDocument &document)
{
    Pieces pieces;
    const QByteArrayView bytes(document.bytes());
    auto entry = document.entries().begin();
    qsizetype from = 0;
    for (const QByteArrayView line : linesOf(bytes)) {
        const qsizetype end = line.end() - bytes.begin();
        while (entry != document.entries().end() && entry->end <= from)
            ++entry;
        if (entry != document.entries().end() && entry->start < end && entry->end > end)
            continue; // the statement goes on
        pieces << bytes.sliced(from, end - from);
        from = end;
    }
    return pieces;
}

Value valueIn(const EnvDocument &document, const Index &index, QByteArrayView key)
{
    const EnvEntry *entry = index.value(key);
    return entry ? Value(document.valueOf(*entry)) : std::nullopt;
}

std::optional<QString> text(const Value &value)
{
    return value ? std::optional(QString::fromUtf8(*value)) : std::nullopt;
}

/// Joins the two sides piece by piece.
class PieceMerge
{
public:
    PieceMerge(const EnvDocument &base, const EnvDocument &mine, const EnvDocument &theirs)
        : m_base(piecesOf(base)), m_mine(piecesOf(mine)), m_theirs(piecesOf(theirs)), m_ours(diffPieces(m_base, m_mine)),
          m_others(diffPieces(m_base, m_theirs)), m_theirKeys(theirs.index())
    {
    }

    QByteArray run()
    {
        qsizetype at = 0; // in m_base
        while (!m_ours.isEmpty() || !m_others.isEmpty()) {
            const bool oursFirst
                = m_others.isEmpty() || (!m_ours.isEmpty() && m_ours.first().oldFrom <= m_others.first().oldFrom);
            const DiffHunk &first = oursFirst ? m_ours.first() : m_others.first();
            const qsizetype from = first.oldFrom;
            copy(m_base, at, from);
            at = takeGroup(from, first.oldTo);
        }
        copy(m_base, at, m_base.size());
        return m_out;
    }

private:
    static bool reaches(const QList<DiffHunk> &hunks, qsizetype from, qsizetype to)
    {
        // Two insertions at one place meet, an insertion at the edge of a change does not.
        return !hunks.isEmpty() && (hunks.first().oldFrom < to || (hunks.first().oldFrom == from && from == to));
    }

    /// Takes the hunks that overlap from here on; returns how far they reach in the base.
    qsizetype takeGroup(qsizetype from, qsizetype to)
    {
        QList<DiffHunk> ours;
        QList<DiffHunk> others;
        for (bool grown = true; grown;) {
            grown = false;
            for (auto [hunks, taken] : { std::pair(&m_ours, &ours), std::pair(&m_others, &others) }) {
                while (reaches(*hunks, from, to)) {
                    to = std::max(to, hunks->first().oldTo);
                    *taken << hunks->takeFirst();
                    grown = true;
                }
            }
        }
        const Pieces base = m_base.mid(from, to - from);
        const Pieces mine = side(m_mine, ours, from, to);
        const Pieces theirs = side(m_theirs, others, from, to);
        if (others.isEmpty()) {
            append(mine);
            return to;
        }
        append(theirs);
        if (!ours.isEmpty() && mine != theirs)
            appendWhatOnlyIAdded(base, mine, theirs);
        return to;
    }

    /// One side's text for the base range of a group.
    Pieces side(const Pieces &pieces, const QList<DiffHunk> &hunks, qsizetype from, qsizetype to) const
    {
        Pieces result;
        qsizetype at = from;
        for (const DiffHunk &hunk : hunks) {
            result << m_base.mid(at, hunk.oldFrom - at) << pieces.mid(hunk.newFrom, hunk.newTo - hunk.newFrom);
            at = hunk.oldTo;
        }
        return result << m_base.mid(at, to - at);
    }

    /// Comments and new keys; changed values are laid over by key afterwards.
    void appendWhatOnlyIAdded(const Pieces &base, const Pieces &mine, const Pieces &theirs)
    {
        QSet<QByteArray> baseKeys;
        QSet<QByteArrayView> known(theirs.begin(), theirs.end());
        for (const QByteArrayView piece : base) {
            baseKeys << keyOf(piece);
            known << piece;
        }
        for (const QByteArrayView piece : mine) {
            if (known.contains(piece) || piece.trimmed().isEmpty())
                continue;
            const QByteArray key = keyOf(piece);
            if (key.isEmpty() || (!baseKeys.contains(key) && !m_theirKeys.contains(key)))
                append({ piece });
        }
    }

    static QByteArray keyOf(QByteArrayView piece)
    {
        const EnvDocument statement(piece.toByteArray());
        return statement.entries().empty() ? QByteArray() : statement.keyOf(statement.entries().front()).toByteArray();
    }

    void copy(const Pieces &pieces, qsizetype from, qsizetype to)
    {
        for (qsizetype at = from; at < to; ++at)
            append({ pieces[at] });
    }

    void append(const Pieces &pieces)
    {
        for (const QByteArrayView piece : pieces) {
            if (!m_out.isEmpty() && !m_out.endsWith('\n')) // the last line of one side is not the last any more
                m_out += '\n';
            m_out += piece;
        }
    }

    Pieces m_base;
    Pieces m_mine;
    Pieces m_theirs;
    QList<DiffHunk> m_ours;
    QList<DiffHunk> m_others;
    Index m_theirKeys;
    QByteArray m_out;
};

struct Wish
{
    QString key;
    Value value;
    bool mine = false;
};

/// What every key must be in the end, and the undecided ones.
QList<Wish> decide(const EnvDocument &base, const EnvDocument &mine, const EnvDocument &theirs, const ConflictChoices &choices,
    QList<EnvConflict> &conflicts)
{
    QList<Wish> wishes;
    const Index was = base.index();
    const Index here = mine.index();
    const Index there = theirs.index();
    const auto add = [&](const QString &name) {
        const QByteArray key = name.toUtf8();
        const Value old = valueIn(base, was, key);
        const Value my = valueIn(mine, here, key);
        const Value their = valueIn(theirs, there, key);
        if (my == old || my == their) {
            wishes << Wish{ name, their, false };
        } else if (their == old) {
            wishes << Wish{ name, my, true };
        } else if (const auto choice = choices.constFind(name); choice != choices.constEnd()) {
            const bool takeMine = *choice == ConflictChoice::Mine;
            wishes << Wish{ name, takeMine ? my : their, takeMine };
        } else {
            wishes << Wish{ name, my, true };
            conflicts << envConflict(name, text(old), text(my), text(their));
        }
    };
    for (const QString &key : mine.keys())
        add(key);
    for (const QString &key : theirs.keys()) {
        if (!here.contains(key.toUtf8()))
            add(key);
    }
    for (const QString &key : base.keys()) {
        if (!here.contains(key.toUtf8()) && !there.contains(key.toUtf8()))
            add(key);
    }
    return wishes;
}

QList<Wish> unfulfilled(const EnvDocument &document, const QList<Wish> &wishes)
{
    const Index index = document.index();
    QList<Wish> open;
    for (const Wish &wish : wishes) {
        if (valueIn(document, index, wish.key.toUtf8()) != wish.value)
            open << wish;
    }
    return open;
}

bool sameOthers(const EnvDocument &a, const EnvDocument &b, QByteArrayView key)
{
    const auto others = [&](const EnvDocument &document) {
        std::vector<std::pair<QByteArrayView, QByteArrayView>> list;
        for (const EnvEntry &entry : document.entries()) {
            if (document.keyOf(entry) != key)
                list.emplace_back(document.keyOf(entry), document.rawValueOf(entry));
        }
        return list;
    };
    return a.strangeLines().size() == b.strangeLines().size() && others(a) == others(b);
}

} // namespace

Result<EnvDocument> withKeyOf(const EnvDocument &document, const EnvDocument &source, const QString &key)
{
    EnvDocument edited = document;
    const QByteArray name = key.toUtf8();
    const EnvEntry *from = source.find(key);
    if (!from) {
        const Result<void> removed = edited.unset(key);
        return removed ? Result<EnvDocument>(edited) : Result<EnvDocument>(removed.error());
    }
    const QByteArray wanted = source.valueOf(*from);
    const EnvEntry *to = document.find(key);
    QByteArray bytes = document.bytes();
    if (to) {
        bytes.replace(to->valueStart, to->valueEnd - to->valueStart, source.rawValueOf(*from).toByteArray());
    } else {
        if (!bytes.isEmpty() && !bytes.endsWith('\n'))
            bytes += '\n';
        bytes += QByteArrayView(source.bytes()).sliced(from->start, from->end - from->start);
        if (!bytes.endsWith('\n'))
            bytes += '\n';
    }
    edited = EnvDocument(bytes);
    const EnvEntry *now = edited.find(key);
    if (now && edited.valueOf(*now) == wanted && sameOthers(document, edited, name))
        return edited;
    edited = document;
    const Result<void> set = edited.setValue(key, QString::fromUtf8(wanted));
    return set ? Result<EnvDocument>(edited) : Result<EnvDocument>(set.error());
}

EnvMerge mergeEnv(const EnvDocument &base, const EnvDocument &mine, const EnvDocument &theirs, const ConflictChoices &choices)
{
    EnvMerge merge;
    const QList<Wish> wishes = decide(base, mine, theirs, choices, merge.conflicts);
    // First with all lines of both; when that does not give every key its value, by key alone.
    for (const bool byLine : { true, false }) {
        merge.document = byLine ? EnvDocument(PieceMerge(base, mine, theirs).run()) : theirs;
        merge.unwritable.clear();
        for (const Wish &wish : unfulfilled(merge.document, wishes)) {
            if (Result<EnvDocument> edited = withKeyOf(merge.document, wish.mine ? mine : theirs, wish.key))
                merge.document = *edited;
            else
                merge.unwritable << EnvEdit{ wish.key, text(wish.value) };
        }
        if (unfulfilled(merge.document, wishes).isEmpty())
            break;
    }
    return merge;
}

EnvConflict envConflict(const QString &key, const std::optional<QString> &base, const std::optional<QString> &mine,
    const std::optional<QString> &theirs)
{
    EnvConflict conflict{ key, base, mine, theirs, isSecretName(key) };
    for (const std::optional<QString> &value : { base, mine, theirs })
        conflict.secret = conflict.secret || (value && isSecretValue(*value));
    return conflict;
}

QString conflictText(const EnvConflict &conflict)
{
    const auto shown = [&](const std::optional<QString> &value) {
        if (!value)
            return QCoreApplication::translate("EnvMerge", "removed");
        return conflict.secret ? maskedValue() : QStringLiteral("“%1”").arg(*value);
    };
    return QCoreApplication::translate("EnvMerge", "%1: yours is %2, theirs is %3.")
        .arg(conflict.key, shown(conflict.mine), shown(conflict.theirs));
}

} // namespace pilothouse
