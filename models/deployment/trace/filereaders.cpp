// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/commandline.h"
#include "models/deployment/trace/shellfiles.h"
#include "models/deployment/trace/tracebuilder.h"

#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr qsizetype mostFiles = 50;

/// Files of these names in the folder itself and in the usual folders beside it, absolute.
QStringList filesNamed(const QString &folder, const QStringList &patterns, const QStringList &below)
{
    QStringList files;
    for (const QString &inner : QStringList{ QStringLiteral(".") } + below) {
        const QDir dir(absolutePath(inner, folder));
        for (const QString &name : dir.entryList(patterns, QDir::Files, QDir::Name)) {
            if (files.size() < mostFiles)
                files.append(dir.filePath(name));
        }
    }
    return files;
}

} // namespace

void TraceBuilder::readMake()
{
    const QDir folder(m_inputs.deployment.folder);
    for (const char *name : { "GNUmakefile", "makefile", "Makefile" }) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        if (!QFileInfo(path).isFile())
            continue;
        const Result<QByteArray> bytes = m_read(path);
        if (!bytes) {
            m_trace.faults.append({ { shown(path), 0 }, bytes.error().message });
            return;
        }
        m_make = readMakefile(*bytes, { path, m_inputs.deployment.envPath, m_inputs.envBytes, m_inputs.shell });
        m_composeCommands += m_make.composeCommands;
        for (const QString &target : std::as_const(m_make.overwriting))
            m_trace.overwritingTargets.append(shown(path) + u':' + target);
        m_trace.consumers.dockerEnvFile = m_trace.consumers.dockerEnvFile || m_make.dockerEnvFile;
        const bool includes = !m_make.includes.isEmpty();
        const bool sources = !m_make.sources.isEmpty();
        m_trace.consumers.make = includes;
        m_trace.consumers.sh = m_trace.consumers.sh || sources;
        for (const MakeUse &use : std::as_const(m_make.uses)) {
            const auto value = m_make.values.constFind(use.name);
            const bool ofMake = value != m_make.values.constEnd();
            // "$$KEY" sees what make exports, or what the recipe has sourced itself.
            const bool reaches = use.shell ? (ofMake && value->exported) || m_make.sources.contains(use.target) : ofMake;
            const bool ours = ofMake && isEnvFile(value->file);
            if (!reaches && !m_lineOf.contains(use.name))
                continue;
            TraceReader reader;
            reader.kind = TraceReaderKind::Makefile;
            reader.place = { shown(path), use.line };
            reader.service = use.target;
            reader.variable = use.shell ? use.name : QString();
            reader.flag = use.flag;
            reader.consumed = true;
            if (ofMake)
                reader.effective = value->value;
            reader.takesValue = reaches && (ours || (use.shell && !ofMake));
            if (!reader.takesValue && ofMake)
                reader.by = { shown(value->file), value->line };
            if (reaches)
                add(use.name, reader);
        }
        return;
    }
}

void TraceBuilder::readScripts()
{
    const QStringList below{ QStringLiteral("scripts"), QStringLiteral("bin") };
    const QString envName = QFileInfo(m_inputs.deployment.envPath).fileName();
    for (const QString &path : filesNamed(m_inputs.deployment.folder, { QStringLiteral("*.sh") }, below)) {
        const Result<QByteArray> bytes = m_read(path);
        if (!bytes)
            continue;
        const ShellScript script = readShellScript(*bytes, envName);
        m_composeCommands += script.composeCommands;
        m_trace.consumers.dockerEnvFile = m_trace.consumers.dockerEnvFile || script.dockerEnvFile;
        if (!script.sourceLine)
            continue;
        m_trace.consumers.sh = true;
        for (const ScriptUse &use : script.uses) {
            if (!m_lineOf.contains(use.name) && !m_schema.find(use.name))
                continue;
            TraceReader reader;
            reader.kind = TraceReaderKind::Script;
            reader.place = { shown(path), use.line };
            reader.variable = use.name;
            reader.flag = use.flag;
            reader.consumed = true;
            const int assigned = script.assigned.value(use.name);
            if (assigned > 0 && assigned < use.line)
                reader.by = { shown(path), assigned };
            else if (m_values.contains(use.name))
                reader.effective = m_values.value(use.name);
            reader.takesValue = reader.by.isEmpty();
            add(use.name, reader);
        }
    }
}

void TraceBuilder::readUnits()
{
    const QStringList below{ QStringLiteral("systemd"), QStringLiteral("deploy"), QStringLiteral("units") };
    for (const QString &path : filesNamed(m_inputs.deployment.folder, { QStringLiteral("*.service") }, below))
        addUnit(path);
}

void TraceBuilder::addUnit(const QString &path)
{
    const Result<QByteArray> bytes = m_read(path);
    if (!bytes)
        return;
    const SystemdUnit unit = readSystemdUnit(*bytes, QFileInfo(m_inputs.deployment.envPath).fileName());
    if (!unit.environmentFileLine)
        return;
    m_trace.consumers.systemd = true;
    m_trace.hasReaders = true;
    const QString name = QFileInfo(path).completeBaseName();
    TraceConsumer consumer;
    consumer.program = KnownPrograms::instance().ofCommand(unit.command);
    const qsizetype script = shellScriptIndex(unit.command);
    for (qsizetype i = 0; i < unit.command.size(); ++i) { // systemd puts $KEY in itself, a shell does so in its script
        for (const ShellReference &reference : shellReferences(unit.command[i]))
            consumer.shellReads.insert(reference.name, i == script ? reference.flag : flagOf(unit.command, i));
    }
    consumer.opaque = !consumer.program && !unit.command.isEmpty() && unit.command.constFirst().endsWith(QLatin1String(".sh"));
    const auto addReader = [&](const QString &key, const std::optional<QString> &value) {
        TraceReader reader;
        reader.kind = TraceReaderKind::Systemd;
        reader.service = name;
        reader.variable = key;
        reader.effective = value;
        const bool inCommand = consumer.shellReads.contains(key);
        reader.flag = consumer.shellReads.value(key);
        reader.place = { shown(path), inCommand ? unit.commandLine : unit.environmentFileLine };
        reader.consumed = consumes(consumer, key, false);
        reader.takesValue = true;
        add(key, reader);
    };
    for (auto it = m_lineOf.constBegin(); it != m_lineOf.constEnd(); ++it)
        addReader(it.key(), m_values.contains(it.key()) ? std::optional(m_values.value(it.key())) : std::nullopt);
    for (const VariableSpec &spec : m_schema.variables()) {
        if (!m_lineOf.contains(spec.key))
            addReader(spec.key, std::nullopt);
    }
}

} // namespace pilothouse
