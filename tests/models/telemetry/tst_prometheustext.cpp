// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/prometheustext.h"
#include "models/telemetry/servercounters.h"

#include <QLocale>
#include <QtTest>

#include <cmath>

using namespace pilothouse;

class TestPrometheusText : public QObject
{
    Q_OBJECT

    static QByteArray vllm(double generation, double prompt, double running, double start = 1)
    {
        return QStringLiteral("# TYPE vllm:generation_tokens_total counter\n"
                              "vllm:generation_tokens_total{engine=\"0\",model_name=\"m\"} %1\n"
                              "vllm:prompt_tokens_total{engine=\"0\",model_name=\"m\"} %2\n"
                              "vllm:num_requests_running{engine=\"0\"} %3\n"
                              "vllm:iteration_tokens_total_bucket{le=\"8\"} 77\n"
                              "process_start_time_seconds %4\n")
            .arg(generation)
            .arg(prompt)
            .arg(running)
            .arg(start)
            .toUtf8();
    }

private Q_SLOTS:
    void linesAreReadAsPrometheusReadsThem_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("good");
        QTest::addColumn<double>("value");
        QTest::newRow("plain") << QByteArray("x 3") << true << 3.0;
        QTest::newRow("comma at the end") << QByteArray("x{a=\"1\",} 3") << true << 3.0;
        QTest::newRow("blank before labels") << QByteArray("x {a=\"b\"} 3") << true << 3.0;
        QTest::newRow("no blank after labels") << QByteArray("x{a=\"b\"}3") << true << 3.0;
        QTest::newRow("exponent") << QByteArray("x 8.34271232e+09") << true << 8.34271232e+09;
        QTest::newRow("timestamp") << QByteArray("x 3 1395066363000") << true << 3.0;
        QTest::newRow("negative timestamp") << QByteArray("x 3 -3982045") << true << 3.0;
        QTest::newRow("carriage return") << QByteArray("x 3\r") << true << 3.0;
        QTest::newRow("infinite") << QByteArray("x +Inf") << true << HUGE_VAL;
        QTest::newRow("comma twice") << QByteArray("x{a=\"1\",,} 3") << false << 0.0;
        QTest::newRow("hexadecimal") << QByteArray("x 0x1p4") << false << 0.0;
        QTest::newRow("underscore") << QByteArray("x 1_000") << false << 0.0;
        QTest::newRow("out of range") << QByteArray("x 1e400") << false << 0.0;
        QTest::newRow("decimal comma") << QByteArray("x 3,5") << false << 0.0;
        QTest::newRow("two timestamps") << QByteArray("x 3 1 2") << false << 0.0;
        QTest::newRow("float timestamp") << QByteArray("x 3 1.5") << false << 0.0;
        QTest::newRow("no value") << QByteArray("x") << false << 0.0;
        QTest::newRow("open quote") << QByteArray("x{a=\"b} 3") << false << 0.0;
        QTest::newRow("HTML") << QByteArray("<html>") << false << 0.0;
    }
    void linesAreReadAsPrometheusReadsThem()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, good);
        QFETCH(double, value);
        QLocale::setDefault(QLocale(QLocale::German));
        const PrometheusText text = parsePrometheusText("ok 1\n" + line + "\nlast 2");
        QLocale::setDefault(QLocale::c());
        QCOMPARE(text.ignoredLines, good ? 0 : 1);
        QCOMPARE(text.samples.size(), good ? 3 : 2);
        QCOMPARE(text.samples.last().name, QStringLiteral("last"));
        if (good)
            QCOMPARE(text.samples[1].value, value);
    }

    void notANumberIsKeptButNotSummed()
    {
        const PrometheusText text = parsePrometheusText("x{a=\"1\"} NaN\nx{a=\"2\"} 4\ny nan\n");
        QVERIFY(std::isnan(text.samples[0].value));
        QCOMPARE(text.sum(QStringLiteral("x")).value(), 4.0);
        QVERIFY(!text.sum(QStringLiteral("y")));
        QVERIFY(!text.sum(QStringLiteral("z")));
    }

    void labelEscapesAreUndone()
    {
        const PrometheusText text = parsePrometheusText("x{a=\"q\\\"b\\\\c\\nd\\q\",b=\"}{,= \"} 1\n");
        QCOMPARE(text.samples.first().labels.value(QStringLiteral("a")), QStringLiteral("q\"b\\c\nd\\q"));
        QCOMPARE(text.samples.first().labels.value(QStringLiteral("b")), QStringLiteral("}{,= "));
    }

    void labelSetsAreSummedAndRepeatedOnesCountOnce()
    {
        const PrometheusText text = parsePrometheusText("x{a=\"1\"} 1\nx{a=\"2\"} 2\nx{a=\"1\"} 100\n");
        QCOMPARE(text.sum(QStringLiteral("x")).value(), 3.0);
    }

    void rateIsTokensByTime()
    {
        ServerCounters counters;
        QVERIFY(!counters.update(0, vllm(1000, 500, 1)).generationTokensPerSecond.hasValue()); // one reading is no rate
        const ServerFigures figures = counters.update(2000, vllm(1300, 700, 2));
        QCOMPARE(figures.generationTokensPerSecond.value(), 150.0);
        QCOMPARE(figures.promptTokensPerSecond.value(), 100.0);
        QCOMPARE(figures.requestsRunning.value(), 2.0);
    }

    void idleServerHasNoRate()
    {
        ServerCounters counters;
        counters.update(0, vllm(1000, 500, 0));
        const ServerFigures figures = counters.update(1000, vllm(1000, 500, 0));
        QVERIFY(!figures.generationTokensPerSecond.hasValue());
        QVERIFY(!figures.promptTokensPerSecond.hasValue());
        QCOMPARE(figures.requestsRunning.value(), 0.0); // a true 0
    }

    void resetCounterCountsFromZero()
    {
        ServerCounters counters;
        counters.update(0, vllm(1000, 500, 1));
        QCOMPARE(counters.update(1000, vllm(40, 10, 1)).generationTokensPerSecond.value(), 40.0);
    }

    void restartedServerIsNotComparedWithTheOldOne()
    {
        ServerCounters counters;
        counters.update(0, vllm(10, 5, 1, 100));
        QVERIFY(!counters.update(1000, vllm(5000, 900, 1, 200)).generationTokensPerSecond.hasValue());
        QCOMPARE(counters.update(2000, vllm(5100, 900, 1, 200)).generationTokensPerSecond.value(), 100.0);
    }

    void longPauseGivesNoRate()
    {
        ServerCounters counters;
        counters.update(0, vllm(10, 5, 1));
        QVERIFY(!counters.update(60'000, vllm(5000, 900, 1)).generationTokensPerSecond.hasValue());
    }

    void newLabelSetDoesNotCountItsPast()
    {
        ServerCounters counters;
        counters.update(0, "vllm:generation_tokens_total{m=\"a\"} 10\n");
        const QByteArray two = "vllm:generation_tokens_total{m=\"a\"} 20\nvllm:generation_tokens_total{m=\"b\"} 90000\n";
        QCOMPARE(counters.update(1000, two).generationTokensPerSecond.value(), 10.0);
    }

    void llamaServerRateUsesItsOwnSeconds()
    {
        const auto body = [](int tokens, double seconds) {
            return QStringLiteral("llamacpp:tokens_predicted_total %1\nllamacpp:tokens_predicted_seconds_total %2\n"
                                  "llamacpp:prompt_tokens_total 8\nllamacpp:prompt_seconds_total 0.1\n"
                                  "llamacpp:requests_processing 1\n")
                .arg(tokens)
                .arg(seconds)
                .toLatin1();
        };
        ServerCounters counters;
        counters.update(0, body(100, 2));
        // 80 tokens appear at once when the request ends; they took 2 s, not our 1 s
        const ServerFigures figures = counters.update(1000, body(180, 4));
        QCOMPARE(figures.generationTokensPerSecond.value(), 40.0);
        QVERIFY(!figures.promptTokensPerSecond.hasValue());
        QCOMPARE(figures.requestsRunning.value(), 1.0);
    }

    void foreignBodyGivesNothing()
    {
        ServerCounters counters;
        for (int i = 0; i < 2; ++i) {
            const ServerFigures figures = counters.update(i * 1000, "<html><body>404 page not found</body></html>");
            QVERIFY(!figures.generationTokensPerSecond.hasValue());
            QVERIFY(!figures.requestsRunning.hasValue());
        }
    }
};

QTEST_GUILESS_MAIN(TestPrometheusText)
#include "tst_prometheustext.moc"
