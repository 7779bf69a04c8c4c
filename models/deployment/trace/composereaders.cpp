// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composefiles.h"
#include "models/deployment/trace/tracebuilder.h"

#include <QFileInfo>

#include <algorithm>

namespace pilothouse {

namespace {

/// A guessed file that only adds to services of the others is used together with them.
bool isOverlay(const ComposeProject &project)
{
    return std::any_of(project.services.begin(), project.services.end(),
        [](const ComposeService &service) { return service.image.isEmpty() && !service.build; });
}

} // namespace

ComposeRequest TraceBuilder::composeRequest(const QStringList &files) const
{
    ComposeRequest request;
    request.folder = m_inputs.deployment.folder;
    request.files = files;
    request.environment = m_environment;
    request.profiles = composeProfiles(m_environment);
    request.read = m_read;
    return request;
}

void TraceBuilder::readCompose()
{
    const QString modeText = m_environment.value(QStringLiteral("LLM_MODE"), m_schema.defaultValue(u"LLM_MODE"));
    const QList<ComposeFileSet> sets = composeFileSets({ m_inputs.deployment.folder, m_inputs.description.composeFiles,
        m_environment, m_composeCommands, llmModeFromText(modeText) });
    const QStringList defaults = defaultComposeFiles(m_inputs.deployment.folder);
    QList<ComposeProject> projects;
    QList<QStringList> fileLists;
    QHash<QString, int> bestRank; // of each service
    bool decided = false;
    for (const ComposeFileSet &set : sets) {
        QStringList files = set.files;
        ComposeProject project = loadCompose(composeRequest(files));
        if (set.guessed && !defaults.isEmpty() && isOverlay(project)) {
            files = defaults + set.files;
            project = loadCompose(composeRequest(files));
        }
        fileLists.append(files);
        for (const ComposeService &service : std::as_const(project.services)) {
            const int rank = bestRank.value(service.name, set.rank);
            bestRank.insert(service.name, qMin(rank, set.rank));
        }
        decided = decided || set.decided;
        projects.append(project);
    }
    for (qsizetype i = 0; i < sets.size(); ++i) {
        const ComposeProject &project = projects[i];
        for (const QString &file : project.files) {
            if (!m_trace.composeFiles.contains(shown(file)))
                m_trace.composeFiles.append(shown(file));
        }
        for (const TraceFault &fault : project.faults) {
            if (!m_trace.faults.contains(fault))
                m_trace.faults.append(fault);
        }
        const bool counts = !decided || sets[i].decided;
        for (const ComposeService &service : project.services)
            readService(service, counts && sets[i].rank == bestRank.value(service.name), fileLists[i], project.files);
        addOtherUses(project.uses, {}, counts);
    }
    if (sets.isEmpty())
        return;
    m_trace.consumers.compose = true;
    m_trace.hasReaders = true;
    for (const QString &key : m_lineOf.keys()) {
        if (!key.startsWith(QLatin1String("COMPOSE_")))
            continue;
        TraceReader reader;
        reader.kind = TraceReaderKind::Compose;
        reader.place = { m_trace.composeFiles.value(0), 0 };
        reader.variable = key;
        reader.effective = m_environment.value(key);
        reader.consumed = true;
        lookUp(reader, key, true, {});
        add(key, reader);
    }
}

void TraceBuilder::readService(const ComposeService &compose, bool active, const QStringList &files, const QStringList &filesRead)
{
    Service service;
    service.files = files;
    service.filesRead = filesRead;
    service.compose = &compose;
    service.active = active;
    readDocker(service);
    findConsumer(service);
    if (compose.build && !service.consumer.program) { // a backend of this folder may read the file by itself
        const bool node = service.image.base.section(u'/', -1).startsWith(QLatin1String("node"));
        (node ? m_trace.consumers.nodeDotenv : m_trace.consumers.pythonDotenv) = true;
    }
    addContainerVariables(service);
    addOverridden(service);
    addImageVariables(service);
    addBuildArguments(service);
    addCommandReaders(service);
    addOtherUses(compose.uses, compose.name, active);
    addTracedService(service);
}

void TraceBuilder::readDocker(Service &service)
{
    if (!service.compose->build)
        return;
    const ComposeBuild &build = *service.compose->build;
    if (!build.inlineDockerfile.isEmpty()) {
        service.image = readDockerfile(build.inlineDockerfile.toUtf8(), build.target);
        service.imageKnown = true;
    } else if (!build.context.isEmpty()) {
        const QString path = absolutePath(build.dockerfile, build.context);
        if (const Result<QByteArray> bytes = m_read(path)) {
            service.image = readDockerfile(*bytes, build.target);
            service.imageFile = shown(path);
            service.imageKnown = true;
        }
    }
}

bool TraceBuilder::consumes(const TraceConsumer &consumer, const QString &variable, bool explicitly) const
{
    const KnownPrograms &programs = KnownPrograms::instance();
    if (consumer.opaque || consumer.shellReads.contains(variable) || programs.everyReads(variable))
        return true;
    if (consumer.program)
        return consumer.program->reads(variable);
    if (const VariableSpec *spec = m_schema.find(variable))
        return spec->readBy == QLatin1String("backend");
    return explicitly || !programs.anyReads(variable);
}

void TraceBuilder::addContainerVariables(const Service &service)
{
    QSet<QString> names;
    for (const ComposeVariable &variable : service.compose->environment) {
        names.insert(variable.name);
        addVariable(service, variable);
    }
    for (const ComposeEnvFile &file : service.compose->envFiles) {
        if (!isEnvFile(file.path))
            continue;
        for (const VariableSpec &spec : m_schema.variables()) { // what is not set would go the same way
            if (names.contains(spec.key) || m_lineOf.contains(spec.key))
                continue;
            ComposeVariable variable{ spec.key, {}, file.place, {}, false, file.path, 0 };
            addVariable(service, variable);
        }
    }
}

void TraceBuilder::addVariable(const Service &service, const ComposeVariable &variable)
{
    TraceReader reader;
    reader.kind = variable.envFile.isEmpty() ? TraceReaderKind::Environment : TraceReaderKind::EnvFile;
    reader.place = variable.place;
    reader.service = service.compose->name;
    reader.variable = variable.name;
    reader.flag = service.consumer.shellReads.value(variable.name);
    reader.effective = variable.value;
    reader.active = service.active;
    reader.consumed = consumes(service.consumer, variable.name, variable.envFile.isEmpty());
    if (isEnvFile(variable.envFile)) {
        reader.takesValue = true; // also over the shell: env_file does not look there
        add(variable.name, reader);
        return;
    }
    if (variable.passThrough) {
        lookUp(reader, variable.name, true, {});
        add(variable.name, reader);
        return;
    }
    const TracePlace own
        = variable.envFile.isEmpty() ? variable.place : TracePlace{ shown(variable.envFile), variable.envFileLine };
    bool mentionsItself = false;
    for (const VariableUse &use : variable.uses) {
        TraceReader each = reader;
        each.place = variable.envFile.isEmpty() ? TracePlace{ variable.place.file, use.line } : own;
        lookUp(each, use.name, use.decides, deciderAmong(variable.uses, own));
        add(use.name, each);
        mentionsItself = mentionsItself || use.name == variable.name;
    }
    if (!mentionsItself) {
        reader.by = own;
        add(variable.name, reader);
    }
}

/// Lines of an env_file that an entry of environment beats.
void TraceBuilder::addOverridden(const Service &service)
{
    for (const ComposeVariable &variable : service.compose->overridden) {
        if (!isEnvFile(variable.envFile))
            continue;
        TraceReader reader;
        reader.kind = TraceReaderKind::EnvFile;
        reader.place = variable.place;
        reader.service = service.compose->name;
        reader.variable = variable.name;
        reader.active = service.active;
        reader.consumed = consumes(service.consumer, variable.name, false);
        for (const ComposeVariable &winner : service.compose->environment) {
            if (winner.name == variable.name) {
                reader.by = winner.place;
                reader.effective = winner.value;
            }
        }
        add(variable.name, reader);
    }
}

/// ENV of the Dockerfile, where compose does not set the variable.
void TraceBuilder::addImageVariables(const Service &service)
{
    const QList<ComposeVariable> &environment = service.compose->environment;
    for (auto it = service.image.environment.constBegin(); it != service.image.environment.constEnd(); ++it) {
        const bool set = std::any_of(
            environment.begin(), environment.end(), [&](const ComposeVariable &each) { return each.name == it.key(); });
        if (set || it->value.contains(u'$'))
            continue;
        TraceReader reader;
        reader.kind = TraceReaderKind::Dockerfile;
        reader.place = { service.imageFile, it->line };
        reader.service = service.compose->name;
        reader.variable = it.key();
        reader.effective = it->value;
        reader.active = service.active;
        reader.consumed = consumes(service.consumer, it.key(), true);
        reader.by = reader.place;
        add(it.key(), reader);
    }
}

void TraceBuilder::addBuildArguments(const Service &service)
{
    if (!service.compose->build)
        return;
    for (const ComposeVariable &argument : service.compose->build->arguments) {
        TraceReader reader;
        reader.kind = TraceReaderKind::BuildArgument;
        reader.place = argument.place;
        reader.service = service.compose->name;
        reader.variable = argument.name;
        reader.effective = argument.value;
        reader.active = service.active;
        reader.consumed = !service.imageKnown || service.image.arguments.contains(argument.name);
        if (argument.passThrough) {
            lookUp(reader, argument.name, true, {});
            add(argument.name, reader);
        }
        for (const VariableUse &use : argument.uses) {
            TraceReader each = reader;
            each.place.line = use.line;
            lookUp(each, use.name, use.decides, deciderAmong(argument.uses, argument.place));
            add(use.name, each);
        }
    }
}

void TraceBuilder::addOtherUses(const QList<ComposeUse> &uses, const QString &name, bool active)
{
    for (const ComposeUse &use : uses) {
        TraceReader reader;
        reader.place = use.place;
        reader.service = name;
        reader.effective = use.text;
        reader.active = active;
        reader.consumed = true;
        lookUp(reader, use.name, use.decides, use.place);
        add(use.name, reader);
    }
}

} // namespace pilothouse
