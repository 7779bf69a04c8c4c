// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "models/env/envfile.h"
#include "models/env/rules.h"
#include "models/services/envservice_rows.h"
#include "models/services/envtrace.h"

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

/// Makes the page's value.
class EnvForm
{
public:
    FormState state;

    void rebuild(const EnvFormInput &input);
    /// Only what is hidden in the text has changed.
    void showText(const EnvFormInput &input);
    /// False: as before, nothing to do. Else rebuild() shows it.
    bool setTrace(const EnvTrace &trace);
    const EnvTrace &trace() const { return m_trace; }

private:
    void addDangers(const EnvFormInput &input, const EnvRows &rows);
    void block(const EnvFormInput &input, bool dirty);

    EnvTrace m_trace;
};

} // namespace pilothouse
