// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/knownmodels.h"
#include "models/providers/modelcatalogue.h"
#include "tests/support/faultserver.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;
using pilothouse::test::FaultServer;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QStringList names(const QList<ModelEntry> &entries)
{
    QStringList list;
    for (const ModelEntry &entry : entries)
        list << entry.name.text();
    return list;
}

void answerAsOllama(QTcpSocket *socket, const QByteArray &request)
{
    const QByteArray path = request.split(' ').value(1);
    socket->write(FaultServer::response(200,
        path == "/api/version"  ? R"({"version":"1"})"
            : path == "/api/ps" ? R"({"models":[{"name":"a:latest","context_length":512}]})"
                                : R"({"models":[{"name":"a:latest"},{"name":"b:1"}]})"));
}

} // namespace

class ModelCatalogueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void installedKnownAndProfilesAreOneList();
    void stoppedProviderStillShowsTheFiles();
    void installedModelsStayWhenTheProviderStops();
    void brokenListIsSaidAndProfilesStay();
    void fifoInPlaceOfAProfileDoesNotBlock();
    void everyModelOnce();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    Deployment m_deployment;
};

void ModelCatalogueTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_deployment = { m_folder->path(), QStringLiteral("d"), m_folder->filePath(QStringLiteral(".env")) };
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("config")));
    write(m_deployment.envPath, "LLM_MODEL=own\n");
    write(m_folder->filePath(QStringLiteral("config/llm_models.json")),
        R"({"models":[{"model_name":"A","provider":"ollama","context_window":4096},{"model_name":"c:7","provider":"ollama"}]})");
    write(m_folder->filePath(QStringLiteral(".env.vllm")), "LLM_MODE=vllm\nLLM_MODEL=org/m\nVLLM_MODEL=\"org/m\"\n");
}

void ModelCatalogueTest::installedKnownAndProfilesAreOneList()
{
    FaultServer server(answerAsOllama);
    ModelCatalogue catalogue;
    catalogue.setDeployment(m_deployment);
    QSignalSpy refreshed(&catalogue, &ModelCatalogue::refreshed);
    catalogue.refresh(Endpoint(server.url()), LauncherKind::Ollama);
    QVERIFY(catalogue.isBusy());
    QVERIFY(refreshed.wait(10'000));
    const QList<ModelEntry> entries = catalogue.entries();
    QCOMPARE(names(entries),
        (QStringList{ QStringLiteral("a:latest"), QStringLiteral("b:1"), QStringLiteral("c:7"), QStringLiteral("org/m") }));
    QVERIFY(entries.at(0).loaded && !entries.at(1).loaded);
    QCOMPARE(entries.at(0).contextLength, std::optional(512));
    QCOMPARE(entries.at(0).source, QStringLiteral("installed"));
    QCOMPARE(entries.at(2).source, QStringLiteral("known list"));
    QCOMPARE(entries.at(3).source, QStringLiteral(".env.vllm"));
    QCOMPARE(entries.at(3).provider, QStringLiteral("vllm"));
}

void ModelCatalogueTest::stoppedProviderStillShowsTheFiles()
{
    ModelCatalogue catalogue;
    catalogue.setDeployment(m_deployment);
    QSignalSpy failed(&catalogue, &ModelCatalogue::failed);
    quint16 port = 0;
    {
        FaultServer gone(FaultServer::always({}));
        port = gone.port();
    }
    catalogue.refresh(Endpoint::loopback(port), LauncherKind::Ollama);
    QVERIFY(failed.wait(10'000));
    QCOMPARE(failed.first().first().value<Failure>().code, QStringLiteral("http.refused"));
    QCOMPARE(names(catalogue.entries()), (QStringList{ QStringLiteral("A"), QStringLiteral("c:7"), QStringLiteral("org/m") }));
}

void ModelCatalogueTest::installedModelsStayWhenTheProviderStops()
{
    FaultServer server(answerAsOllama);
    ModelCatalogue catalogue;
    QSignalSpy refreshed(&catalogue, &ModelCatalogue::refreshed);
    catalogue.refresh(Endpoint(server.url()), LauncherKind::Ollama);
    QVERIFY(refreshed.wait(10'000));
    ProbeResult stopped;
    stopped.refused = true;
    stopped.error = Error{ QStringLiteral("http.refused"), QStringLiteral("x"), {}, {}, {} };
    catalogue.update(stopped);
    QCOMPARE(names(catalogue.entries()), (QStringList{ QStringLiteral("a:latest"), QStringLiteral("b:1") }));
    QVERIFY(!catalogue.entries().first().loaded);
}

void ModelCatalogueTest::brokenListIsSaidAndProfilesStay()
{
    write(m_folder->filePath(QStringLiteral("config/llm_models.json")), "{ nonsense");
    const KnownModels known = readKnownModels(m_deployment);
    QCOMPARE(known.problem->code, QStringLiteral("models.invalid-list"));
    QCOMPARE(names(known.models), QStringList{ QStringLiteral("org/m") });
}

void ModelCatalogueTest::fifoInPlaceOfAProfileDoesNotBlock()
{
    QCOMPARE(::mkfifo(QFile::encodeName(m_folder->filePath(QStringLiteral(".env.pipe"))).constData(), 0600), 0);
    QCOMPARE(names(readKnownModels(m_deployment).models).last(), QStringLiteral("org/m"));
}

void ModelCatalogueTest::everyModelOnce()
{
    ProbeResult result;
    result.providerName = QStringLiteral("vLLM");
    result.served = { { ModelName(QStringLiteral("org/m")), {}, {}, 512, {} } };
    const QList<ModelEntry> known
        = modelsOfProfile("LLM_MODE=vllm\nLLM_MODEL=org/m\nVLLM_MODEL=org/n\n", QStringLiteral(".env.x"));
    QCOMPARE(names(mergedModels(result, known)), (QStringList{ QStringLiteral("org/m"), QStringLiteral("org/n") }));
    QVERIFY(mergedModels(result, known).first().loaded);
    QCOMPARE(mergedModels(result, known).first().provider, QStringLiteral("vllm"));
}

QTEST_GUILESS_MAIN(ModelCatalogueTest)
#include "tst_modelcatalogue.moc"
