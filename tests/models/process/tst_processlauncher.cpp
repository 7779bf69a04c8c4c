// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/baseenvironment.h"
#include "models/process/processlauncher.h"
#include "models/process/processwatch.h"
#include "tests/support/fakeprovider.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

class ProcessLauncherTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    LaunchRequest request(const QString &program, const QStringList &arguments)
    {
        LaunchRequest request;
        request.program = program;
        request.arguments = arguments;
        request.environment = { { QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin") } };
        request.logPath = m_folder.filePath(QStringLiteral("%1.log").arg(++m_number));
        return request;
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void theChildGetsExactlyWhatWasDeclared()
    {
        qputenv("CANARY_SECRET", "must not arrive");
        const int inherited = ::open("/dev/null", O_RDONLY); // deliberately without close-on-exec
        ::signal(SIGUSR1, SIG_IGN);
        const QString mark = m_folder.filePath(QStringLiteral("environment.json"));
        const QStringList hostile{ QStringLiteral("environment"), QStringLiteral("--mark"), mark, QStringLiteral("--model"),
            QStringLiteral("$(touch X); `id`\n'\"") };
        LaunchRequest launch = request(pythonProgram(), QStringList{ fakeProviderArguments({}, 0).first() } + hostile);
        launch.environment = { { QStringLiteral("PATH"), QStringLiteral("/usr/bin") },
            { QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8") }, { QStringLiteral("KEY"), QStringLiteral("a=b c") } };
        launch.workingFolder = m_folder.path();
        ProcessWatch watch;
        QSignalSpy ended(&watch, &ProcessWatch::ended);
        const auto started = ProcessLauncher::launch(launch);
        QVERIFY(started);
        QVERIFY(watch.watch(*started, ProcFs()));
        QTRY_COMPARE(ended.count(), 1);
        ::close(inherited);
        ::signal(SIGUSR1, SIG_DFL);

        const QJsonObject seen = QJsonDocument::fromJson(contentOf(mark)).object();
        QCOMPARE(seen[QStringLiteral("environment")].toObject(),
            (QJsonObject{ { QStringLiteral("PATH"), QStringLiteral("/usr/bin") },
                { QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8") }, { QStringLiteral("KEY"), QStringLiteral("a=b c") } }));
        QCOMPARE(seen[QStringLiteral("stdin")].toString(), QStringLiteral("/dev/null"));
        // 0, 1, 2, the mark file and the folder that lists them
        QCOMPARE(seen[QStringLiteral("descriptors")].toArray().size(), 5);
        QCOMPARE(seen[QStringLiteral("folder")].toString(), QFileInfo(m_folder.path()).canonicalFilePath());
        QCOMPARE(seen[QStringLiteral("session")].toInteger(), started->pid);
        QCOMPARE(seen[QStringLiteral("blocked")].toString().toULongLong(nullptr, 16), 0u);
        QCOMPARE(seen[QStringLiteral("ignored")].toString().toULongLong(nullptr, 16) & (1u << (SIGUSR1 - 1)), 0u);
        QCOMPARE(seen[QStringLiteral("arguments")].toArray().last().toString(), hostile.last());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("X"))));
    }

    void outputGoesToAPrivateLogAfterOurHeader()
    {
        LaunchRequest launch
            = request(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QStringLiteral("echo out; echo err >&2") });
        launch.logHeader = "# header\n";
        ProcessWatch watch;
        QSignalSpy ended(&watch, &ProcessWatch::ended);
        const auto started = ProcessLauncher::launch(launch);
        QVERIFY(started && watch.watch(*started, ProcFs()));
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(contentOf(launch.logPath), QByteArray("# header\nout\nerr\n"));
        struct stat info
        {
        };
        ::stat(QFile::encodeName(launch.logPath).constData(), &info);
        QCOMPARE(info.st_mode & 0777u, 0600u);
    }

    void exitCodeAndSignalAreKnownAndNoZombieStays_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("signal");
        QTest::newRow("exit 3") << QStringLiteral("exit 3") << 3 << -1;
        QTest::newRow("kill") << QStringLiteral("kill -9 $$") << -1 << 9;
        QTest::newRow("after a while") << QStringLiteral("sleep 0.3") << 0 << -1;
    }

    void exitCodeAndSignalAreKnownAndNoZombieStays()
    {
        QFETCH(QString, script);
        QFETCH(int, exitCode);
        QFETCH(int, signal);
        ProcessWatch watch;
        QList<ProcessEnd> ends;
        connect(&watch, &ProcessWatch::ended, this, [&ends](const ProcessEnd &end) { ends << end; });
        const auto started = ProcessLauncher::launch(request(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), script }));
        QVERIFY(started);
        QVERIFY(watch.watch(*started, ProcFs())); // also when it has ended already: it is our zombie then
        QTRY_COMPARE(ends.size(), 1);
        QCOMPARE(ends[0].exitCode.value_or(-1), exitCode);
        QCOMPARE(ends[0].signal.value_or(-1), signal);
        QVERIFY(!ProcFs().stat(started->pid));
    }

    void whatCannotBeStartedIsExplained()
    {
        const QString text = m_folder.filePath(QStringLiteral("text"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no program\n");
        file.close();
        QCOMPARE(ProcessLauncher::launch(request(text, {})).error().code, QStringLiteral("program.not-executable"));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const auto wrong = ProcessLauncher::launch(request(text, {}));
        QCOMPARE(wrong.error().code, QStringLiteral("program.launch"));
        QVERIFY2(wrong.error().cause.contains(QLatin1String("wrong architecture")), qPrintable(wrong.error().cause));
        QCOMPARE(ProcessLauncher::launch(request(QStringLiteral("/nonexistent/x"), {})).error().code,
            QStringLiteral("program.missing"));
        QCOMPARE(ProcessLauncher::launch(request(QStringLiteral("sh"), {})).error().code, QStringLiteral("program.missing"));
        LaunchRequest folder = request(QStringLiteral("/bin/true"), {});
        folder.workingFolder = QStringLiteral("/nonexistent");
        QCOMPARE(ProcessLauncher::launch(folder).error().code, QStringLiteral("program.folder-missing"));
        LaunchRequest log = request(QStringLiteral("/bin/true"), {});
        log.logPath = QStringLiteral("/nonexistent/log");
        QCOMPARE(ProcessLauncher::launch(log).error().code, QStringLiteral("program.log"));
    }

    void aLinkAtTheLogPathIsNotFollowed()
    {
        LaunchRequest launch = request(QStringLiteral("/bin/true"), {});
        const QString target = m_folder.filePath(QStringLiteral("target"));
        QVERIFY(QFile::link(target, launch.logPath));
        QCOMPARE(ProcessLauncher::launch(launch).error().code, QStringLiteral("program.log"));
        QVERIFY(!QFile::exists(target));
    }

    void theBaseEnvironmentIsAnAllowList()
    {
        QProcessEnvironment own;
        for (const char *key : { "PATH", "HOME", "LC_TIME", "CUDA_VISIBLE_DEVICES", "XDG_CONFIG_HOME", "LD_LIBRARY_PATH",
                 "LD_PRELOAD", "HF_TOKEN", "PYTHONPATH", "BASH_ENV", "http_proxy", "DOCKER_HOST" })
            own.insert(QLatin1String(key), QStringLiteral("x"));
        QCOMPARE(baseEnvironment(own).keys(),
            (QStringList{ QStringLiteral("CUDA_VISIBLE_DEVICES"), QStringLiteral("HOME"), QStringLiteral("LC_TIME"),
                QStringLiteral("PATH"), QStringLiteral("XDG_CONFIG_HOME") }));
    }

    void aStrangerIsWatchedWithoutAnExitCode()
    {
        QProcess shell; // the sleeper's parent ends, so it is not our child
        shell.start(QStringLiteral("sh"), { QStringLiteral("-c"), QStringLiteral("sleep 0.6 >/dev/null 2>&1 & echo $!") });
        QVERIFY(shell.waitForFinished());
        const qint64 pid = shell.readAllStandardOutput().trimmed().toLongLong();
        const auto stat = ProcFs().stat(pid);
        QVERIFY(stat);
        ProcessWatch watch;
        QList<ProcessEnd> ends;
        connect(&watch, &ProcessWatch::ended, this, [&ends](const ProcessEnd &end) { ends << end; });
        QVERIFY(!watch.watch({ pid, stat->startTicks + 1 }, ProcFs()));
        QVERIFY(watch.watch(stat->identity(), ProcFs()));
        QTRY_COMPARE(ends.size(), 1);
        QVERIFY(!ends[0].exitCode && !ends[0].signal);
    }
};

QTEST_GUILESS_MAIN(ProcessLauncherTest)
#include "tst_processlauncher.moc"
