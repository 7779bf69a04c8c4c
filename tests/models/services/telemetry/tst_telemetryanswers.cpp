// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/telemetryanswers.h"

#include <QtTest>

using namespace pilothouse;

class TestTelemetryAnswers : public QObject
{
    Q_OBJECT

    static ChatFigures figures(std::optional<double> first, std::optional<qint64> tokens, std::optional<double> rate)
    {
        ChatFigures value;
        value.firstTokenMs = first;
        value.completionTokens = tokens;
        value.tokensPerSecond = rate;
        return value;
    }

private Q_SLOTS:
    void nothingAskedIsNothingAndNotZero()
    {
        TelemetryAnswers answers;
        const TelemetryAnswers::Figures taken = answers.take(1000);
        QVERIFY(!taken.generation.hasValue() && !taken.firstTokenMs.hasValue());
    }

    void firstTokenIsGivenOnceAnAnswer()
    {
        TelemetryAnswers answers;
        answers.add(figures({}, {}, {}), false, 0);
        QVERIFY(!answers.take(500).firstTokenMs.hasValue());
        answers.add(figures(90, 1, {}), false, 600);
        answers.add(figures(90, 2, {}), false, 700);
        QCOMPARE(answers.take(1000).firstTokenMs.value(), 90.0);
        answers.add(figures(90, 20, {}), false, 1500);
        QVERIFY(!answers.take(2000).firstTokenMs.hasValue());
        answers.add(figures(90, 30, 20), true, 2500);
        answers.add(figures(70, 1, {}), false, 2700); // the next one
        QCOMPARE(answers.take(3000).firstTokenMs.value(), 70.0);
    }

    void whileStreamingTheIntervalCounts()
    {
        TelemetryAnswers answers;
        answers.add(figures(90, 10, 33), false, 900);
        QCOMPARE(answers.take(1000).generation.value(), 33.0); // no interval yet: the client's own average
        answers.add(figures(90, 60, 35), false, 1900);
        QCOMPARE(answers.take(2000).generation.value(), 50.0);
        QVERIFY(!answers.take(3000).generation.hasValue()); // nothing came: a gap
    }

    void finalFigureIsTheServers()
    {
        TelemetryAnswers answers;
        answers.add(figures(90, 10, 33), false, 900);
        answers.take(1000);
        answers.add(figures(90, 60, 41.5), true, 1500);
        QCOMPARE(answers.take(2000).generation.value(), 41.5);
        QVERIFY(!answers.take(3000).generation.hasValue());
    }

    void answerWithoutFiguresIsUnknown()
    {
        TelemetryAnswers answers;
        answers.add(figures({}, {}, {}), true, 100);
        QVERIFY(!answers.take(1000).generation.hasValue());
    }
};

QTEST_GUILESS_MAIN(TestTelemetryAnswers)
#include "tst_telemetryanswers.moc"
