// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/courseline.h"
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"

#include <QList>
#include <QMap>

namespace pilothouse {

/// The three truths side by side: the saved .env, what the process was started with (status.applied), what the API says.
/// Pure; numbers in the rows are plain digits, the view groups them.
CourseLine courseLine(const QMap<QString, QString> &saved, const LaunchSpec &spec, const ProviderStatus &status);

/// Saved values that the running process does not use. Empty when nothing runs. Keys of single requests (LLM_TEMPERATURE,
/// LLM_MAX_TOKENS, LLM_TIMEOUT, LLM_STREAM_ENABLED) never drift: the next request uses them.
QList<DriftEntry> drift(const QMap<QString, QString> &saved, const ProviderStatus &status);

/// "0.90" and "0.9", "True" and "true" are the same setting.
bool sameSetting(const QString &left, const QString &right);

} // namespace pilothouse
