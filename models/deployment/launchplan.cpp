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
    return detected(mode, address, reason);
}

/// .pilothouse.json itself sends us, with prompts and the key, to another machine.
bool isForeignEndpoint(const LaunchInputs &inputs, const ListenAddress &address)
{
    return address.isValid() && !address.endpoint.isLoopback() && inputs.choice.endpoint.isEmpty()
        && !inputs.description.endpoint.isEmpty();
}

/// What the operator consents to: the deployment's own words, not the values of .env that they refer to.
QString consentHash(const LaunchInputs &inputs, bool listensOpenly, bool foreignEndpoint)
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
    const ListenAddress address = addressOf(builder, mode);
    addAddress(spec, address);
    spec.kind = launcherOf(inputs, mode, address, spec.reason);
    checkMode(builder, spec.kind, mode);
    planKind(builder, spec.kind, mode, address);
    const bool starts = !spec.program.isEmpty();
    const bool listensOpenly = starts && (address.open || (address.otherMachine && spec.kind != LauncherKind::Command));
    if (listensOpenly)
        spec.notes.append(Texts::tr("It will listen on the network: other machines can use it without a password."));
    const bool foreignEndpoint = isForeignEndpoint(inputs, address);
    if ((starts && (inputs.description.decidesWhatRuns() || listensOpenly)) || foreignEndpoint)
        spec.trustHash = consentHash(inputs, listensOpenly, foreignEndpoint);
    spec.keyAllowed = mode == LlmMode::Vllm && spec.kind != LauncherKind::Ollama && address.isValid() && !foreignEndpoint;
    return spec;
}

} // namespace pilothouse
