// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/steps.h"

#include <QMap>

namespace pilothouse {

/// What changes together with LLM_MODE, so that a mode gets back the model that it last had: one edit, one undo.
/// values are those of the file or the form; remembered is the model that this mode last had, empty when it was never seen.
/// Without one, vllm takes the VLLM_MODEL that the file still holds. none changes nothing but the mode.
QList<EnvChange> changesForMode(const QMap<QString, QString> &values, LlmMode mode, const QString &remembered);

} // namespace pilothouse
