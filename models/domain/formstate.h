// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "models/domain/problem.h"
#include "models/domain/variablespec.h"

#include <QDateTime>

namespace pilothouse {

/// One row of the Configuration form.
struct FormRow
{
    VariableSpec spec;       ///< for an unknown key only spec.key is set and spec.group is "other"
    bool known = true;
    bool present = false;    ///< the key is set in the document
    bool secret = false;     ///< name or shape of a secret: masked
    bool usedInMode = true;  ///< false: greyed, value kept
    bool changed = false;    ///< differs from the file
    int line = 0;            ///< 1-based, 0 when absent
    QString value;           ///< in the document; "" when absent
    QString savedValue;      ///< in the file
    bool savedPresent = false;
    QList<Problem> problems;
    bool operator==(const FormRow &) const = default;
};

/// The Configuration page as a value.
struct FormState
{
    QString path;
    bool fileExists = false;
    bool readOnly = false;      ///< too large or not writable; readOnlyReason says which
    QString readOnlyReason;
    QList<FormRow> rows;        ///< known variables in schema order, then other keys in file order
    QList<Problem> problems;    ///< all findings, file-level ones included
    int changedCount = 0;
    bool canSave = false;       ///< changed and no error
    QString saveBlockedBy;      ///< why Save is off, one sentence
    QString text;               ///< the document as text, secrets masked, for the text pane
    QDateTime savedAt;
    bool canUndo = false;
    bool operator==(const FormState &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::FormState)
