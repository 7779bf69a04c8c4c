// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/modelchooser.h"
#include "ui/dialogs/steplist.h"
#include "ui/dialogs/switchdialog.h"
#include "ui/dialogs/switchplanview.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

using namespace pilothouse;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

ModelEntry entry(const char *name, qint64 bytes)
{
    ModelEntry model;
    model.name = ModelName(latin(name));
    model.provider = latin("ollama");
    model.source = latin("installed");
    model.sizeBytes = bytes;
    model.parameters = latin("134.52M");
    model.quantization = latin("F16");
    model.contextLength = 8192;
    return model;
}

Step step(const char *id, const char *title, const char *detail)
{
    Step result;
    result.id = latin(id);
    result.title = latin(title);
    result.detail = latin(detail);
    return result;
}

SwitchPlan samplePlan()
{
    SwitchPlan plan;
    plan.from = ModelName(latin("smollm2:135m"));
    plan.to = ModelName(latin("smollm2:360m"));
    plan.changes = { { latin("LLM_MODEL"), latin("smollm2:135m"), latin("smollm2:360m") },
        { latin("VLLM_MODEL"), std::nullopt, latin("smollm2:360m") } };
    plan.steps
        = { step("write-env", "Write .env", "2 keys, comments kept"), step("load", "Load smollm2:360m", "in the running server"),
              step("compare", "Compare the served model", "the API must serve smollm2:360m"),
              step("answer", "Ask one question", "the answer is measured") };
    plan.wayBack = latin("If a step fails, .env gets its old bytes back and smollm2:135m is served again.");
    return plan;
}

void setState(Step &step, StepState state, qint64 ms)
{
    step.state = state;
    step.ms = ms;
}

SwitchOutcome returnedOutcome()
{
    SwitchOutcome outcome;
    outcome.plan = samplePlan();
    outcome.result = SwitchResult::Returned;
    outcome.reason = latin("The server could not load the model: not enough memory.");
    setState(outcome.plan.steps[0], StepState::Done, 12);
    setState(outcome.plan.steps[1], StepState::Failed, 66000);
    outcome.plan.steps[2].state = outcome.plan.steps[3].state = StepState::NotReached;
    outcome.plan.steps << step("restore-env", "Restore .env", "the old bytes, unchanged")
                       << step("load-old", "Load smollm2:135m", "");
    setState(outcome.plan.steps[4], StepState::Done, 9);
    setState(outcome.plan.steps[5], StepState::Done, 800);
    return outcome;
}

} // namespace

class TestSwitchDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theWholeWalkByMouse();
    void theModelInUseCannotBeChosen();
    void filterNarrowsTheList();
    void returnOnARowShowsItsPlan();
    void loadingAndEmptyAndFailedSayWhatToDo();
    void aBlockedPlanCannotBeStarted();
    void aLatePlanIsIgnored();
    void closingWhileRunningGoesToTheBackground();
    void returnedTellsWhatHappenedAndWhatWasRestored();
    void aBrokenWayBackIsNotCalledBack();
    void stepsAreToldToScreenReaders();
    void pictures();

private:
    void press(const char *name) { QTest::mouseClick(m_dialog->findChild<QPushButton *>(latin(name)), Qt::LeftButton); }
    bool shows(const char *name) const { return m_dialog->findChild<QPushButton *>(latin(name))->isVisible(); }
    void toPlan();

    std::unique_ptr<SwitchDialog> m_dialog;
};

void TestSwitchDialog::init()
{
    applyTheme(*qApp, ThemeChoice::Light);
    m_dialog = std::make_unique<SwitchDialog>();
    m_dialog->setCurrentModel(ModelName(latin("smollm2:135m")));
    m_dialog->setModels(
        { entry("smollm2:135m", 270'000'000), entry("smollm2:360m", 725'000'000), entry("llama3.1:8b", 4'900'000'000) });
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestSwitchDialog::toPlan()
{
    m_dialog->choose(ModelName(latin("smollm2:360m")));
    m_dialog->setPlan(samplePlan());
}

void TestSwitchDialog::theWholeWalkByMouse()
{
    QSignalSpy chosen(m_dialog.get(), &SwitchDialog::modelChosen);
    QSignalSpy wanted(m_dialog.get(), &SwitchDialog::switchRequested);
    QSignalSpy back(m_dialog.get(), &SwitchDialog::cancelRequested);
    QTreeView *table = m_dialog->chooser()->table();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, 0);
        if (index.data().toString() == latin("smollm2:360m"))
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    }
    press("showPlan");
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).value<ModelName>().text(), latin("smollm2:360m"));
    QCOMPARE(m_dialog->phase(), SwitchDialog::Phase::Planning);
    m_dialog->setPlan(samplePlan());
    QVERIFY(m_dialog->planView()->reportText().contains(QString::fromUtf8("LLM_MODEL: smollm2:135m → smollm2:360m")));
    QVERIFY(m_dialog->planView()->reportText().contains(QString::fromUtf8("VLLM_MODEL: no line → smollm2:360m")));
    press("switch");
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m_dialog->phase(), SwitchDialog::Phase::Running);
    QVERIFY(!m_dialog->findChild<QPushButton *>(latin("switchBack"))->hasFocus());
    QList<Step> steps = samplePlan().steps;
    setState(steps[0], StepState::Done, 12);
    steps[1].state = StepState::Running;
    m_dialog->setProgress(steps);
    QVERIFY(m_dialog->planView()->steps()->timeText(1).contains(latin("so far")));
    press("switchBack");
    QCOMPARE(back.count(), 1);
    QVERIFY(!m_dialog->findChild<QPushButton *>(latin("switchBack"))->isEnabled());
    SwitchOutcome outcome;
    outcome.plan = samplePlan();
    outcome.result = SwitchResult::Done;
    outcome.answer = latin("Paris.");
    m_dialog->setOutcome(outcome);
    QCOMPARE(m_dialog->headline(), latin("smollm2:360m is in use"));
    QVERIFY(m_dialog->planView()->reportText().contains(latin("Paris.")));
    press("close");
    QVERIFY(!m_dialog->isVisible());
}

void TestSwitchDialog::theModelInUseCannotBeChosen()
{
    QTreeView *table = m_dialog->chooser()->table();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        table->setCurrentIndex(table->model()->index(row, 0));
        const bool inUse = table->model()->index(row, 0).data().toString() == latin("smollm2:135m");
        QCOMPARE(m_dialog->findChild<QPushButton *>(latin("showPlan"))->isEnabled(), !inUse);
    }
}

void TestSwitchDialog::filterNarrowsTheList()
{
    QTest::mouseClick(m_dialog->chooser()->filter(), Qt::LeftButton);
    QTest::keyClicks(m_dialog->chooser()->filter(), latin("LLAMA"));
    QCOMPARE(m_dialog->chooser()->table()->model()->rowCount(), 1);
}

void TestSwitchDialog::returnOnARowShowsItsPlan()
{
    QSignalSpy chosen(m_dialog.get(), &SwitchDialog::modelChosen);
    QTreeView *table = m_dialog->chooser()->table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(2, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
}

void TestSwitchDialog::loadingAndEmptyAndFailedSayWhatToDo()
{
    m_dialog->setLoading();
    QVERIFY(!m_dialog->chooser()->notice().isEmpty());
    QVERIFY(!m_dialog->findChild<QPushButton *>(latin("showPlan"))->isEnabled());
    m_dialog->setModels({});
    QVERIFY(m_dialog->chooser()->notice().contains(latin("ollama pull")));
    m_dialog->setModelsFailed(
        { latin("x"), latin("The list cannot be read."), latin("Ollama does not run."), latin("Start it."), {} });
    QVERIFY(m_dialog->chooser()->notice().contains(latin("Start it.")));
}

void TestSwitchDialog::aBlockedPlanCannotBeStarted()
{
    SwitchPlan plan = samplePlan();
    plan.blocked = Failure{ latin("switch.busy"), latin("The provider is starting."), {}, latin("Wait."), {} };
    m_dialog->choose(plan.to);
    m_dialog->setPlan(plan);
    QVERIFY(!m_dialog->findChild<QPushButton *>(latin("switch"))->isEnabled());
    QVERIFY(m_dialog->planView()->reportText().contains(latin("The provider is starting.")));
    press("otherModel");
    QCOMPARE(m_dialog->phase(), SwitchDialog::Phase::Choosing);
}

void TestSwitchDialog::aLatePlanIsIgnored()
{
    m_dialog->choose(ModelName(latin("smollm2:360m")));
    press("otherModel");
    m_dialog->setPlan(samplePlan());
    QCOMPARE(m_dialog->phase(), SwitchDialog::Phase::Choosing);
}

void TestSwitchDialog::closingWhileRunningGoesToTheBackground()
{
    toPlan();
    press("switch");
    QSignalSpy hidden(m_dialog.get(), &SwitchDialog::sentToBackground);
    QSignalSpy finished(m_dialog.get(), &QDialog::finished);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QCOMPARE(hidden.count(), 1);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(m_dialog->phase(), SwitchDialog::Phase::Running);
}

void TestSwitchDialog::returnedTellsWhatHappenedAndWhatWasRestored()
{
    toPlan();
    press("switch");
    m_dialog->setOutcome(returnedOutcome());
    QCOMPARE(m_dialog->headline(), latin("Switch failed at step 2, smollm2:135m is back"));
    QVERIFY(m_dialog->planView()->reportText().contains(latin("not enough memory")));
    QVERIFY(m_dialog->planView()->reportText().contains(latin("LLM_MODEL, VLLM_MODEL")));
    QCOMPARE(m_dialog->planView()->steps()->steps().size(), 4);
    QCOMPARE(m_dialog->planView()->wayBackSteps()->steps().size(), 2);
    QVERIFY(m_dialog->planView()->wayBackSteps()->isVisible());
    QVERIFY(shows("close"));
    QVERIFY(!shows("switchBack"));
}

void TestSwitchDialog::aBrokenWayBackIsNotCalledBack()
{
    toPlan();
    press("switch");
    SwitchOutcome outcome = returnedOutcome();
    outcome.plan.steps.last().state = StepState::Failed;
    m_dialog->setOutcome(outcome);
    QVERIFY(!m_dialog->headline().contains(latin("is back")));
    QVERIFY(m_dialog->planView()->reportText().contains(latin("by hand")));
}

void TestSwitchDialog::stepsAreToldToScreenReaders()
{
    toPlan();
    QList<Step> steps = samplePlan().steps;
    setState(steps[0], StepState::Done, 12);
    m_dialog->setProgress(steps);
    QVERIFY(m_dialog->planView()->steps()->accessibleDescription().contains(latin("Step 1 of 4: Write .env, done")));
}

void TestSwitchDialog::pictures()
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    const auto grab = [&](const char *name) {
        for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
            applyTheme(*qApp, theme);
            QCoreApplication::sendPostedEvents();
            const QImage image = m_dialog->grab().toImage();
            QVERIFY(!image.isNull());
            const char *tone = theme == ThemeChoice::Light ? "light" : "dark";
            if (!folder.isEmpty())
                QVERIFY(image.save(QStringLiteral("%1/switch-%2-%3.png").arg(folder, latin(name), latin(tone))));
        }
    };
    grab("choose");
    toPlan();
    grab("plan");
    press("switch");
    QList<Step> steps = samplePlan().steps;
    setState(steps[0], StepState::Done, 12);
    steps[1].state = StepState::Running;
    m_dialog->setProgress(steps);
    grab("progress");
    m_dialog->setOutcome(returnedOutcome());
    grab("returned");
}

QTEST_MAIN(TestSwitchDialog)
#include "tst_switchdialog.moc"
