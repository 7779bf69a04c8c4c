// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "models/domain/problem.h"
#include "models/domain/variablespec.h"

#include <QDateTime>

#include <optional>

namespace pilothouse {

/// A secret in FormState::text, in UTF-16 positions.
struct SecretRun
{
    int start = 0;
    int length = 0;
    bool shown = false; ///< the value itself stands there, not dots
    bool operator==(const SecretRun &) const = default;
};

/// Where a value arrives, for the marker beside its field.
struct TraceMark
{
    enum class Verdict { Applies, Shadowed, Unused, Dead };
    Verdict verdict = Verdict::Applies;
    QString sentence; ///< "shadowed by docker-compose.yml", in the interface language
    QString place; ///< "docker-compose.yml:14", or why there is none; may be empty
    QStringList path{}; ///< every reader, "docker-compose.yml:14 → LLM_TIMEOUT of backend"; no values
    bool operator==(const TraceMark &) const = default;
};

/// One row of the Configuration form.
struct FormRow
{
    VariableSpec spec; ///< for an unknown key only spec.key is set and spec.group is "other"
    bool known = true;
    bool present = false; ///< the key is set in the document
    bool secret = false; ///< name or shape of a secret: masked
    bool usedInMode = true; ///< false: greyed, value kept
    bool changed = false; ///< differs from the file
    int line = 0; ///< 1-based, 0 when absent
    QString value; ///< in the document; "" when absent
    QString savedValue; ///< in the file
    bool savedPresent = false;
    QList<Problem> problems;
    int commentedLine = 0; ///< 1-based line of "# KEY=value" while the key is absent; 0 when there is none
    QString commentedValue; ///< as written there
    QString emptyText; ///< what counts while the key is absent, when that is not its default
    std::optional<TraceMark> trace; ///< not known without a look at the deployment
    bool operator==(const FormRow &) const = default;
};

/// The Configuration page as a value.
struct FormState
{
    QString path;
    bool fileExists = false;
    bool readOnly = false; ///< too large or not writable; readOnlyReason says which
    QString readOnlyReason;
    QList<FormRow> rows; ///< known variables in schema order, then other keys in file order
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
