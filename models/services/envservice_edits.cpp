// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_edits.h"

namespace pilothouse {

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
