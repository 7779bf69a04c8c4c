// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/chat/chatparser.h"
#include "models/net/ndjsonreader.h"

namespace pilothouse {

/// Ollama's /api/chat: one JSON object a line, the end mark is "done": true, an error is {"error": "…"} inside a 200.
class OllamaChatParser final : public ChatParser
{
public:
    ChatDelta feed(QByteArrayView bytes) override;
    ChatDelta readWhole(const QByteArray &body) override;

private:
    void readObject(const QByteArray &bytes, ChatDelta &delta);
    void readFigures(const QJsonObject &last);

    NdjsonReader m_reader;
};

} // namespace pilothouse
