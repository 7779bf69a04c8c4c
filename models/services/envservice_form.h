// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "models/env/envfile.h"
#include "models/env/rules.h"
#include "models/services/envservice_edits.h"

namespace pilothouse {

/// Everything the Configuration page is made of.
struct EnvFormInput
{
    const VariableSchema &schema;
    const EnvFileContent &file;
    const EnvDocument &saved;
    const EnvDocument &current;
    const QMap<QString, RejectedEdit> &rejected;
    bool canUndo = false;
};

/// Makes the page's value. Keeps what an edit of one value cannot change (the rows of other keys, the findings about the
/// file), so that a keystroke in a file of 10,000 lines stays cheap.
class EnvForm
{
public:
    FormState state;

    void rebuild(const EnvFormInput &input);
    /// After an edit of one key's value that left every other line as it was.
    void update(const EnvFormInput &input, const QString &key);

private:
    void fillRow(const EnvFormInput &input, FormRow &row, const EnvEntry *now, const EnvEntry *before) const;
    void finish(const EnvFormInput &input);

    QList<Problem> m_fileProblems;
};

} // namespace pilothouse
