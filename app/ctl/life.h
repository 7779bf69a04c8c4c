// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pilothouse {

class CommandContext;
class DeploymentSession;

/// Fails the command when the folder's own files would run something that was not confirmed; true: it has.
bool refusedForTrust(CommandContext &context, DeploymentSession &session);
/// Prints each phase once, and the status when the provider is ready or failed.
void untilReady(CommandContext &context, DeploymentSession &session);

} // namespace pilothouse
