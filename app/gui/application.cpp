// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "app/session/language.h"
#include "models/deployment/opendeployment.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPointer>

#include <algorithm>

namespace pilothouse {

Application::Application(Dialogs &dialogs) : m_dialogs(dialogs)
{
    installLanguage(*qApp, m_settings);
    applyTheme(*qApp, m_settings.theme.value());
}

Application::~Application() = default;

void Application::start(std::function<void()> open)
{
    m_shell = makeWindow(MainWindow::Contents::AfterFirstFrame);
    connect(m_shell.get(), &MainWindow::painted, this, open);
    m_shell->show();
}

void Application::open(const Deployment &deployment)
{
    openIn(m_panels.empty() ? nullptr : m_panels.back().get(), deployment);
}

void Application::openOrExplain(const QString &path)
{
    const Result<Deployment> opened = openDeployment(path);
    open(opened ? *opened : Deployment());
    if (!opened)
        panel().window().welcome()->showMessage(MessageBar::Kind::Error, opened.error().message, opened.error().fix);
}

void Application::openIn(Panel *panel, const Deployment &deployment)
{
    if (raiseOther(panel, deployment))
        return;
    auto place = std::find_if(m_panels.begin(), m_panels.end(), [panel](const auto &entry) { return entry.get() == panel; });
    if (place == m_panels.end() && !m_panels.empty()) // a second wish from a panel that the first one replaced
        place = std::prev(m_panels.end());
    std::unique_ptr<Panel> old = place == m_panels.end() ? nullptr : std::move(*place);
    std::unique_ptr<Panel> made = makePanel(m_shell ? std::move(m_shell) : makeWindow(MainWindow::Contents::Now), deployment);
    if (old) {
        made->window().setGeometry(old->window().geometry());
        made->window().setWindowState(old->window().windowState());
        *place = std::move(made);
        (*place)->show();
    } else {
        m_panels.push_back(std::move(made));
        m_panels.back()->show();
    }
}

void Application::openWindow(const Deployment &deployment)
{
    if (raiseOther(nullptr, deployment))
        return;
    std::unique_ptr<MainWindow> window = makeWindow(MainWindow::Contents::Now);
    if (!m_panels.empty())
        window->setGeometry(panel().window().geometry().translated(32, 32));
    m_panels.push_back(makePanel(std::move(window), deployment));
    panel().show();
}

/// One deployment in two windows would be two drafts of one file.
bool Application::raiseOther(const Panel *panel, const Deployment &deployment)
{
    for (const auto &other : m_panels) {
        if (other.get() == panel || !deployment.isValid() || !other->hasSession()
            || other->session().deployment().envPath != deployment.envPath)
            continue;
        other->window().raise();
        other->window().activateWindow();
        other->window().showNotice(tr("%1 is already open here.").arg(deployment.name));
        return true;
    }
    return false;
}

std::unique_ptr<MainWindow> Application::makeWindow(MainWindow::Contents contents) const
{
    auto window = std::make_unique<MainWindow>(configFolder() + QStringLiteral("/window.ini"), contents);
    if (m_geometry.isValid())
        window->setGeometry(m_geometry);
    return window;
}

std::unique_ptr<Panel> Application::makePanel(std::unique_ptr<MainWindow> window, const Deployment &deployment)
{
    if (deployment.isValid())
        m_settings.addRecentDeployment(deployment.folder);
    auto panel = std::make_unique<Panel>(m_settings, m_dialogs, std::move(window), deployment);
    connectPanel(panel.get());
    return panel;
}

/// Queued: the wishes come from inside a panel that may be about to go.
void Application::connectPanel(Panel *panel)
{
    const auto queued = Qt::QueuedConnection;
    connect(
        panel, &Panel::openRequested, this, [this, panel](const Deployment &deployment) { openIn(panel, deployment); }, queued);
    connect(panel, &Panel::openWindowRequested, this, &Application::openWindow, queued);
    connect(panel, &Panel::languageChanged, this, &Application::changeLanguage, queued);
    connect(panel, &Panel::quitRequested, this, &Application::quit, queued);
    connect(
        &panel->window(), &MainWindow::closing, this, [this, panel] { forget(panel); }, queued);
}

void Application::forget(Panel *panel)
{
    const auto place
        = std::find_if(m_panels.begin(), m_panels.end(), [panel](const auto &entry) { return entry.get() == panel; });
    if (m_panels.size() > 1 && place != m_panels.end()) // with the last one the program ends
        m_panels.erase(place);
}

/// Every window is built anew; one with something unfinished changes at the next start.
void Application::changeLanguage()
{
    QList<Panel *> panels;
    for (const auto &panel : m_panels)
        panels << panel.get();
    const bool unfinished = std::any_of(panels.cbegin(), panels.cend(), [](Panel *panel) { return panel->isUnfinished(); });
    if (unfinished) {
        panel().window().showNotice(tr("Something is unfinished, so the language changes at the next start."));
        return;
    }
    installLanguage(*qApp, m_settings);
    for (Panel *panel : std::as_const(panels))
        openIn(panel, panel->hasSession() ? panel->session().deployment() : Deployment());
}

void Application::quit()
{
    QList<QPointer<MainWindow>> windows;
    for (const auto &panel : m_panels)
        windows << &panel->window();
    for (const QPointer<MainWindow> &window : std::as_const(windows)) {
        if (window)
            window->close(); // each asks what it has to ask
    }
}

} // namespace pilothouse
