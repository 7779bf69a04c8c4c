// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/actionstate.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/headergauge.h"
#include "ui/widgets/headerstrip.h"
#include "ui/widgets/navigationitem.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;

namespace {

Deployment someDeployment()
{
    return { QStringLiteral("/srv/bot"), QStringLiteral("bot"), QStringLiteral("/srv/bot/.env") };
}

ProviderStatus running()
{
    ProviderStatus status;
    status.launcher = LauncherKind::Ollama;
    status.state = ProviderState::Ready;
    status.ownProcess = true;
    status.pid = 42;
    status.startedAt = QDateTime::currentDateTime().addSecs(-4320);
    status.providerName = QStringLiteral("Ollama");
    return status;
}

void addPages(MainWindow &window)
{
    const auto add = [&window](const char *id, int group) {
        window.addPage(QString::fromLatin1(id), QString::fromLatin1(id), QString::fromLatin1(id), group, [] {
            auto *page = new QWidget;
            new QLineEdit(page);
            return page;
        });
    };
    add("overview", 0);
    add("configuration", 1);
    add("monitor", 2);
}

QRect inHeader(const QWidget *widget, const QWidget *header)
{
    return { widget->mapTo(header, QPoint(0, 0)), widget->size() };
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light); }
    void pagesAreBuiltWhenFirstShown();
    void emptyShellIsFilledAfterItsFirstFrame();
    void withoutDeploymentTheWelcomePageShows();
    void headerPartsDoNotOverlap_data();
    void headerPartsDoNotOverlap();
    void navigationMovesByArrowKeys();
    void digitsWithControlChoosePages();
    void f6MovesBetweenAreas();
    void startAndStopShareOnePlace();
    void disabledActionTellsWhy();
    void foreignProviderCannotBeStopped();
    void closeGuardKeepsTheWindowOpen();
    void pageAndGeometryAreKept();
    void driftNoteOpensOverview();
};

void TestMainWindow::pagesAreBuiltWhenFirstShown()
{
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    QSignalSpy built(&window, &MainWindow::pageBuilt);
    window.showPage(QStringLiteral("overview"));
    QCOMPARE(built.size(), 0); // nothing before the first frame
    window.show();
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
    QCOMPARE(built.size(), 1);
    QVERIFY(!window.isPageBuilt(QStringLiteral("monitor")));
    window.showPage(QStringLiteral("monitor"));
    QVERIFY(window.isPageBuilt(QStringLiteral("monitor")));
    QVERIFY(window.page(QStringLiteral("monitor"))->isVisible());
    window.showPage(QStringLiteral("overview"));
    QCOMPARE(built.size(), 2);
}

void TestMainWindow::emptyShellIsFilledAfterItsFirstFrame()
{
    MainWindow window({}, MainWindow::Contents::AfterFirstFrame);
    QSignalSpy painted(&window, &MainWindow::painted);
    window.show();
    QTRY_COMPARE(painted.size(), 1);
    QVERIFY(!window.actions());
    window.fill();
    addPages(window);
    window.setDeployment(someDeployment());
    QCOMPARE(window.currentPage(), QStringLiteral("overview"));
    QVERIFY(window.page(QStringLiteral("overview"))->isVisible());
    window.fill();
    QCOMPARE(window.findChildren<NavigationBar *>().size(), 1);
}

void TestMainWindow::withoutDeploymentTheWelcomePageShows()
{
    MainWindow window;
    addPages(window);
    window.show();
    QTRY_VERIFY(window.welcome()->isVisible());
    QSignalSpy preferences(window.actions()->preferences, &QAction::triggered);
    for (NavigationItem *item : window.findChildren<NavigationItem *>()) {
        if (item->isCheckable())
            QVERIFY(!item->isEnabled() && !item->toolTip().isEmpty());
        else
            QTest::mouseClick(item, Qt::LeftButton);
    }
    QCOMPARE(preferences.size(), 1); // the one entry that needs no deployment
    QVERIFY(!window.actions()->start->isEnabled());
    QSignalSpy opened(window.actions()->open, &QAction::triggered);
    auto *open = window.welcome()->findChild<QAbstractButton *>(QStringLiteral("welcomeOpen"));
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(opened.size(), 1);
    window.setDeployment(someDeployment());
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
}

void TestMainWindow::headerPartsDoNotOverlap_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("1024") << 1024;
    QTest::newRow("1280") << 1280;
    QTest::newRow("1920") << 1920;
}

void TestMainWindow::headerPartsDoNotOverlap()
{
    QFETCH(int, width);
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    window.setStatus(
        running(), QStringLiteral("registry.example.org/some-owner/a-very-long-model-name:135m-instruct-q4_K_M"), 12);
    TelemetrySample sample;
    sample.timeMs = 1000;
    sample.providerRamBytes = qint64(190) << 20;
    sample.systemRamTotalBytes = qint64(255) << 30;
    sample.generationTokensPerSecond = 12345.0;
    window.setSample(sample);
    window.resize(width, 700);
    window.show();
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
    QCOMPARE(window.width(), width);
    const auto *header = window.findChild<HeaderStrip *>();
    QList<QWidget *> parts;
    for (const auto *name :
        { "memoryGauge", "rateGauge", "driftNote", "stopActionButton", "restartActionButton", "switchActionButton" })
        parts << window.findChild<QWidget *>(QString::fromLatin1(name));
    for (ElidedLabel *label : header->findChildren<ElidedLabel *>())
        parts << label;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVERIFY(parts.at(i)->isVisible());
        const QRect first = inHeader(parts.at(i), header);
        QVERIFY2(header->rect().contains(first), qPrintable(parts.at(i)->objectName()));
        for (qsizetype j = i + 1; j < parts.size(); ++j)
            QVERIFY2(!first.intersects(inHeader(parts.at(j), header)),
                qPrintable(parts.at(i)->objectName() + parts.at(j)->objectName()));
    }
    for (const HeaderGauge *gauge : header->findChildren<HeaderGauge *>())
        QVERIFY(gauge->width() >= gauge->sizeHint().width()); // figures and units never elide
}

void TestMainWindow::navigationMovesByArrowKeys()
{
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    window.show();
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
    const QList<NavigationItem *> items = window.findChildren<NavigationItem *>();
    NavigationItem *overview = *std::find_if(items.begin(), items.end(), [](auto *item) { return item->isChecked(); });
    overview->setFocus();
    QTest::keyClick(overview, Qt::Key_Down);
    QCOMPARE(window.currentPage(), QStringLiteral("configuration"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(window.currentPage(), QStringLiteral("monitor"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(window.currentPage(), QStringLiteral("configuration"));
}

void TestMainWindow::digitsWithControlChoosePages()
{
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), QStringLiteral("monitor"));
}

void TestMainWindow::f6MovesBetweenAreas()
{
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    window.setStatus(running(), QStringLiteral("m"), 0);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
    const auto inside = [](QWidget *area) { return area->isAncestorOf(QApplication::focusWidget()); };
    QTest::keyClick(&window, Qt::Key_F6);
    QVERIFY(inside(window.findChild<HeaderStrip *>()));
    QTest::keyClick(&window, Qt::Key_F6);
    QVERIFY(inside(window.findChild<NavigationBar *>()));
    QTest::keyClick(&window, Qt::Key_F6);
    QVERIFY(inside(window.page(QStringLiteral("overview"))));
    QTest::keyClick(&window, Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(inside(window.findChild<NavigationBar *>()));
}

void TestMainWindow::startAndStopShareOnePlace()
{
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    window.show();
    QTRY_COMPARE(window.currentPage(), QStringLiteral("overview"));
    ProviderStatus status = running();
    status.state = ProviderState::Stopped;
    window.setStatus(status, QStringLiteral("m"), 0);
    auto *start = window.findChild<QPushButton *>(QStringLiteral("startActionButton"));
    auto *stop = window.findChild<QPushButton *>(QStringLiteral("stopActionButton"));
    QVERIFY(start->isVisible() && start->isEnabled() && !stop->isVisible());
    QSignalSpy started(window.actions()->start, &QAction::triggered);
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(started.size(), 1);
    window.setStatus(running(), QStringLiteral("m"), 0);
    QVERIFY(!start->isVisible() && stop->isVisible() && stop->isEnabled());
    QTRY_COMPARE(stop->geometry().left(), start->geometry().left());
}

void TestMainWindow::disabledActionTellsWhy()
{
    MainWindow window;
    window.setDeployment(someDeployment());
    ProviderStatus status;
    status.launcher = LauncherKind::Remote;
    window.setStatus(status, QString(), 0);
    QVERIFY(!window.actions()->restart->isEnabled());
    QCOMPARE(window.actions()->restart->toolTip(), canRestart(status).why);
    QVERIFY(!canRestart(status).why.isEmpty());
}

void TestMainWindow::foreignProviderCannotBeStopped()
{
    ProviderStatus status = running();
    QVERIFY(canStop(status).enabled);
    QVERIFY(!canStart(status).enabled);
    status.ownProcess = false;
    QVERIFY(!canStop(status).enabled);
    QVERIFY(canSwitch(status).enabled);
    status.state = ProviderState::Failed;
    QVERIFY(!canStop(status).enabled);
    status.ownProcess = true; // its helpers still run
    QVERIFY(canStop(status).enabled);
}

void TestMainWindow::closeGuardKeepsTheWindowOpen()
{
    MainWindow window;
    window.show();
    bool allow = false;
    window.setCloseGuard([&allow] { return allow; });
    QSignalSpy closing(&window, &MainWindow::closing);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    allow = true;
    QVERIFY(window.close());
    QCOMPARE(closing.size(), 1);
}

void TestMainWindow::pageAndGeometryAreKept()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.ini"));
    for (int run = 0; run < 2; ++run) {
        MainWindow window(file);
        addPages(window);
        window.setDeployment(someDeployment());
        if (run == 0)
            window.resize(1000, 650);
        window.show();
        QTRY_VERIFY(!window.currentPage().isEmpty());
        if (run == 0)
            window.showPage(QStringLiteral("monitor"));
        QCOMPARE(window.currentPage(), QStringLiteral("monitor"));
        QCOMPARE(window.size(), QSize(1000, 650));
        window.close();
    }
}

void TestMainWindow::driftNoteOpensOverview()
{
    MainWindow window;
    addPages(window);
    window.setDeployment(someDeployment());
    window.setStatus(running(), QStringLiteral("m"), 2);
    window.show();
    QTRY_VERIFY(!window.currentPage().isEmpty());
    window.showPage(QStringLiteral("monitor"));
    auto *note = window.findChild<QPushButton *>(QStringLiteral("driftNote"));
    QVERIFY(note->text().contains(QLatin1Char('2')));
    QTest::mouseClick(note, Qt::LeftButton);
    QCOMPARE(window.currentPage(), QStringLiteral("overview"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
