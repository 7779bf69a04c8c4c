// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_edits.h"

namespace pilothouse {

EnvHistory::Step EnvHistory::stepBetween(const QByteArray &before, const QByteArray &after, EnvSecrets secrets)
{
    const ByteSplice splice = spliceBetween(before, after);
    return { splice.from, before.sliced(splice.from, splice.to - splice.from), splice.bytes, std::move(secrets) };
}

void EnvHistory::record(const EnvDocument &before, const EnvSecrets &secretsBefore, const EnvDocument &after, const QString &what)
{
    constexpr qint64 pause = 1500; // milliseconds
    constexpr qsizetype limit = 64 * 1024 * 1024;
    m_redo.clear();
    const bool goesOn = !what.isEmpty() && what == m_what && !m_undo.isEmpty() && m_pause.isValid() && m_pause.elapsed() < pause;
    m_what = what;
    m_pause.start();
    if (goesOn) {
        const Step last = m_undo.takeLast();
        QByteArray bytes = before.bytes();
        bytes.replace(last.from, last.inserted.size(), last.removed);
        m_undo << stepBetween(bytes, after.bytes(), last.secrets);
        m_size += m_undo.last().size() - last.size();
        return;
    }
    m_undo << stepBetween(before.bytes(), after.bytes(), secretsBefore);
    m_size += m_undo.last().size();
    while (m_undo.size() > 1 && (m_size > limit || m_undo.size() > 1000))
        m_size -= m_undo.takeFirst().size();
}

EnvDocument EnvHistory::undo(const EnvDocument &present, EnvSecrets &secrets)
{
    Step step = m_undo.takeLast();
    m_size -= step.size();
    m_what.clear();
    QByteArray bytes = present.bytes();
    bytes.replace(step.from, step.inserted.size(), step.removed);
    std::swap(secrets, step.secrets);
    m_redo << std::move(step);
    return EnvDocument(bytes);
}

EnvDocument EnvHistory::redo(const EnvDocument &present, EnvSecrets &secrets)
{
    Step step = m_redo.takeLast();
    m_what.clear();
    QByteArray bytes = present.bytes();
    bytes.replace(step.from, step.removed.size(), step.inserted);
    std::swap(secrets, step.secrets);
    m_size += step.size();
    m_undo << std::move(step);
    return EnvDocument(bytes);
}

void EnvHistory::clear()
{
    m_undo.clear();
    m_redo.clear();
    m_size = 0;
    m_what.clear();
}

} // namespace pilothouse
