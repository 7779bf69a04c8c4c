// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

static void registerResources() // Q_INIT_RESOURCE must stand outside a namespace; a static library needs it
{
    Q_INIT_RESOURCE(programs);
}

namespace pilothouse {

namespace {

QStringList texts(const QJsonObject &object, const char *key)
{
    QStringList list;
    for (const QJsonValue &item : object.value(QLatin1String(key)).toArray())
        list << item.toString();
    return list;
}

KnownProgram programFrom(const QJsonObject &object)
{
    KnownProgram program;
    program.id = object.value(QLatin1String("id")).toString();
    program.images = texts(object, "images");
    program.commands = texts(object, "commands");
    program.modules = texts(object, "modules");
    program.argumentsOnly = object.value(QLatin1String("arguments_only")).toBool();
    program.modelFlags = texts(object, "model_flags");
    program.nameFlags = texts(object, "name_flags");
    program.modelPosition = object.value(QLatin1String("model_position")).toBool();
    const QStringList variables = texts(object, "variables");
    program.variables = QSet<QString>(variables.begin(), variables.end());
    program.prefixes = texts(object, "prefixes");
    return program;
}

/// Name without tag and digest: the last colon counts only behind the last slash (a registry may have a port).
QString imageName(const QString &image)
{
    const QString name = image.section(u'@', 0, 0);
    const qsizetype colon = name.lastIndexOf(u':');
    return (colon > name.lastIndexOf(u'/') ? name.left(colon) : name).toLower();
}

} // namespace

bool KnownProgram::reads(const QString &variable) const
{
    return variables.contains(variable)
        || std::any_of(prefixes.begin(), prefixes.end(), [&](const QString &prefix) { return variable.startsWith(prefix); });
}

const KnownPrograms &KnownPrograms::instance()
{
    static const KnownPrograms programs;
    return programs;
}

KnownPrograms::KnownPrograms()
{
    registerResources();
    QFile file(QStringLiteral(":/schema/programs.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list of programs is not linked in");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    m_common = programFrom(root.value(QLatin1String("common")).toObject());
    for (const QJsonValue &item : root.value(QLatin1String("programs")).toArray())
        m_programs << programFrom(item.toObject());
}

const KnownProgram *KnownPrograms::find(const QString &id) const
{
    const auto found
        = std::find_if(m_programs.begin(), m_programs.end(), [&](const KnownProgram &program) { return program.id == id; });
    return found == m_programs.end() ? nullptr : &*found;
}

const KnownProgram *KnownPrograms::ofImage(const QString &image) const
{
    const QString name = imageName(image);
    for (const KnownProgram &program : m_programs) {
        for (const QString &known : program.images) {
            if (name == known || name.endsWith(u'/' + known))
                return &program;
        }
    }
    return nullptr;
}

const KnownProgram *KnownPrograms::ofCommand(const QStringList &arguments) const
{
    static const QRegularExpression separators(QStringLiteral("[\\s;&|'\"()]+"));
    const QStringList words = arguments.join(u' ').split(separators, Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString name = words[i].section(u'/', -1);
        for (const KnownProgram &program : m_programs) {
            const bool module = i > 0 && words[i - 1] == QLatin1String("-m")
                && std::any_of(program.modules.begin(), program.modules.end(),
                    [&](const QString &each) { return words[i] == each || words[i].startsWith(each + u'.'); });
            const bool flagged = i > 0 && words[i - 1].startsWith(u'-') && words[i - 1] != QLatin1String("-c")
                && words[i - 1] != QLatin1String("-lc") && words[i - 1] != QLatin1String("-ec");
            if (module || (!flagged && program.commands.contains(name)))
                return &program;
        }
    }
    return nullptr;
}

bool KnownPrograms::anyReads(const QString &variable) const
{
    return std::any_of(
        m_programs.begin(), m_programs.end(), [&](const KnownProgram &program) { return program.reads(variable); });
}

} // namespace pilothouse
