// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/loglevel.h"

#include <QTest>

using namespace pilothouse;

class LogLevelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void levelsOfTheProvidersAreKnown_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("level");
        const auto row = [](const char *line, LogLevel level) { QTest::newRow(line) << QByteArray(line) << int(level); };
        row("time=2026-11-24T14:33:05.123+01:00 level=INFO source=routes.go:1205 msg=\"server config\"", LogLevel::Info);
        row("time=2026-11-24T14:33:05.123+01:00 level=WARN source=a.go:1 msg=x", LogLevel::Warning);
        row("time=2026-11-24T14:33:05.123+01:00 level=ERROR source=a.go:1 msg=x", LogLevel::Error);
        row("time=2026-11-24T14:33:05.123+01:00 level=INFO source=a.go:1 msg=\"ERROR level=ERROR\"", LogLevel::Info);
        row("[GIN] 2026/11/24 - 14:33:05 | 200 |   1.2ms | 127.0.0.1 | POST \"/api/chat\"", LogLevel::Info);
        row("[GIN] 2026/11/24 - 14:33:05 | 500 |   1.2ms | 127.0.0.1 | POST \"/api/chat\"", LogLevel::Error);
        row("INFO 11-24 14:33:05 [api_server.py:1] vLLM API server version 0.16.0", LogLevel::Info);
        row("(EngineCore pid=43188) ERROR 11-24 14:41:08 [core.py:9] EngineCore failed to start.", LogLevel::Error);
        row("\x1b[0;36m(APIServer pid=1)\x1b[0;0m WARNING 11-24 14:41:08 [a.py:9] x", LogLevel::Warning);
        row("INFO:     Started server process [1]", LogLevel::Info);
        row("ERROR:    [Errno 98] error while attempting to bind", LogLevel::Error);
        row("0.02.303.456 I srv  llama_server: model loaded", LogLevel::Info);
        row("0.02.303.456 W srv  x", LogLevel::Warning);
        row("0.02.303.456 E srv  x", LogLevel::Error);
        row("Traceback (most recent call last):", LogLevel::Error);
        row("ValueError: To serve at least one request", LogLevel::Error);
        row("torch.OutOfMemoryError: CUDA out of memory", LogLevel::Error);
        row("Error: listen tcp 127.0.0.1:11434: bind: address already in use", LogLevel::Error);
        row("ERRORS were found elsewhere", LogLevel::Info);
        row("# Pilothouse 2026-11-24T14:33:05: /usr/bin/ollama serve", LogLevel::Own);
        row("Loading safetensors checkpoint shards:  50% | 4/8", LogLevel::Info);
        row("", LogLevel::Info);
        row("\x1b[", LogLevel::Info);
        row("12 W", LogLevel::Info);
    }
    void levelsOfTheProvidersAreKnown()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, level);
        QCOMPARE(int(logLevel(line)), level);
    }

    void theIndentedRestOfAnErrorBelongsToIt()
    {
        QCOMPARE(logLevel("  File \"x.py\", line 3", LogLevel::Error), LogLevel::Error);
        QCOMPARE(logLevel("  File \"x.py\", line 3", LogLevel::Warning), LogLevel::Info);
        QCOMPARE(logLevel("plain", LogLevel::Error), LogLevel::Info);
    }

    void timeAndWordStandInFrontOfTheMessage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, const char *time, const char *word, const char *message) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(time) << QString::fromUtf8(word)
                                << QString::fromUtf8(message);
        };
        row("time=2026-11-24T14:33:05.123+01:00 level=INFO source=routes.go:1205 msg=\"server config\" a=1", "14:33:05", "INFO",
            "\"server config\" a=1");
        row("time=2026-11-24T14:33:05.123Z level=DEBUG msg=x", "14:33:05", "DEBUG", "x");
        row("INFO 11-24 14:33:05 [api_server.py:1] hello", "14:33:05", "INFO", "hello");
        row("(EngineCore pid=1) INFO 11-24 14:33:05 [core.py:1] hello", "14:33:05", "INFO", "hello");
        row("INFO:     Started server process [1]", "", "INFO", "Started server process [1]");
        row("0.02.303.456 I srv  loaded", "0.02.303", "INFO", "srv  loaded");
        row("[GIN] 2026/11/24 - 14:33:05 | 200 | x", "14:33:05", "", "200 | x");
        row("plain words", "", "", "plain words");
        row("", "", "", "");
    }
    void timeAndWordStandInFrontOfTheMessage()
    {
        QFETCH(QString, text);
        LogLine line;
        line.text = text;
        readLogHead(line);
        QTEST(line.time, "time");
        QTEST(line.word, "word");
        QTEST(line.text.mid(line.head), "message");
    }
};

QTEST_GUILESS_MAIN(LogLevelTest)
#include "tst_loglevel.moc"
