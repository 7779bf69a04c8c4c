// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envedits.h"
#include "models/services/envservice_secrets.h"

#include <QElapsedTimer>
#include <QMap>

namespace pilothouse {

/// A value that was typed but cannot be written; shown beside its field.
struct RejectedEdit
{
    QString value;
    Error error;
    bool awaitsChoice = false; ///< it can be written, but not for all readers; Save asks how
};

/// A value that was given by key, and how it was written.
struct TypedValue
{
    QString value;
    QByteArray raw; ///< behind "="; empty with an awaitsChoice
    EnvConsumers settled{}; ///< readers that get it as typed, or about which the operator has decided
};

/// Undo and redo as splices, so that a step costs what it changed. A step that goes on where the last one was is made part
/// of it, while no more than a short pause lies between them.
class EnvHistory
{
public:
    /// what: names the thing that is edited ("key LLM_MODEL", "text 120"); equal names go on. Empty: a step of its own.
    void record(const EnvDocument &before, const EnvSecrets &secretsBefore, const EnvDocument &after, const QString &what = {});
    /// The next edit with this name goes on with the last step.
    void expect(const QString &what) { m_what = what; }
    void endStep() { m_what.clear(); }
    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    /// The document as it was; present and its secrets are what it is now.
    EnvDocument undo(const EnvDocument &present, EnvSecrets &secrets);
    EnvDocument redo(const EnvDocument &present, EnvSecrets &secrets);
    void clear();

private:
    struct Step
    {
        qsizetype from = 0;
        QByteArray removed;
        QByteArray inserted;
        EnvSecrets secrets; ///< before the step on the undo side, after it on the redo side
        qsizetype size() const { return removed.size() + inserted.size() + qsizetype(secrets.masks.size() * sizeof(ByteRange)); }
    };
    static Step stepBetween(const QByteArray &before, const QByteArray &after, EnvSecrets secrets);

    QList<Step> m_undo;
    QList<Step> m_redo;
    qsizetype m_size = 0;
    QString m_what;
    QElapsedTimer m_pause;
};

} // namespace pilothouse
