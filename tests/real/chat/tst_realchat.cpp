// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/chatservice.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace pilothouse;

namespace {

QString engine(const QString &name)
{
    QProcess process;
    process.start(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/ensure.sh"), { name });
    process.waitForFinished(280'000);
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed().section(u'\n', -1);
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

bool waitForPort(quint16 port)
{
    for (int i = 0; i < 300; ++i) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        if (socket.waitForConnected(100))
            return true;
        QTest::qWait(100);
    }
    return false;
}

} // namespace

/// The chat over real engines with a real small model: what arrives, what stop and a killed server do.
class TestRealChat : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QProcess> startServer(ChatProtocol protocol)
    {
        auto process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home.path());
        environment.insert(QStringLiteral("OLLAMA_MODELS"), m_home.filePath(QStringLiteral("models")));
        environment.insert(QStringLiteral("OLLAMA_HOST"), QStringLiteral("127.0.0.1:%1").arg(m_port));
        environment.insert(QStringLiteral("OLLAMA_NO_CLOUD"), QStringLiteral("1"));
        process->setProcessEnvironment(environment);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->setStandardErrorFile(QProcess::nullDevice());
        process->setChildProcessModifier([] { ::setpgid(0, 0); });
        const QString port = QString::number(m_port);
        if (protocol == ChatProtocol::OpenAi) {
            process->start(engine(QStringLiteral("llama-server")) + QStringLiteral("/bin/llama-server"),
                { QStringLiteral("-m"), m_model, QStringLiteral("--alias"), QStringLiteral("smollm2"), QStringLiteral("-t"),
                    QStringLiteral("1"), QStringLiteral("-c"), QStringLiteral("2048"), QStringLiteral("--host"),
                    QStringLiteral("127.0.0.1"), QStringLiteral("--port"), port });
            return process;
        }
        const QString ollama = engine(QStringLiteral("ollama")) + QStringLiteral("/bin/ollama");
        process->start(ollama, { QStringLiteral("serve") });
        if (!waitForPort(m_port))
            return process;
        QFile file(m_home.filePath(QStringLiteral("Modelfile")));
        if (file.open(QIODevice::WriteOnly))
            file.write("FROM " + m_model.toUtf8() + "\nPARAMETER num_thread 1\nPARAMETER num_ctx 2048\n");
        file.close();
        QProcess create;
        create.setProcessEnvironment(environment);
        create.start(ollama, { QStringLiteral("create"), QStringLiteral("smollm2"), QStringLiteral("-f"), file.fileName() });
        create.waitForFinished(60'000);
        return process;
    }
    static void kill(QProcess &process)
    {
        if (process.processId() <= 0)
            return; // gone already; 0 would mean our own group
        ::kill(-pid_t(process.processId()), SIGKILL); // the group: Ollama's runner too
        process.waitForFinished();
    }

    QTemporaryDir m_home;
    QString m_model;
    quint16 m_port = 0;

private Q_SLOTS:
    void initTestCase()
    {
        m_model = engine(QStringLiteral("smollm2")) + QStringLiteral("/smollm2-135m-instruct.gguf");
        QVERIFY2(QFile::exists(m_model), qPrintable(m_model));
    }

    void realEngineAnswersStopsAndDies_data()
    {
        QTest::addColumn<ChatProtocol>("protocol");
        QTest::newRow("ollama") << ChatProtocol::Ollama;
        QTest::newRow("llama-server") << ChatProtocol::OpenAi;
    }
    void realEngineAnswersStopsAndDies()
    {
        QFETCH(ChatProtocol, protocol);
        m_port = freePort();
        const std::unique_ptr<QProcess> server = startServer(protocol);
        const auto guard = qScopeGuard([&] { kill(*server); });
        QVERIFY(waitForPort(m_port));

        ChatService service;
        QString text;
        connect(&service, &ChatService::textArrived, this, [&](const QString &delta) { text += delta; });
        QSignalSpy finished(&service, &ChatService::finished);
        ChatRequest request;
        request.protocol = protocol;
        request.endpoint = Endpoint::loopback(m_port);
        request.model = ModelName(QStringLiteral("smollm2"));
        request.messages = { { ChatRole::User, QStringLiteral("Say hello in one short sentence.") } };
        request.temperature = 0;
        request.maxTokens = 24;
        const auto answer = [&] { return finished.last().first().value<ChatAnswer>(); };

        // llama-server refuses with 503 while it loads: that is an answer with a sentence, and asking again is right.
        for (int i = 0; i < 100; ++i) {
            text.clear();
            service.send(request);
            QVERIFY(finished.wait(120'000));
            if (!answer().failure || answer().failure->code != QLatin1String("chat.busy"))
                break;
            QTest::qWait(200);
        }
        QVERIFY2(!answer().failure, qPrintable(answer().failure.value_or(Failure()).message));
        QVERIFY(!answer().interrupted);
        QVERIFY(!text.isEmpty());
        QCOMPARE(answer().text, text);
        QVERIFY(answer().finishReason == QLatin1String("stop") || answer().finishReason == QLatin1String("length"));
        const ChatFigures figures = answer().figures;
        QVERIFY(figures.firstTokenMs && figures.tokensPerSecond && figures.promptTokens && figures.completionTokens);
        QCOMPARE(figures.measuredBy, ChatFigures::MeasuredBy::Server);
        QVERIFY(*figures.completionTokens <= 24);

        request.stream = false;
        service.send(request);
        QVERIFY(finished.wait(120'000));
        QVERIFY(!answer().interrupted && !answer().text.isEmpty());
        request.stream = true;

        request.messages = { { ChatRole::User, QStringLiteral("Count from one to two hundred in words.") } };
        request.maxTokens = 1500;
        text.clear();
        service.send(request);
        QTRY_VERIFY_WITH_TIMEOUT(text.size() > 20, 60'000);
        QElapsedTimer clock;
        clock.start();
        service.stop();
        const qint64 stopMs = clock.elapsed();
        QVERIFY2(stopMs <= 100, qPrintable(QString::number(stopMs)));
        QVERIFY(answer().interrupted && !answer().failure);
        QCOMPARE(answer().text, text);

        text.clear();
        service.send(request);
        QTRY_VERIFY_WITH_TIMEOUT(text.size() > 20, 60'000);
        finished.clear();
        kill(*server);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(answer().interrupted && answer().failure);
        QCOMPARE(answer().failure->code, QStringLiteral("chat.broken-off"));
        QCOMPARE(answer().text, text);

        service.send(request);
        QVERIFY(finished.wait(10'000));
        QCOMPARE(answer().failure->code, QStringLiteral("http.refused"));
    }

    void missingModelNamesTheModel()
    {
        m_port = freePort();
        const std::unique_ptr<QProcess> server = startServer(ChatProtocol::Ollama);
        const auto guard = qScopeGuard([&] { kill(*server); });
        ChatService service;
        QSignalSpy finished(&service, &ChatService::finished);
        ChatRequest request;
        request.endpoint = Endpoint::loopback(m_port);
        request.model = ModelName(QStringLiteral("nope"));
        request.messages = { { ChatRole::User, QStringLiteral("hi") } };
        service.send(request);
        QVERIFY(finished.wait(30'000));
        const ChatAnswer answer = finished.first().first().value<ChatAnswer>();
        QCOMPARE(answer.failure->code, QStringLiteral("chat.model-missing"));
        QVERIFY(answer.failure->message.contains(QLatin1String("nope")));
    }
};

QTEST_GUILESS_MAIN(TestRealChat)
#include "tst_realchat.moc"
