// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/runfailure.h"

#include "models/diagnosis/failurerules.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <csignal>
#include <string.h>

namespace pilothouse {

namespace {

constexpr int detailLines = 20;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RunFailure)
};

/// Of a program that is named like its provider; "python" and wrapper scripts stay unknown.
QString providerOf(const QString &program)
{
    const QString name = QFileInfo(program).fileName();
    for (const QString &provider : { QStringLiteral("ollama"), QStringLiteral("vllm"), QStringLiteral("llama-server") }) {
        if (name.startsWith(provider))
            return provider;
    }
    return {};
}

} // namespace

QString describeEnd(const ProcessEnd &end)
{
    if (end.exitCode)
        return Text::tr("It ended with exit code %1.").arg(*end.exitCode);
    if (!end.signal)
        return Text::tr("It ended; its exit code is not known.");
    const char *name = ::sigabbrev_np(*end.signal);
    const QString text = name ? QLatin1String("SIG") + QLatin1String(name) : QStringLiteral("?");
    if (*end.signal == SIGKILL)
        return Text::tr("It was ended by signal %1 (%2), by a person or because the system ran out of memory.")
            .arg(*end.signal)
            .arg(text);
    return Text::tr("It was ended by signal %1 (%2).").arg(*end.signal).arg(text);
}

Error explainEnd(const RunEnd &run)
{
    Error error;
    error.code = run.wasReady ? QStringLiteral("provider.died") : QStringLiteral("provider.start-failed");
    error.message
        = run.wasReady ? Text::tr("The provider ended unexpectedly.") : Text::tr("The provider ended before it was ready.");
    error.cause = describeEnd(run.end);
    error.fix = run.logLines.isEmpty() ? Text::tr("It wrote no log. Run the command of the Provider page in a terminal.")
                                       : Text::tr("Read the last lines of its log, then start it again.");
    const FailureSymptoms symptoms{ providerOf(run.program), {}, run.end.exitCode, run.logLines };
    const std::optional<KnownFailure> known = knownFailure(symptoms, run.language);
    if (known && (!run.wasReady || known->id.startsWith(QLatin1String("memory")))) { // other lines may be old after Ready
        if (!run.wasReady) {
            error.code = known->id;
            error.message = known->message;
        }
        if (!known->line.isEmpty())
            error.cause = Text::tr("%1 Its log says: %2").arg(describeEnd(run.end), known->line);
        error.fix = known->fix;
        error.proposed = known->proposed;
    }
    error.detail = run.logLines.mid(qMax<qsizetype>(0, run.logLines.size() - detailLines)).join(u'\n');
    return error;
}

} // namespace pilothouse
