// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/chatservice.h"
#include "tests/support/faultserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using test::FaultServer;

namespace {

/// All that one service said.
struct Record
{
    explicit Record(ChatService &service)
    {
        QObject::connect(&service, &ChatService::textArrived, [this](const QString &delta) { text += delta, ++deltas; });
        QObject::connect(&service, &ChatService::reasoningArrived, [this](const QString &delta) { reasoning += delta; });
        QObject::connect(&service, &ChatService::figuresChanged, [this](const ChatFigures &f) { figures.append(f); });
        QObject::connect(&service, &ChatService::finished, [this](const ChatAnswer &a) { answers.append(a); });
    }
    QString text;
    QString reasoning;
    int deltas = 0;
    QList<ChatFigures> figures;
    QList<ChatAnswer> answers;
};

ChatRequest ask(const FaultServer &server, ChatProtocol protocol = ChatProtocol::Ollama)
{
    ChatRequest request;
    request.protocol = protocol;
    request.endpoint = Endpoint(server.url());
    request.model = ModelName(QStringLiteral("tiny"));
    request.messages = { { ChatRole::User, QStringLiteral("hi") } };
    return request;
}

QByteArray line(const QByteArray &text)
{
    return "{\"message\":{\"content\":\"" + text + "\"},\"done\":false}\n";
}

bool waitFor(ChatService &service, const Record &record, int answers = 1)
{
    QSignalSpy spy(&service, &ChatService::finished);
    while (record.answers.size() < answers) {
        if (!spy.wait(10'000))
            return false;
    }
    return true;
}

} // namespace

class TestChatService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void streamArrivesWithFigures_data()
    {
        QTest::addColumn<ChatProtocol>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("ollama") << ChatProtocol::Ollama << test::fixture("streams/ollama-chat.ndjson");
        QTest::newRow("llama-server") << ChatProtocol::OpenAi << test::fixture("streams/llama-server.sse");
        QTest::newRow("vllm") << ChatProtocol::OpenAi << test::fixture("streams/vllm.sse");
    }
    void streamArrivesWithFigures()
    {
        QFETCH(ChatProtocol, protocol);
        QFETCH(QByteArray, body);
        // Two pieces with a pause, and the connection stays open after the end mark.
        FaultServer server([body](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead() + FaultServer::chunk(body.first(body.size() / 2)));
            QTimer::singleShot(150, socket, [=] { socket->write(FaultServer::chunk(body.sliced(body.size() / 2))); });
        });
        ChatService service;
        Record record(service);
        service.send(ask(server, protocol));
        QVERIFY(service.isBusy());
        QVERIFY(waitFor(service, record));
        QVERIFY(!service.isBusy());
        const ChatAnswer answer = record.answers.first();
        QVERIFY(!answer.interrupted && !answer.failure);
        QCOMPARE(record.text, answer.text);
        QVERIFY(answer.text.size() > 10);
        QVERIFY(answer.figures.firstTokenMs && answer.figures.tokensPerSecond && answer.figures.totalMs);
        QVERIFY(*answer.figures.firstTokenMs < *answer.figures.totalMs);
        QVERIFY(*answer.figures.totalMs >= 150);
        QVERIFY(!record.figures.isEmpty());
        QTRY_COMPARE(server.openConnections, 0);
    }

    void wholeAnswerArrivesAtOnce()
    {
        FaultServer server(FaultServer::always(FaultServer::response(200, test::fixture("streams/ollama-whole.json"))));
        ChatService service;
        Record record(service);
        ChatRequest request = ask(server);
        request.stream = false;
        service.send(request);
        QVERIFY(waitFor(service, record));
        QVERIFY(server.requests.first().contains("\"stream\":false"));
        QVERIFY(!record.answers.first().interrupted);
        QCOMPARE(record.text, record.answers.first().text);
        QVERIFY(!record.answers.first().figures.firstTokenMs); // nobody saw the first token
    }

    void stopKeepsTheTextAndClosesTheConnection()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead());
            FaultServer::drip(socket, FaultServer::chunk(line("word ")), 5);
        });
        ChatService service;
        Record record(service);
        service.send(ask(server));
        QTRY_VERIFY(record.text.size() > 20);
        service.stop();
        QCOMPARE(record.answers.size(), 1); // before stop() returned
        QVERIFY(record.answers.first().interrupted);
        QVERIFY(!record.answers.first().failure);
        QCOMPARE(record.answers.first().text, record.text);
        QVERIFY(record.answers.first().finishReason.isEmpty());
        QTRY_COMPARE(server.openConnections, 0);
        const int deltas = record.deltas;
        QTest::qWait(50);
        QCOMPARE(record.deltas, deltas);
        QCOMPARE(record.answers.size(), 1);
        service.stop(); // nothing open: nothing happens
        QCOMPARE(record.answers.size(), 1);
    }

    void silentServerCanBeStopped()
    {
        FaultServer server([](QTcpSocket *, const QByteArray &) {});
        ChatService service;
        Record record(service);
        service.send(ask(server));
        QTRY_COMPARE(server.requests.size(), 1);
        service.stop();
        QCOMPARE(record.answers.size(), 1);
        QTRY_COMPARE(server.openConnections, 0);
    }

    void brokenStreamsAreInterruptedWithTheirPrefix_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed") << QByteArray() << false;
        QTest::newRow("reset") << QByteArray() << true;
        QTest::newRow("bad chunk size") << QByteArray("ZZ\r\nx\r\n") << false;
        QTest::newRow("chunk size overflow") << QByteArray("FFFFFFFFFFFFFFFFF\r\nx\r\n") << false;
        QTest::newRow("ended without a mark") << QByteArray("0\r\n\r\n") << false;
        QTest::newRow("error object") << FaultServer::chunk("{\"error\":\"boom\"}\n") << false;
    }
    void brokenStreamsAreInterruptedWithTheirPrefix()
    {
        QFETCH(QByteArray, tail);
        QFETCH(bool, reset);
        FaultServer server([=](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead() + FaultServer::chunk(line("kept")));
            QTimer::singleShot(100, socket, [=] { // after the reader has the prefix
                socket->write(tail);
                socket->flush();
                if (reset)
                    FaultServer::reset(socket);
                else
                    socket->disconnectFromHost();
            });
        });
        ChatService service;
        Record record(service);
        service.send(ask(server));
        QVERIFY(waitFor(service, record));
        const ChatAnswer answer = record.answers.first();
        QVERIFY(answer.interrupted);
        QVERIFY(answer.failure && !answer.failure->message.isEmpty() && !answer.failure->fix.isEmpty());
        QCOMPARE(answer.text, QStringLiteral("kept"));
        QCOMPARE(server.requests.size(), 1); // never asked twice
    }

    void streamCutAnywhereIsNeverFinished()
    {
        const QByteArray body = test::fixture("streams/ollama-chat.ndjson");
        qsizetype cut = 0;
        FaultServer server([&](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead() + FaultServer::chunk(body.first(cut)));
            socket->disconnectFromHost();
        });
        ChatService service;
        Record record(service);
        for (cut = 1; cut < body.size(); cut += 53) {
            record.answers.clear();
            service.send(ask(server));
            QVERIFY(waitFor(service, record));
            QVERIFY2(record.answers.first().interrupted && record.answers.first().failure, qPrintable(QString::number(cut)));
        }
    }

    void statusBecomesAFailure()
    {
        FaultServer server(FaultServer::always(FaultServer::response(404, "{\"error\":\"model 'tiny' not found\"}")));
        ChatService service;
        Record record(service);
        service.send(ask(server));
        QVERIFY(waitFor(service, record));
        QCOMPARE(record.answers.first().failure->code, QStringLiteral("chat.model-missing"));
        QVERIFY(record.answers.first().interrupted);
        QCOMPARE(record.text, QString());
    }

    void refusedConnectionSaysSo()
    {
        ChatRequest request;
        {
            FaultServer gone(FaultServer::always({}));
            request = ask(gone);
        }
        ChatService service;
        Record record(service);
        service.send(request);
        QVERIFY(waitFor(service, record));
        QCOMPARE(record.answers.first().failure->code, QStringLiteral("http.refused"));
    }

    void totalDeadlineEndsASlowAnswer()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead());
            FaultServer::drip(socket, FaultServer::chunk(line("x")), 20);
        });
        ChatService service;
        Record record(service);
        ChatRequest request = ask(server);
        request.timeoutMs = 400;
        service.send(request);
        QVERIFY(waitFor(service, record));
        QCOMPARE(record.answers.first().failure->code, QStringLiteral("http.timeout"));
        QVERIFY(!record.answers.first().text.isEmpty());
    }

    void newQuestionStopsTheOpenAnswer()
    {
        FaultServer slow([](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead() + FaultServer::chunk(line("old")));
        });
        FaultServer quick(FaultServer::always(FaultServer::response(200, test::fixture("streams/ollama-chat.ndjson"))));
        ChatService service;
        Record record(service);
        service.send(ask(slow));
        QTRY_COMPARE(record.text, QStringLiteral("old"));
        service.send(ask(quick));
        QCOMPARE(record.answers.size(), 1);
        QVERIFY(waitFor(service, record, 2));
        QVERIFY(record.answers.at(0).interrupted);
        QVERIFY(!record.answers.at(1).interrupted);
        QVERIFY(!record.answers.at(1).text.contains(QLatin1String("old")));
    }

    void receiverMayStopOrAskInsideASignal()
    {
        const QByteArray body = test::fixture("streams/ollama-chat.ndjson");
        FaultServer server([body](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead() + FaultServer::chunk(body.first(body.size() / 2)));
            QTimer::singleShot(100, socket, [=] { socket->write(FaultServer::chunk(body.sliced(body.size() / 2))); });
        });
        ChatService service;
        Record record(service);
        bool once = true;
        connect(&service, &ChatService::textArrived, this, [&] {
            if (std::exchange(once, false))
                service.send(ask(server)); // ends the first answer in the middle of its own signal
        });
        service.send(ask(server));
        QVERIFY(waitFor(service, record, 2));
        const Failure failure = record.answers.at(1).failure.value_or(Failure());
        QVERIFY2(!record.answers.at(1).interrupted, qPrintable(failure.code + failure.message + failure.cause + failure.detail));
        connect(&service, &ChatService::textArrived, &service, &ChatService::stop);
        service.send(ask(server));
        QVERIFY(waitFor(service, record, 3));
        QVERIFY(record.answers.at(2).interrupted);
        QTest::qWait(30);
        QCOMPARE(record.answers.size(), 3);
    }

    void answerRightAfterAStopIsWhole()
    {
        const QByteArray body = test::fixture("streams/ollama-chat.ndjson");
        FaultServer server(FaultServer::always(FaultServer::response(200, body)));
        ChatService service;
        Record record(service);
        bool again = false;
        connect(&service, &ChatService::textArrived, this, [&] {
            if (std::exchange(again, false))
                service.send(ask(server)); // the connection of the first answer is still closing
        });
        for (int i = 0; i < 30; ++i) {
            again = true;
            record.answers.clear();
            service.send(ask(server));
            QVERIFY(waitFor(service, record, 2));
            QVERIFY2(!record.answers.at(1).interrupted, qPrintable(record.answers.at(1).failure.value_or(Failure()).detail));
        }
    }

    void keyStaysWithItsOrigin()
    {
        FaultServer stranger(FaultServer::always(FaultServer::response(200, "")));
        FaultServer server([&](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::response(307, "", "Location: " + stranger.url().toEncoded() + "\r\n"));
        });
        ChatService service;
        Record record(service);
        ChatRequest request = ask(server, ChatProtocol::OpenAi);
        request.apiKey = QStringLiteral("canary-key");
        service.send(request);
        QVERIFY(waitFor(service, record));
        QVERIFY(server.requests.first().contains("Authorization: Bearer canary-key"));
        QCOMPARE(record.answers.first().failure->code, QStringLiteral("http.redirect"));
        QCOMPARE(stranger.connections, 0);
    }

    void floodIsCoalescedAndBounded()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) {
            socket->write(FaultServer::streamHead());
            FaultServer::flood(socket, FaultServer::chunk(line(QByteArray(400, 'x'))), 1LL << 40);
        });
        ChatService service;
        Record record(service);
        QElapsedTimer clock;
        clock.start();
        service.send(ask(server));
        QSignalSpy spy(&service, &ChatService::finished);
        QVERIFY(spy.wait(60'000));
        QCOMPARE(record.answers.first().failure->code, QStringLiteral("chat.too-large"));
        QVERIFY2(record.deltas <= clock.elapsed() / 8 + 2, qPrintable(QString::number(record.deltas)));
        QVERIFY(record.figures.size() <= clock.elapsed() / 100 + 1);
    }

    void destructionIsSilent()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(FaultServer::streamHead()); });
        int answers = 0;
        {
            ChatService service;
            connect(&service, &ChatService::finished, this, [&] { ++answers; });
            service.send(ask(server));
            QTRY_COMPARE(server.requests.size(), 1);
        }
        QTRY_COMPARE(server.openConnections, 0);
        QCOMPARE(answers, 0);
    }
};

QTEST_GUILESS_MAIN(TestChatService)
#include "tst_chatservice.moc"
