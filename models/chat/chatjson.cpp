// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/chatjson.h"

namespace pilothouse {
namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template <typename T> QJsonValue numberOrNull(const std::optional<T> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue measuredBy(const ChatFigures &figures)
{
    if (!figures.tokensPerSecond)
        return QJsonValue::Null;
    return figures.measuredBy == ChatFigures::MeasuredBy::Server ? QStringLiteral("server") : QStringLiteral("client");
}

} // namespace

QJsonObject chatJson(const ChatAnswer &answer)
{
    const ChatFigures &figures = answer.figures;
    return {
        { QStringLiteral("model"), textOrNull(answer.model) },
        { QStringLiteral("text"), answer.text },
        { QStringLiteral("reasoning"), textOrNull(answer.reasoning) },
        { QStringLiteral("finish_reason"), textOrNull(answer.finishReason) },
        { QStringLiteral("ttft_ms"), numberOrNull(figures.firstTokenMs) },
        { QStringLiteral("tokens_per_second"), numberOrNull(figures.tokensPerSecond) },
        { QStringLiteral("prompt_tokens"), numberOrNull(figures.promptTokens) },
        { QStringLiteral("completion_tokens"), numberOrNull(figures.completionTokens) },
        { QStringLiteral("measured_by"), measuredBy(figures) },
        { QStringLiteral("interrupted"), answer.interrupted },
    };
}

} // namespace pilothouse
