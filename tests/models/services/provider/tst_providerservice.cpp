// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/privatefile.h"
#include "models/process/runrecord.h"
#include "models/services/providerservice.h"
#include "tests/support/fakeprovider.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace pilothouse;

// The fake provider is a real program with real processes, ports and HTTP; only its faults are scripted.
class ProviderServiceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProviderService> m_service;
    QString m_mark;
    int m_port = 0;
    QList<ProviderStatus> m_history;
    QList<Error> m_failures;
    int m_started = 0;
    int m_stopped = 0;
    QList<qint64> m_adopted;

    Deployment deployment() const
    {
        return { m_folder->path(), QStringLiteral("test"), m_folder->filePath(QStringLiteral(".env")) };
    }
    QString recordPath() const
    {
        return m_folder->filePath(
            QStringLiteral("state/runs/") + RunRecord::idFor(deployment().envPath) + QStringLiteral(".json"));
    }
    const ProviderStatus &status() const { return m_service->status(); }

    void makeService()
    {
        m_service = std::make_unique<ProviderService>(
            deployment(), ProviderPaths{ m_folder->filePath(QStringLiteral("state")), QStringLiteral("/proc") });
        m_service->setStopGrace(1'500);
        connect(m_service.get(), &ProviderService::statusChanged, this, [this](const ProviderStatus &now) { m_history << now; });
        connect(m_service.get(), &ProviderService::failed, this, [this](const Error &error) { m_failures << error; });
        connect(m_service.get(), &ProviderService::started, this, [this] { ++m_started; });
        connect(m_service.get(), &ProviderService::stopped, this, [this] { ++m_stopped; });
        connect(m_service.get(), &ProviderService::adopted, this, [this](qint64 pid) { m_adopted << pid; });
    }

    void start(const QString &mode, double seconds = 0.5)
    {
        m_service->setLaunchSpec(fakeProviderSpec(mode, m_port, m_mark, seconds));
        m_service->start();
    }

    bool sawPhase(ProviderPhase phase) const
    {
        return std::any_of(m_history.begin(), m_history.end(),
            [phase](const ProviderStatus &entry) { return entry.state == ProviderState::Starting && entry.phase == phase; });
    }

    void stopAndCheck()
    {
        m_service->stop();
        QCOMPARE(status().state, ProviderState::Stopping);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Stopped, 20'000);
        QVERIFY(processesWith(m_mark).isEmpty());
        QVERIFY(!ProcFs().isListening(m_port));
        QVERIFY(!QFile::exists(recordPath()));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_mark = m_folder->filePath(QStringLiteral("mark"));
        m_port = freePort();
        m_history.clear();
        m_failures.clear();
        m_adopted.clear();
        m_started = m_stopped = 0;
        makeService();
    }

    void cleanup()
    {
        m_service.reset();
        for (const qint64 pid : processesWith(m_folder->path()))
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }

    void startGoesThroughItsPhasesToReadyAndStopLeavesNothing()
    {
        start(QStringLiteral("loading"));
        QCOMPARE(status().state, ProviderState::Starting);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        QVERIFY(sawPhase(ProviderPhase::Launching));
        QVERIFY(sawPhase(ProviderPhase::WaitingForPort));
        QVERIFY(sawPhase(ProviderPhase::LoadingModel));
        QCOMPARE(m_started, 1);
        QVERIFY(status().serves(ModelName(QStringLiteral("fake"))));
        QVERIFY(status().ownProcess);
        QCOMPARE(status().applied.value(QStringLiteral("LLM_MODEL")), QStringLiteral("fake"));
        QVERIFY(status().evidence.contains(QLatin1String("200")));
        QFile log(m_service->logPath());
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readLine().startsWith("# Pilothouse "));
        for (const QString &path : { m_service->logPath(), recordPath() }) {
            struct stat info
            {
            };
            QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
            QCOMPARE(info.st_mode & 0777u, 0600u);
        }
        stopAndCheck();
        QCOMPARE(m_stopped, 1);
        QVERIFY(m_failures.isEmpty());
    }

    void aDeathDuringTheStartFailsWithTheCodeAndTheLog()
    {
        start(QStringLiteral("exit3"));
        QTRY_COMPARE(m_failures.size(), 1);
        QCOMPARE(status().state, ProviderState::Failed);
        QCOMPARE(*status().failure, m_failures[0]);
        QCOMPARE(status().exitCode, std::optional<int>(3));
        QVERIFY(m_failures[0].cause.contains(QLatin1String("exit code 3")));
        const QStringList lines = m_failures[0].detail.split(u'\n');
        QCOMPARE(lines.size(), 20);
        QVERIFY(lines.last().startsWith(QLatin1String("fatal: token ")));
        QVERIFY2(!m_failures[0].detail.contains(QLatin1String("hf_abcdefghijklmnopqrst")), "secrets are masked");
        QTest::qWait(1'200); // later probes find nothing and must not hide why it failed
        QCOMPARE(status().state, ProviderState::Failed);
        QCOMPARE(*status().failure, m_failures[0]);
        m_service->stop();
        QCOMPARE(status().state, ProviderState::Stopped);
    }

    void aKnownCauseInTheLogIsNamed()
    {
        start(QStringLiteral("port-taken"));
        QTRY_COMPARE(m_failures.size(), 1);
        QCOMPARE(m_failures[0].code, QStringLiteral("port.in-use"));
    }

    void aDeathAfterReadyIsNoticedAtOnce()
    {
        start(QStringLiteral("ready"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        ::kill(static_cast<pid_t>(*status().pid), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Failed, 1'000);
        QCOMPARE(m_failures.last().code, QStringLiteral("provider.died"));
        QVERIFY(m_failures.last().cause.contains(QLatin1String("SIGKILL")));
        QVERIFY(!status().ownProcess);
        QVERIFY(!status().pid);
        QVERIFY(status().served.isEmpty());
        m_service->start(); // and it can be started again
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        QCOMPARE(m_started, 2);
        QVERIFY(QFile::exists(m_service->logPath() + QStringLiteral(".1")));
        stopAndCheck();
    }

    void whoIgnoresTermIsKilledAfterTheGrace()
    {
        start(QStringLiteral("ignores-term"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        stopAndCheck();
    }

    void aWholeTreeEndsAndItsOrphansAreFoundAfterACrash()
    {
        start(QStringLiteral("tree"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        QTRY_COMPARE(processesWith(m_mark).size(), 4);
        ::kill(static_cast<pid_t>(*status().pid), SIGKILL);
        QTRY_COMPARE(status().state, ProviderState::Failed);
        QVERIFY(status().ownProcess);
        QVERIFY(m_failures.last().fix.contains(QLatin1String("3")));
        m_service.reset(); // Pilothouse ends as well; the next one still finds the three
        makeService();
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("tree"), m_port, m_mark));
        m_service->observe();
        QCOMPARE(status().state, ProviderState::Failed);
        QVERIFY(status().ownProcess);
        stopAndCheck();
    }

    void aWrapperThatForksAndExitsIsStillTracked_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("same group") << QStringLiteral("forks-and-exits");
        QTest::newRow("own session, double fork") << QStringLiteral("daemon");
    }

    void aWrapperThatForksAndExitsIsStillTracked()
    {
        QFETCH(QString, mode);
        start(mode);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        QTRY_COMPARE(status().pid, std::optional<qint64>(marks(m_mark).first().first));
        QVERIFY(m_failures.isEmpty());
        m_service.reset();
        makeService();
        m_service->observe();
        QCOMPARE(m_adopted, (QList<qint64>{ marks(m_mark).first().first }));
        stopAndCheck();
    }

    void aStartThatNeverBindsCanBeCancelled()
    {
        start(QStringLiteral("never-binds"));
        QTRY_COMPARE(marks(m_mark).size(), 1);
        QTest::qWait(300);
        QCOMPARE(status().phase, ProviderPhase::WaitingForPort);
        m_service->cancelStart();
        QTRY_COMPARE(status().state, ProviderState::Stopped);
        QVERIFY(processesWith(m_mark).isEmpty());
        QCOMPARE(m_started, 0);
        QVERIFY(m_failures.isEmpty());
    }

    void aHungServerIsLoadingWhileStartingAndNotAnsweringLater()
    {
        start(QStringLiteral("hangs"));
        QTRY_COMPARE_WITH_TIMEOUT(status().phase, ProviderPhase::LoadingModel, 20'000);
        m_service->cancelStart();
        QTRY_COMPARE(status().state, ProviderState::Stopped);

        start(QStringLiteral("ready"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        ::kill(static_cast<pid_t>(*status().pid), SIGSTOP);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Degraded, 8'000);
        QCOMPARE(status().failure->code, QStringLiteral("provider.not-answering"));
        ::kill(static_cast<pid_t>(*status().pid), SIGCONT);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 8'000);
        ::kill(static_cast<pid_t>(*status().pid), SIGSTOP);
        stopAndCheck();
    }

    void anotherServedModelIsDegraded()
    {
        LaunchSpec spec = fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark);
        spec.model = ModelName(QStringLiteral("wanted"));
        m_service->setLaunchSpec(spec);
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Degraded, 20'000);
        QCOMPARE(status().failure->code, QStringLiteral("model.not-served"));
        QCOMPARE(m_failures.size(), 1);
        QCOMPARE(m_started, 0);
        stopAndCheck();
    }

    void aPortInUseNamesItsHolderAndLeavesItAlone()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost, quint16(m_port)));
        start(QStringLiteral("ready"));
        QCOMPARE(m_failures.size(), 1);
        QCOMPARE(m_failures[0].code, QStringLiteral("port.in-use"));
        QVERIFY(m_failures[0].message.contains(QString::number(m_port)));
        QVERIFY(m_failures[0].cause.contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(m_failures[0].cause.contains(QLatin1String("tst_providerserv"), Qt::CaseInsensitive)
            || m_failures[0].cause.contains(QLatin1String("tst_providerser")));
        QVERIFY(processesWith(m_mark).isEmpty());
        QVERIFY(other.isListening());
    }

    void aForeignServerIsShownAndNotStopped()
    {
        QProcess foreign;
        foreign.start(pythonProgram(), fakeProviderArguments(QStringLiteral("ready"), m_port, m_mark));
        QTRY_VERIFY_WITH_TIMEOUT(ProcFs().isListening(m_port), 20'000);
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark));
        m_service->observe();
        QTRY_COMPARE(status().state, ProviderState::Ready);
        QVERIFY(!status().ownProcess);
        m_service->stop();
        QCOMPARE(m_failures.last().code, QStringLiteral("provider.not-own"));
        QCOMPARE(status().state, ProviderState::Ready);
        m_service->restart();
        QCOMPARE(m_failures.size(), 2);
        m_service->start();
        QCOMPARE(m_failures.last().code, QStringLiteral("port.in-use"));
        QTRY_COMPARE(status().state, ProviderState::Ready); // the next look shows what is really there
        QCOMPARE(foreign.state(), QProcess::Running);
        foreign.kill();
        foreign.waitForFinished();
        QTRY_COMPARE(status().state, ProviderState::Stopped);
    }

    void aProviderOutlivesTheServiceAndIsAdopted()
    {
        start(QStringLiteral("ready"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        const qint64 pid = *status().pid;
        m_service.reset();
        QVERIFY(ProcFs().stat(pid)->isAlive());
        makeService();
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark));
        QElapsedTimer clock;
        clock.start();
        m_service->observe();
        QCOMPARE(m_adopted, (QList<qint64>{ pid }));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 2'000);
        QCOMPARE(m_started, 2);
        QCOMPARE(status().applied.value(QStringLiteral("LLM_MODEL")), QStringLiteral("fake"));
        QVERIFY(status().startedAt.isValid());
        stopAndCheck();
    }

    void whatAnotherPilothouseStartedIsTakenOverWithoutAsking()
    {
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark));
        m_service->observe();
        QTRY_COMPARE(status().state, ProviderState::Stopped);
        ProviderService other(deployment(), ProviderPaths{ m_folder->filePath(QStringLiteral("state")), QStringLiteral("/proc") });
        other.setLaunchSpec(fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark));
        other.start();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        QVERIFY(status().ownProcess);
        QCOMPARE(m_adopted.size(), 1);
        stopAndCheck();
    }

    void stopFindsWhatAnotherPilothouseStarted()
    {
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("never-binds"), m_port, m_mark));
        m_service->observe();
        ProviderService other(deployment(), ProviderPaths{ m_folder->filePath(QStringLiteral("state")), QStringLiteral("/proc") });
        other.setLaunchSpec(fakeProviderSpec(QStringLiteral("never-binds"), m_port, m_mark));
        other.start();
        QTRY_COMPARE(marks(m_mark).size(), 1);
        stopAndCheck();
    }

    void aStartThatWasTakenOverCanBeCancelled()
    {
        start(QStringLiteral("never-binds"));
        QTRY_COMPARE(marks(m_mark).size(), 1);
        m_service.reset();
        makeService();
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("never-binds"), m_port, m_mark));
        m_service->observe();
        QCOMPARE(status().state, ProviderState::Starting);
        m_service->cancelStart();
        QTRY_COMPARE(status().state, ProviderState::Stopped);
        QVERIFY(processesWith(m_mark).isEmpty());
    }

    void theRecordOfANewerRunIsLeftAlone()
    {
        start(QStringLiteral("ready"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        std::optional<RunRecord> newer = RunRecord::read(recordPath());
        QVERIFY(newer);
        newer->marker = QStringLiteral("newer");
        QVERIFY(newer->write(recordPath()));
        m_service->stop();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Stopped, 20'000);
        QVERIFY(QFile::exists(recordPath()));
        QCOMPARE(RunRecord::read(recordPath())->marker, QStringLiteral("newer"));
    }

    void aForgedRecordIsDroppedAndTheStrangerUntouched()
    {
        QProcess stranger; // it would note a TERM
        stranger.start(pythonProgram(), fakeProviderArguments(QStringLiteral("ignores-term"), freePort(), m_mark));
        QTRY_COMPARE_WITH_TIMEOUT(marks(m_mark).size(), 1, 20'000);
        RunRecord record;
        record.process = ProcFs().stat(stranger.processId())->identity(); // even with the right start time
        record.members = { record.process };
        record.bootId = ProcFs().bootId();
        record.marker = QStringLiteral("forged");
        record.endpoint = Endpoint::loopback(m_port);
        QVERIFY(record.write(recordPath()));
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark));
        m_service->observe();
        QVERIFY(m_adopted.isEmpty());
        QVERIFY(!QFile::exists(recordPath()));
        QTRY_COMPARE(status().state, ProviderState::Stopped);
        m_service->stop();
        QTest::qWait(300);
        QCOMPARE(stranger.state(), QProcess::Running);
        QCOMPARE(marks(m_mark).size(), 1);
        stranger.kill();
        stranger.waitForFinished();
    }

    void aHalfWrittenRecordCountsAsNone()
    {
        QVERIFY(makePrivateFolder(QFileInfo(recordPath()).path()));
        QVERIFY(writePrivateFile(recordPath(), "{\"pid\": 4711, \"startTicks\": \"12"));
        m_service->setLaunchSpec(fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark));
        m_service->observe();
        QTRY_COMPARE(status().state, ProviderState::Stopped);
        QVERIFY(m_adopted.isEmpty());
    }

    void restartAppliesThePresentSpec()
    {
        start(QStringLiteral("ready"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        const qint64 first = *status().pid;
        LaunchSpec spec = fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark);
        spec.appliedValues[QStringLiteral("LLM_TEMPERATURE")] = QStringLiteral("0.2");
        m_service->setLaunchSpec(spec);
        QVERIFY(!status().applied.contains(QStringLiteral("LLM_TEMPERATURE")));
        bool closed = false;
        m_service->setStreamCloser([&closed] { closed = true; });
        m_service->restart();
        QVERIFY(closed);
        QTRY_COMPARE_WITH_TIMEOUT(m_started, 2, 20'000);
        QVERIFY(*status().pid != first);
        QCOMPARE(status().applied.value(QStringLiteral("LLM_TEMPERATURE")), QStringLiteral("0.2"));
        stopAndCheck();
    }

    void aFloodOfOutputNeverBlocksTheProvider()
    {
        start(QStringLiteral("flood"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 20'000);
        const qint64 size = QFileInfo(m_service->logPath()).size();
        QTRY_VERIFY(QFileInfo(m_service->logPath()).size() > size + 1'000'000);
        QCOMPARE(status().state, ProviderState::Ready);
        stopAndCheck();
    }

    void whatCannotStartSaysWhy()
    {
        LaunchSpec spec = fakeProviderSpec(QStringLiteral("ready"), m_port, m_mark);
        spec.blocked = Failure{ QStringLiteral("program.missing"), QStringLiteral("blocked"), {}, {}, {} };
        m_service->setLaunchSpec(spec);
        m_service->start();
        QCOMPARE(status().failure->code, QStringLiteral("program.missing"));
        QCOMPARE(status().state, ProviderState::Failed);
        spec.blocked.reset();
        spec.program = QStringLiteral("/nonexistent/engine");
        m_service->setLaunchSpec(spec);
        m_service->start();
        QCOMPARE(m_failures.size(), 2);
        QVERIFY(m_failures[1].message.contains(QLatin1String("/nonexistent/engine")));
        spec.program.clear();
        spec.kind = LauncherKind::None;
        m_service->setLaunchSpec(spec);
        m_service->start();
        QCOMPARE(m_failures.last().code, QStringLiteral("provider.not-startable"));
    }

    void withoutAProviderTheStateIsStopped()
    {
        m_service->observe();
        QCOMPARE(status().state, ProviderState::Stopped);
    }
};

QTEST_GUILESS_MAIN(ProviderServiceTest)
#include "tst_providerservice.moc"
