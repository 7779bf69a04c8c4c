// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/deploymentdescription.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

constexpr qint64 maxBytes = 1 << 20;

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DeploymentDescription)
};

Error invalid(const QString &cause)
{
    return { QStringLiteral("description.invalid"), Texts::tr(".pilothouse.json cannot be used."), cause,
        Texts::tr("Correct the file, or remove it: Pilothouse then detects how the deployment runs."), {} };
}

/// Reads fields of one object and keeps the first thing that is wrong with any of them.
class FieldReader
{
public:
    FieldReader(const QJsonObject &object, const QString &prefix, QString &problem)
        : m_object(object), m_prefix(prefix), m_problem(problem)
    {
    }

    QString text(const char *name)
    {
        const QJsonValue value = m_object[QLatin1String(name)];
        return expect(name, value, value.isString(), Texts::tr("a text")) ? value.toString() : QString();
    }

    QStringList texts(const char *name)
    {
        const QJsonValue value = m_object[QLatin1String(name)];
        QStringList list;
        if (!expect(name, value, value.isArray(), Texts::tr("a list of texts")))
            return list;
        for (const QJsonValue &item : value.toArray()) {
            if (!expect(name, item, item.isString(), Texts::tr("a list of texts")))
                return {};
            list.append(item.toString());
        }
        return list;
    }

    QMap<QString, QString> map(const char *name)
    {
        const QJsonObject object = this->object(name);
        QMap<QString, QString> values;
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (expect(name, it.value(), it.value().isString(), Texts::tr("an object of texts")))
                values.insert(it.key(), it.value().toString());
        }
        return values;
    }

    QJsonObject object(const char *name)
    {
        const QJsonValue value = m_object[QLatin1String(name)];
        return expect(name, value, value.isObject(), Texts::tr("an object")) ? value.toObject() : QJsonObject();
    }

private:
    bool expect(const char *name, const QJsonValue &value, bool fits, const QString &wanted)
    {
        if (!fits && !value.isUndefined() && m_problem.isEmpty())
            m_problem = Texts::tr("The field “%1” must be %2.").arg(m_prefix + QLatin1String(name), wanted);
        return fits;
    }

    const QJsonObject m_object; // const: the other operator[] inserts what is missing
    QString m_prefix;
    QString &m_problem;
};

} // namespace

Result<DeploymentDescription> parseDescription(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError) {
        const int line = int(json.left(parse.offset).count('\n')) + 1;
        return invalid(Texts::tr("Line %1 is not valid JSON: %2.").arg(line).arg(parse.errorString()));
    }
    if (!document.isObject())
        return invalid(Texts::tr("It must hold one JSON object."));

    QString problem;
    FieldReader fields(document.object(), QString(), problem);
    DeploymentDescription description;
    const QString launcher = fields.text("launcher");
    if (!launcher.isEmpty()) {
        const LauncherKind kind = launcherFromName(launcher, LauncherKind::None);
        if (launcherName(kind) != launcher)
            return invalid(Texts::tr("The field “launcher” has the unknown value “%1”.").arg(launcher));
        description.launcher = kind;
    }
    description.program = fields.text("program");
    description.args = fields.texts("args");
    description.environment = fields.map("environment");
    description.endpoint = fields.text("endpoint");
    description.backend = fields.text("backend");
    description.smoke = fields.text("smoke");
    FieldReader compose(fields.object("compose"), QStringLiteral("compose."), problem);
    description.composeFiles = compose.texts("files");
    description.composeService = compose.text("service");
    description.composeBackend = compose.text("backend");
    if (!problem.isEmpty())
        return invalid(problem);
    return description;
}

Result<DeploymentDescription> readDescription(const QString &folder)
{
    const QFileInfo info(QDir(folder).filePath(QLatin1String(descriptionFileName)));
    if (!info.exists())
        return DeploymentDescription();
    if (!info.isFile()) // a FIFO would block the reader
        return invalid(Texts::tr("It is not a regular file."));
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly))
        return invalid(Texts::tr("It cannot be read: %1.").arg(file.errorString()));
    const QByteArray json = file.read(maxBytes + 1);
    if (json.size() > maxBytes)
        return invalid(Texts::tr("It is larger than 1 MB."));
    return parseDescription(json);
}

} // namespace pilothouse
