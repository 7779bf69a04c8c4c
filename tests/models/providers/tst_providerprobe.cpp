// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/providerprobe.h"
#include "tests/support/faultserver.h"

#include <QMap>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using pilothouse::test::FaultServer;

namespace {

QByteArray pathOf(const QByteArray &request)
{
    return request.split(' ').value(1);
}

/// Answers by path; anything else is 404 as Go and FastAPI do.
FaultServer::Script byPath(const QMap<QByteArray, QByteArray> &bodies, const QByteArray &headers = {})
{
    return [bodies, headers](QTcpSocket *socket, const QByteArray &request) {
        const QByteArray path = pathOf(request);
        socket->write(bodies.contains(path) ? FaultServer::response(200, bodies[path], headers)
                                            : FaultServer::response(404, R"({"detail":"Not Found"})", headers));
    };
}

const QByteArray loadedModels = R"({"models":[{"name":"a:1","size":10,"size_vram":0,"context_length":512}]})";
const QByteArray installedModels = R"({"models":[{"name":"a:1","size":5},{"name":"b:1","size":6}]})";
const QMap<QByteArray, QByteArray> ollama{ { "/api/version", R"({"version":"0.32.15"})" }, { "/api/ps", loadedModels },
    { "/api/tags", installedModels }, { "/v1/models", R"({"data":[{"id":"a:1","owned_by":"library"},{"id":"b:1"}]})" } };
const QMap<QByteArray, QByteArray> vllm{ { "/version", R"({"version":"0.32.0"})" },
    { "/v1/models", R"({"data":[{"id":"o/m","owned_by":"vllm","max_model_len":512}]})" } };

ProbeResult probed(ProviderProbe &probe, const Endpoint &endpoint, LauncherKind hint, int timeoutMs = 5000)
{
    QSignalSpy spy(&probe, &ProviderProbe::finished);
    probe.probe(endpoint, hint, timeoutMs);
    return spy.wait(10'000) ? spy.first().first().value<ProbeResult>() : ProbeResult();
}

} // namespace

class ProviderProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ollamaServesWhatIsLoaded();
    void installedModelsAreNotReadEachTime();
    void ollamaBehindCommandIsAskedNatively();
    void vllmIsNamedWithItsVersion();
    void remoteTriesBothProtocols();
    void loadingServerIsLoading();
    void refusalIsSaid();
    void silentServerAcceptedButDidNotAnswer();
    void webServerIsNoProvider();
    void missingKeyIsSaid();
    void keyGoesToTheOpenAiProviderOnly();
    void keyDoesNotFollowARedirect();
    void newProbeDropsTheOlder();
    void cancelledProbeSaysNothing();
    void changedProgramIsAskedAgainWhoItIs();
};

void ProviderProbeTest::ollamaServesWhatIsLoaded()
{
    FaultServer server(byPath(ollama));
    ProviderProbe probe;
    const ProbeResult result = probed(probe, Endpoint(server.url()), LauncherKind::Ollama);
    QVERIFY(result.isUsable());
    QVERIFY(result.connected && result.answered);
    QCOMPARE(result.providerName, QStringLiteral("Ollama"));
    QCOMPARE(result.providerVersion, QStringLiteral("0.32.15"));
    QCOMPARE(result.served.size(), 1);
    QCOMPARE(result.installed.size(), 2);
    QCOMPARE(result.evidence, QStringLiteral("GET /api/ps answered 200"));
    QVERIFY(!probe.isBusy());
}

void ProviderProbeTest::installedModelsAreNotReadEachTime()
{
    FaultServer server(byPath(ollama));
    ProviderProbe probe;
    probed(probe, Endpoint(server.url()), LauncherKind::Ollama);
    const int before = int(server.requests.size());
    QCOMPARE(probed(probe, Endpoint(server.url()), LauncherKind::Ollama).installed.size(), 2);
    QCOMPARE(int(server.requests.size()), before + 1); // /api/ps alone
    probe.readInstalledNext();
    probed(probe, Endpoint(server.url()), LauncherKind::Ollama);
    QCOMPARE(pathOf(server.requests.last()), QByteArray("/api/tags"));
}

void ProviderProbeTest::ollamaBehindCommandIsAskedNatively()
{
    FaultServer server(byPath(ollama));
    ProviderProbe probe;
    const ProbeResult result = probed(probe, Endpoint(server.url()), LauncherKind::Command);
    QCOMPARE(result.providerName, QStringLiteral("Ollama"));
    QCOMPARE(result.served.size(), 1); // loaded, not the two that /v1/models lists
}

void ProviderProbeTest::vllmIsNamedWithItsVersion()
{
    FaultServer server(byPath(vllm, "Server: uvicorn\r\n"));
    ProviderProbe probe;
    for (int i = 0; i < 2; ++i) {
        const ProbeResult result = probed(probe, Endpoint(server.url()), LauncherKind::Vllm);
        QCOMPARE(result.providerName, QStringLiteral("vLLM"));
        QCOMPARE(result.providerVersion, QStringLiteral("0.32.0"));
        QCOMPARE(result.served.first().contextLength, std::optional(512));
    }
    QCOMPARE(int(server.requests.size()), 3); // the version once
}

void ProviderProbeTest::remoteTriesBothProtocols()
{
    FaultServer first(byPath(ollama));
    FaultServer second(byPath(vllm, "Server: uvicorn\r\n"));
    ProviderProbe probe;
    QCOMPARE(probed(probe, Endpoint(first.url()), LauncherKind::Remote).providerName, QStringLiteral("Ollama"));
    QCOMPARE(probed(probe, Endpoint(second.url()), LauncherKind::Remote).providerName, QStringLiteral("vLLM"));
}

void ProviderProbeTest::loadingServerIsLoading()
{
    FaultServer server(FaultServer::always(
        FaultServer::response(503, R"({"error":{"message":"Loading model","type":"unavailable_error","code":503}})")));
    ProviderProbe probe;
    for (const LauncherKind kind : { LauncherKind::Command, LauncherKind::Remote }) {
        const ProbeResult result = probed(probe, Endpoint(server.url()), kind);
        QVERIFY(result.loading && result.answered && !result.error);
        QVERIFY(!result.isUsable());
    }
}

void ProviderProbeTest::refusalIsSaid()
{
    quint16 port = 0;
    {
        FaultServer gone(FaultServer::always({}));
        port = gone.port();
    }
    ProviderProbe probe;
    const ProbeResult result = probed(probe, Endpoint::loopback(port), LauncherKind::Ollama);
    QVERIFY(result.refused && !result.connected && !result.answered && !result.loading);
    QCOMPARE(result.error->code, QStringLiteral("http.refused"));
    QCOMPARE(result.evidence, QStringLiteral("GET /api/version: connection refused"));
}

void ProviderProbeTest::silentServerAcceptedButDidNotAnswer()
{
    FaultServer server([](QTcpSocket *, const QByteArray &) {});
    ProviderProbe probe;
    const ProbeResult result = probed(probe, Endpoint(server.url()), LauncherKind::Ollama, 300);
    QVERIFY(result.connected && result.loading && !result.answered);
    QCOMPARE(result.error->code, QStringLiteral("http.timeout"));
}

void ProviderProbeTest::webServerIsNoProvider()
{
    FaultServer server(FaultServer::always(FaultServer::response(200, "<html>It works!</html>")));
    ProviderProbe probe;
    for (const LauncherKind kind : { LauncherKind::Ollama, LauncherKind::Vllm, LauncherKind::Remote }) {
        const ProbeResult result = probed(probe, Endpoint(server.url()), kind);
        QVERIFY(!result.answered && !result.loading);
        QCOMPARE(result.error->code, QStringLiteral("probe.not-provider"));
    }
}

void ProviderProbeTest::missingKeyIsSaid()
{
    FaultServer server(FaultServer::always(FaultServer::response(401, R"({"error":"Unauthorized"})")));
    ProviderProbe probe;
    const ProbeResult result = probed(probe, Endpoint(server.url()), LauncherKind::Vllm);
    QCOMPARE(result.error->code, QStringLiteral("probe.unauthorized"));
    QVERIFY(result.error->fix.contains(QLatin1String("VLLM_API_KEY")));
}

void ProviderProbeTest::keyGoesToTheOpenAiProviderOnly()
{
    FaultServer server(byPath(vllm, "Server: uvicorn\r\n"));
    FaultServer native(byPath(ollama));
    ProviderProbe probe;
    probe.setApiKey(QStringLiteral("key-123456"));
    probed(probe, Endpoint(server.url()), LauncherKind::Vllm);
    QVERIFY(server.requests.first().contains("Authorization: Bearer key-123456"));
    probed(probe, Endpoint(native.url()), LauncherKind::Ollama);
    for (const QByteArray &request : native.requests)
        QVERIFY(!request.contains("key-123456"));
}

void ProviderProbeTest::keyDoesNotFollowARedirect()
{
    FaultServer stranger(byPath(vllm));
    FaultServer server(FaultServer::always(
        FaultServer::response(302, {}, "Location: " + stranger.url(QStringLiteral("/v1/models")).toEncoded() + "\r\n")));
    ProviderProbe probe;
    probe.setApiKey(QStringLiteral("key-123456"));
    const ProbeResult result = probed(probe, Endpoint(server.url()), LauncherKind::Vllm);
    QVERIFY(result.error);
    QCOMPARE(stranger.connections, 0);
}

void ProviderProbeTest::newProbeDropsTheOlder()
{
    FaultServer slow([](QTcpSocket *, const QByteArray &) {});
    FaultServer server(byPath(ollama));
    ProviderProbe probe;
    QSignalSpy spy(&probe, &ProviderProbe::finished);
    probe.probe(Endpoint(slow.url()), LauncherKind::Ollama, 400);
    probe.probe(Endpoint(server.url()), LauncherKind::Ollama, 5000);
    QVERIFY(spy.wait(10'000));
    QVERIFY(spy.first().first().value<ProbeResult>().isUsable());
    QVERIFY(!spy.wait(600)); // past the limit of the dropped one
}

void ProviderProbeTest::cancelledProbeSaysNothing()
{
    FaultServer server(byPath(ollama));
    ProviderProbe probe;
    QSignalSpy spy(&probe, &ProviderProbe::finished);
    probe.probe(Endpoint(server.url()), LauncherKind::Ollama, 5000);
    QVERIFY(probe.isBusy());
    probe.cancel();
    QVERIFY(!probe.isBusy());
    QVERIFY(!spy.wait(300));
}

void ProviderProbeTest::changedProgramIsAskedAgainWhoItIs()
{
    bool broken = false;
    FaultServer server([&broken](QTcpSocket *socket, const QByteArray &request) {
        const FaultServer::Script script = broken ? FaultServer::always(FaultServer::response(500, "{}")) : byPath(ollama);
        script(socket, request);
    });
    ProviderProbe probe;
    probed(probe, Endpoint(server.url()), LauncherKind::Ollama);
    broken = true;
    QVERIFY(probed(probe, Endpoint(server.url()), LauncherKind::Ollama).error);
    broken = false;
    const qsizetype before = server.requests.size();
    QVERIFY(probed(probe, Endpoint(server.url()), LauncherKind::Ollama).isUsable());
    QCOMPARE(pathOf(server.requests.at(before)), QByteArray("/api/version"));
}

QTEST_GUILESS_MAIN(ProviderProbeTest)
#include "tst_providerprobe.moc"
