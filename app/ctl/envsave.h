// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envdiffline.h"

#include <QJsonArray>
#include <QStringList>

#include <functional>

namespace pilothouse {

class CommandContext;
class DeploymentSession;

/// False after telling, and ending the program, why the edited .env cannot be saved.
bool mayBeSaved(CommandContext &context, DeploymentSession &session);

/// Saves the session's edited .env; done gets the changed keys (none: there was nothing to change). What stands in the way is
/// printed and ends the program; so do dangerous keys, unless agreed (--yes).
void saveEnv(
    CommandContext &context, DeploymentSession &session, bool agreed, const std::function<void(const QStringList &)> &done);

/// [{"old_line","new_line","old","new"}], null where a side has no such line.
QJsonArray toJson(const QList<EnvDiffLine> &diff);
void printDiff(CommandContext &context, const QList<EnvDiffLine> &diff); ///< "- 3  OLD", "+ 3  NEW"

} // namespace pilothouse
