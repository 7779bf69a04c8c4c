// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/chatrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {
namespace {

QString roleName(ChatRole role)
{
    switch (role) {
    case ChatRole::System:
        return QStringLiteral("system");
    case ChatRole::User:
        return QStringLiteral("user");
    case ChatRole::Assistant:
        return QStringLiteral("assistant");
    }
    return {};
}

} // namespace

QByteArray chatBody(const ChatRequest &request)
{
    QJsonArray messages;
    for (const ChatMessage &message : request.messages) {
        messages.append(
            QJsonObject{ { QStringLiteral("role"), roleName(message.role) }, { QStringLiteral("content"), message.text } });
    }
    QJsonObject body{ { QStringLiteral("model"), request.model.text() }, { QStringLiteral("messages"), messages },
        { QStringLiteral("stream"), request.stream } };
    if (request.protocol == ChatProtocol::Ollama) {
        QJsonObject options;
        if (request.temperature)
            options.insert(QStringLiteral("temperature"), *request.temperature);
        if (request.maxTokens)
            options.insert(QStringLiteral("num_predict"), *request.maxTokens);
        if (!options.isEmpty())
            body.insert(QStringLiteral("options"), options);
    } else {
        if (request.temperature)
            body.insert(QStringLiteral("temperature"), *request.temperature);
        if (request.maxTokens)
            body.insert(QStringLiteral("max_tokens"), *request.maxTokens);
        // vLLM puts several tokens into one piece: only its usage tells how many there are so far.
        if (request.stream) {
            body.insert(QStringLiteral("stream_options"),
                QJsonObject{ { QStringLiteral("include_usage"), true }, { QStringLiteral("continuous_usage_stats"), true } });
        }
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

HttpRequest chatHttpRequest(const ChatRequest &request)
{
    HttpRequest http;
    http.method = "POST";
    http.url = request.endpoint.url(
        request.protocol == ChatProtocol::Ollama ? QStringLiteral("/api/chat") : QStringLiteral("/v1/chat/completions"));
    http.body = chatBody(request);
    http.headers = { { "Content-Type", "application/json" } };
    if (!request.apiKey.isEmpty())
        http.headers.append({ "Authorization", "Bearer " + request.apiKey.toUtf8() });
    http.totalTimeoutMs = request.timeoutMs;
    http.firstByteTimeoutMs = request.timeoutMs;
    http.idleTimeoutMs = 60'000;
    // Each token travels in about 200 bytes of JSON; the text itself is bounded by the parser.
    http.maxBodyBytes = request.stream ? 512LL << 20 : 16LL << 20;
    return http;
}

} // namespace pilothouse
