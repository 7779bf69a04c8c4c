// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/meter.h"
#include "ui/widgets/sparkline.h"

#include <QtTest>

using namespace pilothouse;

class TestSparkline : public QObject
{
    Q_OBJECT

    /// Pixels in the columns [from, to) that differ from the widget's ground.
    static int inked(QWidget &widget, int from, int to)
    {
        const QImage image = widget.grab().toImage();
        const QRgb ground = image.pixel(from, 0);
        int found = 0;
        for (int x = from; x < to; ++x) {
            for (int y = 0; y < image.height(); ++y)
                found += image.pixel(x, y) != ground;
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void gapStaysEmpty()
    {
        Sparkline line;
        line.resize(120, 26);
        line.setRuns({ { { -1000, 5 }, { -700, 5 } }, { { -300, 5 }, { 0, 5 } } }, 1000);
        QVERIFY(inked(line, 4, 30) > 20);
        QCOMPARE(inked(line, 45, 70), 0);
        QVERIFY(inked(line, 90, 119) > 20);
    }

    void oldValueHasNoEndDot()
    {
        Sparkline line;
        line.resize(120, 26);
        line.setRuns({ { { -1000, 5 }, { -500, 5 } } }, 1000);
        QCOMPARE(inked(line, 100, 120), 0);
    }

    void nothingMeasuredDrawsNothing()
    {
        Sparkline line;
        line.resize(60, 26);
        QCOMPARE(inked(line, 0, 60), 0);
        line.setRuns({ { { 0, 0 } } }, 1000); // one value, and it is 0
        QVERIFY(inked(line, 0, 60) > 0);
    }

    void segmentsFillTheirShare()
    {
        Meter meter;
        meter.resize(200, 8);
        meter.setSegments({ { 25, Tone::Series1, QStringLiteral("a 25") }, { 25, Tone::Series6, QStringLiteral("b 25") } }, 100);
        const QImage image = meter.grab().toImage();
        QCOMPARE(image.pixelColor(20, 4), toneColor(Tone::Series1, meter.palette()));
        QCOMPARE(image.pixelColor(70, 4), toneColor(Tone::Series6, meter.palette()));
        QCOMPARE(image.pixelColor(150, 4), toneColor(Tone::Track, meter.palette()));
        QCOMPARE(meter.accessibleDescription(), QStringLiteral("a 25, b 25"));
    }

    void unknownTotalIsAnEmptyTrack()
    {
        Meter meter;
        meter.resize(200, 8);
        meter.setSegments({ { 25, Tone::Series1, {} } }, 0);
        QCOMPARE(meter.grab().toImage().pixelColor(20, 4), toneColor(Tone::Track, meter.palette()));
    }
};

QTEST_MAIN(TestSparkline)
#include "tst_sparkline.moc"
