// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/monitorstrips.h"
#include "models/services/telemetryhistory.h"

#include <QtTest>

using namespace pilothouse;

class TestMonitorStrips : public QObject
{
    Q_OBJECT

    TelemetryHistory m_history;
    TelemetrySample m_latest;

    void record(qint64 timeMs, const std::function<void(TelemetrySample &)> &fill, ProviderActivity activity)
    {
        TelemetrySample sample;
        sample.timeMs = timeMs;
        sample.cpuThreads = 4;
        fill(sample);
        m_history.record(sample, activity);
        m_latest = sample;
    }
    MonitorView view(qint64 rangeMs = 60'000)
    {
        return monitorStrips({ m_latest, [this](const QString &id) { return m_history.series(id); }, QStringLiteral("ollama") },
            rangeMs, m_latest.timeMs, 300);
    }
    static QStringList ids(const MonitorView &view)
    {
        QStringList found;
        for (const MonitorStrip &strip : view.strips)
            found << strip.id;
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_history = TelemetryHistory();
        m_latest = TelemetrySample();
    }

    void nothingBeforeTheFirstSample() { QVERIFY(view().strips.isEmpty()); }

    void withoutAGpuRamIsShownWithTheReason()
    {
        for (int i = 0; i < 30; ++i) {
            record(
                100'000 + i * 1000,
                [](TelemetrySample &sample) {
                    sample.gpuAbsence = QStringLiteral("no GPU");
                    sample.providerRamBytes = 200LL << 20;
                    sample.providerCpuPercent = 200.0;
                },
                ProviderActivity::Idle);
        }
        const MonitorView page = view();
        QCOMPARE(ids(page),
            (QStringList{
                QStringLiteral("memory"), QStringLiteral("tokens"), QStringLiteral("cpu"), QStringLiteral("first-token") }));
        QCOMPARE(page.strips[0].title, QStringLiteral("Memory (RAM)"));
        QCOMPARE(page.strips[0].series[0].title, QStringLiteral("ollama")); // whose memory it is
        QVERIFY(page.strips[0].note.contains(QStringLiteral("no GPU")));
        QCOMPARE(page.strips[0].unit, QStringLiteral("MiB"));
        QCOMPARE(page.strips[0].series[0].last.value(), 200.0);
        QVERIFY(page.strips[0].maximum >= 200);
        QCOMPARE(page.strips[2].series[0].last.value(), 50.0); // 200 % of 4 threads
        QCOMPARE(page.gpuNote, QStringLiteral("no GPU"));
        QVERIFY(page.strips[1].series[0].runs.isEmpty());
        QCOMPARE(page.strips[1].series[0].valueText, QStringLiteral("—"));
        QCOMPARE(page.strips[1].idle.size(), 1);
        QVERIFY(page.strips[0].idle.isEmpty());
    }

    void gpuStripsHaveCapacityAndOneSeriesForTheProvider()
    {
        record(
            100'000,
            [](TelemetrySample &sample) {
                GpuSample gpu;
                gpu.id = QStringLiteral("GPU-0");
                gpu.name = QStringLiteral("Fake");
                gpu.totalBytes = 24LL << 30;
                gpu.usedBytes = 22LL << 30;
                gpu.utilizationPercent = 88;
                gpu.processesKnown = true;
                sample.gpus << gpu;
                sample.providerGpuBytes = 21LL << 30;
            },
            ProviderActivity::Busy);
        const MonitorView page = view();
        QCOMPARE(page.strips[0].id, QStringLiteral("memory:GPU-0"));
        QCOMPARE(page.strips[0].capacity.value(), 24.0);
        QCOMPARE(page.strips[0].series[0].title, QStringLiteral("ollama"));
        QCOMPARE(page.strips[0].series[0].last.value(), 21.0);
        QCOMPARE(page.strips[0].series[1].last.value(), 22.0);
        QCOMPARE(page.strips[2].id, QStringLiteral("gpu:GPU-0"));
        QCOMPARE(page.strips[2].series[1].valueText, QStringLiteral("—")); // no temperature
        QVERIFY(page.gpuNote.isEmpty());
    }

    void stoppedTimeIsABandAndTheLineBreaks()
    {
        for (int i = 0; i < 40; ++i) {
            const bool runs = i < 10 || i >= 25;
            record(
                100'000 + i * 1000,
                [runs](TelemetrySample &sample) {
                    if (runs)
                        sample.providerRamBytes = 5LL << 30;
                },
                runs ? ProviderActivity::Busy : ProviderActivity::Stopped);
        }
        const MonitorView page = view();
        QCOMPARE(page.strips[0].unit, QStringLiteral("GiB"));
        QCOMPARE(page.strips[0].series[0].runs.size(), 2);
        for (const MonitorStrip &strip : page.strips) {
            QCOMPARE(strip.stopped.size(), 1);
            QCOMPARE(strip.stopped.first().fromMs, -29'000.0);
            QCOMPARE(strip.stopped.first().toMs, -14'000.0);
        }
    }

    void oneShortAnswerCanBeSeen()
    {
        record(
            99'000, [](TelemetrySample &) {}, ProviderActivity::Idle);
        record(
            100'000, [](TelemetrySample &sample) { sample.generationTokensPerSecond = 40.0; }, ProviderActivity::Busy);
        record(
            101'000, [](TelemetrySample &) {}, ProviderActivity::Idle);
        const MonitorSeries generation = view().strips[1].series[0];
        QCOMPARE(generation.runs.size(), 1);
        QCOMPARE(generation.runs[0].size(), 2); // a dash, not a point without length
    }

    void promptThatWouldFlattenGenerationIsAFigureOnly()
    {
        record(
            100'000,
            [](TelemetrySample &sample) {
                sample.generationTokensPerSecond = 40.0;
                sample.promptTokensPerSecond = 900.0;
            },
            ProviderActivity::Busy);
        const MonitorStrip tokens = view().strips[1];
        QVERIFY(tokens.series[1].runs.isEmpty());
        QCOMPARE(tokens.series[1].last.value(), 900.0);
        QVERIFY(tokens.maximum < 100);
    }

    void unmeasuredTimeIsAGap()
    {
        record(
            100'000, [](TelemetrySample &sample) { sample.providerRamBytes = 1 << 20; }, ProviderActivity::Busy);
        m_history.breakLines();
        record(
            130'000, [](TelemetrySample &sample) { sample.providerRamBytes = 1 << 20; }, ProviderActivity::Busy);
        QCOMPARE(view().strips[0].series[0].runs.size(), 2);
    }

    void axisEndsAtRoundNumbers_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("maximum");
        QTest::newRow("0") << 0.0 << 1.0;
        QTest::newRow("0.31") << 0.31 << 0.4;
        QTest::newRow("100") << 100.0 << 100.0;
        QTest::newRow("101") << 101.0 << 200.0;
        QTest::newRow("523") << 523.0 << 600.0;
    }
    void axisEndsAtRoundNumbers()
    {
        QFETCH(double, value);
        QFETCH(double, maximum);
        QCOMPARE(niceMaximum(value), maximum);
    }
};

QTEST_GUILESS_MAIN(TestMonitorStrips)
#include "tst_monitorstrips.moc"
