// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchplan.h"

#include "models/deployment/launchbuilder.h"
#include "models/secrets/redactor.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LaunchPlan)
};

Failure invalidUrl(const QString &where, const QString &text)
{
    return { QStringLiteral("url.invalid"), Texts::tr("The provider’s address cannot be used."),
        Texts::tr("%1 is “%2”.").arg(where, text), Texts::tr("Write an address such as http://127.0.0.1:8001/v1."), {} };
}

/// Choice and description may say so; otherwise a compose file that defines the provider does.
bool isByCompose(const LaunchInputs &inputs)
{
    if (inputs.choice.launcher)
        return *inputs.choice.launcher == LauncherKind::Compose;
    if (inputs.description.launcher)
        return *inputs.description.launcher == LauncherKind::Compose;
    return inputs.compose.has_value();
}

/// The published port of the service; none where an address was chosen or nothing is published.
std::optional<ListenAddress> publishedAddress(LaunchBuilder &builder, LlmMode mode)
{
    const LaunchInputs &inputs = builder.inputs();
    if (!isByCompose(inputs) || !inputs.compose || !inputs.compose->endpoint.isValid() || !inputs.choice.endpoint.isEmpty()
        || !inputs.description.endpoint.isEmpty())
        return std::nullopt;
    ListenAddress address;
    address.endpoint = inputs.compose->endpoint;
    address.configured = address.endpoint;
    address.port = address.endpoint.port();
    const QString key = mode == LlmMode::Ollama ? QStringLiteral("OLLAMA_HOST") : QStringLiteral("LLM_VLLM_URL");
    const QString text = builder.value(key).trimmed();
    const ListenAddress written
        = text.isEmpty() ? ListenAddress() : listenAddress(mode == LlmMode::Ollama ? ollamaHostUrl(text) : QUrl(text));
    if (written.isValid() && !written.open) {
        address.configured = written.configured;
        address.containerOnly = written.containerOnly;
    }
    return address;
}

/// The provider's address: choice, description, then the key of the mode. Blocks when there is none.
ListenAddress addressOf(LaunchBuilder &builder, LlmMode mode)
{
    const LaunchInputs &inputs = builder.inputs();
    QString text = inputs.choice.endpoint;
    QString where = Texts::tr("The address in the settings");
    if (text.isEmpty()) {
        text = inputs.description.endpoint;
        where = Texts::tr("“endpoint” in .pilothouse.json");
    }
    ListenAddress address;
    if (!text.isEmpty()) {
        address = listenAddress(QUrl(text));
    } else if (mode == LlmMode::Ollama) {
        where = QStringLiteral("OLLAMA_HOST");
        text = builder.value(where);
        address = listenAddress(ollamaHostUrl(text));
    } else {
        where = QStringLiteral("LLM_VLLM_URL");
        text = builder.value(where).trimmed();
        if (text.isEmpty()) {
            builder.block({ QStringLiteral("url.required"), Texts::tr("LLM_VLLM_URL is not set."),
                Texts::tr("In the mode vllm it says where vLLM answers."),
                Texts::tr("Set it to http://127.0.0.1:8001/v1, for instance."), {} });
            return address;
        }
        address = listenAddress(QUrl(text));
    }
    if (!address.isValid())
        builder.block(invalidUrl(where, text));
    return address;
}

LauncherKind detected(LlmMode mode, const ListenAddress &address, QString &reason)
{
    if (address.otherMachine) {
        reason = Texts::tr("The provider’s address %1 is on another machine.").arg(address.endpoint.text());
        return LauncherKind::Remote;
    }
    if (mode == LlmMode::Ollama) {
        reason = Texts::tr("LLM_MODE is ollama and the address is on this machine.");
        return LauncherKind::Ollama;
    }
    reason = Texts::tr("LLM_MODE is vllm and the address is on this machine.");
    return LauncherKind::Vllm;
}

LauncherKind launcherOf(const LaunchInputs &inputs, LlmMode mode, const ListenAddress &address, QString &reason)
{
    if (inputs.choice.launcher) {
        reason = Texts::tr("The launcher is your own choice.");
        return *inputs.choice.launcher;
    }
    if (inputs.description.launcher) {
        reason = Texts::tr("The launcher is named by .pilothouse.json.");
        return *inputs.description.launcher;
    }
    if (inputs.compose) {
        reason = Texts::tr("%1 line %2 defines the service %3.")
                     .arg(inputs.compose->place.file)
                     .arg(inputs.compose->place.line)
                     .arg(inputs.compose->service);
        return LauncherKind::Compose;
    }
    return detected(mode, address, reason);
}

/// .pilothouse.json itself sends us, with prompts and the key, to another machine.
bool isForeignEndpoint(const LaunchInputs &inputs, const ListenAddress &address)
{
    return address.isValid() && !address.endpoint.isLoopback() && inputs.choice.endpoint.isEmpty()
        && !inputs.description.endpoint.isEmpty();
}

/// What the operator consents to: the deployment's own words, not the values of .env that they refer to.
QString consentHash(const LaunchInputs &inputs, const LaunchSpec &spec, bool listensOpenly, bool foreignEndpoint)
{
    const DeploymentDescription &description = inputs.description;
    QJsonObject environment;
    for (auto it = description.environment.begin(); it != description.environment.end(); ++it)
        environment.insert(it.key(), *it);
    QJsonObject content{ { QStringLiteral("folder"), inputs.deployment.folder },
        { QStringLiteral("program"), description.program },
        { QStringLiteral("args"), QJsonArray::fromStringList(description.args) }, { QStringLiteral("environment"), environment },
        { QStringLiteral("open"), listensOpenly } };
    if (foreignEndpoint)
        content.insert(QStringLiteral("endpoint"), description.endpoint);
    if (spec.compose && inputs.compose) {
        content.insert(QStringLiteral("compose"), inputs.compose->contentHash);
        content.insert(QStringLiteral("command"), QJsonArray::fromStringList(spec.argumentTexts()));
    }
    const QByteArray bytes = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

void addAddress(LaunchSpec &spec, const ListenAddress &address)
{
    spec.endpoint = address.endpoint;
    spec.configuredEndpoint = address.configured;
    if (address.containerOnly) {
        spec.notes.append(Texts::tr("The host name %1 exists only inside the compose network. From here the address is %2.")
                              .arg(address.configured.host(), address.endpoint.text()));
    }
}

/// A launcher that contradicts the mode would start a provider that the backend never asks.
void checkMode(LaunchBuilder &builder, LauncherKind kind, LlmMode mode)
{
    const bool clash
        = (kind == LauncherKind::Ollama && mode == LlmMode::Vllm) || (kind == LauncherKind::Vllm && mode == LlmMode::Ollama);
    if (clash) {
        builder.block({ QStringLiteral("launcher.mode"), Texts::tr("The launcher does not fit LLM_MODE."),
            Texts::tr("LLM_MODE is %1, the launcher is %2.").arg(builder.value(QStringLiteral("LLM_MODE")), launcherName(kind)),
            Texts::tr("Change LLM_MODE, or the launcher in the settings or .pilothouse.json."), {} });
    }
}

void planKind(LaunchBuilder &builder, LauncherKind kind, LlmMode mode, const ListenAddress &address)
{
    switch (kind) {
    case LauncherKind::Ollama:
        return planOllama(builder, address);
    case LauncherKind::Vllm:
        return planVllm(builder, address);
    case LauncherKind::Command:
        builder.addModel(mode);
        return planCommand(builder);
    case LauncherKind::Remote:
        return builder.addModel(mode);
    case LauncherKind::None:
        return;
    case LauncherKind::Compose:
        return planCompose(builder, mode);
    case LauncherKind::Make:
    case LauncherKind::Systemd:
        builder.addModel(mode);
        builder.block({ QStringLiteral("launcher.unsupported"),
            Texts::tr("Pilothouse cannot start this deployment: it is run by %1.").arg(launcherName(kind)),
            Texts::tr("This version starts Ollama, vLLM and single commands."),
            Texts::tr("Start it in a terminal; Pilothouse shows its state and talks to it."), {} });
        return;
    }
}

} // namespace

QString valueInForce(const QMap<QString, QString> &values, const QString &key)
{
    if (values.contains(key))
        return values.value(key);
    if (key == QLatin1String("LLM_MODE"))
        return QStringLiteral("ollama");
    return key == QLatin1String("LLM_MODEL") ? QStringLiteral("llama3.1:8b") : QString();
}

QString modelKeyInForce(const QMap<QString, QString> &values, LlmMode mode)
{
    const QString own = QStringLiteral("VLLM_MODEL");
    return mode == LlmMode::Vllm && values.contains(own) ? own : QStringLiteral("LLM_MODEL");
}

QStringList launchKeys(const QMap<QString, QString> &values, LauncherKind kind)
{
    QStringList keys{ QStringLiteral("LLM_MODE") };
    const LlmMode mode = llmModeFromText(valueInForce(values, keys.first()));
    if (mode == LlmMode::Ollama || mode == LlmMode::Vllm)
        keys.append(modelKeyInForce(values, mode));
    if (kind == LauncherKind::Vllm)
        keys += QStringList{ QStringLiteral("LLM_VLLM_URL") } + vllmKeys();
    if (kind == LauncherKind::Ollama) {
        for (auto it = values.begin(); it != values.end(); ++it) {
            if (it.key().startsWith(QLatin1String("OLLAMA_")) && !isSecretKey(it.key()))
                keys.append(it.key());
        }
    }
    return keys;
}

LaunchSpec launchPlan(const LaunchInputs &inputs)
{
    LaunchBuilder builder(inputs);
    LaunchSpec &spec = builder.spec;
    spec.workingFolder = inputs.deployment.folder;
    const QString modeText = builder.value(QStringLiteral("LLM_MODE"));
    const LlmMode mode = llmModeFromText(modeText);
    if (mode == LlmMode::Unknown) {
        builder.block({ QStringLiteral("mode.unknown"), Texts::tr("LLM_MODE names no provider."),
            Texts::tr("It is “%1”.").arg(modeText), Texts::tr("Set it to ollama, vllm or none."), {} });
        return spec;
    }
    if (mode == LlmMode::None) {
        spec.reason = Texts::tr("LLM_MODE is none: no provider is used.");
        builder.applied(QStringLiteral("LLM_MODE"));
        return spec;
    }
    const std::optional<ListenAddress> published = publishedAddress(builder, mode);
    const ListenAddress address = published ? *published : addressOf(builder, mode);
    addAddress(spec, address);
    spec.kind = launcherOf(inputs, mode, address, spec.reason);
    checkMode(builder, spec.kind, mode);
    planKind(builder, spec.kind, mode, address);
    const bool starts = !spec.program.isEmpty();
    const bool listensOpenly = starts && spec.kind != LauncherKind::Compose
        && (address.open || (address.otherMachine && spec.kind != LauncherKind::Command));
    if (listensOpenly)
        spec.notes.append(Texts::tr("It will listen on the network: other machines can use it without a password."));
    const bool foreignEndpoint = isForeignEndpoint(inputs, address);
    const bool ownWords = inputs.description.decidesWhatRuns() || spec.compose;
    if ((starts && (ownWords || listensOpenly)) || foreignEndpoint)
        spec.trustHash = consentHash(inputs, spec, listensOpenly, foreignEndpoint);
    spec.keyAllowed = mode == LlmMode::Vllm && spec.kind != LauncherKind::Ollama && address.isValid() && !foreignEndpoint;
    return spec;
}

} // namespace pilothouse
