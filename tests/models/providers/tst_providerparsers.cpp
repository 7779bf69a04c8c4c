// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/ollamaparser.h"
#include "models/providers/openaiparser.h"

#include <QFile>
#include <QTest>

using namespace pilothouse;

namespace {

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/models/providers/fixtures/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ProviderParsersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ollamaListsLoadedModels();
    void ollamaSizeZeroIsUnknown();
    void ollamaForeverHasNoExpiry();
    void ollamaListsInstalledModels();
    void ollamaVersionIsRead();
    void vllmIsRecognisedWithItsContext();
    void llamaServerIsRecognisedWithItsContext();
    void routerServesOnlyLoadedModels();
    void ollamaIsSuspectedBehindTheOpenAiList();
    void loadingAnswerIsLoading();
    void errorTextsOfAllProviders_data();
    void errorTextsOfAllProviders();
    void rubbishIsNoProvider_data();
    void rubbishIsNoProvider();
};

void ProviderParsersTest::ollamaListsLoadedModels()
{
    QVERIFY(OllamaParser::loaded(recorded("ollama-0.32.15-ps-empty.json")).value().isEmpty());
    const QList<ServedModel> served = OllamaParser::loaded(recorded("ollama-0.32.15-ps.json")).value();
    QCOMPARE(served.size(), 1);
    QCOMPARE(served.first().name.text(), QStringLiteral("smollm2:135m"));
    QVERIFY(served.first().sizeBytes.value() > 100'000'000);
    QCOMPARE(served.first().vramBytes, std::optional<qint64>(0));
    QCOMPARE(served.first().contextLength, std::optional(2048));
    QVERIFY(served.first().expiresAt.has_value());
}

void ProviderParsersTest::ollamaSizeZeroIsUnknown()
{
    const auto served = OllamaParser::loaded(R"({"models":[{"name":"a:b","size":0,"size_vram":0}]})").value();
    QCOMPARE(served.first().sizeBytes, std::nullopt);
    QCOMPARE(served.first().vramBytes, std::nullopt);
    QCOMPARE(served.first().contextLength, std::nullopt);
}

void ProviderParsersTest::ollamaForeverHasNoExpiry()
{
    const auto served = OllamaParser::loaded(R"({"models":[{"name":"a:b","expires_at":"2318-11-24T18:07:59.8Z"}]})").value();
    QCOMPARE(served.first().expiresAt, std::nullopt);
}

void ProviderParsersTest::ollamaListsInstalledModels()
{
    const QList<ModelEntry> installed = OllamaParser::installed(recorded("ollama-0.32.15-tags.json")).value();
    QCOMPARE(installed.size(), 2);
    QCOMPARE(installed.first().name.text(), QStringLiteral("smollm2:135m"));
    QCOMPARE(installed.first().sizeBytes, std::optional<qint64>(98362775));
    QCOMPARE(installed.first().parameters, QStringLiteral("134.52M"));
    QCOMPARE(installed.first().quantization, QStringLiteral("Q4_1"));
    QCOMPARE(installed.first().contextLength, std::optional(8192));
    QVERIFY(OllamaParser::installed(R"({"models":null})").value().isEmpty());
}

void ProviderParsersTest::ollamaVersionIsRead()
{
    QCOMPARE(OllamaParser::version(recorded("ollama-0.32.15-version.json")).value(), QStringLiteral("0.32.15"));
}

void ProviderParsersTest::vllmIsRecognisedWithItsContext()
{
    const OpenAiListing listing = OpenAiParser::models(recorded("vllm-0.32.0-models.json"), "uvicorn").value();
    QCOMPARE(listing.providerName, QStringLiteral("vLLM"));
    QVERIFY(!listing.mayBeOllama);
    QCOMPARE(listing.served.first().name.text(), QStringLiteral("org/tiny-model"));
    QCOMPARE(listing.served.first().contextLength, std::optional(512));
    QCOMPARE(OpenAiParser::vllmVersion(recorded("vllm-0.32.0-version.json")), QStringLiteral("0.32.0"));
}

void ProviderParsersTest::llamaServerIsRecognisedWithItsContext()
{
    const OpenAiListing listing = OpenAiParser::models(recorded("llama-server-b11669-models.json"), "llama.cpp").value();
    QCOMPARE(listing.providerName, QStringLiteral("llama-server"));
    QCOMPARE(listing.served.first().name.text(), QStringLiteral("smollm2"));
    QCOMPARE(listing.served.first().contextLength, std::optional(2048)); // in use, not the 8192 of the training
    QCOMPARE(listing.served.first().sizeBytes, std::optional<qint64>(96576768));
    QCOMPARE(OpenAiParser::llamaBuild(recorded("llama-server-b11669-props.json")), QStringLiteral("b11669-Debian"));
}

void ProviderParsersTest::routerServesOnlyLoadedModels()
{
    const auto listing = OpenAiParser::models(R"({"data":[{"id":"a","owned_by":"llamacpp","status":{"value":"unloaded"}},
        {"id":"b","owned_by":"llamacpp","status":{"value":"loaded"}}]})",
        "llama.cpp")
                             .value();
    QCOMPARE(listing.served.size(), 1);
    QCOMPARE(listing.served.first().name.text(), QStringLiteral("b"));
}

void ProviderParsersTest::ollamaIsSuspectedBehindTheOpenAiList()
{
    QVERIFY(OpenAiParser::models(recorded("ollama-0.32.15-v1-models.json"), {}).value().mayBeOllama);
}

void ProviderParsersTest::loadingAnswerIsLoading()
{
    QVERIFY(OpenAiParser::isLoading(503, recorded("llama-server-b11669-loading.json")));
    QVERIFY(!OpenAiParser::isLoading(500, recorded("llama-server-b11669-loading.json")));
    QVERIFY(!OpenAiParser::isLoading(503, R"({"error":"server busy, please try again."})"));
}

void ProviderParsersTest::errorTextsOfAllProviders_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("ollama") << recorded("ollama-0.32.15-not-found.json") << QStringLiteral("model 'nope' not found");
    QTest::newRow("llama-server") << recorded("llama-server-b11669-404.json") << QStringLiteral("File Not Found");
    QTest::newRow("vllm 401") << recorded("vllm-0.32.0-401.json") << QStringLiteral("Unauthorized");
    QTest::newRow("fastapi") << recorded("vllm-0.32.0-404.json") << QStringLiteral("Not Found");
    QTest::newRow("old vllm") << QByteArray(R"({"object":"error","message":"flat"})") << QStringLiteral("flat");
    QTest::newRow("html") << QByteArray("<html>") << QString();
}

void ProviderParsersTest::errorTextsOfAllProviders()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(providerErrorText(body), text);
}

void ProviderParsersTest::rubbishIsNoProvider_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html><body>It works!</body></html>");
    QTest::newRow("array") << QByteArray("[1,2]");
    QTest::newRow("other object") << QByteArray(R"({"status":"ok"})");
    QTest::newRow("wrong type") << QByteArray(R"({"models":5,"data":"x","version":3})");
    QTest::newRow("binary") << QByteArray::fromHex("00ff80fe");
    QTest::newRow("cut") << QByteArray(R"({"models":[{"name":"a)");
}

void ProviderParsersTest::rubbishIsNoProvider()
{
    QFETCH(QByteArray, body);
    const QString code = QStringLiteral("probe.not-provider");
    QCOMPARE(OllamaParser::version(body).error().code, code);
    QCOMPARE(OllamaParser::loaded(R"({"models":"x"})").error().code, code);
    QVERIFY(OpenAiParser::models(body, {}).error().code == code);
    QVERIFY(!OpenAiParser::models(body, {}).error().message.isEmpty());
}

QTEST_GUILESS_MAIN(ProviderParsersTest)
#include "tst_providerparsers.moc"
