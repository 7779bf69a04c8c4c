// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/chatfailure.h"
#include "models/chat/chatjson.h"
#include "models/chat/chatrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pilothouse;

class TestChatRequest : public QObject
{
    Q_OBJECT
private:
    ChatRequest request(ChatProtocol protocol) const
    {
        ChatRequest request;
        request.protocol = protocol;
        request.endpoint = Endpoint::loopback(1234);
        request.model = ModelName(QStringLiteral("tiny:1"));
        request.messages = { { ChatRole::System, QStringLiteral("s") }, { ChatRole::User, QStringLiteral("u") },
            { ChatRole::Assistant, QStringLiteral("a") } };
        return request;
    }
    QJsonObject body(const ChatRequest &chat) const { return QJsonDocument::fromJson(chatBody(chat)).object(); }

private Q_SLOTS:
    void ollamaBodyHoldsOnlyWhatWasAsked()
    {
        ChatRequest chat = request(ChatProtocol::Ollama);
        QCOMPARE(
            body(chat).keys(), (QStringList{ QStringLiteral("messages"), QStringLiteral("model"), QStringLiteral("stream") }));
        QCOMPARE(body(chat).value(QLatin1String("messages")).toArray().at(2).toObject().value(QLatin1String("role")).toString(),
            QStringLiteral("assistant"));
        chat.temperature = 0.2;
        chat.maxTokens = 5;
        const QJsonObject options = body(chat).value(QLatin1String("options")).toObject();
        QCOMPARE(options, (QJsonObject{ { QStringLiteral("temperature"), 0.2 }, { QStringLiteral("num_predict"), 5 } }));
    }

    void openAiBodyAsksForUsageOnlyInAStream()
    {
        ChatRequest chat = request(ChatProtocol::OpenAi);
        chat.temperature = 0.0;
        chat.maxTokens = 5;
        QCOMPARE(body(chat).value(QLatin1String("temperature")).toDouble(-1), 0.0);
        QCOMPARE(body(chat).value(QLatin1String("max_tokens")).toInt(), 5);
        QVERIFY(body(chat).value(QLatin1String("stream_options")).toObject().value(QLatin1String("include_usage")).toBool());
        chat.stream = false;
        QVERIFY(!body(chat).contains(QLatin1String("stream_options")));
        QCOMPARE(body(chat).value(QLatin1String("stream")), QJsonValue(false));
    }

    void keyTravelsInTheHeaderOnly()
    {
        ChatRequest chat = request(ChatProtocol::OpenAi);
        QCOMPARE(chatHttpRequest(chat).headers.size(), 1);
        chat.apiKey = QStringLiteral("canary-key");
        const HttpRequest http = chatHttpRequest(chat);
        QVERIFY(http.headers.contains({ "Authorization", "Bearer canary-key" }));
        QVERIFY(!http.body.contains("canary") && !http.url.toString().contains(QLatin1String("canary")));
        QCOMPARE(http.url.toString(), QStringLiteral("http://127.0.0.1:1234/v1/chat/completions"));
        QCOMPARE(http.totalTimeoutMs, chat.timeoutMs);
        QCOMPARE(http.firstByteTimeoutMs, chat.timeoutMs);
    }

    void statusesBecomeSentences_data()
    {
        QTest::addColumn<ChatProtocol>("protocol");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, ChatProtocol protocol, int status, const char *body, const char *code,
                             const char *says) {
            QTest::newRow(name) << protocol << status << QByteArray(body) << QString::fromLatin1(code) << QString::fromUtf8(says);
        };
        using enum ChatProtocol;
        row("ollama model", Ollama, 404, "{\"error\":\"model 'tiny:1' not found\"}", "chat.model-missing", "ollama pull tiny:1");
        row("vllm model", OpenAi, 404, "{\"error\":{\"message\":\"The model `tiny:1` does not exist.\",\"code\":404}}",
            "chat.model-missing", "tiny:1");
        row("router model", OpenAi, 400, "{\"error\":{\"message\":\"model 'tiny:1' not found\",\"code\":400}}",
            "chat.model-missing", "tiny:1");
        row("no route", OpenAi, 404, "{\"error\":{\"message\":\"File Not Found\",\"code\":404}}", "chat.no-api",
            "http://127.0.0.1:1234");
        row("no route, text", Ollama, 404, "404 page not found", "chat.no-api", "404 page not found");
        row("llama-server context", OpenAi, 400,
            "{\"error\":{\"message\":\"request (9620 tokens) exceeds the available context size (512 tokens), try increasing "
            "it\"}}",
            "chat.context", "9620 tokens");
        row("vllm context", OpenAi, 400,
            "{\"error\":{\"message\":\"This model's maximum context length is 512 tokens. However, your prompt contains at least "
            "513 input tokens\"}}",
            "chat.context", "513");
        row("ollama context", Ollama, 400,
            "{\"error\":\"{\\\"error\\\":{\\\"message\\\":\\\"request (600 tokens) exceeds the available context size (256 "
            "tokens)\\\"}}\"}",
            "chat.context", "600 tokens");
        row("max tokens", OpenAi, 400,
            "{\"error\":{\"message\":\"max_tokens=5000 cannot be greater than max_model_len=512. Please request fewer output "
            "tokens.\"}}",
            "chat.refused-request", "5000");
        row("key", OpenAi, 401, "{\"error\":\"Unauthorized\"}", "chat.key", "key");
        row("host guard", Ollama, 403, "", "chat.refused-request", "127.0.0.1");
        row("busy", Ollama, 503, "{\"error\":\"server busy, please try again.  maximum pending requests exceeded\"}", "chat.busy",
            "maximum pending");
        row("loading", OpenAi, 503, "{\"error\":{\"message\":\"Loading model\",\"code\":503}}", "chat.busy", "Loading model");
        row("failed", Ollama, 500, "{\"error\":\"unable to load model\"}", "chat.provider-error", "unable to load");
        row("empty", OpenAi, 500, "", "chat.provider-error", "500");
        row("unknown", OpenAi, 422, "{\"detail\":\"odd\"}", "chat.refused-request", "odd");
    }
    void statusesBecomeSentences()
    {
        QFETCH(ChatProtocol, protocol);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(QString, says);
        const Failure failure = chatStatusFailure(request(protocol), status, body);
        QCOMPARE(failure.code, code);
        QVERIFY(!failure.message.isEmpty() && !failure.cause.isEmpty() && !failure.fix.isEmpty());
        const QString all = failure.message + failure.cause + failure.fix;
        QVERIFY2(all.contains(says), qPrintable(all));
    }

    void keyNeverShowsInAFailure()
    {
        ChatRequest chat = request(ChatProtocol::OpenAi);
        chat.apiKey = QStringLiteral("canary-key");
        const Failure failure = chatStatusFailure(chat, 400, "{\"error\":\"bad key canary-key\"}");
        QVERIFY(failure.cause.startsWith(QLatin1String("bad key ")));
        QVERIFY(!failure.cause.contains(QLatin1String("canary")));
    }

    void jsonHasNullForTheUnknown()
    {
        ChatAnswer answer;
        answer.interrupted = true;
        QCOMPARE(QJsonDocument(chatJson(answer)).toJson(QJsonDocument::Compact),
            QByteArray(
                "{\"completion_tokens\":null,\"finish_reason\":null,\"interrupted\":true,\"measured_by\":null,\"model\":null,"
                "\"prompt_tokens\":null,\"reasoning\":null,\"text\":\"\",\"tokens_per_second\":null,\"ttft_ms\":null}"));
        answer.figures.tokensPerSecond = 12.5;
        answer.figures.measuredBy = ChatFigures::MeasuredBy::Server;
        answer.figures.completionTokens = 7;
        QCOMPARE(chatJson(answer).value(QLatin1String("measured_by")).toString(), QStringLiteral("server"));
        QCOMPARE(chatJson(answer).value(QLatin1String("completion_tokens")).toInt(), 7);
    }
};

QTEST_GUILESS_MAIN(TestChatRequest)
#include "tst_chatrequest.moc"
