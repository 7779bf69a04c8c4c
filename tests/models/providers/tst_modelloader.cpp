// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/modelloader.h"
#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using pilothouse::test::FaultServer;

namespace {

/// The part of Ollama's API that loading needs, with a memory of what is loaded.
struct LoadedModels
{
    QStringList loaded;
    QStringList calls;
    QByteArray loadError;
    bool unloadsLater = false; ///< the first /api/ps after an unload still lists the model
    QStringList leaving;

    void answer(QTcpSocket *socket, const QByteArray &request)
    {
        const QByteArray path = request.split(' ').value(1);
        const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
        const QString model = body[QLatin1String("model")].toString();
        QByteArray reply = R"({"done":true})";
        int status = 200;
        if (path == "/api/show") {
            calls << QStringLiteral("show ") + model;
            if (model == QLatin1String("nope")) {
                status = 404;
                reply = R"({"error":"model 'nope' not found"})";
            }
        } else if (path == "/api/generate" && body.contains(QLatin1String("keep_alive"))) {
            calls << QStringLiteral("unload ") + model;
            if (unloadsLater)
                leaving << model;
            else
                loaded.removeAll(model);
        } else if (path == "/api/generate") {
            calls << QStringLiteral("load ") + model;
            if (loadError.isEmpty()) {
                loaded << model;
            } else {
                status = 500;
                reply = loadError;
            }
        } else {
            QJsonArray models;
            for (const QString &name : std::as_const(loaded))
                models.append(QJsonObject{ { QStringLiteral("name"), name } });
            reply = QJsonDocument(QJsonObject{ { QStringLiteral("models"), models } }).toJson();
            for (const QString &name : std::as_const(leaving))
                loaded.removeAll(name);
        }
        socket->write(FaultServer::response(status, reply));
    }
    FaultServer::Script script()
    {
        return [this](QTcpSocket *socket, const QByteArray &request) { answer(socket, request); };
    }
};

} // namespace

class ModelLoaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void othersAreUnloadedFirst();
    void unloadingIsWaitedFor();
    void missingModelUnloadsNothing();
    void failedLoadIsSaid();
    void refusalIsSaid();
    void cancelledLoadSaysNothing();
};

void ModelLoaderTest::othersAreUnloadedFirst()
{
    LoadedModels models{ { QStringLiteral("a:1"), QStringLiteral("b:1") }, {}, {}, false, {} };
    FaultServer server(models.script());
    ModelLoader loader;
    QSignalSpy done(&loader, &ModelLoader::finished);
    loader.load(Endpoint(server.url()), ModelName(QStringLiteral("c:1")));
    QVERIFY(done.wait(10'000));
    QCOMPARE(models.calls,
        (QStringList{ QStringLiteral("show c:1"), QStringLiteral("unload a:1"), QStringLiteral("unload b:1"),
            QStringLiteral("load c:1") }));
    QCOMPARE(models.loaded, QStringList{ QStringLiteral("c:1") });
    QVERIFY(!loader.isBusy());
}

void ModelLoaderTest::unloadingIsWaitedFor()
{
    LoadedModels models{ { QStringLiteral("a:1") }, {}, {}, true, {} };
    FaultServer server(models.script());
    ModelLoader loader;
    QSignalSpy done(&loader, &ModelLoader::finished);
    loader.load(Endpoint(server.url()), ModelName(QStringLiteral("c:1")));
    QVERIFY(done.wait(10'000));
    QCOMPARE(models.loaded, QStringList{ QStringLiteral("c:1") });
}

void ModelLoaderTest::missingModelUnloadsNothing()
{
    LoadedModels models{ { QStringLiteral("a:1") }, {}, {}, false, {} };
    FaultServer server(models.script());
    ModelLoader loader;
    QSignalSpy failed(&loader, &ModelLoader::failed);
    loader.load(Endpoint(server.url()), ModelName(QStringLiteral("nope")));
    QVERIFY(failed.wait(10'000));
    const Error error = failed.first().first().value<Failure>();
    QCOMPARE(error.code, QStringLiteral("model.not-found"));
    QVERIFY(error.fix.contains(QLatin1String("ollama pull nope")));
    QCOMPARE(models.loaded, QStringList{ QStringLiteral("a:1") });
}

void ModelLoaderTest::failedLoadIsSaid()
{
    LoadedModels models{ {}, {}, R"({"error":"model requires more system memory"})", false, {} };
    FaultServer server(models.script());
    ModelLoader loader;
    QSignalSpy failed(&loader, &ModelLoader::failed);
    loader.load(Endpoint(server.url()), ModelName(QStringLiteral("c:1")));
    QVERIFY(failed.wait(10'000));
    const Error error = failed.first().first().value<Failure>();
    QCOMPARE(error.code, QStringLiteral("model.load-failed"));
    QVERIFY(error.cause.contains(QLatin1String("more system memory")));
}

void ModelLoaderTest::refusalIsSaid()
{
    quint16 port = 0;
    {
        FaultServer gone(FaultServer::always({}));
        port = gone.port();
    }
    ModelLoader loader;
    QSignalSpy failed(&loader, &ModelLoader::failed);
    loader.load(Endpoint::loopback(port), ModelName(QStringLiteral("c:1")));
    QVERIFY(failed.wait(10'000));
    QCOMPARE(failed.first().first().value<Failure>().code, QStringLiteral("http.refused"));
}

void ModelLoaderTest::cancelledLoadSaysNothing()
{
    LoadedModels models;
    FaultServer server(models.script());
    ModelLoader loader;
    QSignalSpy done(&loader, &ModelLoader::finished);
    QSignalSpy failed(&loader, &ModelLoader::failed);
    loader.load(Endpoint(server.url()), ModelName(QStringLiteral("c:1")));
    loader.cancel();
    QVERIFY(!done.wait(300));
    QVERIFY(failed.isEmpty());
}

QTEST_GUILESS_MAIN(ModelLoaderTest)
#include "tst_modelloader.moc"
