// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "tests/support/windowdisplay.h"
#include "tests/support/windowhand.h"
#include "tests/support/windowplace.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/widgets/messagebar.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>

using namespace pilothouse;
using namespace windowtest;

namespace {

const Place *place = nullptr;
constexpr int longMs = 60'000;

} // namespace

/// What goes wrong around the window: it is killed during an answer, or opened on things that are no good deployment.
class WindowAccidentsTest : public QObject
{
    Q_OBJECT

    Answers m_answers;
    std::unique_ptr<Application> m_application;

    Panel &panel() const { return m_application->panel(); }
    MainWindow *window() const { return &panel().window(); }
    const ProviderStatus &status() const { return panel().session().status(); }

    void open(const QString &path)
    {
        m_application = std::make_unique<Application>(m_answers);
        m_application->setGeometry(QRect(0, 0, 1280, 800));
        m_application->openOrExplain(path);
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        QVERIFY(activate(window()));
    }

    QString folder(const QString &name, const QByteArray &env) const
    {
        const QString path = place->path(name);
        QDir().mkpath(path);
        writeBytes(path + QStringLiteral("/.env"), env);
        return path;
    }

    QByteArray showPages(const QString &path, const QString &name)
    {
        open(path);
        for (int key = Qt::Key_1; key <= Qt::Key_6; ++key) {
            press(window(), key, Qt::ControlModifier);
            QTest::qWait(150);
        }
        press(window(), Qt::Key_2, Qt::ControlModifier);
        QTest::qWait(300);
        picture(window(), name);
        return bytesOf(path + QStringLiteral("/.env"));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(place->isLaid(), "the example deployment could not be laid"); }

    void cleanup()
    {
        m_application.reset();
        m_answers.failures.clear();
    }

    void cleanupTestCase()
    {
        const qint64 pid = listenerOf(place->port());
        if (pid > 0)
            ::kill(pid_t(pid), SIGTERM);
    }

    void providerOutlivesAWindowKilledDuringAnAnswer()
    {
        const QString ctl = QStringLiteral(PILOTHOUSE_CTL);
        QVERIFY(!outputOf(ctl, { QStringLiteral("-C"), place->deployment(), QStringLiteral("--json"), QStringLiteral("up") })
                     .isEmpty());
        const qint64 provider = listenerOf(place->port());
        QVERIFY(provider > 0);

        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(QStringLiteral(PILOTHOUSE_GUI),
            { QStringLiteral("--geometry"), QStringLiteral("1280x800+0+0"), QStringLiteral("--page"), QStringLiteral("chat"),
                place->deployment() });
        QVERIFY(program.waitForStarted());
        QByteArray id;
        QTRY_VERIFY_WITH_TIMEOUT(!(id = outputOf(QStringLiteral("xdotool"),
                                       { QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                                           QStringLiteral("Pilothouse") })
                                            .trimmed())
                                      .isEmpty(),
            20'000);
        QTest::qWait(2'000); // the page is built and the provider was seen
        outputOf(QStringLiteral("bash"),
            { QStringLiteral("-c"),
                QStringLiteral("xdotool windowfocus %1 && xdotool mousemove 550 745 click 1 && xdotool type --delay 20 "
                               "'Write a very long story about a ship.' && xdotool key Return")
                    .arg(QString::fromLatin1(id)) });
        const qint64 idle = ticksOf(provider);
        QTRY_VERIFY_WITH_TIMEOUT(ticksOf(provider) > idle + 30, longMs); // the model computes: an answer is on its way
        outputOf(QStringLiteral("bash"),
            { QStringLiteral("-c"),
                QStringLiteral("[ -z \"$PILOTHOUSE_PICTURES\" ] || import -window root \"$PILOTHOUSE_PICTURES/8-killed.png\"") });
        ::kill(pid_t(program.processId()), SIGKILL);
        QVERIFY(program.waitForFinished());
        QVERIFY(isAlive(provider));

        QElapsedTimer clock;
        clock.start();
        open(place->deployment());
        QTRY_VERIFY_WITH_TIMEOUT(status().state == ProviderState::Ready && status().ownProcess, 2'000);
        qInfo() << "found again after" << clock.elapsed() << "ms";
        QCOMPARE(status().pid.value_or(0), provider);
        QCOMPARE(listenerOf(place->port()), provider);
        m_application.reset();
        QVERIFY(isAlive(provider));
        outputOf(ctl, { QStringLiteral("-C"), place->deployment(), QStringLiteral("down") });
        QVERIFY(!isAlive(provider));
    }

    void folderWithoutEnvOffersATemplate()
    {
        const QString path = place->path(QStringLiteral("empty"));
        QDir().mkpath(path);
        showPages(path, QStringLiteral("9-no-env"));
        QVERIFY(!QFile::exists(path + QStringLiteral("/.env")));
        auto *bar = seen<MessageBar>(window(), [](MessageBar *widget) { return !widget->text().isEmpty(); });
        QVERIFY(bar);
        qInfo() << bar->text();
        QPushButton *button = bar->findChild<QPushButton *>();
        QVERIFY(click(button));
        QTRY_VERIFY(bytesOf(path + QStringLiteral("/.env")).contains("LLM_MODE="));
        QTRY_VERIFY(readable(window()).contains(QStringLiteral("LLM_MODEL")));
        picture(window(), QStringLiteral("9-from-template"));
    }

    void pathThatDoesNotExistIsExplainedOnTheFirstPage()
    {
        open(place->path(QStringLiteral("nowhere")));
        QTRY_VERIFY(!window()->welcome()->messageBar()->text().isEmpty());
        QVERIFY(window()->welcome()->messageBar()->isVisible());
        picture(window(), QStringLiteral("9-nowhere"));
    }

    void envThatIsAFolderIsExplained()
    {
        const QString path = place->path(QStringLiteral("folder-env"));
        QDir().mkpath(path + QStringLiteral("/.env"));
        open(path);
        QTRY_VERIFY(!m_answers.failures.isEmpty());
        QVERIFY(!m_answers.failures.first().message.isEmpty());
        QVERIFY(!m_answers.failures.first().fix.isEmpty());
        qInfo() << m_answers.failures.first().message << m_answers.failures.first().fix;
    }

    void rubbishIsShownAndKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray binary;
        for (int i = 0; i < 40'000; ++i)
            binary += char((i * 7919) >> 3);
        QTest::newRow("binary") << binary;
        QByteArray large = "LLM_MODE=ollama\nLLM_MODEL=smollm2:135m\n";
        while (large.size() < 10 * 1024 * 1024)
            large += "FILLER_" + QByteArray::number(large.size()) + "=some longer value for this key\n";
        QTest::newRow("10 MB") << large;
    }

    void rubbishIsShownAndKept()
    {
        QFETCH(QByteArray, bytes);
        const QString name = QString::fromLatin1(QTest::currentDataTag()).remove(u' ');
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(showPages(folder(name, bytes), QStringLiteral("9-") + name), bytes);
        qInfo() << "all pages shown after" << clock.elapsed() << "ms";
        auto *bar = seen<MessageBar>(window(), [](MessageBar *widget) { return !widget->text().isEmpty(); });
        QVERIFY(bar || !m_answers.failures.isEmpty());
        qInfo() << (bar ? bar->text() : m_answers.failures.first().message);
    }

    void missingProgramIsExplainedBeforeAndAfterStart()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nonexistent");
        open(folder(QStringLiteral("no-program"), "LLM_MODE=ollama\nLLM_MODEL=smollm2:135m\nOLLAMA_HOST=127.0.0.1:1\n"));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ProviderState::Stopped, 10'000);
        press(window(), Qt::Key_3, Qt::ControlModifier);
        QVERIFY(click(named(window(), "startActionButton")));
        QTRY_COMPARE(status().state, ProviderState::Failed);
        qputenv("PATH", path);
        QVERIFY(!status().failure->message.isEmpty());
        QVERIFY(!status().failure->fix.isEmpty());
        qInfo() << status().failure->message << status().failure->fix;
        QTRY_VERIFY(readable(window()).contains(status().failure->message));
        picture(window(), QStringLiteral("9-no-program"));
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
    WindowAccidentsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_windowaccidents.moc"
