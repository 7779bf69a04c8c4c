// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/openaichatparser.h"

#include "models/chat/jsonnumber.h"
#include "models/net/jsonobject.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {
namespace {

/// The answer is always choice 0: we ask for one. The last piece may have no choice at all.
QJsonObject firstChoice(const QJsonObject &object)
{
    return object.value(QLatin1String("choices")).toArray().at(0).toObject();
}

} // namespace

ChatDelta OpenAiChatParser::feed(QByteArrayView bytes)
{
    ChatDelta delta;
    for (const SseEvent &event : m_reader.feed(bytes)) {
        if (isOver())
            break;
        if (event.tooLarge)
            addBadElement();
        else
            readEvent(event.data, delta);
    }
    return delta;
}

ChatDelta OpenAiChatParser::readWhole(const QByteArray &body)
{
    ChatDelta delta;
    const std::optional<QJsonObject> object = jsonObject(body);
    if (!object) {
        addBadElement();
        return delta;
    }
    if (const QString error = jsonErrorText(*object); !error.isEmpty()) {
        breakOff(error);
        return delta;
    }
    m_answer.model = object->value(QLatin1String("model")).toString();
    const QJsonObject choice = firstChoice(*object);
    readChoice(choice, choice.value(QLatin1String("message")).toObject(), delta);
    readFigures(*object);
    if (!choice.isEmpty())
        finish();
    return delta;
}

void OpenAiChatParser::readEvent(const QByteArray &data, ChatDelta &delta)
{
    if (data.trimmed() == "[DONE]") {
        finish();
        return;
    }
    const std::optional<QJsonObject> object = jsonObject(data);
    if (!object) {
        addBadElement();
        return;
    }
    if (const QString error = jsonErrorText(*object); !error.isEmpty()) {
        breakOff(error);
        return;
    }
    if (const QString model = object->value(QLatin1String("model")).toString(); !model.isEmpty())
        m_answer.model = model;
    const QJsonObject choice = firstChoice(*object);
    readChoice(choice, choice.value(QLatin1String("delta")).toObject(), delta);
    readFigures(*object);
}

void OpenAiChatParser::readChoice(const QJsonObject &choice, const QJsonObject &message, ChatDelta &delta)
{
    // vLLM renamed reasoning_content to reasoning, llama-server kept the old name; some versions send both.
    QString reasoning = message.value(QLatin1String("reasoning")).toString();
    if (reasoning.isEmpty())
        reasoning = message.value(QLatin1String("reasoning_content")).toString();
    add(delta, message.value(QLatin1String("content")).toString(), reasoning);
    if (const QString reason = choice.value(QLatin1String("finish_reason")).toString(); !reason.isEmpty())
        m_answer.finishReason = reason;
}

void OpenAiChatParser::readFigures(const QJsonObject &object)
{
    ChatFigures &figures = m_answer.figures;
    const QJsonObject usage = object.value(QLatin1String("usage")).toObject();
    if (const auto count = jsonCount(usage, QLatin1String("prompt_tokens")))
        figures.promptTokens = count;
    if (const auto count = jsonCount(usage, QLatin1String("completion_tokens")))
        figures.completionTokens = count;

    const QJsonObject timings = object.value(QLatin1String("timings")).toObject();
    // The rate of one token means nothing: the server divides by the tokens after the first, or by almost no time.
    if (jsonCount(timings, QLatin1String("predicted_n")).value_or(0) > 1) {
        if (const auto rate = jsonPositive(timings, QLatin1String("predicted_per_second"))) {
            figures.tokensPerSecond = rate;
            figures.measuredBy = ChatFigures::MeasuredBy::Server;
        }
    }
    if (jsonCount(timings, QLatin1String("prompt_n")).value_or(0) > 1) {
        if (const auto rate = jsonPositive(timings, QLatin1String("prompt_per_second")))
            figures.promptTokensPerSecond = rate;
    }
}

void OpenAiChatParser::finish()
{
    if (isOver())
        return;
    if (m_answer.finishReason == QLatin1String("abort") || m_answer.finishReason == QLatin1String("error")) {
        breakOff(QCoreApplication::translate("ChatParser", "It gave the reason “%1”; it may be shutting down.")
                     .arg(m_answer.finishReason));
        return;
    }
    complete();
}

} // namespace pilothouse
