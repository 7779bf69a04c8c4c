// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/domain/format.h"

namespace pilothouse {

namespace {

QJsonValue numberOrNull(std::optional<qint64> number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

void listModels(CommandContext &context, DeploymentSession &session)
{
    QJsonArray array;
    for (const ModelEntry &model : session.models()) {
        array << QJsonObject{ { QStringLiteral("name"), model.name.text() }, { QStringLiteral("provider"), model.provider },
            { QStringLiteral("source"), model.source }, { QStringLiteral("size_bytes"), numberOrNull(model.sizeBytes) },
            { QStringLiteral("parameters"), textOrNull(model.parameters) },
            { QStringLiteral("quantization"), textOrNull(model.quantization) },
            { QStringLiteral("context"), model.contextLength ? QJsonValue(*model.contextLength) : QJsonValue(QJsonValue::Null) },
            { QStringLiteral("loaded"), model.loaded }, { QStringLiteral("vram_bytes"), numberOrNull(model.vramBytes) },
            { QStringLiteral("fits"), QJsonValue(QJsonValue::Null) } };
        const bool current = model.name.matches(session.configuredModel());
        context.print(QStringLiteral("%1 %2  %3  %4  %5")
                          .arg(current ? QLatin1Char('*') : QLatin1Char(' '))
                          .arg(model.name.text(), -40)
                          .arg(formatBytes(model.sizeBytes), 10)
                          .arg(model.quantization, -8)
                          .arg(model.loaded ? CommandContext::tr("loaded") : model.source));
    }
    if (session.models().isEmpty()) {
        context.print(session.status().state == ProviderState::Stopped
                ? CommandContext::tr("No models are known. The provider is stopped: start it with pilothousectl up.")
                : CommandContext::tr("The provider lists no models."));
    }
    context.finish(array);
}

} // namespace

void runModels(CommandContext &context)
{
    if (!context.expectArguments(0, 0))
        return;
    context.withObservedProvider(
        [&context](DeploymentSession &session) { session.withModels([&context, &session] { listModels(context, session); }); });
}

} // namespace pilothouse
