// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"

#include <QJsonArray>
#include <QJsonObject>

namespace pilothouse {

/// Steps of a switch: "pending", "running", "done", "failed", "skipped", "not-reached".
QJsonArray stepsJson(const QList<Step> &steps);
/// A smoke test: each step is "pass", "fail" or "skip".
QJsonObject smokeJson(const SmokeReport &report);

} // namespace pilothouse
