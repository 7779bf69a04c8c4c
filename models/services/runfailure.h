// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/endpoint.h"
#include "models/domain/modelname.h"
#include "models/process/processwatch.h"
#include "models/result/error.h"

#include <QStringList>

namespace pilothouse {

/// Why a provider's process ended, from how it ended and what it logged last.
struct RunEnd
{
    QString program;
    ProcessEnd end;
    bool wasReady = false; ///< it ended after it had served, not during the start
    Endpoint endpoint;
    ModelName model;
    QStringList logLines; ///< the last lines of its log, redacted
    QString language = {}; ///< of the known causes, "en" or "ru"
};

/// Code "provider.died" after Ready; during a start a known cause (models/diagnosis/failurerules.h) or
/// "provider.start-failed". cause quotes the line of the log that decides; detail holds the last 20 lines.
Error explainEnd(const RunEnd &run);

/// "It ended with exit code 3." / "It was ended by signal 9 (SIGKILL)…" / "It ended; its exit code is not known."
QString describeEnd(const ProcessEnd &end);

} // namespace pilothouse
