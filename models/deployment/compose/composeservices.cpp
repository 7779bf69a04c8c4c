// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/composemerge.h"
#include "models/deployment/compose/composeproject.h"
#include "models/deployment/compose/shellwords.h"
#include "models/deployment/trace/envreading.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ComposeFile)
};

ComposeArgument argumentFrom(const YamlNode &node)
{
    return { node.text, node.place, node.uses, false };
}

void addDropped(QList<ComposeArgument> &arguments, QList<VariableUse> &uses, const TracePlace &place, qsizetype before)
{
    while (!uses.isEmpty() && uses.constFirst().start < before) {
        const VariableUse use = uses.takeFirst();
        arguments.append({ QString(), { place.file, use.line }, { use }, true });
    }
}

std::optional<QList<ComposeArgument>> argumentsFrom(const YamlNode *node, QList<TraceFault> &faults)
{
    if (!node || node->isNull())
        return std::nullopt;
    QList<ComposeArgument> arguments;
    if (node->isList()) {
        for (const YamlNode &item : node->items)
            arguments.append(argumentFrom(item));
        return arguments;
    }
    const std::optional<QList<ShellWord>> words = shellWords(node->text);
    if (!words) {
        faults.append({ node->place, Texts::tr("The command has a quote or a bracket without its partner.") });
        return arguments;
    }
    QList<VariableUse> unplaced = node->uses;
    for (const ShellWord &word : *words) {
        ComposeArgument argument{ word.text, node->place, {}, false };
        for (const VariableUse &use : node->uses) {
            const qsizetype end = use.start + use.length;
            const bool inside
                = use.length > 0 ? use.start < word.end && end > word.start : use.start >= word.start && use.start <= word.end;
            if (inside) {
                argument.uses.append(use);
                unplaced.removeOne(use);
            }
        }
        // A variable without a text between the last word and this one.
        addDropped(arguments, unplaced, node->place, word.start);
        if (!argument.uses.isEmpty())
            argument.place.line = argument.uses.constFirst().line;
        arguments.append(argument);
    }
    addDropped(arguments, unplaced, node->place, node->text.size() + 1);
    return arguments;
}

/// Each name once; the last one counts.
void putLast(QList<ComposeVariable> &variables, QHash<QString, qsizetype> &known, const ComposeVariable &variable)
{
    const auto found = known.constFind(variable.name);
    if (found != known.constEnd()) {
        variables[*found] = variable;
        return;
    }
    known.insert(variable.name, variables.size());
    variables.append(variable);
}

/// Entries of a map or list of variables; a list's "KEY=value" is taken apart.
QList<ComposeVariable> variablesFrom(const YamlNode *node)
{
    QList<ComposeVariable> variables;
    if (!node)
        return variables;
    QHash<QString, qsizetype> known;
    const auto add = [&](const ComposeVariable &variable) { putLast(variables, known, variable); };
    for (const YamlEntry &entry : node->entries) {
        ComposeVariable variable{ entry.key, {}, entry.place, entry.value.uses, entry.value.isNull(), {}, 0 };
        if (!entry.value.isNull())
            variable.value = entry.value.text;
        add(variable);
    }
    for (const YamlNode &item : node->items) {
        const qsizetype equals = item.text.indexOf(u'=');
        ComposeVariable variable{ item.text.left(equals), {}, item.place, item.uses, equals < 0, {}, 0 };
        if (equals >= 0)
            variable.value = item.text.mid(equals + 1);
        add(variable);
    }
    return variables;
}

void collectUses(const YamlNode &node, const QString &path, QList<ComposeUse> &uses)
{
    for (const VariableUse &use : node.uses)
        uses.append({ use.name, { node.place.file, use.line }, path, node.text, use.decides });
    for (const YamlNode &item : node.items)
        collectUses(item, path, uses);
    for (const YamlEntry &entry : node.entries) {
        const QString inner = path.isEmpty() ? entry.key : path + u'.' + entry.key;
        const bool own = inner == QLatin1String("environment") || inner == QLatin1String("command")
            || inner == QLatin1String("entrypoint") || inner == QLatin1String("build.args");
        if (!own)
            collectUses(entry.value, inner, uses);
    }
}

QList<ComposePort> portsFrom(const YamlNode &node, QList<TraceFault> &faults)
{
    QList<ComposePort> ports;
    for (const YamlNode &item : node.items) {
        if (item.isMap()) {
            const QString protocol = item.textOf(u"protocol");
            ports.append({ item.textOf(u"host_ip"), item.textOf(u"published"), item.textOf(u"target"),
                protocol.isEmpty() ? QStringLiteral("tcp") : protocol, item.place });
            continue;
        }
        const QList<ComposePort> parsed = parsePorts(item.text, item.place);
        if (parsed.isEmpty())
            faults.append({ item.place, Texts::tr("“%1” is not a port.").arg(item.text) });
        ports.append(parsed);
    }
    const auto identity = [](const ComposePort &port) {
        return (port.hostIp.isEmpty() ? QStringLiteral("0.0.0.0") : port.hostIp) + u':' + port.published + u':' + port.target
            + u'/' + port.protocol;
    };
    QList<ComposePort> each;
    for (const ComposePort &port : std::as_const(ports)) {
        each.removeIf([&](const ComposePort &known) { return identity(known) == identity(port); });
        each.append(port);
    }
    return each;
}

class ServiceReader
{
public:
    ServiceReader(const ComposeRequest &request, ComposeProject &project) : m_request(request), m_project(project) { }

    ComposeService read(const YamlEntry &entry)
    {
        const YamlNode &node = entry.value;
        ComposeService service;
        service.name = entry.key;
        service.place = entry.place;
        service.image = node.textOf(u"image");
        readBuild(node.find(u"build"), service);
        service.command = argumentsFrom(node.find(u"command"), m_project.faults);
        service.entrypoint = argumentsFrom(node.find(u"entrypoint"), m_project.faults);
        service.ports = portsFrom(node.child(u"ports"), m_project.faults);
        for (const YamlNode &profile : node.child(u"profiles").items)
            service.profiles.append(profile.text);
        service.enabled = service.profiles.isEmpty() || m_request.profiles.contains(QStringLiteral("*"))
            || std::any_of(service.profiles.begin(), service.profiles.end(),
                [&](const QString &profile) { return m_request.profiles.contains(profile); });
        readHealthCheck(node.child(u"healthcheck").child(u"test"), service);
        readGpus(node, service);
        readBinds(node.child(u"volumes"), service);
        readEnvironment(node, service);
        collectUses(node, {}, service.uses);
        return service;
    }

private:
    std::optional<QString> projectValue(const QString &name) const
    {
        const auto found = m_request.environment.constFind(name);
        return found == m_request.environment.constEnd() ? std::nullopt : std::optional(*found);
    }

    void readBuild(const YamlNode *node, ComposeService &service)
    {
        if (!node || node->isNull())
            return;
        ComposeBuild build;
        const QString context = node->isMap() ? node->textOf(u"context") : node->text;
        const QString folder = context.isEmpty() ? m_request.folder : context;
        build.context = folder.startsWith(u'/') ? folder : QString();
        build.dockerfile = node->textOf(u"dockerfile");
        if (build.dockerfile.isEmpty())
            build.dockerfile = QStringLiteral("Dockerfile");
        build.inlineDockerfile = node->textOf(u"dockerfile_inline");
        build.target = node->textOf(u"target");
        build.arguments = variablesFrom(node->find(u"args"));
        for (ComposeVariable &argument : build.arguments) {
            if (argument.passThrough)
                argument.value = projectValue(argument.name);
        }
        build.arguments.removeIf([](const ComposeVariable &argument) { return !argument.value; });
        service.build = build;
    }

    void readHealthCheck(const YamlNode &test, ComposeService &service)
    {
        if (test.isScalar())
            service.shellTests.append(argumentFrom(test));
        else if (test.items.size() > 1 && test.items.constFirst().text == QLatin1String("CMD-SHELL"))
            service.shellTests.append(argumentFrom(test.items[1]));
    }

    void readGpus(const YamlNode &node, ComposeService &service)
    {
        QList<YamlNode> devices = node.child(u"deploy").child(u"resources").child(u"reservations").child(u"devices").items;
        devices += node.child(u"gpus").items;
        for (const YamlNode &device : devices) {
            const auto names = device.child(u"capabilities").items;
            const bool gpu = names.isEmpty() || device.textOf(u"driver") == QLatin1String("nvidia")
                || std::any_of(
                    names.begin(), names.end(), [](const YamlNode &each) { return each.text == QLatin1String("gpu"); });
            if (!gpu)
                continue;
            const YamlNode ids = device.child(u"device_ids");
            bool isNumber = false;
            const int count = device.textOf(u"count").toInt(&isNumber);
            if (ids.isList() && !ids.items.isEmpty()) {
                service.gpus = service.gpus.value_or(0) + int(ids.items.size());
                service.gpusPlace = ids.place;
            } else if (isNumber && count > 0) {
                service.gpus = service.gpus.value_or(0) + count;
                service.gpusPlace = device.child(u"count").place;
            }
        }
    }

    void readBinds(const YamlNode &volumes, ComposeService &service)
    {
        for (const YamlNode &volume : volumes.items) {
            const QStringList parts = volume.text.split(u':');
            const QString source = volume.isMap() ? volume.textOf(u"source") : parts.value(0);
            const QString target = volume.isMap() ? volume.textOf(u"target") : parts.value(1);
            if (source.startsWith(u'/') && !target.isEmpty())
                service.binds.insert(target, source);
        }
    }

    void readEnvironment(const YamlNode &node, ComposeService &service)
    {
        QList<ComposeVariable> own = variablesFrom(node.find(u"environment"));
        QMap<QString, QString> ownValues;
        for (ComposeVariable &variable : own) {
            if (variable.passThrough)
                variable.value = projectValue(variable.name);
            if (variable.value)
                ownValues.insert(variable.name, *variable.value);
        }
        QList<ComposeVariable> fromFiles;
        const YamlNode files = node.child(u"env_file");
        for (const YamlNode &item :
            files.isList() ? files.items : (files.isNull() ? QList<YamlNode>{} : QList<YamlNode>{ files }))
            readEnvFileEntry(item, ownValues, service, fromFiles);
        for (const ComposeVariable &variable : std::as_const(fromFiles)) {
            const bool beaten
                = std::any_of(own.begin(), own.end(), [&](const ComposeVariable &each) { return each.name == variable.name; });
            (beaten ? service.overridden : service.environment).append(variable);
        }
        service.environment.append(own);
    }

    void readEnvFileEntry(
        const YamlNode &item, const QMap<QString, QString> &ownValues, ComposeService &service, QList<ComposeVariable> &variables)
    {
        const QString path = absolutePath(item.isMap() ? item.textOf(u"path") : item.text, m_request.folder);
        const QString format = item.textOf(u"format");
        service.envFiles.append({ path, format, item.place });
        const Result<QByteArray> bytes = m_request.read(path);
        if (!bytes) {
            const bool required = item.textOf(u"required") != QLatin1String("false");
            if (required || bytes.error().code != QLatin1String("file.missing"))
                m_project.faults.append({ item.place, bytes.error().message });
            return;
        }
        const VariableLookup outer = [&](const QString &name) -> std::optional<QString> {
            if (const std::optional<QString> value = projectValue(name))
                return value;
            const auto found = ownValues.constFind(name);
            return found == ownValues.constEnd() ? std::nullopt : std::optional(*found);
        };
        const bool raw = format == QLatin1String("raw");
        QHash<QString, qsizetype> known;
        for (qsizetype i = 0; i < variables.size(); ++i)
            known.insert(variables[i].name, i);
        for (const EnvFileValue &line : readEnvFile(*bytes, raw ? EnvFileFormat::Raw : EnvFileFormat::Compose, outer)) {
            if (!line.value)
                continue;
            putLast(variables, known, { line.key, line.value, item.place, line.references, false, path, line.line });
        }
    }

    const ComposeRequest &m_request;
    ComposeProject &m_project;
};

} // namespace

void readServices(const YamlNode &merged, const ComposeRequest &request, ComposeProject &project)
{
    ServiceReader reader(request, project);
    for (const YamlEntry &entry : merged.child(u"services").entries) {
        if (entry.value.isMap())
            project.services.append(reader.read(entry));
        else if (!entry.value.isNull())
            project.faults.append({ entry.place, Texts::tr("The service %1 must be a map.").arg(entry.key) });
    }
    for (const YamlEntry &section : merged.entries) {
        if (section.key == QLatin1String("services"))
            continue;
        collectUses(section.value, section.key, project.uses);
        if (section.key != QLatin1String("secrets") && section.key != QLatin1String("configs"))
            continue;
        for (const YamlEntry &entry : section.value.entries) { // "environment: KEY" hands the variable's value on
            const YamlNode variable = entry.value.child(u"environment");
            if (variable.isScalar())
                project.uses.append(
                    { variable.text, variable.place, section.key, request.environment.value(variable.text), true });
        }
    }
}

} // namespace pilothouse
