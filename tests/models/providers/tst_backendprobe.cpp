// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/backendprobe.h"

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace pilothouse;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// The real HTTP server of tests/support; ends with this object.
class Backend
{
public:
    explicit Backend(const QStringList &arguments) : m_port(freePort())
    {
        m_process.start(QStandardPaths::findExecutable(s("python3")),
            QStringList{ qEnvironmentVariable("PILOTHOUSE_SOURCE_DIR") + s("/tests/support/fakebackend.py"), s("--port"),
                QString::number(m_port) }
                + arguments);
    }
    ~Backend()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool answers()
    {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, quint16(m_port));
                return socket.waitForConnected(200);
            },
            15'000);
    }
    BackendFacts place() const
    {
        BackendFacts facts;
        facts.endpoint = Endpoint::loopback(m_port);
        facts.service = s("backend");
        return facts;
    }

private:
    int m_port;
    QProcess m_process;
};

} // namespace

class BackendProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAreRead_data();
    void answersAreRead();
    void aRealBackendIsAsked_data();
    void aRealBackendIsAsked();
    void nobodyListensIsNoAnswer();
    void withoutAddressNothingIsAsked();
    void aNewQuestionDropsTheOldOne();
};

void BackendProbeTest::answersAreRead_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("model");
    const auto row = [](const char *name, const char *path, const char *body, bool usable, const char *mode, const char *model) {
        QTest::newRow(name) << s(path) << QByteArray(body) << usable << s(mode) << s(model);
    };
    row("health", "/health", R"({"status":"ok","components":{"llm":{"ok":true,"mode":"vllm","model":"o/m"}}})", true, "vllm",
        "o/m");
    row("health without llm", "/health", R"({"status":"ok","components":{}})", true, "", "");
    row("health with a list", "/health", R"({"status":"ok","components":["llm"]})", true, "", "");
    row("a model at the top of health is none", "/health", R"({"status":"ok","model":"x"})", true, "", "");
    row("config at the top", "/model-config", R"({"provider":"ollama","model":"a:1"})", true, "ollama", "a:1");
    row("config under llm", "/model-config", R"({"llm":{"llm_mode":"vllm","llm_model":"o/m"}})", true, "vllm", "o/m");
    row("numbers are no names", "/model-config", R"({"model":7,"mode":true})", false, "", "");
    row("no object", "/health", "[]", false, "", "");
    row("no JSON", "/health", "<html>", false, "", "");
    row("empty", "/health", "", false, "", "");
    row("another program's object", "/model-config", R"({"detail":"Not Found"})", false, "", "");
}

void BackendProbeTest::answersAreRead()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, usable);
    QFETCH(QString, mode);
    QFETCH(QString, model);
    BackendFacts facts;
    QCOMPARE(readBackendAnswer(path, body, facts), usable);
    QCOMPARE(facts.answered, usable);
    QCOMPARE(facts.mode, mode);
    QCOMPARE(facts.model, model);
    QCOMPARE(facts.source, model.isEmpty() ? QString() : s("GET ") + path);
}

void BackendProbeTest::aRealBackendIsAsked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("answered");
    QTest::addColumn<bool>("works");
    const auto row = [](const char *health, const char *config, const char *source, bool answered, bool works) {
        const QStringList arguments{ s("--health"), s(health), s("--config"), s(config) };
        QTest::newRow(qPrintable(s(health) + s(" and ") + s(config)))
            << arguments << (*source ? s("smollm2:135m") : QString()) << s(source) << answered << works;
    };
    row("ok", "ok", "GET /health", true, true);
    row("ok", "missing", "GET /health", true, true);
    row("degraded", "missing", "GET /health", true, false);
    row("error", "ok", "GET /model-config", true, false);
    row("missing", "ok", "GET /model-config", true, false);
    row("text", "ok", "GET /model-config", true, false);
    row("huge", "ok", "GET /model-config", true, false);
    row("slow", "ok", "GET /model-config", true, false);
    row("redirect", "ok", "GET /model-config", true, false);
    row("error", "error", "", false, false);
    row("text", "huge", "", false, false);
}

void BackendProbeTest::aRealBackendIsAsked()
{
    QFETCH(QStringList, arguments);
    Backend backend(arguments);
    QVERIFY(backend.answers());
    BackendProbe probe;
    probe.setTimeout(arguments.contains(s("slow")) ? 500 : 10'000);
    QSignalSpy finished(&probe, &BackendProbe::finished);
    probe.ask(backend.place());
    QVERIFY(probe.isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    const auto facts = finished.first().first().value<BackendFacts>();
    QTEST(facts.answered, "answered");
    QTEST(facts.model, "model");
    QTEST(facts.source, "source");
    QTEST(facts.llmWorks.value_or(false), "works");
    QCOMPARE(facts.problem.isEmpty(), facts.answered);
    QCOMPARE(facts.service, s("backend"));
    QVERIFY(facts.askedAt.isValid());
    QVERIFY(!probe.isBusy());
}

void BackendProbeTest::nobodyListensIsNoAnswer()
{
    BackendProbe probe;
    QSignalSpy finished(&probe, &BackendProbe::finished);
    BackendFacts place;
    place.endpoint = Endpoint::loopback(freePort());
    probe.ask(place);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    const auto facts = finished.first().first().value<BackendFacts>();
    QVERIFY(!facts.answered);
    QVERIFY(facts.problem.startsWith(s("GET /health")));
}

void BackendProbeTest::withoutAddressNothingIsAsked()
{
    BackendProbe probe;
    QSignalSpy finished(&probe, &BackendProbe::finished);
    probe.ask({});
    QCOMPARE(finished.size(), 1);
    QVERIFY(!finished.first().first().value<BackendFacts>().answered);
}

void BackendProbeTest::aNewQuestionDropsTheOldOne()
{
    Backend slow({ s("--health"), s("slow") });
    Backend quick({ s("--model"), s("quick:1") });
    QVERIFY(slow.answers());
    QVERIFY(quick.answers());
    BackendProbe probe;
    probe.setTimeout(20'000);
    QSignalSpy finished(&probe, &BackendProbe::finished);
    probe.ask(slow.place());
    probe.ask(quick.place());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QCOMPARE(finished.first().first().value<BackendFacts>().model, s("quick:1"));
}

QTEST_GUILESS_MAIN(BackendProbeTest)
#include "tst_backendprobe.moc"
