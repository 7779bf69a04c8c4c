// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envedits.h"

#include <QMap>

namespace pilothouse {

/// A value that was typed but cannot be written; shown beside its field.
struct RejectedEdit
{
    QString value;
    Error error;
};

/// Applies each edit that can be applied; the others go to rejected.
EnvDocument withEdits(EnvDocument document, const QList<EnvEdit> &edits, QMap<QString, RejectedEdit> *rejected);

/// Snapshots for undo and redo, bounded to 64 MB.
class EnvHistory
{
public:
    void record(const EnvDocument &before);
    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    EnvDocument undo(const EnvDocument &present);
    EnvDocument redo(const EnvDocument &present);
    void clear();

private:
    QList<QByteArray> m_undo;
    QList<QByteArray> m_redo;
};

} // namespace pilothouse
