// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/pages/chat/chatpage.h"

#include <QAction>

namespace pilothouse {

namespace {

ChatParameters parametersFromEnv(const DeploymentSession &session, const EnvService &env)
{
    const ChatRequest request = session.chatRequest({});
    ChatParameters parameters;
    parameters.model = request.model.text();
    parameters.temperature = request.temperature;
    parameters.maxTokens = request.maxTokens;
    parameters.timeoutSeconds = request.timeoutMs / 1000;
    // LLM_STREAM_ENABLED speaks of the backend; here an answer that grows is the point, so only an explicit false stops it.
    parameters.stream = !env.savedHas(QStringLiteral("LLM_STREAM_ENABLED"))
        || env.savedValue(QStringLiteral("LLM_STREAM_ENABLED")).compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    return parameters;
}

void send(DeploymentSession &session, ChatPage *page, const QList<ChatMessage> &messages, const ChatParameters &parameters)
{
    ChatRequest request = session.chatRequest(messages);
    request.model = ModelName(parameters.model);
    request.temperature = parameters.temperature;
    request.maxTokens = parameters.maxTokens;
    request.timeoutMs = parameters.timeoutSeconds * 1000;
    request.stream = parameters.stream;
    page->answerStarted();
    session.chat().send(request);
}

} // namespace

QWidget *makeChat(Panel &panel)
{
    auto *page = new ChatPage;
    DeploymentSession &session = panel.session();
    ChatService *chat = &session.chat();
    const auto show = [page, &session] {
        page->setParameters(parametersFromEnv(session, session.env()));
        page->setProviderStatus(session.status());
    };
    QObject::connect(&session, &DeploymentSession::courseChanged, page, show);
    QObject::connect(page, &ChatPage::sendRequested, chat,
        [&session, page](const QList<ChatMessage> &messages, const ChatParameters &parameters) { send(session, page, messages, parameters); });
    QObject::connect(page, &ChatPage::stopRequested, chat, &ChatService::stop);
    QObject::connect(page, &ChatPage::startRequested, &panel, &Panel::startProvider);
    QObject::connect(page, &ChatPage::linkRequested, &panel, [&panel](const QUrl &url) { openLink(panel, url); });
    QObject::connect(chat, &ChatService::textArrived, page, &ChatPage::appendText);
    QObject::connect(chat, &ChatService::reasoningArrived, page, &ChatPage::appendReasoning);
    QObject::connect(chat, &ChatService::figuresChanged, page, &ChatPage::setFigures);
    QObject::connect(chat, &ChatService::finished, page, &ChatPage::finishAnswer);
    show();
    return page;
}

void wireChat(Panel &panel)
{
    MainWindow *window = &panel.window();
    QObject::connect(window->actions()->composer, &QAction::triggered, window, [window] {
        window->showPage(QStringLiteral("chat"));
        window->page(QStringLiteral("chat"))->setFocus(Qt::ShortcutFocusReason);
    });
}

} // namespace pilothouse
