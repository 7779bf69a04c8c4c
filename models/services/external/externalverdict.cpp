// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/external/externalverdict.h"

#include "models/diagnosis/dockerfailures.h"
#include "models/services/runfailure.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExternalVerdict)
};

} // namespace

Error explainExternalEnd(const ExternalFacts &facts, const LaunchSpec &spec, bool wasReady, const Redactor &redactor)
{
    const ExternalEnd end = facts.end.value_or(ExternalEnd());
    const QString service = spec.compose ? spec.compose->service : QString();
    if (!end.error.isEmpty() && !end.exitCode)
        return explainDocker({ 1, { end.error }, service });
    RunEnd run;
    run.program = spec.program;
    run.end.exitCode = end.exitCode;
    run.wasReady = wasReady;
    run.endpoint = spec.endpoint;
    run.model = spec.model;
    for (const QString &line : end.lastLines)
        run.logLines << redactor.redacted(line);
    Error error = explainEnd(run);
    if (end.outOfMemory) {
        error.code = QStringLiteral("memory.container");
        error.message = Text::tr("The container of the service %1 ran out of memory.").arg(service);
        error.cause = Text::tr("The kernel ended it at its memory limit (exit code %1).").arg(end.exitCode.value_or(137));
        error.fix = Text::tr("Raise the memory limit in the compose file, or choose a smaller model or context length.");
    } else if (facts.restarting && error.code == QLatin1String("provider.start-failed")) {
        error.code = QStringLiteral("container.restarting");
        error.message = Text::tr("The container of the service %1 ends and is restarted again and again.").arg(service);
    }
    return error;
}

} // namespace pilothouse
