// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/modelcatalogue.h"
#include "models/providers/modelloader.h"
#include "models/providers/providerprobe.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;

namespace {

constexpr int engineMs = 300'000; // the first call may build the engine

QString engine(const char *name)
{
    QProcess script;
    script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    script.start(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/packaging/engines/ensure.sh"), { QLatin1String(name) });
    if (!script.waitForFinished(engineMs) || script.exitCode() != 0)
        return {};
    return QString::fromLocal8Bit(script.readAllStandardOutput()).trimmed().section(u'\n', -1);
}

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// A real engine; ends with the test.
class Engine : public QProcess
{
public:
    ~Engine() override { end(); }
    void end()
    {
        if (state() == NotRunning)
            return;
        terminate();
        if (!waitForFinished(20'000)) {
            kill();
            waitForFinished(5'000);
        }
    }
};

ProbeResult probed(ProviderProbe &probe, const Endpoint &endpoint, LauncherKind hint)
{
    QSignalSpy spy(&probe, &ProviderProbe::finished);
    probe.probe(endpoint, hint, 5'000);
    return spy.wait(20'000) ? spy.first().first().value<ProbeResult>() : ProbeResult();
}

} // namespace

class ProbeRealTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void ollamaListsTwoInstalledAndNothingLoaded();
    void loaderSwitchesBetweenTwoTags();
    void loaderRefusesAMissingModelAndKeepsTheLoadedOne();
    void catalogueShowsBothTags();
    void ollamaIsFoundBehindTheOpenAiHint();
    void llamaServerGoesFromRefusedOverLoadingToServed();
    void llamaServerWithKeyAsksForIt();

private:
    bool createTag(const char *name, const QByteArray &modelfile);
    void startLlama(Engine &server, int port, const QStringList &more = {});

    QTemporaryDir m_home;
    QString m_ollama;
    QString m_llama;
    QString m_model;
    Engine m_server;
    Endpoint m_endpoint;
};

bool ProbeRealTest::createTag(const char *name, const QByteArray &modelfile)
{
    QFile file(m_home.filePath(QStringLiteral("Modelfile")));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(modelfile);
    file.close();
    QProcess client;
    client.setProcessEnvironment(m_server.processEnvironment());
    client.start(m_ollama, { QStringLiteral("create"), QLatin1String(name), QStringLiteral("-f"), file.fileName() });
    return client.waitForFinished(60'000) && client.exitCode() == 0;
}

void ProbeRealTest::initTestCase()
{
    const QString ollamaFolder = engine("ollama");
    m_ollama = ollamaFolder + QStringLiteral("/bin/ollama");
    m_llama = engine("llama-server") + QStringLiteral("/bin/llama-server");
    m_model = engine("smollm2") + QStringLiteral("/smollm2-135m-instruct.gguf");
    for (const QString &path : { m_ollama, m_llama, m_model })
        QVERIFY2(QFile::exists(path), qPrintable(path));

    const int port = freePort();
    m_endpoint = Endpoint::loopback(port);
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), qEnvironmentVariable("PATH"));
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("OLLAMA_MODELS"), m_home.filePath(QStringLiteral("models")));
    environment.insert(QStringLiteral("OLLAMA_HOST"), QStringLiteral("127.0.0.1:%1").arg(port));
    environment.insert(QStringLiteral("OLLAMA_NO_CLOUD"), QStringLiteral("1"));
    m_server.setProcessEnvironment(environment);
    m_server.setStandardErrorFile(m_home.filePath(QStringLiteral("ollama.log")));
    m_server.start(m_ollama, { QStringLiteral("serve") });
    ProviderProbe probe;
    QTRY_VERIFY_WITH_TIMEOUT(probed(probe, m_endpoint, LauncherKind::Ollama).isUsable(), 60'000);
    QVERIFY(createTag("smollm2:135m", "FROM " + m_model.toUtf8() + "\nPARAMETER num_thread 1\nPARAMETER num_ctx 1024\n"));
    QVERIFY(createTag("smollm2:brief", "FROM smollm2:135m\nSYSTEM Be short.\n"));
}

void ProbeRealTest::cleanupTestCase()
{
    m_server.end();
}

void ProbeRealTest::ollamaListsTwoInstalledAndNothingLoaded()
{
    ProviderProbe probe;
    const ProbeResult result = probed(probe, m_endpoint, LauncherKind::Ollama);
    QCOMPARE(result.providerName, QStringLiteral("Ollama"));
    QVERIFY(!result.providerVersion.isEmpty());
    QCOMPARE(result.installed.size(), 2);
    QVERIFY(result.installed.first().sizeBytes.value() > 90'000'000);
    QVERIFY(result.served.isEmpty());
}

void ProbeRealTest::loaderSwitchesBetweenTwoTags()
{
    ModelLoader loader;
    ProviderProbe probe;
    for (const char *tag : { "smollm2:135m", "smollm2:brief", "smollm2:135m" }) {
        QSignalSpy done(&loader, &ModelLoader::finished);
        QSignalSpy failed(&loader, &ModelLoader::failed);
        loader.load(m_endpoint, ModelName(QLatin1String(tag)));
        QVERIFY2(done.wait(60'000), failed.isEmpty() ? "no answer" : qPrintable(failed.first().first().value<Failure>().cause));
        const ProbeResult result = probed(probe, m_endpoint, LauncherKind::Ollama);
        QCOMPARE(result.served.size(), 1);
        QCOMPARE(result.served.first().name.text(), QLatin1String(tag));
        QCOMPARE(result.served.first().contextLength, std::optional(1024));
    }
}

void ProbeRealTest::loaderRefusesAMissingModelAndKeepsTheLoadedOne()
{
    ModelLoader loader;
    QSignalSpy failed(&loader, &ModelLoader::failed);
    loader.load(m_endpoint, ModelName(QStringLiteral("not-there:1")));
    QVERIFY(failed.wait(30'000));
    QCOMPARE(failed.first().first().value<Failure>().code, QStringLiteral("model.not-found"));
    ProviderProbe probe;
    QCOMPARE(probed(probe, m_endpoint, LauncherKind::Ollama).served.size(), 1);
}

void ProbeRealTest::catalogueShowsBothTags()
{
    ModelCatalogue catalogue;
    QSignalSpy refreshed(&catalogue, &ModelCatalogue::refreshed);
    catalogue.refresh(m_endpoint, LauncherKind::Ollama);
    QVERIFY(refreshed.wait(30'000));
    QCOMPARE(catalogue.entries().size(), 2);
    int loaded = 0;
    for (const ModelEntry &entry : catalogue.entries()) {
        loaded += entry.loaded ? 1 : 0;
        QCOMPARE(entry.parameters, QStringLiteral("134.52M"));
        QCOMPARE(entry.quantization, QStringLiteral("Q4_1"));
    }
    QCOMPARE(loaded, 1);
}

void ProbeRealTest::ollamaIsFoundBehindTheOpenAiHint()
{
    ProviderProbe probe;
    const ProbeResult result = probed(probe, m_endpoint, LauncherKind::Vllm);
    QCOMPARE(result.providerName, QStringLiteral("Ollama"));
    QCOMPARE(result.served.size(), 1); // loaded ones, not the two that /v1/models lists
}

void ProbeRealTest::startLlama(Engine &server, int port, const QStringList &more)
{
    server.setStandardErrorFile(m_home.filePath(QStringLiteral("llama.log")));
    server.setStandardOutputFile(QProcess::nullDevice());
    server.start(m_llama,
        QStringList{ QStringLiteral("-m"), m_model, QStringLiteral("--alias"), QStringLiteral("smollm2"), QStringLiteral("-t"),
            QStringLiteral("1"), QStringLiteral("-c"), QStringLiteral("2048"), QStringLiteral("--host"),
            QStringLiteral("127.0.0.1"), QStringLiteral("--port"), QString::number(port) }
            + more);
}

void ProbeRealTest::llamaServerGoesFromRefusedOverLoadingToServed()
{
    const int port = freePort();
    const Endpoint endpoint = Endpoint::loopback(port);
    ProviderProbe probe;
    QVERIFY(probed(probe, endpoint, LauncherKind::Command).refused);
    Engine server;
    startLlama(server, port);
    bool sawLoading = false;
    ProbeResult result;
    QElapsedTimer clock;
    clock.start();
    while (!result.isUsable() && clock.elapsed() < 60'000) {
        result = probed(probe, endpoint, LauncherKind::Command);
        sawLoading = sawLoading || (result.loading && result.providerName == QLatin1String("llama-server"));
        QVERIFY2(result.isUsable() || result.loading || result.refused, qPrintable(result.evidence));
    }
    QVERIFY(sawLoading);
    QCOMPARE(result.providerName, QStringLiteral("llama-server"));
    QVERIFY(!result.providerVersion.isEmpty());
    QCOMPARE(result.served.size(), 1);
    QCOMPARE(result.served.first().name.text(), QStringLiteral("smollm2"));
    QCOMPARE(result.served.first().contextLength, std::optional(2048));
    server.end();
    QVERIFY(probed(probe, endpoint, LauncherKind::Command).refused);
}

void ProbeRealTest::llamaServerWithKeyAsksForIt()
{
    const int port = freePort();
    const Endpoint endpoint = Endpoint::loopback(port);
    Engine server;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LLAMA_API_KEY"), QStringLiteral("key-123456"));
    server.setProcessEnvironment(environment);
    startLlama(server, port);
    ProviderProbe probe;
    probe.setApiKey(QStringLiteral("key-123456"));
    QTRY_VERIFY_WITH_TIMEOUT(probed(probe, endpoint, LauncherKind::Command).isUsable(), 60'000);
    probe.setApiKey(QStringLiteral("wrong"));
    const ProbeResult keyless = probed(probe, endpoint, LauncherKind::Command);
    QVERIFY(keyless.error);
    QCOMPARE(keyless.error->code, QStringLiteral("probe.unauthorized"));
}

QTEST_GUILESS_MAIN(ProbeRealTest)
#include "tst_probereal.moc"
