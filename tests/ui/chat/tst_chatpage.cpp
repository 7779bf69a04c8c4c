// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/chat/chatpage.h"

#include "ui/pages/chat/answerbubble.h"
#include "ui/pages/chat/composer.h"
#include "ui/pages/chat/conversationview.h"
#include "ui/pages/chat/figuresline.h"
#include "ui/pages/chat/parameterpanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/markdown/markdownpane.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QtTest>

using namespace pilothouse;

namespace {

ProviderStatus status(ProviderState state)
{
    ProviderStatus result;
    result.state = state;
    if (state == ProviderState::Ready)
        result.served = { { ModelName(QStringLiteral("Qwen/Qwen3-8B")), {}, {}, {}, {} } };
    return result;
}

ChatParameters environment()
{
    ChatParameters parameters;
    parameters.model = QStringLiteral("Qwen/Qwen3-8B");
    parameters.temperature = 0.7;
    parameters.maxTokens = 1024;
    parameters.timeoutSeconds = 60;
    return parameters;
}

ChatAnswer answer(const QString &text, double firstToken = 142)
{
    ChatAnswer result;
    result.text = text;
    result.finishReason = QStringLiteral("stop");
    result.figures.measuredBy = ChatFigures::MeasuredBy::Server;
    result.figures.firstTokenMs = firstToken;
    result.figures.tokensPerSecond = 56.3;
    result.figures.completionTokens = 312;
    result.figures.totalMs = 5700;
    return result;
}

QPushButton *button(QWidget &page, const QString &text)
{
    for (QPushButton *candidate : page.findChildren<QPushButton *>()) {
        if (candidate->text() == text && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

struct Page
{
    Page()
    {
        page.resize(1084, 716);
        page.setParameters(environment());
        page.setProviderStatus(status(ProviderState::Ready));
        page.show();
        QApplication::setActiveWindow(&page);
        composer = page.findChild<Composer *>();
        composer->setFocus();
    }
    void say(const QString &text)
    {
        QTest::keyClicks(composer, text);
        QTest::keyClick(composer, Qt::Key_Return);
    }
    AnswerBubble *bubble() { return page.findChildren<AnswerBubble *>().last(); }

    ChatPage page;
    Composer *composer;
    QSignalSpy sends{ &page, &ChatPage::sendRequested };
    QSignalSpy stops{ &page, &ChatPage::stopRequested };
};

} // namespace

class TestChatPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }

    void enterSendsAndShiftEnterDoesNot()
    {
        Page p;
        QTest::keyClicks(p.composer, QStringLiteral("one"));
        QTest::keyClick(p.composer, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(p.sends.size(), 0);
        p.say(QStringLiteral("two"));
        QCOMPARE(p.sends.size(), 1);
        const auto messages = p.sends.first().at(0).value<QList<ChatMessage>>();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().text, QStringLiteral("one\ntwo"));
        QCOMPARE(p.sends.first().at(1).value<ChatParameters>(), environment());
        QVERIFY(p.composer->toPlainText().isEmpty());
        p.say(QStringLiteral("while busy"));
        QCOMPARE(p.sends.size(), 1);
    }

    void escapeStopsAndTheTextStays()
    {
        Page p;
        p.say(QStringLiteral("hello"));
        p.page.answerStarted();
        p.page.appendText(QStringLiteral("Partial **answer"));
        QTest::keyClick(p.composer, Qt::Key_Escape);
        QTest::keyClick(p.composer, Qt::Key_Escape);
        QCOMPARE(p.stops.size(), 1);
        ChatAnswer broken;
        broken.text = QStringLiteral("Partial **answer");
        broken.interrupted = true;
        p.page.finishAnswer(broken);
        QVERIFY(!p.page.isBusy());
        QCOMPARE(p.bubble()->text(), QStringLiteral("Partial **answer"));
        QVERIFY(p.page.findChild<FiguresLine *>()->text().contains(QStringLiteral("stopped")));
        QVERIFY(button(p.page, QStringLiteral("Send")));
    }

    void stopButtonTakesThePlaceOfSend()
    {
        Page p;
        p.say(QStringLiteral("hello"));
        QVERIFY(!button(p.page, QStringLiteral("Send")));
        QTest::mouseClick(button(p.page, QStringLiteral("Stop")), Qt::LeftButton);
        QCOMPARE(p.stops.size(), 1);
    }

    void figuresAndMediansAreShown()
    {
        Page p;
        for (const double firstToken : { 100.0, 142.0, 900.0 }) {
            p.say(QStringLiteral("q"));
            p.page.appendText(QStringLiteral("a"));
            p.page.finishAnswer(answer(QStringLiteral("a"), firstToken));
        }
        const QString line = p.page.findChildren<FiguresLine *>().at(1)->text();
        for (const char *part : { "first token 142", "56.3", "312 tokens", "finish stop", "total 5.7" })
            QVERIFY2(line.contains(QLatin1String(part)), qPrintable(line));
        QVERIFY(p.page.findChild<FiguresLine *>()->toolTip().contains(QStringLiteral("server")));
        QStringList labels;
        for (const QLabel *label : p.page.findChild<ParameterPanel *>()->findChildren<QLabel *>())
            labels << label->text();
        QVERIFY2(labels.contains(QStringLiteral("142\u00a0ms")), qPrintable(labels.join(QLatin1Char('|'))));
        QCOMPARE(p.sends.last().at(0).value<QList<ChatMessage>>().size(), 5);
    }

    void reasoningIsFoldedAndUnfolds()
    {
        Page p;
        p.say(QStringLiteral("q"));
        p.page.appendReasoning(QStringLiteral("because"));
        p.page.appendText(QStringLiteral("answer"));
        p.page.finishAnswer(answer(QStringLiteral("answer")));
        const auto panes = p.bubble()->findChildren<MarkdownPane *>();
        QTest::qWait(20); // the layout gives the fold button its place
        QVERIFY(!panes.first()->isVisible());
        QTest::mouseClick(p.bubble()->findChild<QToolButton *>(), Qt::LeftButton);
        QVERIFY(panes.first()->isVisible());
        QCOMPARE(panes.first()->plainText(), QStringLiteral("because"));
    }

    void failureKeepsTheTextAndRetries()
    {
        Page p;
        p.say(QStringLiteral("q"));
        p.page.appendText(QStringLiteral("half"));
        ChatAnswer broken;
        broken.interrupted = true;
        broken.failure = Failure{ QStringLiteral("chat.broken"), QStringLiteral("The answer broke off <img src=/x>."),
            QStringLiteral("The server closed the connection."), {}, {} };
        p.page.finishAnswer(broken);
        QCOMPARE(p.bubble()->text(), QStringLiteral("half"));
        QVERIFY(p.bubble()->findChild<MessageBar *>()->text().contains(QStringLiteral("<img src=/x>")));
        QTRY_VERIFY(button(p.page, QStringLiteral("Retry")));
        QTest::mouseClick(button(p.page, QStringLiteral("Retry")), Qt::LeftButton);
        QCOMPARE(p.sends.size(), 2);
        const auto messages = p.sends.last().at(0).value<QList<ChatMessage>>();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().text, QStringLiteral("q"));
    }

    void stoppedProviderOffersStart()
    {
        Page p;
        p.page.setProviderStatus(status(ProviderState::Stopped));
        QSignalSpy starts(&p.page, &ChatPage::startRequested);
        QTest::mouseClick(button(p.page, QStringLiteral("Start")), Qt::LeftButton);
        QCOMPARE(starts.size(), 1);
        p.say(QStringLiteral("q"));
        QCOMPARE(p.sends.size(), 0);
        QCOMPARE(p.composer->toPlainText(), QStringLiteral("q"));
        QVERIFY(button(p.page, QStringLiteral("Send"))->toolTip().contains(QStringLiteral("stopped")));
    }

    void changedParameterSaysSoAndIsReset()
    {
        Page p;
        auto *temperature = p.page.findChild<QDoubleSpinBox *>();
        temperature->setFocus();
        temperature->selectAll();
        QTest::keyClicks(temperature, QStringLiteral("0.3\t"));
        const auto shown = [&](const QString &text) {
            for (const QLabel *label : p.page.findChildren<QLabel *>()) {
                if (label->text() == text)
                    return true;
            }
            return false;
        };
        QVERIFY(shown(QStringLiteral("changed, .env 0.7")));
        ChatParameters later = environment();
        later.maxTokens = 2048;
        p.page.setParameters(later);
        p.composer->setFocus();
        p.say(QStringLiteral("q"));
        QCOMPARE(*p.sends.last().at(1).value<ChatParameters>().temperature, 0.3);
        QCOMPARE(*p.sends.last().at(1).value<ChatParameters>().maxTokens, 2048);
        QTest::mouseClick(button(p.page, QStringLiteral("Reset")), Qt::LeftButton);
        QVERIFY(!shown(QStringLiteral("changed, .env 0.7")));
        QCOMPARE(temperature->value(), 0.7);
    }

    void scrollingUpStopsFollowing()
    {
        Page p;
        p.say(QStringLiteral("q"));
        QScrollBar *bar = p.page.findChild<ConversationView *>()->verticalScrollBar();
        p.page.appendText(QStringLiteral("a line\n\n").repeated(200));
        QTRY_VERIFY(bar->maximum() > 1000 && bar->value() == bar->maximum() && p.bubble()->pane()->isSettled());
        bar->setValue(bar->maximum() / 2);
        const int before = bar->value();
        p.page.appendText(QStringLiteral("more\n\n").repeated(50));
        QTRY_VERIFY(p.bubble()->pane()->isSettled());
        QTest::qWait(50);
        QCOMPARE(bar->value(), before);
    }

    void newChatForgetsAndLateTextIsDropped()
    {
        Page p;
        p.say(QStringLiteral("q"));
        p.page.appendText(QStringLiteral("text"));
        QTest::mouseClick(button(p.page, QStringLiteral("New chat")), Qt::LeftButton);
        QCOMPARE(p.stops.size(), 1);
        p.page.appendText(QStringLiteral("late"));
        p.page.finishAnswer(answer(QStringLiteral("late")));
        p.say(QStringLiteral("again"));
        QCOMPARE(p.sends.last().at(0).value<QList<ChatMessage>>().size(), 1);
    }

    void narrowPageHidesTheParametersBehindAToggle()
    {
        Page p;
        auto *panel = p.page.findChild<ParameterPanel *>();
        QVERIFY(panel->isVisible());
        p.page.resize(760, 600);
        QVERIFY(!panel->isVisible());
        QTest::mouseClick(button(p.page, QStringLiteral("Parameters")), Qt::LeftButton);
        QVERIFY(panel->isVisible());
    }

    /// Also leaves pictures of the page in light and dark where PILOTHOUSE_SHOTS says.
    void picturesOfThePage()
    {
        for (const bool dark : { false, true }) {
            applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
            Page p;
            p.say(QStringLiteral("Group the open tickets by customer. Python, standard library."));
            p.page.appendReasoning(QStringLiteral("group, then sort"));
            p.page.appendText(QStringLiteral("Group once, then sort each group by age, **oldest first**:\n\n```python\nfrom "
                                             "collections import defaultdict\ndef by_customer(tickets):\n"
                                             "    groups = defaultdict(list)\n    for t in tickets:\n        if t[\"status\"] != "
                                             "\"merged\": groups[t[\"customer\"]].append(t)\n"
                                             "    return {c: sorted(ts, key=age) for c, ts in groups.items()}\n```\n\n- tickets "
                                             "with `status` `merged` are left out;\n"
                                             "- times are compared in UTC, the export mixes zones.\n"));
            p.page.finishAnswer(answer({}));
            p.say(QStringLiteral("Is one process enough?"));
            p.page.appendText(QStringLiteral("Yes. 2 000 tickets sort in a few milliseconds, so threads would only add"));
            ChatFigures soFar = answer({}).figures;
            soFar.completionTokens = 91;
            p.page.setFigures(soFar);
            p.page.findChild<QDoubleSpinBox *>()->setValue(0.3);
            QTRY_VERIFY(p.bubble()->pane()->isSettled());
            QTest::qWait(50);
            const QPixmap picture = p.page.grab();
            QCOMPARE(picture.width(), 1084);
            const QString folder = qEnvironmentVariable("PILOTHOUSE_SHOTS");
            if (!folder.isEmpty())
                QVERIFY(picture.save(folder + (dark ? QStringLiteral("/chat-dark.png") : QStringLiteral("/chat-light.png"))));
        }
        applyTheme(*qApp, ThemeChoice::Light);
    }
};

QTEST_MAIN(TestChatPage)
#include "tst_chatpage.moc"
