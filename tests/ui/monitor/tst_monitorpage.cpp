// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/monitor/monitorsample.h"
#include "ui/pages/monitor/monitorpage.h"
#include "ui/widgets/processcard.h"
#include "ui/pages/monitor/stripchart.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmentedswitch.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtCharts/QChart>
#include <QtCharts/QXYSeries>
#include <QtTest>

using namespace pilothouse;

class TestMonitorPage : public QObject
{
    Q_OBJECT

    const qint64 m_now = 1'700'000'000'000;

    static StripChart *chart(const MonitorPage &page, const char *id)
    {
        return page.findChild<StripChart *>(QStringLiteral("strip-") + QLatin1String(id));
    }
    void show(MonitorPage &page, QSize size = { 1084, 690 })
    {
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
    }
    /// Saves the page when PILOTHOUSE_SHOTS names a folder; otherwise does nothing.
    static void shoot(QWidget &page, const char *name)
    {
        const QString folder = qEnvironmentVariable("PILOTHOUSE_SHOTS");
        if (!folder.isEmpty())
            page.grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
    }
    /// Pixels of a line: coloured, where grid and ground are nearly grey.
    static int countInk(const QImage &image, const QRect &rect)
    {
        int found = 0;
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            for (int x = rect.left(); x <= rect.right(); ++x)
                found += image.pixelColor(x, y).green() - image.pixelColor(x, y).red() > 40;
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void beforeTheFirstSampleItExplainsItselfAndHasNoChart()
    {
        MonitorPage page;
        show(page);
        QVERIFY(page.findChildren<QChartView *>().isEmpty());
        page.setView(MonitorView{ m_now, 60'000, {}, {} });
        QVERIFY(page.findChildren<QChartView *>().isEmpty());
        QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("export"))->isEnabled());
        shoot(page, "empty");
    }

    void chartsAreBuiltOnlyWhenThePageIsSeen()
    {
        MonitorPage page;
        page.setView(monitorsample::hour(m_now));
        QVERIFY(page.findChildren<QChartView *>().isEmpty());
        QSignalSpy visible(&page, &MonitorPage::visibleChanged);
        show(page);
        QCOMPARE(page.findChildren<QChartView *>().size(), 4);
        page.hide();
        QCOMPARE(visible.size(), 2);
        QCOMPARE(visible[0][0].toBool(), true);
        QCOMPARE(visible[1][0].toBool(), false);
    }

    void linesHoldTheGivenPoints()
    {
        MonitorPage page;
        show(page);
        const MonitorView view = monitorsample::hour(m_now);
        page.setView(view);
        const auto series = chart(page, "tokens")->chart()->series();
        QCOMPARE(series.size(), 2);
        qsizetype wanted = view.strips[1].series[0].runs.size() - 1; // one break between two runs
        for (const QList<QPointF> &run : view.strips[1].series[0].runs)
            wanted += run.size();
        QCOMPARE(static_cast<QXYSeries *>(series[0])->count(), wanted);
        QCOMPARE(static_cast<QXYSeries *>(series[1])->count(), 0); // a figure without a line
    }

    void gapIsNotDrawnOver()
    {
        MonitorPage page;
        show(page);
        MonitorView view = monitorsample::hour(m_now);
        MonitorStrip &tokens = view.strips[1];
        tokens.idle.clear();
        tokens.stopped.clear();
        const double m = 60'000;
        tokens.series[0].runs = { { { -60 * m, 30 }, { -40 * m, 30 } }, { { -20 * m, 30 }, { 0, 30 } } };
        page.setView(view);
        StripChart *strip = chart(page, "tokens");
        QTest::qWait(50);
        const QImage image = strip->grab().toImage();
        const QRect plot = strip->plotArea().toRect();
        const int third = plot.width() / 3;
        const int line = plot.bottom() - plot.height() / 2;
        const auto inThird
            = [&](int index) { return countInk(image, QRect(plot.left() + index * third + 8, line - 4, third - 16, 9)); };
        QVERIFY2(inThird(0) > third / 2, qPrintable(QString::number(inThird(0))));
        QCOMPARE(inThird(1), 0);
        QVERIFY(inThird(2) > third / 2);
    }

    void pausedStripsStandStill()
    {
        MonitorPage page;
        show(page);
        MonitorView view = monitorsample::hour(m_now);
        page.setView(view);
        auto *pause = page.findChild<QPushButton *>(QStringLiteral("pause"));
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(page.isPaused());
        view.strips[0].series[0].runs.clear();
        page.setView(view);
        auto *line = static_cast<QXYSeries *>(chart(page, "memory")->chart()->series().first());
        QVERIFY(line->count() > 0);
        QSignalSpy wishes(&page, &MonitorPage::rangeChanged);
        QTest::keyClick(pause, Qt::Key_Space);
        QCOMPARE(wishes.size(), 1); // wants the present view
        page.setView(view);
        QCOMPARE(line->count(), 0);
    }

    void rangeAndExportAreWishes()
    {
        MonitorPage page;
        show(page);
        page.setView(monitorsample::hour(m_now));
        QSignalSpy ranges(&page, &MonitorPage::rangeChanged);
        QSignalSpy exports(&page, &MonitorPage::exportRequested);
        page.findChild<SegmentedSwitch *>()->setCurrent(3);
        QCOMPARE(ranges.last()[0].toLongLong(), 3'600'000);
        QCOMPARE(page.rangeMs(), 3'600'000);
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("export")), Qt::LeftButton);
        QCOMPARE(exports.size(), 1);
    }

    void processTreeKeepsItsSelectionWhileValuesChange()
    {
        MonitorPage page;
        show(page);
        page.setView(monitorsample::hour(m_now));
        TelemetrySample sample = monitorsample::sample();
        page.setSample(sample);
        auto *tree = page.findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItemCount(), 1);
        QTreeWidgetItem *child = tree->topLevelItem(0)->child(0);
        QCOMPARE(child->text(0), QStringLiteral("llama-server"));
        tree->setCurrentItem(child);
        sample.processes[1].cpuPercent = Reading<double>();
        page.setSample(sample);
        QCOMPARE(tree->currentItem(), child);
        QCOMPARE(child->text(2), QStringLiteral("—")); // CPU: unknown, not 0
        page.setSample(TelemetrySample());
        QVERIFY(!tree->isVisible());
    }

    void foreignTextIsPlain()
    {
        MonitorPage page;
        show(page);
        page.setView(monitorsample::hour(m_now));
        for (const QLabel *label : page.findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(), qPrintable(label->text()));
    }

    void valuesAreThereForAssistiveTechnology()
    {
        MonitorPage page;
        show(page);
        page.setView(monitorsample::hour(m_now));
        QVERIFY(chart(page, "tokens")->accessibleName().contains(QStringLiteral("Tokens")));
        QVERIFY(chart(page, "tokens")->accessibleDescription().contains(QStringLiteral("generation: 41.0")));
    }

    void looksRightInBothThemesAndSizes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light-1280") << false << QSize(1084 + 16, 716);
        QTest::newRow("dark-1280") << true << QSize(1084 + 16, 716);
        QTest::newRow("light-1024") << false << QSize(968, 616);
        QTest::newRow("light-1920") << false << QSize(1724, 996);
    }
    void looksRightInBothThemesAndSizes()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        MonitorPage page;
        show(page, size);
        page.setView(monitorsample::hour(m_now));
        page.setSample(monitorsample::sample());
        page.setMarkers(monitorsample::events(m_now));
        QTest::qWait(60);
        page.setView(monitorsample::hour(m_now));
        QTest::qWait(30);
        for (const char *id : { "memory", "tokens", "cpu", "first-token" }) {
            const QRectF plot = chart(page, id)->plotArea();
            QVERIFY2(plot.width() > 300 && plot.height() > 50, id);
        }
        StripChart *tokens = chart(page, "tokens");
        const QImage image = tokens->grab().toImage();
        QVERIFY(countInk(image, tokens->plotArea().toRect()) > 50);
        shoot(page, QTest::currentDataTag());
        applyTheme(*qApp, ThemeChoice::Light);
    }
};

QTEST_MAIN(TestMonitorPage)
#include "tst_monitorpage.moc"
