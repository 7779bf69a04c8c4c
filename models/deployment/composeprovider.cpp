// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/composeprovider.h"

#include "models/deployment/compose/composefiles.h"
#include "models/deployment/launchbuilder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace pilothouse {

namespace {

bool servesMode(const QString &program, LlmMode mode)
{
    if (mode == LlmMode::Ollama)
        return program == QLatin1String("ollama");
    return program == QLatin1String("vllm") || program == QLatin1String("llama-server");
}

QString usualPort(const QString &program)
{
    if (program == QLatin1String("ollama"))
        return QStringLiteral("11434");
    return program == QLatin1String("llama-server") ? QStringLiteral("8080") : QStringLiteral("8000");
}

/// Where the backend is told to find the provider; invalid when .env does not say.
ListenAddress addressInEnv(const ConfigTrace &trace, LlmMode mode)
{
    const KeyTrace *key = trace.find(mode == LlmMode::Ollama ? u"OLLAMA_HOST" : u"LLM_VLLM_URL");
    const QString text = key && key->value ? key->value->trimmed() : QString();
    if (text.isEmpty())
        return {};
    return listenAddress(mode == LlmMode::Ollama ? ollamaHostUrl(text) : QUrl(text));
}

/// "127.0.0.1:8001" of the port that the provider listens on; empty when it publishes none.
QString publishedPort(const TracedService &service, const ListenAddress &address)
{
    const QStringList wanted{ address.isValid() ? QString::number(address.port) : QString(), usualPort(service.program) };
    for (const QString &port : wanted) {
        for (const auto &[inside, outside] : service.ports) {
            if (inside == port)
                return outside;
        }
    }
    return service.ports.isEmpty() ? QString() : service.ports.constFirst().second;
}

/// Could the address in .env mean this service? A loopback address with a port that it does not publish means a program
/// outside of containers; a service name means that service; anything else says nothing.
bool mayBeMeant(const TracedService &service, const ListenAddress &address, const QString &engineHost)
{
    if (!address.isValid() || address.open)
        return true;
    const QString host = address.configured.host();
    if (address.otherMachine)
        return host == QLatin1String("host.docker.internal") || (!engineHost.isEmpty() && host == engineHost);
    if (address.containerOnly)
        return true;
    const QString port = u':' + QString::number(address.port);
    return std::any_of(
        service.ports.cbegin(), service.ports.cend(), [&port](const auto &each) { return each.second.endsWith(port); });
}

int fitness(const TracedService &service, const ListenAddress &address)
{
    if (!address.isValid())
        return 0;
    const QString port = u':' + QString::number(address.port);
    const bool byPort = std::any_of(
        service.ports.cbegin(), service.ports.cend(), [&port](const auto &each) { return each.second.endsWith(port); });
    return service.name == address.configured.host() ? 2 : byPort && !address.containerOnly ? 1 : 0;
}

const TracedService *providerIn(const ConfigTrace &trace, const TraceInputs &inputs, LlmMode mode, const QString &engineHost)
{
    const ListenAddress address = addressInEnv(trace, mode);
    const QString &named = inputs.description.composeService;
    const TracedService *best = nullptr;
    for (const TracedService &service : trace.services) {
        if (!service.active)
            continue;
        if (!named.isEmpty()) {
            if (service.name == named && (service.program.isEmpty() || servesMode(service.program, mode)))
                return &service;
            continue;
        }
        if (!servesMode(service.program, mode) || !mayBeMeant(service, address, engineHost))
            continue;
        if (!best || fitness(service, address) > fitness(*best, address))
            best = &service;
    }
    return best;
}

Endpoint endpointOf(const QString &published, const QString &engineHost)
{
    const qsizetype colon = published.lastIndexOf(u':');
    bool number = false;
    const int port = published.mid(colon + 1).toInt(&number);
    if (colon < 0 || !number || port <= 0)
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(engineHost.isEmpty() ? published.left(colon) : engineHost);
    url.setPort(port);
    return Endpoint(url);
}

QString hashOf(const QStringList &files, const FileReading &read)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &file : files) {
        const Result<QByteArray> bytes = read(file);
        const QByteArray content = bytes ? *bytes : QByteArray();
        hash.addData(file.toUtf8() + '\0' + QByteArray::number(content.size()) + '\0');
        hash.addData(content);
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// The one that the description names, else the only other service that asks the provider's mode for an answer.
QString backendIn(const ConfigTrace &trace, const TraceInputs &inputs, const TracedService &provider)
{
    if (!inputs.description.composeBackend.isEmpty())
        return inputs.description.composeBackend;
    QStringList asking;
    for (const KeyTrace &key : trace.keys) {
        if (key.key != QLatin1String("LLM_MODE"))
            continue;
        for (const TraceReader &reader : key.readers) {
            const bool container = reader.kind == TraceReaderKind::Environment || reader.kind == TraceReaderKind::EnvFile;
            if (container && reader.active && reader.service != provider.name && !asking.contains(reader.service))
                asking.append(reader.service);
        }
    }
    return asking.size() == 1 ? asking.constFirst() : QString();
}

} // namespace

ComposeProviders findComposeProviders(const TraceInputs &inputs)
{
    static const VariableSchema schema = VariableSchema::load(QStringLiteral("en"));
    const QDir folder(inputs.deployment.folder);
    const bool any = !inputs.description.composeFiles.isEmpty() || inputs.envBytes.contains("COMPOSE_FILE")
        || inputs.shell.contains(QStringLiteral("COMPOSE_FILE"))
        || !folder.entryList({ QStringLiteral("*compose*.yml"), QStringLiteral("*compose*.yaml") }, QDir::Files).isEmpty();
    if (!any)
        return {};
    const DockerTools tools = findDockerTools(inputs.shell);
    ComposeProviders found;
    for (const auto &[mode, text] : { std::pair{ LlmMode::Ollama, "ollama" }, std::pair{ LlmMode::Vllm, "vllm" } }) {
        TraceInputs asked = inputs;
        asked.shell.insert(QStringLiteral("LLM_MODE"), QLatin1String(text)); // beats .env
        const ConfigTrace trace = traceConfiguration(asked, schema);
        const TracedService *service = providerIn(trace, asked, mode, tools.host);
        if (!service)
            continue;
        ComposeProvider provider;
        provider.tools = tools;
        provider.files = service->files;
        provider.service = service->name;
        provider.place = service->place;
        provider.program = service->program;
        provider.servedName = service->servedName;
        provider.backend = backendIn(trace, asked, *service);
        provider.endpoint = endpointOf(publishedPort(*service, addressInEnv(trace, mode)), tools.host);
        provider.open = service->portsAreOpen;
        provider.contentHash = hashOf(service->filesRead, inputs.read);
        found.insert(mode, provider);
    }
    return found;
}

} // namespace pilothouse
