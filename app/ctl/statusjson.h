// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"

#include <QJsonObject>

namespace pilothouse {

class CommandContext;
class DeploymentSession;

/// The three truths as design.md fixes them; unknown values are null.
QJsonObject statusJson(const DeploymentSession &session, const TelemetrySample &sample);
/// Measures memory once, then prints the status in the mode asked for and ends with `code`.
void finishWithStatus(CommandContext &context, DeploymentSession &session, int code);

} // namespace pilothouse
