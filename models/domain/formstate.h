// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "models/domain/formrows.h"

#include <QDateTime>

namespace pilothouse {

/// A secret in FormState::text, in UTF-16 positions.
struct SecretRun
{
    int start = 0;
    int length = 0;
    bool shown = false; ///< the value itself stands there, not dots
    bool operator==(const SecretRun &) const = default;
};

/// The Configuration page as a value.
struct FormState
{
    QString path;
    bool fileExists = false;
    bool readOnly = false; ///< too large or not writable; readOnlyReason says which
    QString readOnlyReason;
    FormRows rows; ///< known variables in schema order, then other keys in file order
    QList<Problem> problems; ///< all findings, file-level ones included
    int changedCount = 0;
    bool canSave = false; ///< changed and no error
    QString saveBlockedBy; ///< why Save is off, one sentence
    QString text; ///< the document as text, secrets masked (EnvText), for the text pane
    QList<SecretRun> secretRuns; ///< where, in order
    int textCursor = -1; ///< where undo or redo changed the text; -1 after anything else
    bool crlf = false; ///< line ends of the file
    bool validUtf8 = true;
    QStringList dangers; ///< what the unsaved changes of dangerous keys would cause, one sentence each
    QDateTime savedAt; ///< when the file was last written, by anyone
    QString owner; ///< the user that the file belongs to; empty: not known
    bool canUndo = false;
    bool canRedo = false;
    bool operator==(const FormState &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::FormState)
