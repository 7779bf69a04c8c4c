// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/chatfailure.h"

#include "models/chat/chatparser.h"
#include "models/net/jsonobject.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ChatFailure)
};

QString serverText(const ChatRequest &request, const QByteArray &body)
{
    const std::optional<QJsonObject> object = jsonObject(body);
    QString text = object ? jsonErrorText(*object) : QString::fromUtf8(body.left(2000)).simplified();
    // Ollama passes the error of its runner on as a JSON text inside the text.
    if (const std::optional<QJsonObject> inner = jsonObject(text.toUtf8())) {
        if (const QString innerText = jsonErrorText(*inner); !innerText.isEmpty())
            text = innerText;
    }
    if (!request.apiKey.isEmpty())
        text.replace(request.apiKey, QStringLiteral("•••"));
    if (text.startsWith(u'<')) // a page of some web server says nothing that helps
        return {};
    return text.left(500);
}

bool containsAny(const QString &text, std::initializer_list<const char *> parts)
{
    return std::any_of(
        parts.begin(), parts.end(), [&](const char *part) { return text.contains(QLatin1String(part), Qt::CaseInsensitive); });
}

Failure modelMissing(const ChatRequest &request, const QString &text)
{
    const QString model = request.model.text();
    const QString fix = request.protocol == ChatProtocol::Ollama
        ? Texts::tr("Get it with “ollama pull %1”, or choose a model that is installed.").arg(model)
        : Texts::tr("Choose a model that the provider serves, or restart the provider with this one.");
    return { QStringLiteral("chat.model-missing"), Texts::tr("The provider does not have the model %1.").arg(model), text, fix,
        {} };
}

Failure brokenOff()
{
    return { QStringLiteral("chat.broken-off"), Texts::tr("The provider closed the connection before the answer was complete."),
        Texts::tr("It may have stopped, crashed or run out of memory."),
        Texts::tr("Look into the provider’s log, then ask again."), {} };
}

} // namespace

Failure chatStatusFailure(const ChatRequest &request, int status, const QByteArray &body)
{
    const QString text = serverText(request, body);
    const QString cause = text.isEmpty() ? Texts::tr("It answered with HTTP status %1.").arg(status) : text;
    const QString detail = QStringLiteral("HTTP %1").arg(status);
    if (status == 401) {
        return { QStringLiteral("chat.key"), Texts::tr("The provider wants an API key."),
            request.apiKey.isEmpty() ? Texts::tr("The request had no key.")
                                     : Texts::tr("It did not accept the key that was sent."),
            Texts::tr("Enter the provider’s API key in the settings."), detail };
    }
    if (status == 403) {
        return { QStringLiteral("chat.refused-request"), Texts::tr("The provider refuses requests from here."), cause,
            Texts::tr("Use the address 127.0.0.1 or localhost, or check the provider’s API key and its allowed origins."),
            detail };
    }
    const bool namesModel = containsAny(text, { "model" });
    if ((status == 404 && namesModel)
        || (status == 400 && namesModel && containsAny(text, { "not found", "does not exist", "not installed" }))) {
        Failure failure = modelMissing(request, cause);
        failure.detail = detail;
        return failure;
    }
    if (status == 404 || status == 405) {
        return { QStringLiteral("chat.no-api"), Texts::tr("There is no chat API at %1.").arg(request.endpoint.text()), cause,
            Texts::tr("Check the address and which kind of provider runs there."), detail };
    }
    if (containsAny(text, { "max_tokens" })) {
        return { QStringLiteral("chat.refused-request"), Texts::tr("The limit for the answer does not suit the model."), cause,
            Texts::tr("Set a smaller maximum number of tokens."), detail };
    }
    if (containsAny(text, { "context length", "context size", "maximum model length", "max context", "input length exceeds" })) {
        return { QStringLiteral("chat.context"), Texts::tr("The conversation is too long for the model."), cause,
            Texts::tr("Start a new conversation, shorten the message, or run the provider with a larger context."), detail };
    }
    if (status == 503 || status == 429) {
        return { QStringLiteral("chat.busy"), Texts::tr("The provider is loading its model or is busy."), cause,
            Texts::tr("Wait a moment, then ask again."), detail };
    }
    if (status >= 500) {
        return { QStringLiteral("chat.provider-error"), Texts::tr("The provider failed while answering."), cause,
            Texts::tr("Look into the provider’s log, then ask again."), detail };
    }
    return { QStringLiteral("chat.refused-request"), Texts::tr("The provider did not accept the request."), cause,
        Texts::tr("Check the model and the chat’s settings."), detail };
}

Failure chatNetworkFailure(const Failure &http)
{
    if (http.code != QLatin1String("http.broken"))
        return http;
    Failure failure = brokenOff();
    if (http.detail != QLatin1String("Unknown error"))
        failure.detail = http.detail;
    return failure;
}

Failure chatIncompleteFailure(const ChatParser &parser)
{
    if (parser.badElements() == 0 || parser.pieces() > 0)
        return brokenOff();
    return { QStringLiteral("chat.no-api"), Texts::tr("The answer is no chat answer."),
        Texts::tr("It holds no JSON that a chat API would send."),
        Texts::tr("Check the address and which kind of provider runs there."), {} };
}

} // namespace pilothouse
