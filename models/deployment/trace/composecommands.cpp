// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/commandline.h"
#include "models/deployment/trace/tracebuilder.h"

#include <algorithm>

namespace pilothouse {

namespace {

QStringList textsOf(const QList<ComposeArgument> &arguments)
{
    QStringList texts;
    for (const ComposeArgument &argument : arguments)
        texts.append(argument.text);
    return texts;
}

QList<ComposeArgument> argumentsOf(const DockerCommand &command, const QString &file)
{
    QList<ComposeArgument> arguments;
    if (command.shell) {
        arguments.append({ QStringLiteral("sh"), { file, command.line }, {}, false });
        arguments.append({ QStringLiteral("-c"), { file, command.line }, {}, false });
    }
    for (const QString &text : command.arguments)
        arguments.append({ text, { file, command.line }, {}, false });
    return arguments;
}

/// Entrypoint and command as the container gets them: compose's own, else the Dockerfile's.
QList<ComposeArgument> effectiveArguments(const ComposeService &compose, const DockerImage &image, const QString &file)
{
    QList<ComposeArgument> arguments;
    if (compose.entrypoint)
        arguments = *compose.entrypoint;
    else if (image.entrypoint)
        arguments = argumentsOf(*image.entrypoint, file);
    if (compose.command)
        arguments += *compose.command;
    else if (image.command && !compose.entrypoint)
        arguments += argumentsOf(*image.command, file);
    return arguments;
}

bool looksLikeScript(const QString &text)
{
    return text.endsWith(QLatin1String(".sh")) || text.endsWith(QLatin1String(".py")) || text.endsWith(QLatin1String(".bash"));
}

} // namespace

void TraceBuilder::findConsumer(Service &service)
{
    const KnownPrograms &programs = KnownPrograms::instance();
    const ComposeService &compose = *service.compose;
    service.arguments = effectiveArguments(compose, service.image, service.imageFile);
    const QStringList texts = textsOf(service.arguments);
    TraceConsumer &consumer = service.consumer;
    consumer.program = programs.ofCommand(texts);
    if (!consumer.program)
        consumer.program = programs.ofImage(compose.build ? service.image.base : compose.image);
    if (!consumer.program && compose.build)
        consumer.program = programs.ofImage(compose.image);

    const qsizetype script = shellScriptIndex(texts);
    const auto readsShell = [&](const QString &text) {
        for (const ShellReference &reference : shellReferences(text)) {
            if (consumer.shellReads.value(reference.name).isEmpty())
                consumer.shellReads.insert(reference.name, reference.flag);
        }
    };
    if (script >= 0)
        readsShell(texts[script]);
    for (const ComposeArgument &test : compose.shellTests)
        readsShell(test.text);
    for (qsizetype i = 0; i < texts.size() && i < 3; ++i) {
        if (script >= 0 || !looksLikeScript(texts[i]))
            continue;
        // A script that is mounted from this folder can be read; any other may read everything.
        const Result<QByteArray> bytes = m_read(compose.binds.value(texts[i]));
        if (bytes && texts[i].endsWith(QLatin1String("sh"))) {
            const KnownProgram *inside = programs.ofCommand({ QString::fromUtf8(*bytes) });
            consumer.program = inside ? inside : consumer.program;
            readsShell(QString::fromUtf8(*bytes));
        } else {
            consumer.opaque = consumer.program != nullptr;
        }
    }
}

void TraceBuilder::addCommandReaders(const Service &service)
{
    const QStringList texts = textsOf(service.arguments);
    const qsizetype script = shellScriptIndex(texts);
    for (qsizetype i = 0; i < service.arguments.size(); ++i) {
        const ComposeArgument &argument = service.arguments[i];
        for (const VariableUse &use : argument.uses) {
            TraceReader reader;
            reader.place = { argument.place.file, use.line };
            reader.service = service.compose->name;
            reader.active = service.active;
            reader.consumed = true;
            if (i == script) {
                reader.flag = flagBefore(argument.text, use.start);
                reader.effective = argument.text.mid(use.start, use.length);
            } else {
                reader.flag = flagOf(texts, i);
                const bool joined = !reader.flag.isEmpty() && argument.text.startsWith(reader.flag + u'=');
                reader.effective = joined ? argument.text.mid(reader.flag.size() + 1) : argument.text;
            }
            lookUp(reader, use.name, use.decides, deciderAmong(argument.uses, argument.place));
            add(use.name, reader);
        }
    }
}

/// Keys of .env that may decide the model of the command line. known: there is a model argument.
QStringList TraceBuilder::modelKeys(const Service &service, bool &known) const
{
    const KnownProgram &program = *service.consumer.program;
    const QStringList texts = textsOf(service.arguments);
    const qsizetype script = shellScriptIndex(texts);
    QStringList keys;
    const auto addUses = [&](const QList<VariableUse> &uses) {
        for (const VariableUse &use : uses) {
            if (!keys.contains(use.name))
                keys.append(use.name);
        }
    };
    bool afterServe = program.argumentsOnly && !service.compose->entrypoint && !service.image.entrypoint;
    for (qsizetype i = 0; i < texts.size() && script < 0; ++i) {
        const QString flag = flagOf(texts, i);
        const bool value = texts[i] != flag || texts[i].contains(u'=');
        const bool positional = program.modelPosition && afterServe && flag.isEmpty();
        if ((program.modelFlags.contains(flag) && value) || positional) {
            known = true;
            addUses(service.arguments[i].uses);
        }
        afterServe = (afterServe && !positional && !flag.isEmpty()) || texts[i] == QLatin1String("serve");
    }
    if (script >= 0) {
        const ComposeArgument &argument = service.arguments[script];
        const auto isModel = [&](qsizetype position) {
            const QString flag = flagBefore(argument.text, position);
            const QString before = argument.text.left(position).trimmed();
            return program.modelFlags.contains(flag)
                || (flag.isEmpty() && program.modelPosition
                    && (before.endsWith(QLatin1String(" serve")) || before.endsWith(QLatin1String(" serve \""))));
        };
        for (const VariableUse &use : argument.uses) {
            if (isModel(use.start)) {
                known = true;
                addUses({ use });
            }
        }
        for (const ShellReference &reference : shellReferences(argument.text)) {
            if (!isModel(reference.position) && !(known && reference.flag.isEmpty()))
                continue;
            known = true;
            for (const ComposeVariable &variable : service.compose->environment) {
                if (variable.name != reference.name)
                    continue;
                if (variable.passThrough || isEnvFile(variable.envFile))
                    keys.append(variable.name);
                else
                    addUses(variable.uses);
            }
        }
    }
    return keys;
}

/// What its command line makes it serve: the name it gives itself, else the model it loads.
QString TraceBuilder::servedName(const Service &service) const
{
    if (!service.consumer.program)
        return {};
    const KnownProgram &program = *service.consumer.program;
    const QStringList texts = textsOf(service.arguments);
    QString model;
    bool afterServe = program.argumentsOnly && !service.compose->entrypoint && !service.image.entrypoint;
    for (qsizetype i = 0; i < texts.size() && shellScriptIndex(texts) < 0; ++i) {
        const QString flag = flagOf(texts, i);
        const bool joined = texts[i].startsWith(flag + u'=');
        const bool value = texts[i] != flag;
        const QString text = joined ? texts[i].mid(flag.size() + 1) : texts[i];
        const bool positional = program.modelPosition && afterServe && flag.isEmpty();
        if (value && program.nameFlags.contains(flag))
            return text;
        if (positional || (value && program.modelFlags.contains(flag) && model.isEmpty()))
            model = text;
        afterServe = (afterServe && !positional && !flag.isEmpty()) || texts[i] == QLatin1String("serve");
    }
    return program.nameFlags.isEmpty() ? QString() : model;
}

void TraceBuilder::addTracedService(const Service &service)
{
    const ComposeService &compose = *service.compose;
    TracedService traced;
    traced.name = compose.name;
    traced.place = compose.place;
    traced.active = service.active;
    traced.gpus = compose.gpus;
    traced.gpusPlace = compose.gpusPlace;
    if (service.consumer.program) {
        traced.program = service.consumer.program->id;
        traced.modelKeys = modelKeys(service, traced.modelIsKnown);
    }
    traced.files = service.files;
    traced.filesRead = service.filesRead;
    if (!service.imageFile.isEmpty())
        traced.filesRead.append(absolutePath(service.imageFile, m_inputs.deployment.folder));
    traced.servedName = servedName(service);
    for (const ComposePort &port : compose.ports) {
        const bool open = port.hostIp.isEmpty() || port.hostIp == QLatin1String("0.0.0.0") || port.hostIp == QLatin1String("::");
        traced.ports.append({ port.target, (open ? QStringLiteral("127.0.0.1") : port.hostIp) + u':' + port.published });
        traced.portsPlace = port.place;
        traced.portsAreOpen = traced.portsAreOpen || open;
    }
    if (service.active && traced.program == QLatin1String("vllm") && !traced.modelKeys.isEmpty())
        m_trace.modelFallsBack = m_trace.modelFallsBack.value_or(false) || traced.modelKeys.contains(QStringLiteral("LLM_MODEL"));
    for (const ComposeEnvFile &file : compose.envFiles) {
        if (isEnvFile(file.path) && file.format == QLatin1String("raw"))
            m_trace.consumers.dockerEnvFile = true;
    }
    m_trace.services.append(traced);
}

} // namespace pilothouse
