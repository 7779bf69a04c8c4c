// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/processlauncher.h"
#include "models/process/processstopper.h"
#include "models/process/processwatch.h"
#include "models/process/runrecord.h"
#include "tests/support/fakeprovider.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace pilothouse;

class ProcessStopperTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;
    QString m_mark;
    int m_port = 0;
    ProcessWatch m_watch;
    ProcessIdentity m_leader;

    void launch(const QString &mode, int processes)
    {
        m_mark = m_folder.filePath(QStringLiteral("mark%1").arg(++m_number));
        m_port = freePort();
        LaunchRequest request;
        request.program = pythonProgram();
        request.arguments = fakeProviderArguments(mode, m_port, m_mark);
        request.environment = { { QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin") },
            { QLatin1String(runMarkerVariable), QStringLiteral("marker%1").arg(m_number) } };
        request.logPath = m_mark + QStringLiteral(".log");
        const auto started = ProcessLauncher::launch(request);
        QVERIFY(started);
        m_leader = *started;
        QVERIFY(m_watch.watch(m_leader, ProcFs()));
        QTRY_COMPARE_WITH_TIMEOUT(marks(m_mark).size(), processes, 20'000);
    }

    StopRequest request() const
    {
        StopRequest stop;
        stop.run = { m_leader, {}, QStringLiteral("marker%1").arg(m_number) };
        stop.port = m_port;
        stop.graceMs = 1'500;
        stop.secondTermMs = 500;
        return stop;
    }

    static QString resultOf(const StopRequest &request)
    {
        ProcessStopper stopper(request, ProcFs());
        QString result;
        connect(&stopper, &ProcessStopper::succeeded, &stopper, [&result] { result = QStringLiteral("succeeded"); });
        connect(&stopper, &ProcessStopper::failed, &stopper,
            [&result](const Error &error) { result = error.code + error.message + error.cause; });
        stopper.start();
        if (!QTest::qWaitFor([&result] { return !result.isEmpty(); }, 20'000))
            result = QStringLiteral("no answer");
        return result;
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const qint64 pid : processesWith(m_folder.path()))
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }

    void aWillingProcessEndsByTerm()
    {
        launch(QStringLiteral("ready"), 1);
        QTRY_VERIFY(ProcFs().isListening(m_port));
        QCOMPARE(resultOf(request()), QStringLiteral("succeeded"));
        QVERIFY(processesWith(m_mark).isEmpty());
        QVERIFY(!ProcFs().isListening(m_port));
    }

    void childrenSessionsAndDaemonsThatIgnoreTermAllEnd()
    {
        launch(QStringLiteral("tree"), 4);
        QCOMPARE(processesWith(m_mark).size(), 4);
        QCOMPARE(resultOf(request()), QStringLiteral("succeeded"));
        QVERIFY(processesWith(m_mark).isEmpty());
        int terms = 0;
        for (const auto &mark : marks(m_mark))
            terms += mark.second == QLatin1String("TERM");
        QVERIFY2(terms >= 6, "the three stubborn ones get TERM twice before KILL");
    }

    void theHelpersOfADeadLeaderEnd()
    {
        launch(QStringLiteral("tree"), 4);
        QSignalSpy ended(&m_watch, &ProcessWatch::ended);
        ::kill(static_cast<pid_t>(m_leader.pid), SIGKILL);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(processesWith(m_mark).size(), 3);
        QCOMPARE(resultOf(request()), QStringLiteral("succeeded"));
        QVERIFY(processesWith(m_mark).isEmpty());
    }

    void aSuspendedProcessEndsToo()
    {
        launch(QStringLiteral("ready"), 1);
        ::kill(static_cast<pid_t>(m_leader.pid), SIGSTOP);
        QCOMPARE(resultOf(request()), QStringLiteral("succeeded"));
        QVERIFY(processesWith(m_mark).isEmpty());
    }

    void aStrangerIsNeverSignalled()
    {
        // a record that names a stranger's pid with another start time, and the stranger is even a session leader
        launch(QStringLiteral("ignores-term"), 1);
        StopRequest forged = request();
        forged.run.leader.startTicks -= 1;
        forged.run.marker = QStringLiteral("forged");
        forged.port = 0;
        QCOMPARE(resultOf(forged), QStringLiteral("succeeded"));
        QTest::qWait(200);
        QVERIFY(ProcFs().isAlive(m_leader));
        QCOMPARE(marks(m_mark).size(), 1); // no TERM was noted
    }

    void aPortThatSomebodyElseHoldsIsReportedWithTheHolder()
    {
        launch(QStringLiteral("never-binds"), 1);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_port)));
        const QString result = resultOf(request());
        QVERIFY2(result.startsWith(QLatin1String("stop.port-open")), qPrintable(result));
        QVERIFY2(result.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(result));
        QVERIFY(processesWith(m_mark).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProcessStopperTest)
#include "tst_processstopper.moc"
