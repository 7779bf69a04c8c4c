// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/timeseries.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace pilothouse;

class TestTimeSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldestPointsFallOut()
    {
        TimeSeries series(3);
        for (int i = 0; i < 5; ++i)
            series.append(i * 1000, i);
        QCOMPARE(series.size(), 3);
        QCOMPARE(series.at(0).value, 2.0);
        QCOMPARE(series.at(2).value, 4.0);
    }

    void gapBreaksTheLine()
    {
        TimeSeries series;
        series.append(1000, 1);
        series.append(2000, 2);
        series.appendGap(3000);
        series.append(4000, 4);
        const QList<QList<QPointF>> runs = series.decimated(0, 4000, 400);
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs[0].size(), 2);
        QCOMPARE(runs[1].first(), QPointF(0, 4));
    }

    void manyGapsInARowAreOne()
    {
        TimeSeries series;
        series.append(1000, 1);
        for (int i = 2; i < 100; ++i)
            series.appendGap(i * 1000);
        QCOMPARE(series.size(), 2);
        QCOMPARE(series.at(1).timeMs, 99'000);
        QVERIFY(!series.last());
    }

    void notANumberIsAGap()
    {
        TimeSeries series;
        series.append(1000, std::numeric_limits<double>::quiet_NaN());
        series.append(2000, std::numeric_limits<double>::infinity());
        QCOMPARE(series.size(), 1);
        QVERIFY(series.at(0).gap);
    }

    void clockThatJumpsBackDoesNotReorder()
    {
        TimeSeries series;
        series.append(10'000, 1);
        series.append(2'000, 2);
        series.append(2'500, 3);
        QCOMPARE(series.at(1).timeMs, 10'001);
        QCOMPARE(series.at(2).timeMs, 10'002);
        QCOMPARE(series.decimated(0, 20'000, 20'000).first().size(), 3);
    }

    void decimationKeepsTheSpikes()
    {
        TimeSeries series;
        for (int i = 0; i < 86'400; ++i)
            series.append(qint64(i) * 1000, i == 40'000 ? 500 : i == 60'000 ? -3 : 10 + i % 2);
        const QList<QList<QPointF>> runs = series.decimated(0, 86'400'000, 600);
        QCOMPARE(runs.size(), 1);
        QVERIFY(runs[0].size() <= 2 * 601);
        double most = 0;
        double least = 100;
        for (qsizetype i = 0; i < runs[0].size(); ++i) {
            most = std::max(most, runs[0][i].y());
            least = std::min(least, runs[0][i].y());
            QVERIFY(i == 0 || runs[0][i].x() > runs[0][i - 1].x());
        }
        QCOMPARE(most, 500.0);
        QCOMPARE(least, -3.0);
    }

    void bucketsStandStillWhileTimeMoves()
    {
        TimeSeries series;
        for (int i = 0; i < 7200; ++i)
            series.append(qint64(i) * 1000, std::sin(i));
        // one second later the same buckets hold the same points: x moved by exactly one second
        const QList<QPointF> before = series.decimated(3'599'000, 7'198'000, 360).first();
        const QList<QPointF> after = series.decimated(3'600'000, 7'199'000, 360).first();
        QCOMPARE(after[100].y(), before[100].y());
        QCOMPARE(after[100].x(), before[100].x() - 1000);
    }

    void gapNarrowerThanABucketIsNotDrawn()
    {
        TimeSeries series;
        for (int i = 0; i < 3600; ++i) {
            if (i % 2)
                series.appendGap(i * 1000);
            else
                series.append(i * 1000, 1);
        }
        QCOMPARE(series.decimated(0, 3'600'000, 600).size(), 1); // 6 s a bucket
        QVERIFY(series.decimated(0, 3'600'000, 36'000).size() > 1000);
    }

    void onlyTheRangeIsGiven()
    {
        TimeSeries series;
        for (int i = 0; i < 100; ++i)
            series.append(i * 1000, i);
        const QList<QPointF> run = series.decimated(50'000, 60'000, 1000).first();
        QCOMPARE(run.first(), QPointF(-10'000, 50));
        QCOMPARE(run.last(), QPointF(0, 60));
        QVERIFY(series.decimated(200'000, 300'000, 10).isEmpty());
        QVERIFY(TimeSeries().decimated(0, 1000, 10).isEmpty());
    }

    void spansOfAStateAreFound()
    {
        TimeSeries series;
        const QList<double> states{ 1, 1, 0, 0, 0, 2, 1 };
        for (qsizetype i = 0; i < states.size(); ++i)
            series.append(i * 1000, states[i]);
        QCOMPARE(series.spans(0, 6000, 0, 1000), (QList<TimeSeries::Span>{ { 2000, 5000 } }));
        QCOMPARE(series.spans(3500, 6000, 0, 0), (QList<TimeSeries::Span>{ { 3500, 5000 } }));
        QVERIFY(series.spans(0, 6000, 0, 4000).isEmpty());
        QCOMPARE(series.maximum(0, 6000).value(), 2.0);
        QVERIFY(!series.maximum(7000, 9000));
    }
};

QTEST_GUILESS_MAIN(TestTimeSeries)
#include "tst_timeseries.moc"
