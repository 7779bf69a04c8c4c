// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/chat/chatparser.h"
#include "models/net/ssereader.h"

namespace pilothouse {

/// /v1/chat/completions of vLLM, llama-server, Ollama and others: server-sent events, the end mark is [DONE]. An error
/// event is a failure even when [DONE] follows it, as vLLM does.
class OpenAiChatParser final : public ChatParser
{
public:
    ChatDelta feed(QByteArrayView bytes) override;
    ChatDelta readWhole(const QByteArray &body) override;

private:
    void readEvent(const QByteArray &data, ChatDelta &delta);
    void readChoice(const QJsonObject &choice, const QJsonObject &message, ChatDelta &delta);
    void readFigures(const QJsonObject &object);
    void finish();

    SseReader m_reader;
};

} // namespace pilothouse
