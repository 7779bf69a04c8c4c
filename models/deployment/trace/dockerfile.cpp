// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/dockerfile.h"

#include "models/deployment/compose/composetemplate.h"
#include "models/deployment/compose/shellwords.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

struct Instruction
{
    QString name; ///< upper case
    QString text;
    int line = 0;
};

/// Joins continued lines, drops comments.
QList<Instruction> instructionsOf(const QByteArray &bytes)
{
    QList<Instruction> result;
    QString pending;
    int start = 0;
    int number = 0;
    for (const QString &raw : QString::fromUtf8(bytes).split(u'\n')) {
        ++number;
        QString line = raw.trimmed();
        if (line.startsWith(u'#') || (line.isEmpty() && pending.isEmpty()))
            continue;
        if (pending.isEmpty())
            start = number;
        const bool goesOn = line.endsWith(u'\\');
        if (goesOn)
            line.chop(1);
        pending += line + u' ';
        if (goesOn)
            continue;
        pending = pending.trimmed();
        result.append({ pending.section(u' ', 0, 0).toUpper(), pending.section(u' ', 1).trimmed(), start });
        pending.clear();
    }
    return result;
}

DockerCommand commandFrom(const Instruction &instruction)
{
    DockerCommand command;
    command.line = instruction.line;
    const QJsonDocument list = QJsonDocument::fromJson(instruction.text.toUtf8());
    if (instruction.text.startsWith(u'[') && list.isArray()) {
        for (const QJsonValue &item : list.array())
            command.arguments.append(item.toString());
    } else {
        command.shell = true;
        command.arguments.append(instruction.text);
    }
    return command;
}

void readEnvironment(const Instruction &instruction, DockerImage &stage)
{
    const QString first = instruction.text.section(u' ', 0, 0);
    if (!first.contains(u'=')) { // "ENV KEY value"
        stage.environment.insert(first, { instruction.text.section(u' ', 1), instruction.line });
        return;
    }
    const std::optional<QList<ShellWord>> words = shellWords(instruction.text);
    for (const ShellWord &word : words.value_or(QList<ShellWord>()))
        stage.environment.insert(word.text.section(u'=', 0, 0), { word.text.section(u'=', 1), instruction.line });
}

} // namespace

DockerImage readDockerfile(const QByteArray &bytes, const QString &target)
{
    QMap<QString, QString> globals; // ARG before FROM, for FROM
    QMap<QString, int> arguments;
    QHash<QString, DockerImage> stages;
    DockerImage stage;
    QString name;
    bool inStage = false;
    int count = 0;
    for (const Instruction &instruction : instructionsOf(bytes)) {
        if (instruction.name == QLatin1String("FROM")) {
            if (inStage) {
                stages.insert(name, stage);
                if (!target.isEmpty() && (name == target.toLower()))
                    break;
            }
            const VariableLookup lookup
                = [&](const QString &key) { return globals.contains(key) ? std::optional(globals.value(key)) : std::nullopt; };
            QStringList words = instruction.text.split(u' ', Qt::SkipEmptyParts);
            while (!words.isEmpty() && words.constFirst().startsWith(QLatin1String("--")))
                words.removeFirst();
            const Result<TemplateText> image = substituteTemplate(words.value(0), lookup);
            const QString base = image ? image->text : words.value(0);
            stage = stages.value(base.toLower());
            if (!stages.contains(base.toLower()))
                stage.base = base;
            name = words.value(1).toUpper() == QLatin1String("AS") ? words.value(2).toLower() : QString::number(count);
            ++count;
            inStage = true;
        } else if (instruction.name == QLatin1String("ARG")) {
            for (const QString &word : instruction.text.split(u' ', Qt::SkipEmptyParts)) {
                arguments.insert(word.section(u'=', 0, 0), instruction.line);
                if (!inStage)
                    globals.insert(word.section(u'=', 0, 0), word.section(u'=', 1));
            }
        } else if (instruction.name == QLatin1String("ENV")) {
            readEnvironment(instruction, stage);
        } else if (instruction.name == QLatin1String("CMD")) {
            stage.command = commandFrom(instruction);
        } else if (instruction.name == QLatin1String("ENTRYPOINT")) {
            stage.entrypoint = commandFrom(instruction);
            stage.command.reset(); // the base's CMD does not go with it
        }
    }
    stage.arguments = arguments;
    return stage;
}

} // namespace pilothouse
