// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/jsonobject.h"
#include "models/net/ndjsonreader.h"
#include "models/net/ssereader.h"
#include "tests/fuzz/sse_ndjson_checks.h"
#include "tests/support/faultserver.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace pilothouse;

Q_DECLARE_METATYPE(QList<pilothouse::SseEvent>)

namespace {

const char *const recordings[] = { "streams/ollama-chat.ndjson", "streams/ollama-v1.sse", "streams/llama-server.sse",
    "streams/vllm.sse", "streams/vllm-error.sse" };

} // namespace

class TestStreamReaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sseFollowsTheStandard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<SseEvent>>("events");
        const auto event = [](const char *data, const char *type = "") { return SseEvent{ type, data, false }; };
        QTest::newRow("lf") << QByteArray("data: a\n\n") << QList{ event("a") };
        QTest::newRow("crlf") << QByteArray("data: a\r\n\r\n") << QList{ event("a") };
        QTest::newRow("cr") << QByteArray("data: a\r\rdata: b\r\r") << QList{ event("a"), event("b") };
        QTest::newRow("mixed") << QByteArray("data: a\r\n\ndata: b\n\r") << QList{ event("a"), event("b") };
        QTest::newRow("joined") << QByteArray("data: a\ndata: b\n\n") << QList{ event("a\nb") };
        QTest::newRow("one space only") << QByteArray("data:  a\n\n") << QList{ event(" a") };
        QTest::newRow("no space") << QByteArray("data:a\n\n") << QList{ event("a") };
        QTest::newRow("no colon") << QByteArray("data\n\ndata\ndata\n\n") << QList{ event(""), event("\n") };
        QTest::newRow("comment") << QByteArray(": ping\n\ndata: a\n:x\n\n") << QList{ event("a") };
        QTest::newRow("type") << QByteArray("event: error\ndata: a\n\ndata: b\n\n") << QList{ event("a", "error"), event("b") };
        QTest::newRow("type without data") << QByteArray("event: x\n\ndata: b\n\n") << QList{ event("b") };
        QTest::newRow("id, retry, unknown") << QByteArray("id: 1\nretry: 5\nfoo: x\ndata: a\n\n") << QList{ event("a") };
        QTest::newRow("bom") << QByteArray("\xEF\xBB\xBF"
                                           "data: a\n\n")
                             << QList{ event("a") };
        QTest::newRow("two boms") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                                "data: a\n\n")
                                  << QList<SseEvent>();
        QTest::newRow("half a bom") << QByteArray("\xEF\xBB"
                                                  "data: a\n\ndata: b\n\n")
                                    << QList{ event("b") };
        QTest::newRow("no blank line at the end") << QByteArray("data: a\n\ndata: b\n") << QList{ event("a") };
        QTest::newRow("utf-8") << QByteArray("data: naïve ⛵\n\n") << QList{ event("naïve ⛵") };
        QTest::newRow("case matters") << QByteArray("DATA: a\n\n") << QList<SseEvent>();
    }
    void sseFollowsTheStandard()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<SseEvent>, events);
        SseReader reader;
        QCOMPARE(reader.feed(bytes), events);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            SseReader cutReader;
            QList<SseEvent> found = cutReader.feed(bytes.first(cut));
            found += cutReader.feed(bytes.sliced(cut));
            QCOMPARE(found, events);
        }
        QVERIFY(test::checkSse(bytes, 1));
    }

    void ndjsonSkipsBlankLinesAndKeepsHalfLinesBack()
    {
        NdjsonReader reader;
        QCOMPARE(reader.feed("{\"a\":1}\r\n\n\r\n{\"b"), (QList{ NdjsonLine{ "{\"a\":1}", false } }));
        QCOMPARE(reader.feed("\":2}"), QList<NdjsonLine>());
        QCOMPARE(reader.feed("\n"), (QList{ NdjsonLine{ "{\"b\":2}", false } }));
    }

    void recordingsReadTheSameHoweverCut()
    {
        for (const char *name : recordings) {
            const QByteArray bytes = test::fixture(name);
            QVERIFY2(test::checkSse(bytes, 1) && test::checkNdjson(bytes, 1), name);
            SseReader reader;
            NdjsonReader lineReader;
            const QList<SseEvent> events = reader.feed(bytes);
            const QList<NdjsonLine> lines = lineReader.feed(bytes);
            for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
                SseReader cutReader;
                NdjsonReader cutLineReader;
                const QByteArrayView left = QByteArrayView(bytes).first(cut);
                const QByteArrayView right = QByteArrayView(bytes).sliced(cut);
                QList<SseEvent> cutEvents = cutReader.feed(left);
                cutEvents += cutReader.feed(right);
                QList<NdjsonLine> cutLines = cutLineReader.feed(left);
                cutLines += cutLineReader.feed(right);
                if (cutEvents != events || cutLines != lines)
                    QFAIL(qPrintable(QStringLiteral("%1 cut at %2").arg(QLatin1String(name)).arg(cut)));
            }
        }
    }

    void randomInputMatchesThePlainReader()
    {
        // What libFuzzer's targets check, over made-up inputs of the characters that matter.
        static constexpr char letters[] = "\r\n\n: daevntx\xEF\xBB\xBF\xC3\xA9\0{}";
        static const QByteArray alphabet(letters, sizeof letters - 1);
        QRandomGenerator random(42);
        QElapsedTimer clock;
        clock.start();
        for (int run = 0; run < 20'000 && clock.elapsed() < 8'000; ++run) {
            QByteArray bytes;
            const int size = random.bounded(120);
            while (bytes.size() < size) {
                if (random.bounded(4) == 0)
                    bytes += random.bounded(2) ? "data: " : "event:";
                else
                    bytes += alphabet[random.bounded(int(alphabet.size()))];
            }
            QVERIFY2(test::checkSse(bytes, quint32(run)) && test::checkNdjson(bytes, quint32(run)), bytes.toPercentEncoding());
        }
    }

    void tooLongElementIsOneFaultAndTheNextIsRead()
    {
        const QByteArray mib(1 << 20, 'x');
        SseReader sse;
        QList<SseEvent> events = sse.feed("data: ");
        const qint64 before = test::residentBytes();
        for (int i = 0; i < 200; ++i)
            events += sse.feed(mib);
        QVERIFY(test::residentBytes() - before < 16 << 20);
        events += sse.feed("\ndata: tail\n\ndata: next\n\n");
        QCOMPARE(events, (QList{ SseEvent{ {}, {}, true }, SseEvent{ {}, "next", false } }));

        events = {};
        for (int i = 0; i < 6; ++i) // many short lines of one event
            events += sse.feed("data: " + mib + "\n");
        QCOMPARE(sse.feed("\n"), (QList{ SseEvent{ {}, {}, true } }));

        events = sse.feed(":"); // an endless comment is no fault
        for (int i = 0; i < 6; ++i)
            events += sse.feed(mib);
        QCOMPARE(sse.feed("\ndata: next\n\n"), (QList{ SseEvent{ {}, "next", false } }));

        NdjsonReader ndjson;
        QList<NdjsonLine> lines;
        for (int i = 0; i < 200; ++i)
            lines += ndjson.feed(mib);
        QVERIFY(test::residentBytes() - before < 16 << 20);
        lines += ndjson.feed("\n{}\n");
        QCOMPARE(lines, (QList{ NdjsonLine{ {}, true }, NdjsonLine{ "{}", false } }));
    }

    void timeGrowsWithTheInputOnly()
    {
        // One byte a feed into an incomplete line: a reader that looks at the line again would need hours here.
        const QByteArray bytes(3 << 20, 'x');
        SseReader sse;
        sse.feed("data: ");
        for (const char &byte : bytes)
            QVERIFY(sse.feed(QByteArrayView(&byte, 1)).isEmpty());
        QCOMPARE(sse.feed("\n\n").value(0).data, bytes);
        NdjsonReader ndjson;
        for (const char &byte : bytes.first(NdjsonReader::maxLineBytes))
            QVERIFY(ndjson.feed(QByteArrayView(&byte, 1)).isEmpty());
        QCOMPARE(ndjson.feed("\n").value(0).bytes.size(), NdjsonReader::maxLineBytes);
    }

    void badJsonIsNoObject()
    {
        for (const char *text : { "", "[]", "1", "null", "{", "{\"a\":NaN}", "{\"a\":1} x" })
            QVERIFY2(!jsonObject(text), text);
        QVERIFY(!jsonObject(QByteArray(200'000, '[')));
        QVERIFY(!jsonObject("{\"a\":" + QByteArray(2'000, '[') + QByteArray(2'000, ']') + "}"));
        QCOMPARE(jsonObject("{\"a\":\"x\xFFy\"}")->value(QLatin1String("a")).toString(), QStringLiteral("x\uFFFDy"));
        QCOMPARE(jsonObject("{\"a\":1,\"a\":2}")->value(QLatin1String("a")).toInt(), 2);
    }

    void errorTextIsFoundInEveryShape()
    {
        const auto text = [](const char *json) { return jsonErrorText(*jsonObject(json)); };
        QCOMPARE(text("{\"error\":{\"message\":\"m\"}}"), QStringLiteral("m"));
        QCOMPARE(text("{\"error\":\"m\"}"), QStringLiteral("m"));
        QCOMPARE(text("{\"object\":\"error\",\"message\":\"m\"}"), QStringLiteral("m"));
        QCOMPARE(text("{\"detail\":\"m\"}"), QStringLiteral("m"));
        QCOMPARE(text("{\"error\":{\"code\":5}}"), QStringLiteral("{\"code\":5}"));
        QCOMPARE(text("{\"error\":null,\"message\":\"m\"}"), QString());
        QCOMPARE(text("{\"object\":\"chat.completion.chunk\"}"), QString());
    }
};

QTEST_GUILESS_MAIN(TestStreamReaders)
#include "tst_streamreaders.moc"
