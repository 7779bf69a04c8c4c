// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/shellfiles.h"

#include "models/deployment/compose/shellwords.h"
#include "models/deployment/trace/commandline.h"

#include <QRegularExpression>

namespace pilothouse {

ShellScript readShellScript(const QByteArray &bytes, const QString &envName)
{
    static const QRegularExpression exporting(QStringLiteral("\\bset\\s+(?:-a|-[a-z]*a[a-z]*|-o\\s+allexport)\\b"));
    static const QRegularExpression assignment(
        QStringLiteral("\\A\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(?!\\S*\\$\\{\\1)"));
    ShellScript script;
    int number = 0;
    QString pending;
    int start = 0;
    for (const QString &raw : QString::fromUtf8(bytes).split(u'\n')) {
        ++number;
        if (raw.trimmed().startsWith(u'#'))
            continue;
        if (pending.isEmpty())
            start = number;
        pending += raw;
        if (pending.endsWith(u'\\')) {
            pending.chop(1);
            pending += u' ';
            continue;
        }
        const QString line = pending;
        pending.clear();
        script.exportsAll = script.exportsAll || exporting.match(line).hasMatch();
        const ShellCommandFacts facts = commandFacts(line, envName);
        if (facts.sourcesEnv && !script.sourceLine)
            script.sourceLine = start;
        if (facts.composeFiles && !facts.composeFiles->isEmpty())
            script.composeCommands.append(*facts.composeFiles);
        script.overwritesEnv = script.overwritesEnv || facts.overwritesEnv;
        script.dockerEnvFile = script.dockerEnvFile || facts.dockerEnvFile;
        if (!script.sourceLine)
            continue;
        for (const ShellReference &reference : shellReferences(line))
            script.uses.append({ reference.name, reference.flag, start });
        if (const QRegularExpressionMatch match = assignment.match(line); match.hasMatch() && !match.captured(1).isEmpty())
            script.assigned.insert(match.captured(1), start);
    }
    return script;
}

SystemdUnit readSystemdUnit(const QByteArray &bytes, const QString &envName)
{
    SystemdUnit unit;
    int number = 0;
    int start = 0;
    QString pending;
    for (const QString &raw : QString::fromUtf8(bytes).split(u'\n')) {
        ++number;
        if (pending.isEmpty())
            start = number;
        pending += raw.trimmed();
        if (pending.endsWith(u'\\')) {
            pending.chop(1);
            pending += u' ';
            continue;
        }
        const QString line = pending;
        pending.clear();
        const QString value = line.section(u'=', 1).trimmed();
        if (line.startsWith(QLatin1String("EnvironmentFile="))) {
            QString path = value;
            if (path.startsWith(u'-'))
                path.remove(0, 1);
            if (path.remove(u'"').section(u'/', -1) == envName)
                unit.environmentFileLine = start;
        } else if (line.startsWith(QLatin1String("ExecStart="))) {
            unit.command.clear();
            for (const ShellWord &word : shellWords(value).value_or(QList<ShellWord>()))
                unit.command.append(word.text);
            while (
                !unit.command.isEmpty() && unit.command[0].size() > 1 && QStringView(u"@-:+!").contains(unit.command[0].front()))
                unit.command[0].remove(0, 1);
            unit.commandLine = start;
        }
    }
    return unit;
}

} // namespace pilothouse
