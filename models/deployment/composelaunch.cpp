// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"

#include "models/deployment/trace/filereading.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchPlan)
};

QString fileOrigin(const LaunchBuilder &builder, const QString &service)
{
    if (!builder.inputs().description.composeFiles.isEmpty())
        return QLatin1String(descriptionFileName);
    const QString variable = QStringLiteral("COMPOSE_FILE");
    return builder.has(variable) ? builder.origin(variable) : Texts::tr("belongs to what defines %1").arg(service);
}

/// A choice of the operator or .pilothouse.json may name another program than the one that was found.
ComposeTool toolOf(const QString &program, ComposeTool found)
{
    const QString name = QFileInfo(program).fileName();
    if (name.startsWith(QLatin1String("podman-compose")))
        return ComposeTool::Podman;
    if (name.startsWith(QLatin1String("docker-compose")))
        return ComposeTool::Standalone;
    return name == QLatin1String("docker") ? ComposeTool::Plugin : found;
}

void addTarget(LaunchBuilder &builder, const ComposeProvider &found)
{
    const QString own = QStringLiteral("Pilothouse");
    const LaunchInputs &inputs = builder.inputs();
    ComposeTarget target;
    target.tool = toolOf(builder.spec.program, found.tools.tool);
    target.engine = found.tools.engine;
    target.host = found.tools.host;
    target.service = found.service;
    target.backend = found.backend;
    if (target.tool == ComposeTool::Plugin)
        builder.argument(QStringLiteral("compose"), own);
    for (const QString &file : found.files) {
        builder.argument(QStringLiteral("-f"), own);
        builder.argument(shownPath(file, inputs.deployment.folder), fileOrigin(builder, found.service));
    }
    // Compose reads the .env beside its first file; any other one must be named.
    const QString beside = QFileInfo(found.files.value(0)).path() + QLatin1String("/.env");
    if (inputs.deployment.envPath != beside && QFileInfo::exists(inputs.deployment.envPath)) {
        builder.argument(QStringLiteral("--env-file"), own);
        builder.argument(
            shownPath(inputs.deployment.envPath, inputs.deployment.folder), Texts::tr("the file that is edited here"));
    }
    target.before = builder.spec.argumentTexts();
    builder.argument(QStringLiteral("up"), own);
    builder.argument(QStringLiteral("-d"), own);
    builder.argument(found.service, Texts::tr("%1 line %2").arg(found.place.file).arg(found.place.line));
    builder.spec.compose = target;
}

} // namespace

void planCompose(LaunchBuilder &builder, LlmMode mode)
{
    const LaunchInputs &inputs = builder.inputs();
    LaunchSpec &spec = builder.spec;
    builder.addModel(mode);
    if (!inputs.compose) {
        builder.block({ QStringLiteral("compose.no-service"), Texts::tr("No compose file of this folder defines the provider."),
            inputs.description.composeService.isEmpty()
                ? Texts::tr("No service runs vLLM, Ollama or llama-server.")
                : Texts::tr("“service” in .pilothouse.json names %1.").arg(inputs.description.composeService),
            Texts::tr("Name files and service under “compose” in .pilothouse.json, or choose another launcher."), {} });
        return;
    }
    const ComposeProvider &found = *inputs.compose;
    if (!builder.has(QStringLiteral("LLM_MODEL")) && !builder.has(QStringLiteral("VLLM_MODEL")) && !found.servedName.isEmpty())
        spec.model = ModelName(found.servedName); // .env leaves it to the compose file
    if (found.tools.missing && inputs.choice.program.isEmpty() && inputs.description.program.isEmpty()) {
        builder.block(*found.tools.missing);
        return;
    }
    const QString why = spec.reason;
    builder.findProgram(found.tools.program);
    if (spec.program.isEmpty())
        return;
    addTarget(builder, found);
    if (inputs.choice.program.isEmpty() && inputs.description.program.isEmpty())
        spec.reason = Texts::tr("%1 It is run with %2.").arg(why, composeToolName(spec.compose->tool));
    if (!found.tools.host.isEmpty())
        spec.notes.append(Texts::tr("The engine runs on %1 (DOCKER_HOST or the current context): processes and files are there.")
                              .arg(found.tools.host));
    if (!found.endpoint.isValid())
        spec.notes.append(Texts::tr("The service %1 publishes no port, so this panel may not reach it.").arg(found.service));
    else if (found.open)
        spec.notes.append(Texts::tr("The service %1 is published on every network interface.").arg(found.service));
}

} // namespace pilothouse
