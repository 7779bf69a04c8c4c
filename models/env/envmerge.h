// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envconflict.h"
#include "models/env/envedits.h"

namespace pilothouse {

/// Unsaved edits laid over what another program wrote.
struct EnvMerge
{
    EnvDocument document; ///< where a conflict is undecided it holds my value
    QList<EnvConflict> conflicts; ///< undecided ones, in the order of my file, then of theirs
    QList<EnvEdit> unwritable; ///< my edits that cannot stand in their file (a quote left open in it); the rest is merged
};

/// Three-way merge. base: what both sides began with. Statements, comments and spacing that only one side touched come from
/// that side; where both touched the same place theirs stays and my edits are laid over it by key. A key is decided by its
/// value in force (last one wins): changed on one side only, that side; on both to different values, a conflict. A key removed
/// here and changed there is a conflict, too. Pure.
EnvMerge mergeEnv(
    const EnvDocument &base, const EnvDocument &mine, const EnvDocument &theirs, const ConflictChoices &choices = {});

/// The document with `key` as `source` has it: its text between "=" and the end of the value, its whole line when the key is
/// new here, no line when it is not set there. "env.unwritable" when that would change other keys.
Result<EnvDocument> withKeyOf(const EnvDocument &document, const EnvDocument &source, const QString &key);

/// Makes a conflict value; secret is set by the key's name and the values' shapes.
EnvConflict envConflict(const QString &key, const std::optional<QString> &base, const std::optional<QString> &mine,
    const std::optional<QString> &theirs);

/// For people, secrets masked: "LLM_MODEL: yours “a”, theirs “b”".
QString conflictText(const EnvConflict &conflict);

} // namespace pilothouse
