// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/mainwindow/actionstate.h"
#include "ui/mainwindow/focusareas.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/statusstrip.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/state/firstframe.h"
#include "ui/theme/icons.h"
#include "ui/widgets/deploymentbutton.h"
#include "ui/widgets/headerstrip.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int narrowBelow = 1100;

/// What the first frame shows: the areas of the window in their colours, filled by the frame that follows at once.
class ShellFrame : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int navigation = width() < narrowBelow ? NavigationBar::narrow : NavigationBar::wide;
        painter.fillRect(QRect(0, 0, width(), 58), toneColor(Tone::Base, palette()));
        painter.fillRect(QRect(0, 58, navigation, height() - 58), toneColor(Tone::Nav, palette()));
        painter.fillRect(QRect(0, height() - 26, width(), 26), toneColor(Tone::Nav, palette()));
        painter.fillRect(QRect(0, 57, width(), 1), toneColor(Tone::Line, palette()));
    }
};

} // namespace

MainWindow::MainWindow(const QString &stateFile, Contents contents) : m_state(stateFile), m_firstFrame(new FirstFrame(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Pilothouse"));
    setMinimumSize(860, 600);
    resize(1280, 800);
    setCentralWidget(new ShellFrame);
    if (const QByteArray geometry = m_state.geometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    m_pending = m_state.page();
    connect(m_firstFrame, &FirstFrame::painted, this, &MainWindow::painted);
    if (contents == Contents::Now)
        fill();
}

void MainWindow::fill()
{
    if (m_actions)
        return;
    m_actions = new MainActions(this);
    buildFrame();
    connectFrame();
    setDeployment({});
    setFocus(); // nothing is chosen until the keyboard is used
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    m_actions->fillMenuBar(menuBar());
    m_deploymentMenu = new QMenu(this);
    m_header = new HeaderStrip({ m_actions->start, m_actions->stop, m_actions->restart, m_actions->switchModel });
    m_header->setDeploymentMenu(m_deploymentMenu);
    m_navigation = new NavigationBar;
    m_navigation->addAction(m_actions->preferences, QStringLiteral("settings"));
    m_stack = new QStackedWidget;
    m_stack->addWidget(new QWidget); // empty until the first frame is out
    m_status = new StatusStrip;

    auto *column = new QVBoxLayout(centralWidget());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    if (!m_firstFrame->isPainted()) { // their text and icons would double the time to the first frame
        for (QWidget *part : std::initializer_list<QWidget *>{ m_header, m_navigation, m_stack, m_status })
            part->hide();
    }
    setNarrow(width());
}

void MainWindow::connectFrame()
{
    if (!m_firstFrame->isPainted())
        connect(m_firstFrame, &FirstFrame::painted, this, &MainWindow::showPending);
    connect(m_navigation, &NavigationBar::chosen, this, &MainWindow::showPage);
    connect(m_actions, &MainActions::pageChosen, this, &MainWindow::showPage);
    connect(m_header, &HeaderStrip::driftClicked, this, [this] { showPage(QStringLiteral("overview")); });
    connect(m_header, &HeaderStrip::gaugeClicked, this, [this] { showPage(QStringLiteral("monitor")); });
    const auto areas = [this] { return QList<QWidget *>{ m_header, m_navigation, m_stack->currentWidget() }; };
    connect(m_actions->nextArea, &QAction::triggered, this, [areas] { focusNextArea(areas(), 1); });
    connect(m_actions->previousArea, &QAction::triggered, this, [areas] { focusNextArea(areas(), -1); });
}

void MainWindow::addPage(const QString &id, const QString &title, const QString &icon, int group, PageFactory factory)
{
    m_pages.append({ id, title, std::move(factory), nullptr });
    m_navigation->addItem(id, title, icon, group);
    m_actions->addPageAction(id, title);
    const bool open = m_deployment.isValid();
    m_navigation->setItemEnabled(id, open, tr("Open a deployment first."));
    m_actions->setDeploymentOpen(open);
}

void MainWindow::addPage(const QString &id, const QString &title, const QString &icon, int group, QWidget *page)
{
    page->setParent(this);
    page->hide();
    addPage(id, title, icon, group, [page] { return page; });
}

MainWindow::Page *MainWindow::find(const QString &id)
{
    for (Page &page : m_pages) {
        if (page.id == id)
            return &page;
    }
    return nullptr;
}

QWidget *MainWindow::page(const QString &id)
{
    Page *entry = find(id);
    if (!entry || (!entry->widget && !entry->factory))
        return nullptr;
    if (!entry->widget) {
        entry->widget = entry->factory();
        m_stack->addWidget(entry->widget);
        Q_EMIT pageBuilt(id, entry->widget);
    }
    return entry->widget;
}

bool MainWindow::isPageBuilt(const QString &id) const
{
    for (const Page &page : m_pages) {
        if (page.id == id)
            return page.widget != nullptr;
    }
    return false;
}

WelcomePage *MainWindow::welcome()
{
    if (!m_welcome) {
        m_welcome = new WelcomePage;
        m_welcome->setRecent(m_recent);
        m_stack->addWidget(m_welcome);
        connect(m_welcome, &WelcomePage::openRequested, m_actions->open, &QAction::trigger);
        connect(m_welcome, &WelcomePage::recentChosen, this, &MainWindow::recentChosen);
    }
    return m_welcome;
}

void MainWindow::showPage(const QString &id)
{
    if (!find(id))
        return;
    m_pending = id;
    m_navigation->setCurrent(id);
    if (m_firstFrame->isPainted() && m_deployment.isValid())
        showPending();
}

void MainWindow::showPending()
{
    for (QWidget *part : std::initializer_list<QWidget *>{ m_header, m_navigation, m_stack, m_status })
        part->show();
    if (!m_deployment.isValid()) {
        m_stack->setCurrentWidget(welcome());
        return;
    }
    if (!find(m_pending) && !m_pages.isEmpty())
        m_pending = m_pages.first().id;
    QWidget *shown = page(m_pending);
    if (!shown)
        return;
    m_current = m_pending;
    if (const QWidget *focus = QApplication::focusWidget();
        focus && shown != m_stack->currentWidget() && m_stack->isAncestorOf(focus))
        setFocus(); // else some button of the new page gets it from the hidden one
    m_stack->setCurrentWidget(shown);
    m_navigation->setCurrent(m_current);
    Q_EMIT pageShown(m_current);
}

void MainWindow::setDeployment(const Deployment &deployment)
{
    m_deployment = deployment;
    const bool open = deployment.isValid();
    m_header->setDeployment(deployment);
    m_actions->setDeploymentOpen(open);
    for (const Page &page : std::as_const(m_pages))
        m_navigation->setItemEnabled(page.id, open, tr("Open a deployment first."));
    setWindowTitle(open ? tr("%1 – Pilothouse").arg(deployment.name) : tr("Pilothouse"));
    setStatus({}, {}, 0);
    m_status->showNotice(open ? QString() : tr("No deployment open"));
    if (m_firstFrame->isPainted())
        showPending();
}

void MainWindow::setRecent(const QList<RecentDeployment> &entries)
{
    m_recent = entries;
    if (m_welcome)
        m_welcome->setRecent(entries);
    fillRecentMenus();
}

void MainWindow::fillRecentMenus()
{
    m_deploymentMenu->clear();
    m_actions->recentMenu->clear();
    for (const RecentDeployment &entry : std::as_const(m_recent)) {
        QString text = tr("%1  (%2)").arg(entry.name, homeShortened(entry.path));
        text.replace(QLatin1Char('&'), QLatin1String("&&"));
        auto *action = new QAction(themedIcon(QStringLiteral("folder")), text, m_deploymentMenu);
        action->setEnabled(!entry.missing);
        connect(action, &QAction::triggered, this, [this, path = entry.path] { Q_EMIT recentChosen(path); });
        m_deploymentMenu->addAction(action);
        m_actions->recentMenu->addAction(action);
    }
    m_actions->recentMenu->setEnabled(!m_recent.isEmpty());
    m_deploymentMenu->addSeparator();
    m_deploymentMenu->addActions({ m_actions->open, m_actions->create, m_actions->closeDeployment });
}

void MainWindow::setStatus(const ProviderStatus &status, const QString &model, int driftCount)
{
    const auto apply = [this](QAction *action, const ActionState &state) {
        if (m_deployment.isValid())
            MainActions::setState(action, state.enabled, state.why);
        else
            MainActions::setState(action, false, tr("Open a deployment first."));
    };
    const std::pair<QAction *, ActionState> states[]
        = { { m_actions->start, canStart(status) }, { m_actions->stop, canStop(status) },
              { m_actions->restart, canRestart(status) }, { m_actions->switchModel, canSwitch(status) } };
    // A button that is switched off loses the focus: the header passes it from Start to Stop in between.
    for (const bool enabled : { true, false }) {
        for (const auto &[action, state] : states) {
            if (state.enabled == enabled)
                apply(action, state);
        }
        if (enabled)
            m_header->setStatus(status, model, driftCount);
    }
    m_status->setStatus(status);
}

void MainWindow::setSample(const TelemetrySample &sample)
{
    m_header->setSample(sample);
    m_status->setSample(sample);
}

void MainWindow::setGenerationRuns(const QList<QList<QPointF>> &runs, qint64 rangeMs)
{
    m_header->setGenerationRuns(runs, rangeMs);
}

void MainWindow::setBadge(const QString &pageId, int count, NavigationBar::Badge kind)
{
    m_navigation->setBadge(pageId, count, kind);
}

void MainWindow::showNotice(const QString &text)
{
    m_status->showNotice(text);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    m_state.save(saveGeometry(), m_current.isEmpty() ? m_pending : m_current);
    Q_EMIT closing();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_actions)
        setNarrow(event->size().width());
}

void MainWindow::setNarrow(int width)
{
    m_header->setNarrow(width < narrowBelow);
    m_navigation->setNarrow(width < narrowBelow);
}

} // namespace pilothouse
