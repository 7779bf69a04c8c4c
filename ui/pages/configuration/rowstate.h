// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/formstate.h"
#include "ui/theme/tone.h"

#include <optional>

namespace pilothouse {

/// What the third column of a form row says.
struct RowState
{
    QString icon; ///< name in resources/icons
    Tone tone = Tone::Text3;
    QString words; ///< "between 0 and 1", "saved"
    QString help; ///< second line: "was 0.7", else what the key does
    std::optional<Problem> bar; ///< shown as a message under the row: it has fixes or needs a whole sentence
    bool operator==(const RowState &) const = default;
};

/// runningValue: what the provider was started with, when known.
RowState rowState(const FormRow &row, const std::optional<QString> &runningValue, const QString &modeWord);
/// The finding that the row shows: the most severe, errors first.
std::optional<Problem> worstProblem(const QList<Problem> &problems);
/// "0 to 1", "more than 0, at most 1", "whole number, at least 1"; empty when anything goes.
QString rangeText(const VariableSpec &spec);
/// "Ollama", "vLLM", "none" for people.
QString modeText(const QString &mode);
QString groupTitle(const QString &group);

} // namespace pilothouse
