// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/monitorstrips.h"
#include "models/services/telemetryhistory.h"
#include "models/services/telemetrylane.h"
#include "models/services/telemetryservice.h"
#include "models/telemetry/timeseries.h"
#include "tests/support/fakenvml/fakenvmlcontrol.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <unistd.h>

using namespace pilothouse;

namespace {

/// Answers every request with one body.
class TinyServer : public QTcpServer
{
public:
    TinyServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                ++requests;
                socket->readAll();
                socket->write("HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        });
    }
    QByteArray status = "200 OK";
    QByteArray body;
    int requests = 0;
};

} // namespace

class TestTelemetryService : public QObject
{
    Q_OBJECT

    QTemporaryDir m_sys;

    TelemetryPaths paths()
    {
        TelemetryPaths where;
        where.nvmlLibrary = fakenvml::path();
        where.sysRoot = m_sys.path();
        where.intervalMs = 40;
        where.gpuDeadlineMs = 30;
        return where;
    }

private Q_SLOTS:
    void init() { fakenvml::reset(); }
    void cleanup() { fakenvml::set({}); }

    void nothingIsReadBeforeSomeoneWatches()
    {
        TelemetryService service(paths());
        QSignalSpy samples(&service, &TelemetryService::sampled);
        QTest::qWait(150);
        QCOMPARE(samples.size(), 0);
        QCOMPARE(fakenvml::calls("nvmlInit_v2"), 0);
        QCOMPARE(service.latest().timeMs, 0);
    }

    void samplesComeWhileSomeoneWatches()
    {
        TelemetryService service(paths());
        QSignalSpy samples(&service, &TelemetryService::sampled);
        service.watch();
        service.watch();
        QTRY_VERIFY(samples.size() >= 3);
        service.unwatch();
        const qsizetype one = samples.size();
        QTRY_VERIFY(samples.size() > one); // the other one still watches
        service.unwatch();
        QTest::qWait(100);
        const qsizetype none = samples.size();
        QTest::qWait(150);
        QCOMPARE(samples.size(), none);
        QTRY_VERIFY(service.latest().gpus.size() == 1);
        QVERIFY(service.series(QStringLiteral("gpu.used:GPU-0"))->size() >= 2);
        QVERIFY(!service.series(QStringLiteral("never")));
    }

    void ownProcessIsMeasuredAsProvider()
    {
        TelemetryService service(paths());
        service.setProviderPid(getpid());
        service.watch();
        QTRY_VERIFY(service.latest().providerCpuPercent.hasValue());
        QVERIFY(service.latest().providerRamBytes.value() > 1 << 20);
        QVERIFY(service.latest().systemRamTotalBytes.value() > service.latest().systemRamUsedBytes.value());
        QVERIFY(service.latest().providerGpuBytes.hasValue()); // the list was read and we are not in it: a true 0
        QCOMPARE(service.latest().providerGpuBytes.value(), 0);
        const TimeSeries *ram = service.series(QStringLiteral("provider.ram"));
        QVERIFY(ram && ram->last());
        service.setProviderPid(std::nullopt);
        QTRY_VERIFY(!service.latest().providerRamBytes.hasValue());
        QVERIFY(!ram->last()); // a gap, not a 0
        QCOMPARE(service.series(QStringLiteral("provider.state"))->last()->value, double(int(ProviderActivity::Stopped)));
    }

    void hangingDriverStallsNothingAndSaysSo()
    {
        TelemetryService service(paths());
        QSignalSpy samples(&service, &TelemetryService::sampled);
        service.setProviderPid(getpid());
        service.watch();
        QTRY_VERIFY(service.latest().gpus.size() == 1 && service.latest().gpus.first().usedBytes.hasValue());
        fakenvml::set("hang=nvmlDeviceGetUtilizationRates");
        QTRY_VERIFY(!service.latest().gpus.first().usedBytes.hasValue());
        QVERIFY(service.latest().gpus.first().usedBytes.reason().contains(QStringLiteral("did not answer")));
        const qsizetype before = samples.size();
        const int calls = fakenvml::calls("nvmlDeviceGetUtilizationRates");
        QTRY_VERIFY(samples.size() >= before + 4); // the other figures go on
        QVERIFY(service.latest().providerRamBytes.hasValue());
        QCOMPARE(fakenvml::calls("nvmlDeviceGetUtilizationRates"), calls); // nothing queued up behind the hanging call
        QVERIFY(!service.series(QStringLiteral("gpu.used:GPU-0"))->last());
        fakenvml::set({});
        QTRY_VERIFY(service.latest().gpus.first().usedBytes.hasValue());
    }

    void driverThatHangsAtTheStartIsAnAbsence()
    {
        fakenvml::set("hang=nvmlInit_v2");
        {
            TelemetryService service(paths());
            service.watch();
            QTRY_VERIFY(service.latest().gpuAbsence.contains(QStringLiteral("did not answer")));
            QVERIFY(service.latest().systemRamTotalBytes.hasValue());
            QElapsedTimer timer;
            timer.start();
            // destroyed with the call still hanging
        }
        fakenvml::set({});
        QTest::qWait(50); // the thread that was left behind ends by itself
    }

    void serverCountersBecomeARate()
    {
        TinyServer server;
        int tokens = 100;
        TelemetryService service(paths());
        service.setProviderElsewhere(true);
        service.setMetricsEndpoint(Endpoint::loopback(server.serverPort()));
        server.body = "vllm:generation_tokens_total 100\nvllm:num_requests_running 2\n";
        service.watch();
        connect(&service, &TelemetryService::sampled, this, [&] {
            tokens += 10;
            server.body = "vllm:generation_tokens_total " + QByteArray::number(tokens) + "\nvllm:num_requests_running 2\n";
        });
        QTRY_VERIFY(service.latest().generationTokensPerSecond.hasValue());
        QVERIFY(service.latest().generationTokensPerSecond.value() > 0);
        QCOMPARE(service.latest().requestsRunning.value(), 2.0);
        QCOMPARE(service.series(QStringLiteral("provider.state"))->last()->value, double(int(ProviderActivity::Busy)));
    }

    void serverWithoutMetricsIsNotAskedEverySecond()
    {
        TinyServer server;
        server.status = "404 Not Found";
        TelemetryService service(paths());
        service.setMetricsEndpoint(Endpoint::loopback(server.serverPort()));
        QSignalSpy samples(&service, &TelemetryService::sampled);
        service.watch();
        QTRY_VERIFY(samples.size() >= 8);
        QVERIFY2(server.requests <= 2, qPrintable(QString::number(server.requests)));
    }

    void answersFeedTokensAndFirstToken()
    {
        TelemetryService service(paths());
        service.setProviderPid(getpid());
        service.watch();
        QTRY_VERIFY(service.latest().timeMs > 0);
        ChatFigures figures;
        figures.firstTokenMs = 86;
        figures.tokensPerSecond = 41;
        figures.completionTokens = 9;
        QSignalSpy samples(&service, &TelemetryService::sampled);
        service.addAnswerProgress(figures, true);
        QTRY_VERIFY(service.series(QStringLiteral("tokens.generation")) != nullptr);
        QCOMPARE(service.series(QStringLiteral("tokens.generation"))->at(0).value, 41.0);
        QCOMPARE(service.series(QStringLiteral("first-token"))->at(0).value, 86.0);
        QTRY_VERIFY(!service.latest().generationTokensPerSecond.hasValue()); // afterwards idle, not 0
        const QByteArray csv = monitorCsv(service, 60'000, service.latest().timeMs);
        QVERIFY(csv.startsWith("time,"));
        QVERIFY(csv.split('\n').first().contains("\"tokens.generation\""));
    }

    void laneRefusesASecondJobWhileBusy()
    {
        QObject context;
        TelemetryLane lane(&context);
        std::atomic<bool> go = false;
        int answers = 0;
        QVERIFY(lane.run([&] {
            while (!go)
                QThread::msleep(1);
            return [&] { ++answers; };
        }));
        QVERIFY(!lane.run([] { return [] {}; }));
        QVERIFY(lane.isBusy());
        go = true;
        QTRY_COMPARE(answers, 1);
        QVERIFY(!lane.isBusy());
    }
};

QTEST_GUILESS_MAIN(TestTelemetryService)
#include "tst_telemetryservice.moc"
