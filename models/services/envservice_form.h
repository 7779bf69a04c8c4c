// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "models/env/envfile.h"
#include "models/env/rules.h"
#include "models/services/envservice_edits.h"
#include "models/services/envtrace.h"

#include <QSet>

namespace pilothouse {

/// Everything the Configuration page is made of.
struct EnvFormInput
{
    const VariableSchema &schema;
    const EnvFileContent &file;
    const EnvDocument &saved;
    const EnvDocument &current;
    const QMap<QString, RejectedEdit> &rejected;
    const EnvSecrets &secrets;
    const EnvText &text;
    QString owner;
    QString language;
    bool canUndo = false;
    bool canRedo = false;
    int textCursor = -1;
};

/// Makes the page's value. Keeps what an edit cannot have changed (the rows of other keys, the findings about the file), so
/// that a keystroke in a file of 10,000 lines stays cheap.
class EnvForm
{
public:
    FormState state;

    void rebuild(const EnvFormInput &input);
    /// After edits of `current` alone.
    void follow(const EnvFormInput &input);
    /// Only what is hidden in the text has changed.
    void showText(const EnvFormInput &input);
    /// False: as before, nothing to do. Else rebuild() shows it.
    bool setTrace(const EnvTrace &trace);
    const EnvTrace &trace() const { return m_trace; }

private:
    void fillRow(const EnvFormInput &input, FormRow &row, const EnvEntry *now, const EnvEntry *before) const;
    void addRows(const EnvFormInput &input);
    void addCommented(const EnvFormInput &input);
    bool followValues(const EnvFormInput &input, const ByteSplice &splice);
    void markRows();
    void check(const EnvFormInput &input);
    void finish(const EnvFormInput &input);
    void block(const EnvFormInput &input, bool dirty);

    EnvDocument m_document; ///< that the rows show
    QList<Problem> m_fileProblems;
    EnvTrace m_trace;
    QHash<QString, int> m_rowOf;
    QSet<int> m_marked; ///< rows with problems
};

} // namespace pilothouse
