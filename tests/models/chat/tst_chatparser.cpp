// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chat/chatparser.h"
#include "tests/support/faultserver.h"

#include <QTest>

using namespace pilothouse;

namespace {

struct Recording
{
    const char *file;
    ChatProtocol protocol;
    const char *finishReason;
    int completionTokens;
    ChatFigures::MeasuredBy measuredBy;
};

const Recording recordings[] = {
    { "streams/ollama-chat.ndjson", ChatProtocol::Ollama, "length", 40, ChatFigures::MeasuredBy::Server },
    { "streams/ollama-v1.sse", ChatProtocol::OpenAi, "length", 30, ChatFigures::MeasuredBy::Client },
    { "streams/llama-server.sse", ChatProtocol::OpenAi, "stop", 14, ChatFigures::MeasuredBy::Server },
    { "streams/vllm.sse", ChatProtocol::OpenAi, "length", 30, ChatFigures::MeasuredBy::Client },
};

/// All text that came out as deltas must be the answer's text.
ChatAnswer read(ChatProtocol protocol, const QByteArrayList &pieces, bool *complete = nullptr)
{
    const auto parser = ChatParser::create(protocol);
    QString text;
    QString reasoning;
    for (const QByteArray &piece : pieces) {
        const ChatDelta delta = parser->feed(piece);
        text += delta.text;
        reasoning += delta.reasoning;
    }
    if (text != parser->answer().text || reasoning != parser->answer().reasoning)
        qFatal("deltas and answer differ");
    if (complete)
        *complete = parser->isComplete();
    return parser->answer();
}

QByteArray sse(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray content(const QByteArray &text)
{
    return sse("{\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}");
}

} // namespace

class TestChatParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordingsAreReadWithTheServersFigures()
    {
        for (const Recording &recording : recordings) {
            bool complete = false;
            const ChatAnswer answer = read(recording.protocol, { test::fixture(recording.file) }, &complete);
            QVERIFY2(complete && !answer.interrupted && !answer.failure, recording.file);
            QVERIFY2(answer.text.size() > 10, recording.file);
            QCOMPARE(answer.finishReason, QLatin1String(recording.finishReason));
            QCOMPARE(answer.figures.completionTokens, std::optional<qint64>(recording.completionTokens));
            QVERIFY(answer.figures.promptTokens.value_or(0) > 10);
            QCOMPARE(answer.figures.measuredBy, recording.measuredBy);
            QCOMPARE(answer.figures.tokensPerSecond.has_value(), recording.measuredBy == ChatFigures::MeasuredBy::Server);
            QVERIFY(!answer.model.isEmpty());
        }
    }

    void everyCutIsInterruptedWithItsPrefix()
    {
        for (const Recording &recording : recordings) {
            const QByteArray bytes = test::fixture(recording.file);
            const QString whole = read(recording.protocol, { bytes }).text;
            // The blank line after [DONE] ends the mark itself: from its first LF on the answer is whole.
            const qsizetype end = recording.protocol == ChatProtocol::Ollama ? bytes.size() : bytes.lastIndexOf("\n\n") + 2;
            qsizetype longest = 0;
            for (qsizetype cut = 0; cut < end; ++cut) {
                bool complete = true;
                const ChatAnswer answer = read(recording.protocol, { bytes.first(cut) }, &complete);
                if (complete || !answer.interrupted || !whole.startsWith(answer.text) || answer.text.size() < longest)
                    QFAIL(qPrintable(QStringLiteral("%1 cut at %2").arg(QLatin1String(recording.file)).arg(cut)));
                longest = answer.text.size();
            }
            QCOMPARE(longest, whole.size());
        }
    }

    void answerDoesNotDependOnTheCuts()
    {
        for (const Recording &recording : recordings) {
            const QByteArray bytes = test::fixture(recording.file);
            const ChatAnswer whole = read(recording.protocol, { bytes });
            QByteArrayList single;
            for (const char byte : bytes)
                single.append(QByteArray(1, byte));
            QCOMPARE(read(recording.protocol, single), whole);
            for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
                if (read(recording.protocol, { bytes.first(cut), bytes.sliced(cut) }) != whole)
                    QFAIL(qPrintable(QStringLiteral("%1 cut at %2").arg(QLatin1String(recording.file)).arg(cut)));
            }
        }
    }

    void wholeAnswersAreRead_data()
    {
        QTest::addColumn<ChatProtocol>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("ollama") << ChatProtocol::Ollama << test::fixture("streams/ollama-whole.json");
        QTest::newRow("llama-server") << ChatProtocol::OpenAi << test::fixture("streams/llama-server-whole.json");
        QTest::newRow("vllm") << ChatProtocol::OpenAi << test::fixture("streams/vllm-whole.json");
    }
    void wholeAnswersAreRead()
    {
        QFETCH(ChatProtocol, protocol);
        QFETCH(QByteArray, body);
        const auto parser = ChatParser::create(protocol);
        QCOMPARE(parser->readWhole(body).text, parser->answer().text);
        QVERIFY(parser->isComplete());
        QVERIFY(!parser->answer().text.isEmpty());
        QVERIFY(parser->answer().figures.completionTokens.value_or(0) > 1);
        for (qsizetype cut = 0; cut < body.trimmed().size(); ++cut) {
            const auto cutParser = ChatParser::create(protocol);
            cutParser->readWhole(body.first(cut));
            QVERIFY(!cutParser->isComplete());
        }
    }

    void serverErrorInsideTheStreamIsAFailure_data()
    {
        QTest::addColumn<ChatProtocol>("protocol");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("cause");
        QTest::newRow("vllm, [DONE] follows")
            << ChatProtocol::OpenAi << test::fixture("streams/vllm-error.sse") << QStringLiteral("EngineCore");
        QTest::newRow("text") << ChatProtocol::OpenAi << content("a") + sse("{\"error\":\"boom\"}") << QStringLiteral("boom");
        QTest::newRow("flat") << ChatProtocol::OpenAi << content("a") + sse("{\"object\":\"error\",\"message\":\"boom\"}")
                              << QStringLiteral("boom");
        QTest::newRow("abort") << ChatProtocol::OpenAi
                               << content("a") + sse("{\"choices\":[{\"delta\":{},\"finish_reason\":\"abort\"}]}") + sse("[DONE]")
                               << QStringLiteral("abort");
        QTest::newRow("ollama")
            << ChatProtocol::Ollama
            << QByteArray("{\"message\":{\"content\":\"a\"},\"done\":false}\n{\"error\":\"boom\"}\n{\"done\":true}\n")
            << QStringLiteral("boom");
    }
    void serverErrorInsideTheStreamIsAFailure()
    {
        QFETCH(ChatProtocol, protocol);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, cause);
        bool complete = true;
        const ChatAnswer answer = read(protocol, { bytes }, &complete);
        QVERIFY(!complete && answer.interrupted && answer.failure);
        QCOMPARE(answer.failure->code, QStringLiteral("chat.provider-error"));
        QVERIFY(answer.failure->cause.contains(cause));
        QVERIFY(!answer.text.isEmpty());
    }

    void endMarkIsNeeded_data()
    {
        QTest::addColumn<ChatProtocol>("protocol");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("finish reason only") << ChatProtocol::OpenAi
                                            << content("a") + sse("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}");
        QTest::newRow("mark inside the text") << ChatProtocol::OpenAi << content("[DONE]");
        QTest::newRow("done false") << ChatProtocol::Ollama << QByteArray("{\"message\":{\"content\":\"a\"},\"done\":false}\n");
        QTest::newRow("done as text") << ChatProtocol::Ollama << QByteArray("{\"done\":\"true\"}\n");
        QTest::newRow("no line end") << ChatProtocol::Ollama << QByteArray("{\"done\":true}");
        QTest::newRow("html") << ChatProtocol::OpenAi << QByteArray("<html>data: [DONE]</html>\n\n");
        QTest::newRow("nothing") << ChatProtocol::Ollama << QByteArray();
    }
    void endMarkIsNeeded()
    {
        QFETCH(ChatProtocol, protocol);
        QFETCH(QByteArray, bytes);
        bool complete = true;
        read(protocol, { bytes }, &complete);
        QVERIFY(!complete);
    }

    void badElementIsOneErrorAndTheStreamGoesOn_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<bool>("counts");
        QTest::newRow("nan") << QByteArray("{\"a\":NaN}") << true;
        QTest::newRow("half") << QByteArray("{\"message\":") << true;
        QTest::newRow("array") << QByteArray("[1]") << true;
        QTest::newRow("deep") << "{\"a\":" + QByteArray(2'000, '[') + QByteArray(2'000, ']') + "}" << true;
        QTest::newRow("wrong types") << QByteArray("{\"message\":5,\"choices\":\"x\",\"usage\":[],\"model\":{},\"done\":\"no\"}")
                                     << false;
        QTest::newRow("null content") << QByteArray(
            "{\"message\":{\"content\":null},\"choices\":[{\"delta\":{\"content\":null}}]}")
                                      << false;
        QTest::newRow("missing fields") << QByteArray("{}") << false;
    }
    void badElementIsOneErrorAndTheStreamGoesOn()
    {
        QFETCH(QByteArray, bad);
        QFETCH(bool, counts);
        const QByteArray ollama
            = "{\"message\":{\"content\":\"a\"}}\n" + bad + "\n{\"message\":{\"content\":\"b\"},\"done\":true}\n";
        const QByteArray openAi = content("a") + sse(bad) + content("b") + sse("[DONE]");
        for (const auto &[protocol, bytes] :
            { std::pair(ChatProtocol::Ollama, ollama), std::pair(ChatProtocol::OpenAi, openAi) }) {
            bool complete = false;
            const ChatAnswer answer = read(protocol, { bytes }, &complete);
            QVERIFY(complete);
            QCOMPARE(answer.text, QStringLiteral("ab"));
            QCOMPARE(answer.failure.has_value(), counts);
        }
    }

    void reasoningIsKeptApart()
    {
        const QByteArray openAi = sse("{\"choices\":[{\"delta\":{\"reasoning\":\"r\"}}]}")
            + sse("{\"choices\":[{\"delta\":{\"reasoning_content\":\"s\"}}]}")
            + sse("{\"choices\":[{\"delta\":{\"reasoning\":\"t\",\"reasoning_content\":\"t\"}}]}") + content("x");
        QCOMPARE(read(ChatProtocol::OpenAi, { openAi }).reasoning, QStringLiteral("rst"));
        QCOMPARE(read(ChatProtocol::OpenAi, { openAi }).text, QStringLiteral("x"));
        QCOMPARE(read(ChatProtocol::Ollama, { "{\"message\":{\"thinking\":\"r\",\"content\":\"\"}}\n" }).reasoning,
            QStringLiteral("r"));
    }

    void absentFiguresStayAbsent()
    {
        const ChatAnswer answer
            = read(ChatProtocol::Ollama, { "{\"message\":{\"content\":\"a\"},\"done\":true,\"eval_count\":-1}\n" });
        QCOMPARE(answer.figures, ChatFigures());
        const ChatAnswer first = read(ChatProtocol::OpenAi,
            { sse("{\"choices\":[],\"timings\":{\"predicted_n\":1,\"predicted_per_second\":1000000.0,\"prompt_n\":1,\"prompt_per_"
                  "second\":9e9}}") });
        QCOMPARE(first.figures, ChatFigures());
    }

    void splitSurrogatesJoin()
    {
        const ChatAnswer answer = read(ChatProtocol::OpenAi, { content("\\ud83d"), content("\\ude00") });
        QCOMPARE(answer.text, QString::fromUcs4(U"\U0001F600", 1));
    }

    void answerIsBounded()
    {
        const auto parser = ChatParser::create(ChatProtocol::OpenAi);
        const QByteArray piece = content(QByteArray(64 << 10, 'x'));
        for (int i = 0; i < 200 && !parser->isOver(); ++i)
            parser->feed(piece);
        QVERIFY(parser->isOver() && !parser->isComplete());
        QCOMPARE(parser->answer().failure->code, QStringLiteral("chat.too-large"));
        QVERIFY(parser->answer().text.size() * 2 <= ChatParser::maxAnswerBytes);
        QVERIFY(parser->answer().text.size() * 2 > ChatParser::maxAnswerBytes - (256 << 10));
    }
};

QTEST_GUILESS_MAIN(TestChatParser)
#include "tst_chatparser.moc"
