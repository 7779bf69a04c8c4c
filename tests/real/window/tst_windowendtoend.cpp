// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowjourney.h"

#include "models/deployment/opendeployment.h"
#include "ui/dialogs/switchplanview.h"
#include "ui/dialogs/trustdialog.h"
#include "ui/pages/chat/figuresline.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/monitor/stripchart.h"
#include "ui/pages/monitor/striplegend.h"
#include "ui/pages/provider/logcard.h"
#include "ui/widgets/markdown/markdownpane.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtCharts/QChart>
#include <QtCharts/QXYSeries>

#include <cmath>

using namespace pilothouse;
using namespace windowtest;

namespace {

const QString firstModel = QStringLiteral("smollm2:135m");
const QString secondModel = QStringLiteral("smollm2:135m-brief");
constexpr int longMs = 60'000;

} // namespace

/// What a new user does, in order, by mouse and keyboard on the real window with the real engine; each step is checked
/// from outside: bytes of the file, /proc, the provider's own API, points of the charts.
class WindowEndToEndTest : public WindowJourney
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(place->isLaid(), "the example deployment could not be laid");
        open();
    }

    void cleanupTestCase()
    {
        m_application.reset();
        const qint64 pid = listenerOf(place->port());
        if (pid > 0)
            ::kill(pid_t(pid), SIGTERM);
    }

    void startReachesReadyByObservation()
    {
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Stopped, 10'000);
        QCOMPARE(window()->currentPage(), QStringLiteral("overview"));
        QTRY_VERIFY(readable(window()).contains(QStringLiteral("Provider: Stopped")));
        QVERIFY(readable(window()).contains(firstModel));
        QCOMPARE(listenerOf(place->port()), 0);
        picture(window(), QStringLiteral("1-stopped"));

        QSignalSpy states(&session().provider(), &ProviderService::statusChanged);
        QVERIFY(click(named(window(), "startActionButton")));
        if (auto *trust = seen<TrustDialog>(window(), [](TrustDialog *) { return true; }))
            QVERIFY(click(named(trust, "trust")));
        QTRY_VERIFY_WITH_TIMEOUT(isReadyWith(firstModel), longMs);
        QStringList order;
        for (const QList<QVariant> &arguments : states) {
            const auto status = arguments.first().value<ProviderStatus>();
            const QString now = providerStateName(status.state) + QLatin1Char('/') + providerPhaseName(status.phase);
            if (order.isEmpty() || order.last() != now)
                order << now;
        }
        qInfo() << "states" << order;
        QVERIFY(order.first().startsWith(QStringLiteral("starting/")));
        QVERIFY(order.contains(QStringLiteral("starting/loading-model")));
        QCOMPARE(order.last(), QStringLiteral("ready/"));
        QCOMPARE(order.filter(QStringLiteral("failed")), QStringList());
        QTRY_VERIFY(readable(window()).contains(QStringLiteral("Provider: Ready")));
        const QString header = readable(named<QAbstractButton>(window(), "stopActionButton")->parentWidget()->parentWidget());
        QVERIFY2(header.contains(firstModel), qPrintable(header));
        QVERIFY2(header.contains(QStringLiteral("127.0.0.1:%1").arg(place->port())), qPrintable(header));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("stopActionButton")); // passed on by Start
        picture(window(), QStringLiteral("1-ready"));

        m_pid = status().pid.value_or(0);
        QCOMPARE(listenerOf(place->port()), m_pid);
        QVERIFY(commandOf(m_pid).endsWith("ollama serve"));
        QCOMPARE(place->loadedModels(), QStringList{ firstModel });
        press(window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("provider"));
        auto *log = window()->findChild<LogCard *>();
        QTRY_VERIFY(log->text().count(u'\n') > 3);
        picture(window(), QStringLiteral("1-provider"));
    }

    void answerGrowsAsMarkdownWithItsFigures()
    {
        QSignalSpy finished(&session().chat(), &ChatService::finished);
        QList<qsizetype> lengths;
        const auto watch = connect(&session().chat(), &ChatService::textArrived, this, [&] {
            const qsizetype length = lastAnswer()->pane()->plainText().size();
            if (lengths.isEmpty() || length > lengths.last())
                lengths << length;
        });
        ask(QStringLiteral("List ten colours as a Markdown list, with a sentence about each.")); // long enough to be seen growing
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, longMs);
        disconnect(watch);
        const auto answer = finished.first().first().value<ChatAnswer>();
        QVERIFY(!answer.failure);
        QVERIFY2(lengths.size() > 3, qPrintable(QString::number(lengths.size())));
        QTRY_VERIFY(lastAnswer()->pane()->isSettled());
        QCOMPARE(lastAnswer()->pane()->source(), answer.text);
        QVERIFY(!lastAnswer()->pane()->plainText().trimmed().isEmpty());
        const QString figures = lastAnswer()->findChild<FiguresLine *>()->text();
        qInfo() << "figures" << figures;
        const QStringList wanted{ QStringLiteral("first token"), QStringLiteral("tok/s"), QStringLiteral("tokens"),
            QStringLiteral("finish") };
        for (const QString &word : wanted)
            QVERIFY2(figures.contains(word), qPrintable(word));
        picture(window(), QStringLiteral("2-answer"));
    }

    void escapeStopsTheAnswerAndKeepsItsText()
    {
        QTest::qWait(5'000); // an idle stretch between two answers, for the chart of the next step
        QSignalSpy arrived(&session().chat(), &ChatService::textArrived);
        QSignalSpy finished(&session().chat(), &ChatService::finished);
        ask(QStringLiteral("Write a very long story about a ship and its crew."));
        QTRY_VERIFY_WITH_TIMEOUT(arrived.size() >= 5, longMs);
        QCOMPARE(finished.size(), 0);
        picture(window(), QStringLiteral("2-streaming"));
        const QString before = lastAnswer()->pane()->source();
        QElapsedTimer clock;
        clock.start();
        press(window(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 1'000);
        qInfo() << "stopped after" << clock.elapsed() << "ms";
        const auto answer = finished.first().first().value<ChatAnswer>();
        QVERIFY(answer.interrupted);
        QVERIFY(!before.isEmpty());
        const QString kept = lastAnswer()->pane()->source();
        QVERIFY(kept.startsWith(before));
        const qsizetype count = arrived.size();
        QTest::qWait(500);
        QCOMPARE(arrived.size(), count);
        QCOMPARE(lastAnswer()->pane()->source(), kept);
        QCOMPARE(finished.size(), 1);
        picture(window(), QStringLiteral("2-stopped"));
    }

    void monitorDrawsMemoryAndTokensDuringAnAnswer()
    {
        QTest::qWait(5'000);
        QSignalSpy finished(&session().chat(), &ChatService::finished);
        ask(QStringLiteral("Write a very long story about a lighthouse."));
        press(window(), Qt::Key_4, Qt::ControlModifier);
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("monitor"));
        const auto pointsOf = [this](const char *strip) {
            QList<QPointF> points;
            if (auto *chart = named<StripChart>(window(), strip)) {
                const QList<QAbstractSeries *> all = chart->chart()->series();
                for (QAbstractSeries *series : all)
                    points << qobject_cast<QXYSeries *>(series)->points();
            }
            return points;
        };
        const auto numbers = [](QList<QPointF> points) {
            points.removeIf([](const QPointF &point) { return std::isnan(point.y()); });
            return points;
        };
        QTRY_VERIFY_WITH_TIMEOUT(numbers(pointsOf("strip-memory")).size() > 5, 20'000);
        qsizetype before = numbers(pointsOf("strip-tokens")).size();
        QTRY_VERIFY_WITH_TIMEOUT(numbers(pointsOf("strip-tokens")).size() > before, 20'000);
        picture(window(), QStringLiteral("3-monitor"));
        for (const char *strip : { "strip-memory", "strip-tokens" }) {
            for (const QPointF &point : numbers(pointsOf(strip)))
                QVERIFY2(point.y() > 0, strip);
        }
        QVERIFY2(numbers(pointsOf("strip-tokens")).size() < pointsOf("strip-tokens").size(), "no gap between two answers");

        auto *legend = seen<StripLegend>(
            window(), [](StripLegend *widget) { return widget->accessibleName().contains(QStringLiteral("emory")); });
        QVERIFY(legend);
        qInfo() << "memory strip" << legend->accessibleName() << legend->accessibleDescription() << legend->toolTip();
        QVERIFY(legend->accessibleName().contains(QStringLiteral("RAM")) || session().telemetry().latest().gpus.size() > 0);
        QVERIFY(!legend->toolTip().isEmpty() || session().telemetry().latest().gpus.size() > 0);
        if (finished.isEmpty())
            press(window(), Qt::Key_5, Qt::ControlModifier), press(window(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, longMs);
    }

    void badValueIsRefusedAndGoodOneChangesOnlyItsBytes()
    {
        const QByteArray before = place->env();
        press(window(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("configuration"));
        QWidget *field = called(window(), QStringLiteral(", LLM_TEMPERATURE"));
        QVERIFY(fill(field, QStringLiteral("3")));
        auto *row
            = seen<KeyRow>(window(), [](KeyRow *widget) { return widget->row().spec.key == QLatin1String("LLM_TEMPERATURE"); });
        QTRY_VERIFY(row->messageBar() && row->messageBar()->isVisible());
        qInfo() << "message" << row->messageBar()->text();
        QVERIFY(!row->messageBar()->text().isEmpty());
        auto *save = named<QPushButton>(window(), "save");
        QVERIFY(save);
        QVERIFY(!save->isEnabled());
        QVERIFY(readable(window()).contains(QStringLiteral("Save waits")));
        picture(window(), QStringLiteral("4-refused"));
        QSignalSpy saved(&session().env(), &EnvService::saved);
        press(window(), Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(300);
        QCOMPARE(saved.size(), 0);
        QCOMPARE(place->env(), before);

        QVERIFY(fill(field, QStringLiteral("0.2")));
        QTRY_VERIFY(save->isEnabled());
        press(window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(saved.size(), 1);
        QByteArray expected = before;
        expected.replace("LLM_TEMPERATURE=0.7\n", "LLM_TEMPERATURE=0.2\n");
        QVERIFY(expected != before);
        QCOMPARE(place->env(), expected);
    }

    void savedModelIsNotAppliedUntilRestart()
    {
        QByteArray expected = place->env();
        expected.replace("LLM_MODEL=smollm2:135m\n", "LLM_MODEL=smollm2:135m-brief\n");
        QVERIFY(fill(called(window(), QStringLiteral(", LLM_MODEL")), secondModel));
        QSignalSpy saved(&session().env(), &EnvService::saved);
        QTRY_VERIFY(named(window(), "save") && named(window(), "save")->isEnabled());
        press(window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!QApplication::activePopupWidget()); // a list that stays would eat the next click
        QCOMPARE(place->env(), expected);
        QTRY_VERIFY(named<QAbstractButton>(window(), "driftNote"));
        QCOMPARE(named<QAbstractButton>(window(), "driftNote")->text(), QStringLiteral("1 not applied"));
        QCOMPARE(place->loadedModels(), QStringList{ firstModel });
        picture(window(), QStringLiteral("4-not-applied"));
        press(window(), Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(named<QPushButton>(window(), "coursePrimary"));
        QCOMPARE(named<QPushButton>(window(), "coursePrimary")->text(), QStringLiteral("Apply: load the model"));
        picture(window(), QStringLiteral("4-course"));

        QVERIFY(click(named(window(), "restartActionButton")));
        QTRY_VERIFY_WITH_TIMEOUT(status().pid && *status().pid != m_pid && isReadyWith(secondModel), longMs);
        QTRY_VERIFY(!named(window(), "driftNote"));
        QVERIFY(!isAlive(m_pid));
        m_pid = *status().pid;
        QCOMPARE(place->loadedModels(), QStringList{ secondModel });
    }

    void switchChangesFileAndServedModel()
    {
        QByteArray expected = place->env();
        expected.replace("LLM_MODEL=smollm2:135m-brief\n", "LLM_MODEL=smollm2:135m\n");
        SwitchDialog *dialog = chooseInSwitchDialog(firstModel);
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->phase(), SwitchDialog::Phase::Planned);
        const QString plan = readable(dialog);
        for (const QString &part : { QStringLiteral("LLM_MODEL"), firstModel, secondModel, QStringLiteral("Write .env") })
            QVERIFY2(plan.contains(part) || dialog->planView()->reportText().contains(part), qPrintable(part + plan));
        picture(dialog, QStringLiteral("5-plan"));
        QVERIFY(click(named(dialog, "switch")));
        // sent to the background and taken up again: the same switch, not a second one
        QCOMPARE(dialog->phase(), SwitchDialog::Phase::Running);
        QPointer<SwitchDialog> first(dialog);
        press(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!first);
        press(window(), Qt::Key_M, Qt::ControlModifier);
        dialog = dialogOf<SwitchDialog>(window());
        QVERIFY(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(dialog->phase(), SwitchDialog::Phase::Ended, longMs);
        QVERIFY2(dialog->headline().contains(firstModel), qPrintable(dialog->headline()));
        QVERIFY(dialog->headline().contains(QStringLiteral("is in use")));
        picture(dialog, QStringLiteral("5-done"));
        QVERIFY(click(named(dialog, "close")));
        QCOMPARE(place->env(), expected);
        QCOMPARE(place->loadedModels(), QStringList{ firstModel });
        QVERIFY(isReadyWith(firstModel));
    }

    void failedSwitchBringsTheOldStateBack()
    {
        QVERIFY(place->addBrokenModel(QStringLiteral("broken")));
        const QByteArray before = place->env();
        SwitchDialog *dialog = chooseInSwitchDialog(QStringLiteral("broken:latest"));
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->phase(), SwitchDialog::Phase::Planned);
        QSignalSpy saved(&session().env(), &EnvService::saved);
        QVERIFY(click(named(dialog, "switch")));
        QTRY_COMPARE_WITH_TIMEOUT(dialog->phase(), SwitchDialog::Phase::Ended, longMs);
        qInfo() << "headline" << dialog->headline();
        qInfo().noquote() << dialog->planView()->reportText();
        picture(dialog, QStringLiteral("5-returned"));
        QVERIFY(dialog->headline().contains(QStringLiteral("failed")));
        QVERIFY(dialog->headline().contains(firstModel));
        QVERIFY(saved.size() >= 2); // there and back
        QCOMPARE(place->env(), before);
        QCOMPARE(place->loadedModels(), QStringList{ firstModel });
        QVERIFY(isReadyWith(firstModel));
        bool reason = false;
        for (const Step &step : dialog->plan().steps)
            reason = reason || (step.state == StepState::Failed && readable(dialog).contains(step.detail));
        QVERIFY(reason);
        QVERIFY(click(named(dialog, "close")));
    }

    void smokeTestPassesThenNamesTheFirstBrokenStep()
    {
        QSignalSpy reports(&session(), &DeploymentSession::smokeChanged);
        const auto lastReport = [&] { return reports.isEmpty() ? SmokeReport() : reports.last().first().value<SmokeReport>(); };
        press(window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(window()->currentPage(), QStringLiteral("smoke"));
        QTRY_VERIFY_WITH_TIMEOUT(lastReport().finished, longMs);
        picture(window(), QStringLiteral("6-passed"));
        QCOMPARE(lastReport().steps.size(), 5);
        for (const Step &step : lastReport().steps)
            QVERIFY2(step.state == StepState::Done, qPrintable(step.id + step.detail));

        reports.clear();
        ::kill(pid_t(m_pid), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Failed, 10'000);
        QVERIFY(!status().failure->message.isEmpty());
        press(window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(lastReport().finished, longMs);
        picture(window(), QStringLiteral("6-broken"));
        QCOMPARE(lastReport().firstBroken(), QStringLiteral("process"));
        const QList<Step> steps = lastReport().steps;
        QCOMPARE(steps[0].state, StepState::Done);
        for (qsizetype i = 1; i < steps.size(); ++i) {
            QCOMPARE(steps[i].state, i == 1 ? StepState::Failed : StepState::Skipped);
            QVERIFY(!steps[i].detail.isEmpty());
            QVERIFY2(readable(window()).contains(steps[i].detail), qPrintable(steps[i].detail));
        }
        press(window(), Qt::Key_3, Qt::ControlModifier);
        picture(window(), QStringLiteral("6-killed"));
        QVERIFY(click(named(window(), "startActionButton")));
        QTRY_VERIFY_WITH_TIMEOUT(isReadyWith(firstModel), longMs);
        m_pid = *status().pid;
    }

    void keptProviderIsFoundAgain()
    {
        CloseDialog *dialog = closeAndAsk();
        QVERIFY(dialog);
        window()->close(); // asked again while the question is open
        QTest::qWait(100);
        QCOMPARE(window()->findChildren<CloseDialog *>().size(), 1);
        QCOMPARE(dialog->choice(), CloseDialog::Choice::Keep);
        picture(dialog, QStringLiteral("7-question"));
        QVERIFY(click(named(dialog, "close")));
        QTRY_VERIFY(!window()->isVisible());
        m_application.reset();
        QVERIFY(isAlive(m_pid));
        QCOMPARE(listenerOf(place->port()), m_pid);

        QElapsedTimer clock;
        clock.start();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(isReadyWith(firstModel), 2'000);
        qInfo() << "found again after" << clock.elapsed() << "ms";
        QCOMPARE(*status().pid, m_pid);
        QVERIFY(status().ownProcess);
    }

    void rememberedChoiceIsNotAskedAgain()
    {
        CloseDialog *dialog = closeAndAsk();
        QVERIFY(dialog);
        QVERIFY(click(dialog->findChild<QCheckBox *>(), QPoint(8, 8)));
        QVERIFY(dialog->remember());
        QVERIFY(click(named(dialog, "close")));
        QTRY_VERIFY(!window()->isVisible());
        m_application.reset();
        open();
        QTRY_VERIFY_WITH_TIMEOUT(isReadyWith(firstModel), 5'000);
        press(window(), Qt::Key_Q, Qt::ControlModifier);
        QTRY_VERIFY(!window()->isVisible());
        QCOMPARE(window()->findChildren<CloseDialog *>().size(), 0);
        m_application.reset();
        QVERIFY(isAlive(m_pid));
    }

    void stopOnClosingEndsTheProvider()
    {
        open();
        m_application->settings().onClose.set(OnCloseChoice::Ask);
        QTRY_VERIFY_WITH_TIMEOUT(isReadyWith(firstModel), 5'000);
        CloseDialog *dialog = closeAndAsk();
        QVERIFY(dialog);
        const QList<QRadioButton *> choices = dialog->findChildren<QRadioButton *>();
        QCOMPARE(choices.size(), 2);
        QVERIFY(click(choices.last()->parentWidget()));
        QCOMPARE(dialog->choice(), CloseDialog::Choice::Stop);
        QVERIFY(click(named(dialog, "close")));
        QTRY_VERIFY_WITH_TIMEOUT(!window()->isVisible(), 20'000);
        QVERIFY(!isAlive(m_pid));
        QCOMPARE(listenerOf(place->port()), 0);
        QCOMPARE(m_answers.failures.size(), 0);
    }
};

int main(int argc, char *argv[])
{
    const windowtest::Display display;
    if (!display.works())
        qFatal("Xvfb did not start");
    const windowtest::Place laid;
    place = &laid;
    QApplication application(argc, argv);
    application.setApplicationName(QStringLiteral("pilothouse"));
    application.setQuitOnLastWindowClosed(false);
    WindowEndToEndTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowendtoend.moc"
