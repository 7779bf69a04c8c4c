// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"

#include "app/session/language.h"
#include "models/deployment/opendeployment.h"
#include "ui/pages/welcome/welcomepage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTimer>

namespace pilothouse {

Application::Application(Dialogs &dialogs) :
    m_dialogs(dialogs)
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

void Application::replacePanel(const Deployment &deployment)
{
    std::unique_ptr<Panel> old = std::move(m_panel);
    m_panel = std::make_unique<Panel>(m_settings, m_dialogs, deployment);
    // Queued: the wish comes from inside the panel that is about to go.
    connect(m_panel.get(), &Panel::openRequested, this, &Application::open, Qt::QueuedConnection);
    if (m_geometry.isValid())
        m_panel->window().setGeometry(m_geometry);
    m_panel->show();
}

} // namespace pilothouse
