// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/providerservice.h"
#include "tests/support/fakeprovider.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace pilothouse;

// The life of the real Ollama and the real llama-server with a tiny model.
class RealProviderTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_ollama;
    QString m_llamaServer;
    QString m_model;
    std::unique_ptr<ProviderService> m_service;
    int m_port = 0;
    QList<Error> m_failures;
    int m_started = 0;

    const ProviderStatus &status() const { return m_service->status(); }

    static QString engine(const QString &name)
    {
        QProcess script;
        script.start(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/ensure.sh"), { name });
        if (!script.waitForFinished(-1))
            return {};
        return QString::fromUtf8(script.readAllStandardOutput()).trimmed();
    }

    void makeService()
    {
        m_service = std::make_unique<ProviderService>(
            Deployment{ m_folder.path(), QStringLiteral("real"), m_folder.filePath(QStringLiteral(".env")) },
            ProviderPaths{ m_folder.filePath(QStringLiteral("state")), QStringLiteral("/proc") });
        connect(m_service.get(), &ProviderService::failed, this, [this](const Error &error) { m_failures << error; });
        connect(m_service.get(), &ProviderService::started, this, [this] { ++m_started; });
    }

    LaunchSpec ollamaSpec(const QString &model) const
    {
        LaunchSpec spec;
        spec.kind = LauncherKind::Ollama;
        spec.program = m_ollama;
        spec.arguments = { { QStringLiteral("serve"), {}, false } };
        spec.environment = { { QStringLiteral("OLLAMA_HOST=127.0.0.1:%1").arg(m_port), {}, false },
            { QStringLiteral("OLLAMA_MODELS=") + m_folder.filePath(QStringLiteral("models")), {}, false },
            { QStringLiteral("OLLAMA_NO_CLOUD=1"), {}, false }, { QStringLiteral("HOME=") + m_folder.path(), {}, false } };
        spec.endpoint = spec.configuredEndpoint = Endpoint::loopback(m_port);
        spec.model = ModelName(model);
        spec.appliedValues = { { QStringLiteral("LLM_MODEL"), model } };
        return spec;
    }

    LaunchSpec llamaSpec(const QString &file) const
    {
        LaunchSpec spec;
        spec.kind = LauncherKind::Command;
        spec.program = m_llamaServer;
        for (const QString &argument :
            QStringList{ QStringLiteral("-m"), file, QStringLiteral("--alias"), QStringLiteral("tiny"), QStringLiteral("-c"),
                QStringLiteral("512"), QStringLiteral("-np"), QStringLiteral("1"), QStringLiteral("-t"), QStringLiteral("1"),
                QStringLiteral("--host"), QStringLiteral("127.0.0.1"), QStringLiteral("--port"), QString::number(m_port) })
            spec.arguments << LaunchArgument{ argument, {}, false };
        spec.endpoint = spec.configuredEndpoint = Endpoint::loopback(m_port);
        spec.model = ModelName(QStringLiteral("tiny"));
        return spec;
    }

    // everything of ours has this folder in its environment or arguments
    QList<qint64> ours() const
    {
        const ProcFs procFs;
        QList<qint64> pids;
        for (const ProcessStat &stat : procFs.allStats()) {
            if (stat.isAlive() && stat.pid != QCoreApplication::applicationPid()
                && (procFs.environment(stat.pid).value_or(QByteArray()).contains(m_folder.path().toUtf8())
                    || procFs.commandLine(stat.pid).join(u' ').contains(m_folder.path())))
                pids << stat.pid;
        }
        return pids;
    }

    void startOllama(const QString &model)
    {
        m_service->setLaunchSpec(ollamaSpec(model));
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 60'000);
        QVERIFY(status().serves(ModelName(model)));
    }

    void stopAndCheck()
    {
        m_service->stop();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Stopped, 20'000);
        QVERIFY(ours().isEmpty());
        QVERIFY(!ProcFs().isListening(m_port));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_ollama = engine(QStringLiteral("ollama")) + QStringLiteral("/bin/ollama");
        m_llamaServer = engine(QStringLiteral("llama-server")) + QStringLiteral("/bin/llama-server");
        QVERIFY(QFile::exists(m_ollama) && QFile::exists(m_llamaServer));
        m_model = m_folder.filePath(QStringLiteral("tiny.gguf"));
        QCOMPARE(QProcess::execute(
                     pythonProgram(), { QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/make_tiny_gguf.py"), m_model }),
            0);
        QFile file(m_folder.filePath(QStringLiteral("Modelfile")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("FROM " + m_model.toUtf8() + "\nPARAMETER num_thread 1\nPARAMETER num_ctx 512\n");
        file.close();

        m_port = freePort();
        makeService();
        m_service->setLaunchSpec(ollamaSpec({}));
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 60'000);
        for (const char *tag : { "tiny:a", "tiny:b" }) {
            QProcess create;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("OLLAMA_HOST"), QStringLiteral("127.0.0.1:%1").arg(m_port));
            environment.insert(QStringLiteral("HOME"), m_folder.path());
            create.setProcessEnvironment(environment);
            create.start(m_ollama, { QStringLiteral("create"), QLatin1String(tag), QStringLiteral("-f"), file.fileName() });
            QVERIFY(create.waitForFinished(60'000));
            QVERIFY2(create.exitCode() == 0, create.readAllStandardError().constData());
        }
        stopAndCheck();
    }

    void init()
    {
        m_port = freePort();
        m_failures.clear();
        m_started = 0;
        makeService();
    }

    void cleanup()
    {
        m_service.reset();
        for (const qint64 pid : ours())
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }

    void ollamaStartsServesSwitchesInPlaceAndStops()
    {
        startOllama(QStringLiteral("tiny:a"));
        QCOMPARE(m_started, 1);
        QCOMPARE(status().providerName, QStringLiteral("Ollama"));
        QVERIFY(!status().providerVersion.isEmpty());
        QVERIFY(ours().size() >= 2); // serve and its runner
        QVERIFY(m_service->canLoadModelInPlace());
        m_service->loadModel(ModelName(QStringLiteral("tiny:b")));
        QCOMPARE(status().phase, ProviderPhase::LoadingModel);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 30'000);
        QVERIFY(status().serves(ModelName(QStringLiteral("tiny:b"))));
        QVERIFY(!status().serves(ModelName(QStringLiteral("tiny:a"))));
        stopAndCheck();
        QVERIFY(m_failures.isEmpty());
    }

    void aKilledOllamaFailsAndItsRunnerIsEndedByStop()
    {
        startOllama(QStringLiteral("tiny:a"));
        ::kill(static_cast<pid_t>(*status().pid), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Failed, 1'000);
        QCOMPARE(m_failures.last().code, QStringLiteral("provider.died"));
        QVERIFY2(!ours().isEmpty(), "the runner outlives serve");
        QVERIFY(status().ownProcess);
        stopAndCheck();
    }

    void aModelThatIsNotInstalledIsDegradedWithTheCommand()
    {
        m_service->setLaunchSpec(ollamaSpec(QStringLiteral("nothere:1")));
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Degraded, 60'000);
        QCOMPARE(status().failure->code, QStringLiteral("model.missing"));
        QVERIFY(status().failure->cause.contains(QLatin1String("tiny:a")));
        QVERIFY(status().failure->fix.contains(QLatin1String("ollama pull nothere:1")));
        QVERIFY(status().ownProcess);
        stopAndCheck();
    }

    void aSecondServiceAdoptsTheRunningOllama()
    {
        startOllama(QStringLiteral("tiny:a"));
        const qint64 pid = *status().pid;
        m_service.reset();
        makeService();
        m_service->setLaunchSpec(ollamaSpec(QStringLiteral("tiny:a")));
        m_service->observe();
        QCOMPARE(status().pid, std::optional<qint64>(pid));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 2'000);
        QVERIFY(status().serves(ModelName(QStringLiteral("tiny:a"))));
        stopAndCheck();
    }

    void anOllamaThatIsNotOursIsShownAndHoldsItsPort()
    {
        QProcess foreign;
        QProcessEnvironment environment;
        for (const LaunchArgument &entry : ollamaSpec({}).environment)
            environment.insert(entry.text.section(u'=', 0, 0), entry.text.section(u'=', 1));
        foreign.setProcessEnvironment(environment);
        foreign.start(m_ollama, { QStringLiteral("serve") });
        m_service->setLaunchSpec(ollamaSpec(QStringLiteral("tiny:a")));
        m_service->observe();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 30'000);
        QVERIFY(!status().ownProcess);
        m_service->stop();
        QCOMPARE(m_failures.last().code, QStringLiteral("provider.not-own"));
        m_service->start();
        QCOMPARE(m_failures.last().code, QStringLiteral("port.in-use"));
        QVERIFY(m_failures.last().cause.contains(QString::number(foreign.processId())));
        QCOMPARE(foreign.state(), QProcess::Running);
        foreign.terminate();
        QVERIFY(foreign.waitForFinished());
    }

    void llamaServerStartsServesAndStops()
    {
        m_service->setLaunchSpec(llamaSpec(m_model));
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Ready, 60'000);
        QCOMPARE(status().providerName, QStringLiteral("llama-server"));
        QVERIFY(status().serves(ModelName(QStringLiteral("tiny"))));
        stopAndCheck();
    }

    void aWrongModelPathFailsWithTheSentence()
    {
        m_service->setLaunchSpec(llamaSpec(m_folder.filePath(QStringLiteral("nowhere.gguf"))));
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_failures.size(), 1, 30'000);
        QVERIFY2(
            m_failures[0].code == QLatin1String("model.file-missing"), qPrintable(m_failures[0].code + m_failures[0].detail));
        QVERIFY(m_failures[0].cause.contains(QLatin1String("nowhere.gguf")));
        QCOMPARE(status().exitCode, std::optional<int>(1));
    }
};

QTEST_GUILESS_MAIN(RealProviderTest)
#include "tst_realprovider.moc"
