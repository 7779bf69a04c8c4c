// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/ollamachatparser.h"

#include "models/chat/jsonnumber.h"
#include "models/net/jsonobject.h"

namespace pilothouse {

ChatDelta OllamaChatParser::feed(QByteArrayView bytes)
{
    ChatDelta delta;
    for (const NdjsonLine &line : m_reader.feed(bytes)) {
        if (isOver())
            break;
        if (line.tooLong)
            addBadElement();
        else
            readObject(line.bytes, delta);
    }
    return delta;
}

ChatDelta OllamaChatParser::readWhole(const QByteArray &body)
{
    ChatDelta delta;
    readObject(body, delta);
    return delta;
}

void OllamaChatParser::readObject(const QByteArray &bytes, ChatDelta &delta)
{
    const std::optional<QJsonObject> object = jsonObject(bytes);
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
    const QJsonObject message = object->value(QLatin1String("message")).toObject();
    add(delta, message.value(QLatin1String("content")).toString(), message.value(QLatin1String("thinking")).toString());
    if (isOver() || !object->value(QLatin1String("done")).toBool())
        return;
    m_answer.finishReason = object->value(QLatin1String("done_reason")).toString();
    readFigures(*object);
    complete();
}

void OllamaChatParser::readFigures(const QJsonObject &last)
{
    // A zero is left out by the server, so an absent figure is unknown. The rate of the prompt is not computed:
    // prompt_eval_count includes cached tokens, prompt_eval_duration does not.
    ChatFigures &figures = m_answer.figures;
    figures.promptTokens = jsonCount(last, QLatin1String("prompt_eval_count"));
    figures.completionTokens = jsonCount(last, QLatin1String("eval_count"));
    const std::optional<qint64> nanoseconds = jsonCount(last, QLatin1String("eval_duration"));
    if (figures.completionTokens && nanoseconds && *nanoseconds > 0) {
        figures.tokensPerSecond = double(*figures.completionTokens) / (double(*nanoseconds) / 1e9);
        figures.measuredBy = ChatFigures::MeasuredBy::Server;
    }
}

} // namespace pilothouse
