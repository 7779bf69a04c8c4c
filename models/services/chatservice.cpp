// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/chatservice.h"

#include "models/chat/chatfailure.h"
#include "models/chat/chatparser.h"
#include "models/chat/chatrequest.h"
#include "models/net/httpclient.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace pilothouse {
namespace {

constexpr int textIntervalMs = 8;
constexpr int figuresIntervalMs = 100;

} // namespace

class ChatService::Private
{
public:
    explicit Private(ChatService *service) : q(service), http(service)
    {
        textTimer.setSingleShot(true);
        QObject::connect(&textTimer, &QTimer::timeout, q, [this] { emitText(false); });
        figuresTimer.setInterval(figuresIntervalMs);
        QObject::connect(&figuresTimer, &QTimer::timeout, q, [this] { emitFigures(); });
    }

    void start(const ChatRequest &chatRequest);
    void take(const ChatDelta &delta);
    void emitText(bool everything);
    void emitFigures();
    ChatFigures figures() const;
    void end(std::optional<Failure> failure);

    ChatService *q;
    HttpClient http;
    QPointer<HttpExchange> exchange;
    std::unique_ptr<ChatParser> parser; ///< null: nothing is open
    ChatRequest request;
    QString pendingText;
    QString pendingReasoning;
    QTimer textTimer;
    QTimer figuresTimer;
    QElapsedTimer sinceSend;
    QElapsedTimer sinceText;
    std::optional<double> firstTokenMs;
    double lastTokenMs = 0;
    quint64 jobNumber = 0; ///< changes whenever an answer begins or ends
    bool figuresStale = false;
};

void ChatService::Private::start(const ChatRequest &chatRequest)
{
    ++jobNumber;
    request = chatRequest;
    parser = ChatParser::create(request.protocol);
    firstTokenMs.reset();
    figuresStale = false;
    sinceText.invalidate();
    sinceSend.start();
    const HttpRequest httpRequest = chatHttpRequest(request);
    exchange = request.stream ? http.stream(httpRequest, q) : http.send(httpRequest, q);
    QObject::connect(exchange, &HttpExchange::dataArrived, q, [this](const QByteArray &data) { take(parser->feed(data)); });
    QObject::connect(exchange, &HttpExchange::finished, q, [this](const HttpResponse &response) {
        if (response.status < 200 || response.status > 299) {
            end(chatStatusFailure(request, response.status, response.body));
            return;
        }
        if (!request.stream)
            take(parser->readWhole(response.body));
        if (parser)
            end(chatIncompleteFailure(*parser));
    });
    QObject::connect(exchange, &HttpExchange::failed, q, [this](const Error &error) { end(chatNetworkFailure(error)); });
    figuresTimer.start();
}

void ChatService::Private::take(const ChatDelta &delta)
{
    if (!delta.isEmpty()) {
        lastTokenMs = double(sinceSend.nsecsElapsed()) / 1e6;
        if (!firstTokenMs && request.stream)
            firstTokenMs = lastTokenMs;
        pendingText += delta.text;
        pendingReasoning += delta.reasoning;
        figuresStale = true;
    }
    if (parser->isOver()) {
        end(std::nullopt);
        return;
    }
    if (delta.isEmpty() || textTimer.isActive())
        return;
    const qint64 wait = sinceText.isValid() ? textIntervalMs - sinceText.elapsed() : 0;
    if (wait > 0)
        textTimer.start(int(wait));
    else
        emitText(false);
}

void ChatService::Private::emitText(bool everything)
{
    textTimer.stop();
    sinceText.start();
    // Half of a character outside the BMP waits for its other half.
    const auto cut = [everything](QString &pending) {
        const bool half = !everything && !pending.isEmpty() && pending.back().isHighSurrogate();
        QString out = half ? pending.chopped(1) : pending;
        pending = half ? pending.right(1) : QString();
        return out;
    };
    const QString reasoning = cut(pendingReasoning);
    const QString text = cut(pendingText);
    const quint64 job = jobNumber;
    if (!reasoning.isEmpty())
        Q_EMIT q->reasoningArrived(reasoning);
    if (!text.isEmpty() && job == jobNumber) // the receiver may have stopped this answer
        Q_EMIT q->textArrived(text);
}

void ChatService::Private::emitFigures()
{
    if (!std::exchange(figuresStale, false))
        return;
    Q_EMIT q->figuresChanged(figures());
}

ChatFigures ChatService::Private::figures() const
{
    ChatFigures figures = parser->answer().figures;
    figures.firstTokenMs = firstTokenMs;
    // While it streams, the pieces stand in for the tokens of a server that has not counted them yet.
    if (!figures.completionTokens && parser->answer().interrupted && parser->pieces() > 0)
        figures.completionTokens = parser->pieces();
    if (!figures.tokensPerSecond && firstTokenMs && figures.completionTokens.value_or(0) > 1 && lastTokenMs > *firstTokenMs) {
        figures.tokensPerSecond = double(*figures.completionTokens - 1) / ((lastTokenMs - *firstTokenMs) / 1000);
        figures.measuredBy = ChatFigures::MeasuredBy::Client;
    }
    figures.totalMs = double(sinceSend.nsecsElapsed()) / 1e6;
    return figures;
}

void ChatService::Private::end(std::optional<Failure> failure)
{
    if (exchange)
        exchange->cancel();
    exchange = nullptr;
    figuresTimer.stop();
    const quint64 job = jobNumber;
    emitText(true);
    if (job != jobNumber) // the receiver of the text stopped it already
        return;
    ChatAnswer answer = parser->answer();
    answer.figures = figures();
    if (answer.model.isEmpty())
        answer.model = request.model.text();
    if (answer.interrupted)
        answer.finishReason.clear();
    if (!answer.failure)
        answer.failure = std::move(failure);
    parser.reset();
    ++jobNumber;
    request.apiKey.clear();
    Q_EMIT q->finished(answer);
}

ChatService::ChatService(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

ChatService::~ChatService()
{
    if (d->exchange)
        d->exchange->cancel();
}

void ChatService::send(const ChatRequest &request)
{
    stop();
    d->start(request);
    Q_EMIT started(request);
}

void ChatService::stop()
{
    if (d->parser)
        d->end(std::nullopt);
}

bool ChatService::isBusy() const
{
    return d->parser != nullptr;
}

} // namespace pilothouse
