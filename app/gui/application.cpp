// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "app/session/language.h"
#include "models/deployment/opendeployment.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTimer>

namespace pilothouse {

Application::Application(Dialogs &dialogs) : m_dialogs(dialogs)
{
    installLanguage(*qApp, m_settings);
    applyTheme(*qApp, m_settings.theme.value());
}

Application::~Application() = default;

void Application::open(const Deployment &deployment)
{
    if (deployment.isValid())
        m_settings.addRecentDeployment(deployment.folder);
    replacePanel(deployment);
}

void Application::openOrExplain(const QString &path)
{
    const Result<Deployment> opened = openDeployment(path);
    if (opened) {
        open(*opened);
        return;
    }
    replacePanel(Deployment());
    m_panel->window().welcome()->showMessage(MessageBar::Kind::Error, opened.error().message, opened.error().fix);
}

void Application::start(std::function<void()> open)
{
    m_shell = makeWindow(MainWindow::Contents::AfterFirstFrame);
    connect(m_shell.get(), &MainWindow::painted, this, open);
    m_shell->show();
}

std::unique_ptr<MainWindow> Application::makeWindow(MainWindow::Contents contents) const
{
    auto window = std::make_unique<MainWindow>(configFolder() + QStringLiteral("/window.ini"), contents);
    if (m_geometry.isValid())
        window->setGeometry(m_geometry);
    return window;
}

void Application::replacePanel(const Deployment &deployment)
{
    std::unique_ptr<Panel> old = std::move(m_panel);
    std::unique_ptr<MainWindow> window = m_shell ? std::move(m_shell) : makeWindow(MainWindow::Contents::Now);
    m_panel = std::make_unique<Panel>(m_settings, m_dialogs, std::move(window), deployment);
    // Queued: the wish comes from inside the panel that is about to go.
    connect(m_panel.get(), &Panel::openRequested, this, &Application::open, Qt::QueuedConnection);
    m_panel->show();
}

} // namespace pilothouse
