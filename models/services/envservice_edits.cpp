// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_edits.h"

namespace pilothouse {

QList<EnvEdit> editsBetween(const EnvDocument &from, const EnvDocument &to)
{
    QList<EnvEdit> edits;
    if (from == to)
        return edits;
    const auto before = from.index();
    const auto after = to.index();
    for (const EnvEntry &entry : to.entries()) {
        if (!entry.assigned || after.value(to.keyOf(entry)) != &entry)
            continue;
        const EnvEntry *old = before.value(to.keyOf(entry));
        if (old && old->quote == entry.quote && from.rawValueOf(*old) == to.rawValueOf(entry))
            continue;
        const QByteArray value = to.valueOf(entry);
        if (!old || from.valueOf(*old) != value)
            edits << EnvEdit{ QString::fromUtf8(to.keyOf(entry)), QString::fromUtf8(value) };
    }
    for (const EnvEntry &entry : from.entries()) {
        if (entry.assigned && before.value(from.keyOf(entry)) == &entry && !after.contains(from.keyOf(entry)))
            edits << EnvEdit{ QString::fromUtf8(from.keyOf(entry)), std::nullopt };
    }
    return edits;
}

QStringList keysOf(const QList<EnvEdit> &edits)
{
    QStringList keys;
    for (const EnvEdit &edit : edits)
        keys << edit.key;
    return keys;
}

EnvDocument withEdits(EnvDocument document, const QList<EnvEdit> &edits, QMap<QString, RejectedEdit> *rejected)
{
    for (const EnvEdit &edit : edits) {
        const Result<void> done = edit.value ? document.setValue(edit.key, *edit.value) : document.unset(edit.key);
        if (!done)
            rejected->insert(edit.key, RejectedEdit{ edit.value.value_or(QString()), done.error() });
    }
    return document;
}

void EnvHistory::record(const EnvDocument &before)
{
    constexpr qsizetype limit = 64 * 1024 * 1024;
    m_redo.clear();
    m_undo << before.bytes();
    const qsizetype most = std::max<qsizetype>(1, limit / std::max<qsizetype>(1, before.bytes().size()));
    while (m_undo.size() > std::min<qsizetype>(most, 1000))
        m_undo.removeFirst();
}

EnvDocument EnvHistory::undo(const EnvDocument &present)
{
    m_redo << present.bytes();
    return EnvDocument(m_undo.takeLast());
}

EnvDocument EnvHistory::redo(const EnvDocument &present)
{
    m_undo << present.bytes();
    return EnvDocument(m_redo.takeLast());
}

void EnvHistory::clear()
{
    m_undo.clear();
    m_redo.clear();
}

} // namespace pilothouse
