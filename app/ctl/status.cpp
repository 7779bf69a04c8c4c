// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/statusjson.h"
#include "app/session/deploymentsession.h"
#include "models/domain/format.h"

namespace pilothouse {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue bytesOrNull(const Reading<qint64> &bytes)
{
    return bytes.hasValue() ? QJsonValue(bytes.value()) : QJsonValue(QJsonValue::Null);
}

void printBackend(CommandContext &context, const DeploymentSession &session)
{
    const BackendFacts &backend = session.backend();
    if (!backend.endpoint.isValid())
        return;
    if (!backend.answered && backend.described)
        context.print(CommandContext::tr("backend   no answer: %1").arg(backend.problem));
    else if (backend.answered)
        context.print(CommandContext::tr("backend   %1 (%2)")
                          .arg(backend.model.isEmpty() ? CommandContext::tr("no model told") : backend.model, backend.source));
    if (const auto verdict = session.backendVerdict()) {
        context.print(verdict->message);
        context.print(verdict->fix);
    }
}

/// Each key with its source and what applies it, then the one command that does all.
void printDrift(CommandContext &context, const DeploymentSession &session)
{
    const QList<DriftEntry> drift = session.drift();
    for (const DriftEntry &entry : drift) {
        if (entry.running.isEmpty())
            context.print(CommandContext::tr("not applied: %1 is %2 in .env and is not set for what runs (%3); takes: %4")
                              .arg(entry.key, entry.saved, entry.source, entry.apply));
        else
            context.print(CommandContext::tr("not applied: %1 is %2 in .env and runs with %3 (%4); takes: %5")
                              .arg(entry.key, entry.saved, entry.running, entry.source, entry.apply));
    }
    const ApplyPlan plan = session.applyPlan();
    if (plan.isEmpty())
        return;
    context.print(plan.obstacle.isEmpty() ? CommandContext::tr("Apply it with: pilothousectl apply") : plan.obstacle);
}

QJsonArray valuesJson(const DeploymentSession &session)
{
    QJsonArray values;
    for (const RunningValue &value : session.runningValues()) {
        if (!value.isKnown())
            continue;
        values << QJsonObject{ { QStringLiteral("key"), value.key }, { QStringLiteral("saved"), textOrNull(value.saved) },
            { QStringLiteral("running"), textOrNull(value.running.value_or(QString())) },
            { QStringLiteral("source"), value.source }, { QStringLiteral("differs"), value.differs },
            { QStringLiteral("apply"), applyStepName(value.apply) } };
    }
    return values;
}

void printStatus(CommandContext &context, DeploymentSession &session, const TelemetrySample &sample)
{
    const ProviderStatus &status = session.provider().status();
    const QString name = status.providerName.isEmpty() ? launcherName(status.launcher) : status.providerName;
    context.print(QStringLiteral("%1  %2").arg(session.deployment().name, session.deployment().folder));
    if (!session.env().state().fileExists)
        context.print(CommandContext::tr("There is no .env here: these are default values."));
    context.print(CommandContext::tr("state     %1 (%2)").arg(providerStateName(status.state), name));
    context.print(CommandContext::tr("model     %1").arg(session.configuredModel().text()));
    QStringList served;
    for (const ServedModel &model : status.served)
        served << model.name.text();
    if (!served.isEmpty() && !(served.size() == 1 && status.serves(session.configuredModel())))
        context.print(CommandContext::tr("served    %1").arg(served.join(QStringLiteral(", "))));
    context.print(CommandContext::tr("endpoint  %1").arg(status.endpoint.text()));
    if (status.pid)
        context.print(CommandContext::tr("process   %1").arg(*status.pid));
    if (sample.providerRamBytes.hasValue())
        context.print(CommandContext::tr("memory    %1 RAM").arg(formatBytes(sample.providerRamBytes.value())));
    printBackend(context, session);
    printDrift(context, session);
    if (status.failure) {
        context.print(status.failure->message);
        if (!status.failure->cause.isEmpty())
            context.print(status.failure->cause);
        if (!status.failure->fix.isEmpty())
            context.print(status.failure->fix);
    }
}

} // namespace

QJsonObject statusJson(const DeploymentSession &session, const TelemetrySample &sample)
{
    const ProviderStatus &status = session.status();
    QJsonArray served;
    for (const ServedModel &model : status.served)
        served << model.name.text();
    QJsonArray drift;
    for (const DriftEntry &entry : session.drift()) {
        drift << QJsonObject{ { QStringLiteral("key"), entry.key }, { QStringLiteral("saved"), textOrNull(entry.saved) },
            { QStringLiteral("running"), textOrNull(entry.running) }, { QStringLiteral("apply"), entry.apply } };
    }
    const QString mode = session.mode() == LlmMode::Ollama ? QStringLiteral("ollama")
        : session.mode() == LlmMode::Vllm                  ? QStringLiteral("vllm")
        : session.mode() == LlmMode::None                  ? QStringLiteral("none")
                                                           : QString();
    const QString running = status.serves(session.configuredModel()) ? session.configuredModel().text()
        : status.served.isEmpty()                                    ? QString()
                                                                     : status.served.first().name.text();
    QJsonValue failure(QJsonValue::Null);
    if (status.failure) {
        failure = QJsonObject{ { QStringLiteral("message"), status.failure->message },
            { QStringLiteral("cause"), textOrNull(status.failure->cause) },
            { QStringLiteral("fix"), textOrNull(status.failure->fix) } };
    }
    return QJsonObject{ { QStringLiteral("deployment"), session.deployment().folder },
        { QStringLiteral("mode"), textOrNull(mode) }, { QStringLiteral("launcher"), launcherName(status.launcher) },
        { QStringLiteral("state"), providerStateName(status.state) },
        { QStringLiteral("phase"), textOrNull(providerPhaseName(status.phase)) },
        { QStringLiteral("since"),
            status.startedAt.isValid() ? QJsonValue(status.startedAt.toUTC().toString(Qt::ISODateWithMs))
                                       : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("pid"), status.pid ? QJsonValue(*status.pid) : QJsonValue(QJsonValue::Null) },
        { QStringLiteral("endpoint"), textOrNull(status.endpoint.text()) },
        { QStringLiteral("model"),
            QJsonObject{ { QStringLiteral("configured"), textOrNull(session.configuredModel().text()) },
                { QStringLiteral("running"), textOrNull(running) }, { QStringLiteral("served"), served },
                { QStringLiteral("backend"), textOrNull(session.backend().model) } } },
        { QStringLiteral("drift"), drift }, { QStringLiteral("values"), valuesJson(session) },
        { QStringLiteral("memory"),
            QJsonObject{ { QStringLiteral("gpu_bytes"), bytesOrNull(sample.providerGpuBytes) },
                { QStringLiteral("ram_bytes"), bytesOrNull(sample.providerRamBytes) } } },
        { QStringLiteral("failure"), failure } };
}

void finishWithStatus(CommandContext &context, DeploymentSession &session, int code)
{
    if (!context.beginEnd())
        return;
    const auto finish = [&context, &session, code](const TelemetrySample &sample) {
        printStatus(context, session, sample);
        context.finish(statusJson(session, sample), code);
    };
    session.withRunning([&context, &session, finish] {
        QObject::connect(&session.telemetry(), &TelemetryService::sampled, &context, finish, Qt::SingleShotConnection);
        session.telemetry().watch();
    });
}

void runStatus(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withObservedProvider(
        [&context](DeploymentSession &session) { finishWithStatus(context, session, 0); }, CommandContext::EnvFile::MayBeMissing);
}

} // namespace pilothouse
