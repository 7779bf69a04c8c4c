// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/endpoint.h"
#include "models/domain/failure.h"
#include "models/domain/modelname.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace pilothouse {

enum class ChatRole { System, User, Assistant };

struct ChatMessage
{
    ChatRole role = ChatRole::User;
    QString text;
    bool operator==(const ChatMessage &) const = default;
};

/// Which wire protocol the endpoint speaks: Ollama /api/chat (NDJSON) or OpenAI /v1/chat/completions (SSE).
enum class ChatProtocol { Ollama, OpenAi };

struct ChatRequest
{
    ChatProtocol protocol = ChatProtocol::Ollama;
    Endpoint endpoint;
    ModelName model;
    QString apiKey; ///< empty: none; sent as Bearer to this endpoint's origin only, never logged
    QList<ChatMessage> messages;
    std::optional<double> temperature;
    std::optional<int> maxTokens;
    bool stream = true;
    int timeoutMs = 240'000; ///< total deadline
};

/// Measured figures of one answer; unknown ones are absent.
struct ChatFigures
{
    enum class MeasuredBy { Server, Client };
    MeasuredBy measuredBy = MeasuredBy::Client; ///< who measured tokensPerSecond
    std::optional<double> firstTokenMs;         ///< request sent to first token received, by our clock
    std::optional<double> tokensPerSecond;
    std::optional<double> promptTokensPerSecond;
    std::optional<qint64> promptTokens;
    std::optional<qint64> completionTokens;     ///< from the server's usage; while streaming: so far
    std::optional<double> totalMs;
    bool operator==(const ChatFigures &) const = default;
};

struct ChatAnswer
{
    QString model; ///< as the server names it
    QString text;
    QString reasoning;
    QString finishReason; ///< "stop", "length", …; empty while open or when interrupted
    ChatFigures figures;
    bool interrupted = false; ///< stopped by the operator or broken off: no end mark was seen
    std::optional<Failure> failure;
    bool operator==(const ChatAnswer &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ChatAnswer)
Q_DECLARE_METATYPE(pilothouse::ChatFigures)
