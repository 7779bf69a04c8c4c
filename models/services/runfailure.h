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
};

/// Code "provider.died" after Ready; during a start a known cause ("port.in-use", "model.file-missing", "memory.gpu", …)
/// or "provider.start-failed". cause quotes the line of the log that decides; detail holds the last 20 lines. The known
/// texts are those of Ollama, llama-server and vLLM in reference/providers.md A.6, B.7, C.1, F and G.
Error explainEnd(const RunEnd &run);

/// "It ended with exit code 3." / "It was ended by signal 9 (SIGKILL)…" / "It ended; its exit code is not known."
QString describeEnd(const ProcessEnd &end);

} // namespace pilothouse
