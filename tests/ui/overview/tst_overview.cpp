// SPDX-License-Identifier: GPL-3.0-or-later
#include "../gallery/samplevalues.h"
#include "ui/pages/overview/coursecard.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/courselineview.h"
#include "ui/widgets/courserow.h"
#include "ui/widgets/instrumentcard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void courseRowReadsAsASentence()
    {
        CourseRowView view;
        view.setRow(samples::differing().rows.at(1));
        QCOMPARE(view.accessibleName(),
            QStringLiteral("Model: .env says qwen3:14b-instruct-q8_0, process uses smollm2:135m, different; API serves "
                           "smollm2:135m, equal"));
    }
    void differingRowsComeFirstWhenRoomIsShort()
    {
        CourseLineView view;
        view.setMaximumRows(1);
        view.setCourseLine(samples::differing());
        QCOMPARE(view.shownRows(), 1);
        QCOMPARE(view.hiddenRows(), 3);
        QCOMPARE(view.findChild<CourseRowView *>()->row().key, QStringLiteral("LLM_MODEL"));
    }
    void agreementHasNoFilledButton()
    {
        OverviewPage page;
        page.setStatus(samples::ready());
        page.setCourseLine(samples::agreeing());
        QCOMPARE(page.findChild<CourseCard *>()->headline(), QStringLiteral("All 5 settings agree"));
        QVERIFY(page.findChild<QPushButton *>(QStringLiteral("coursePrimary"))->isHidden());
    }
    void driftOffersApply()
    {
        OverviewPage page;
        page.resize(1000, 700);
        page.setStatus(samples::ready());
        page.setCourseLine(samples::differing());
        page.setApplyPlan(samples::restartPlan(), 2);
        page.show();
        QSignalSpy apply(&page, &OverviewPage::applyRequested);
        QSignalSpy start(&page, &OverviewPage::startRequested);
        QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("coursePrimary")), Qt::LeftButton);
        QCOMPARE(apply.size(), 1);
        QCOMPARE(start.size(), 0);
    }
    void theButtonSaysWhatItDoes()
    {
        OverviewPage page;
        page.resize(1000, 700);
        page.setStatus(samples::ready());
        page.setCourseLine(samples::differing());
        ApplyPlan plan = samples::restartPlan();
        page.setApplyPlan(plan, 2);
        page.show();
        auto *primary = page.findChild<QPushButton *>(QStringLiteral("coursePrimary"));
        QCOMPARE(primary->text(), QStringLiteral("Apply: restart"));
        QVERIFY(primary->toolTip().contains(QStringLiteral("LLM_MODEL, OLLAMA_NUM_CTX")));
        QCOMPARE(page.findChild<CourseCard *>()->headline(), QStringLiteral("2 settings in .env are not in force"));
        plan.button = QStringLiteral("Apply: up -d vllm, backend");
        page.setApplyPlan(plan, 2);
        QCOMPARE(primary->text(), plan.button);
        QVERIFY(primary->isEnabled());
        plan.obstacle = QStringLiteral("Compose runs this, <b>not</b> Pilothouse.");
        page.setApplyPlan(plan, 2);
        QVERIFY(!primary->isEnabled());
        QCOMPARE(primary->toolTip(), plan.obstacle.toHtmlEscaped());
        page.setApplyPlan({}, 0);
        page.setCourseLine(samples::agreeing());
        QVERIFY(primary->isHidden());
    }
    void theFirstKeyIsOpenedFromTheCard()
    {
        OverviewPage page;
        page.resize(1000, 700);
        page.setStatus(samples::ready());
        page.setCourseLine(samples::differing());
        page.setApplyPlan(samples::restartPlan(), 2);
        page.show();
        QSignalSpy key(&page, &OverviewPage::openKeyRequested);
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Open configuration"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(key.size(), 1);
        QCOMPARE(key.first().first().toString(), QStringLiteral("LLM_MODEL"));
    }
    void stoppedOffersStartUnlessItIsBlocked()
    {
        OverviewPage page;
        page.resize(1000, 700);
        page.setStatus(samples::stopped());
        page.setCourseLine(samples::notRunning());
        page.show();
        auto *primary = page.findChild<QPushButton *>(QStringLiteral("coursePrimary"));
        QSignalSpy start(&page, &OverviewPage::startRequested);
        QTest::mouseClick(primary, Qt::LeftButton);
        QCOMPARE(start.size(), 1);
        page.setStartBlocked(QStringLiteral("ollama was not found"));
        QVERIFY(!primary->isEnabled());
        QCOMPARE(primary->toolTip(), QStringLiteral("ollama was not found"));
    }
    void missingValueIsADashAndTheLastOneStays()
    {
        OverviewPage page;
        page.setStatus(samples::ready());
        TelemetrySample sample = samples::withoutGpu();
        page.setSample(sample);
        const QList<InstrumentCard *> cards = page.findChildren<InstrumentCard *>();
        const auto figures = [&cards] {
            QStringList texts;
            for (const InstrumentCard *card : cards)
                texts << card->figure();
            return texts;
        };
        QVERIFY(figures().contains(QStringLiteral("41.0")));
        sample.timeMs += 60'000;
        sample.generationTokensPerSecond = {};
        page.setSample(sample);
        QVERIFY(!figures().contains(QStringLiteral("41.0")));
        QVERIFY(!figures().contains(QStringLiteral("0.0")));
        QVERIFY(figures().contains(QString(QChar(0x2014))));
    }
    void runningSmokeTestCannotBeStartedAgain()
    {
        OverviewPage page;
        SmokeReport report = samples::smoke(true);
        report.finished = false;
        page.setSmokeReport(report);
        QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("smokeRun"))->isEnabled());
        report.finished = true;
        page.setSmokeReport(report);
        QVERIFY(page.findChild<QPushButton *>(QStringLiteral("smokeRun"))->isEnabled());
    }
    void segmentsMoveByArrowKeys()
    {
        SegmentedSwitch segments;
        segments.addSegment(QStringLiteral("Form"));
        segments.addSegment(QStringLiteral("Text"));
        segments.show();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        QSignalSpy changed(&segments, &SegmentedSwitch::currentChanged);
        auto *first = segments.findChild<QAbstractButton *>();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QCOMPARE(segments.current(), 1);
        QCOMPARE(changed.size(), 1);
    }
    void messageTextIsPlain()
    {
        MessageBar bar;
        bar.setMessage(MessageBar::Kind::Error, QStringLiteral("<img src=\"file:///etc/passwd\">"));
        for (const QLabel *label : bar.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
