// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/session/deploymentsession.h"
#include "models/chat/chatjson.h"
#include "models/domain/format.h"

namespace pilothouse {

namespace {

void ask(CommandContext &context, DeploymentSession &session, const QString &prompt)
{
    ChatService &chat = session.chat();
    QObject::connect(&chat, &ChatService::textArrived, &context, [&context](const QString &delta) { context.stream(delta); });
    QObject::connect(&chat, &ChatService::finished, &context, [&context](const ChatAnswer &answer) {
        context.stream(QStringLiteral("\n"));
        if (answer.failure && answer.text.isEmpty()) {
            context.fail(*answer.failure);
            return;
        }
        const ChatFigures &figures = answer.figures;
        context.note(CommandContext::tr("first token %1, %2, %3 tokens, finish %4")
                         .arg(formatMs(figures.firstTokenMs), formatRate(figures.tokensPerSecond),
                             figures.completionTokens ? formatCount(*figures.completionTokens) : QStringLiteral("—"),
                             answer.finishReason.isEmpty() ? CommandContext::tr("none, interrupted") : answer.finishReason));
        if (answer.failure)
            context.note(answer.failure->message);
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
    context.withSession([&context, prompt](DeploymentSession &session) { ask(context, session, prompt); });
}

} // namespace pilothouse
