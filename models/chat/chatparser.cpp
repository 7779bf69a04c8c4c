// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/chatparser.h"

#include "models/chat/ollamachatparser.h"
#include "models/chat/openaichatparser.h"

#include <QCoreApplication>

namespace pilothouse {

std::unique_ptr<ChatParser> ChatParser::create(ChatProtocol protocol)
{
    if (protocol == ChatProtocol::Ollama)
        return std::make_unique<OllamaChatParser>();
    return std::make_unique<OpenAiChatParser>();
}

void ChatParser::add(ChatDelta &delta, const QString &text, const QString &reasoning)
{
    if (text.isEmpty() && reasoning.isEmpty())
        return;
    const qsizetype size = m_answer.text.size() + m_answer.reasoning.size() + text.size() + reasoning.size();
    if (size * qsizetype(sizeof(QChar)) > maxAnswerBytes) {
        m_broken = true;
        m_answer.failure = Failure{ QStringLiteral("chat.too-large"),
            QCoreApplication::translate("ChatParser", "The answer was cut: it is too long."),
            QCoreApplication::translate("ChatParser", "It reached %1 MiB; the model may be repeating itself.")
                .arg(maxAnswerBytes >> 20),
            QCoreApplication::translate("ChatParser", "Limit the number of tokens, or ask again."), {} };
        return;
    }
    ++m_pieces;
    m_answer.text += text;
    m_answer.reasoning += reasoning;
    delta.text += text;
    delta.reasoning += reasoning;
}

void ChatParser::breakOff(const QString &serverText)
{
    m_broken = true;
    m_answer.failure = Failure{ QStringLiteral("chat.provider-error"),
        QCoreApplication::translate("ChatParser", "The provider broke the answer off."), serverText.left(500),
        QCoreApplication::translate("ChatParser", "Look into the provider’s log, then ask again."), {} };
}

void ChatParser::complete()
{
    m_answer.interrupted = false;
    if (m_badElements == 0 || m_answer.failure)
        return;
    m_answer.failure = Failure{ QStringLiteral("chat.bad-element"),
        QCoreApplication::translate("ChatParser", "%n piece(s) of the answer could not be read.", nullptr, m_badElements),
        QCoreApplication::translate(
            "ChatParser", "The provider sent what is no valid JSON object; the rest of the answer is kept."),
        QCoreApplication::translate("ChatParser", "Ask again if text seems to be missing."), {} };
}

} // namespace pilothouse
