// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/dockertools.h"

#include "models/deployment/programsearch.h"
#include "models/deployment/trace/filereading.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DockerTools)
};

QString configFolderOf(const QMap<QString, QString> &environment)
{
    const QString own = environment.value(QStringLiteral("DOCKER_CONFIG"));
    return own.isEmpty() ? environment.value(QStringLiteral("HOME")) + QLatin1String("/.docker") : own;
}

QJsonObject jsonOf(const QString &path)
{
    const Result<QByteArray> bytes = readDeploymentFile(path);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

bool hasPlugin(const QString &configFolder, const QJsonObject &config)
{
    QStringList folders{ configFolder + QLatin1String("/cli-plugins") };
    for (const QJsonValue &extra : config.value(QLatin1String("cliPluginsExtraDirs")).toArray())
        folders << extra.toString();
    folders << QStringLiteral("/usr/local/lib/docker/cli-plugins") << QStringLiteral("/usr/local/libexec/docker/cli-plugins")
            << QStringLiteral("/usr/lib/docker/cli-plugins") << QStringLiteral("/usr/libexec/docker/cli-plugins");
    return std::any_of(folders.cbegin(), folders.cend(), [](const QString &folder) {
        const QFileInfo info(folder + QLatin1String("/docker-compose"));
        return info.isFile() && info.isExecutable();
    });
}

/// docker's own layout: contexts/meta/SHA256(name)/meta.json.
QString addressOfContext(const QString &name, const QString &configFolder)
{
    if (name.isEmpty() || name == QLatin1String("default"))
        return {};
    const QByteArray id = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QJsonObject meta = jsonOf(QStringLiteral("%1/contexts/meta/%2/meta.json").arg(configFolder, QString::fromLatin1(id)));
    const QJsonObject endpoints = meta.value(QLatin1String("Endpoints")).toObject();
    return endpoints.value(QLatin1String("docker")).toObject().value(QLatin1String("Host")).toString();
}

/// Empty for a socket and for loopback.
QString otherMachine(const QString &address)
{
    const QUrl url(address);
    if (url.scheme() == QLatin1String("unix") || url.scheme() == QLatin1String("npipe"))
        return {};
    const QString host = url.host();
    return host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1")
        ? QString()
        : host;
}

} // namespace

DockerTools findDockerTools(const QMap<QString, QString> &environment)
{
    const QString path = environment.value(QStringLiteral("PATH"));
    const auto find = [&path](const char *name) {
        const Result<QString> found = findProgram(QLatin1String(name), path, {});
        return found ? *found : QString();
    };
    const QString docker = find("docker");
    const QString standalone = find("docker-compose");
    const QString podmanCompose = find("podman-compose");
    const QString config = configFolderOf(environment);
    const QJsonObject settings = jsonOf(config + QLatin1String("/config.json"));

    DockerTools tools;
    if (!docker.isEmpty() && hasPlugin(config, settings)) {
        tools.program = docker;
        tools.engine = docker;
    } else if (!standalone.isEmpty()) {
        tools.tool = ComposeTool::Standalone;
        tools.program = standalone;
        tools.engine = docker;
    } else if (!podmanCompose.isEmpty()) {
        tools.tool = ComposeTool::Podman;
        tools.program = podmanCompose;
        tools.engine = find("podman");
        return tools; // podman has no DOCKER_HOST
    } else if (!docker.isEmpty()) {
        tools.missing = Failure{ QStringLiteral("docker.no-compose"), Texts::tr("Docker has no compose command here."),
            Texts::tr("%1 is there, but neither its plugin “compose” nor docker-compose.").arg(docker),
            Texts::tr("Install the package docker-compose-plugin (on Debian docker-compose)."), {} };
    } else {
        tools.missing = Failure{ QStringLiteral("docker.absent"), Texts::tr("Docker is not installed here."),
            Texts::tr("PATH has neither docker nor docker-compose nor podman-compose."),
            Texts::tr("Install Docker with its compose plugin, or choose another way to run the provider."), {} };
    }
    QString address = environment.value(QStringLiteral("DOCKER_HOST"));
    if (address.isEmpty()) {
        const QString named = environment.value(QStringLiteral("DOCKER_CONTEXT"));
        const QString current = settings.value(QLatin1String("currentContext")).toString();
        address = addressOfContext(named.isEmpty() ? current : named, config);
    }
    tools.host = address.isEmpty() ? QString() : otherMachine(address);
    return tools;
}

QString composeToolName(ComposeTool tool)
{
    switch (tool) {
    case ComposeTool::Plugin:
        return QStringLiteral("docker compose");
    case ComposeTool::Standalone:
        return QStringLiteral("docker-compose");
    case ComposeTool::Podman:
        return QStringLiteral("podman-compose");
    }
    return {};
}

} // namespace pilothouse
