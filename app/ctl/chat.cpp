// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/chat/chatjson.h"
#include "models/domain/format.h"

namespace pilothouse {

namespace {

std::optional<Error> obstacle(const DeploymentSession &session)
{
    const ProviderStatus &status = session.status();
    if (status.state == ProviderState::Starting) {
        return Error{ QStringLiteral("chat.starting"), CommandContext::tr("The provider is still starting."), {},
            CommandContext::tr("Wait until it is ready: pilothousectl up"), {} };
    }
    if (status.state != ProviderState::Stopped && status.state != ProviderState::Failed)
        return std::nullopt;
    return Error{ QStringLiteral("chat.stopped"),
        CommandContext::tr("The provider is not running: no model answers at %1.").arg(status.endpoint.text()),
        status.failure ? status.failure->message : QString(), CommandContext::tr("Start it with: pilothousectl up"), {} };
}

void ask(CommandContext &context, DeploymentSession &session, const QString &prompt)
{
    if (const std::optional<Error> error = obstacle(session)) {
        context.fail(*error);
        return;
    }
    ChatService &chat = session.chat();
    QObject::connect(&chat, &ChatService::textArrived, &context, [&context](const QString &delta) { context.stream(delta); });
    QObject::connect(&chat, &ChatService::finished, &context, [&context](const ChatAnswer &answer) {
        if (!answer.text.isEmpty())
            context.stream(QStringLiteral("\n"));
        if (answer.failure && answer.text.isEmpty()) {
            context.fail(*answer.failure);
            return;
        }
        const ChatFigures &figures = answer.figures;
        const QString first = formatMs(figures.firstTokenMs);
        const QString rate = formatRate(figures.tokensPerSecond);
        const QString count = figures.completionTokens ? formatCount(*figures.completionTokens) : QStringLiteral("—");
        context.note(answer.interrupted
                ? CommandContext::tr("broken off: first token %1, %2, %3 tokens until then").arg(first, rate, count)
                : CommandContext::tr("first token %1, %2, %3 tokens, finish %4").arg(first, rate, count, answer.finishReason));
        if (answer.failure)
            context.noteFailure(*answer.failure);
        context.finish(chatJson(answer), answer.interrupted ? 1 : 0);
    });
    context.onInterrupt([&chat] { chat.stop(); });
    chat.send(session.chatRequest({ ChatMessage{ ChatRole::User, prompt } }));
}

} // namespace

void runChat(CommandContext &context)
{
    const QString via = context.option(QStringLiteral("via"));
    if (!via.isEmpty() && via != QLatin1String("provider")) {
        context.usage(CommandContext::tr("--via is provider, not %1.").arg(via));
        return;
    }
    if (!context.expectArguments(1, 1))
        return;
    const QString prompt = context.arguments().first();
    context.withObservedProvider([&context, prompt](DeploymentSession &session) { ask(context, session, prompt); });
}

} // namespace pilothouse
