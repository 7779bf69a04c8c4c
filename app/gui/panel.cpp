// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/panel.h"

#include "ui/dialogs/trustdialog.h"

#include <QTimer>

namespace pilothouse {

Panel::Panel(Settings &settings, Dialogs &dialogs, std::unique_ptr<MainWindow> window, const Deployment &deployment)
    : m_settings(settings), m_dialogs(dialogs), m_window(std::move(window))
{
    m_window->fill();
    if (deployment.isValid()) {
        m_session = std::make_unique<DeploymentSession>(deployment, settings);
        const auto maker = [this](QWidget *(*make)(Panel &)) { return [this, make] { return make(*this); }; };
        addPages(*m_window,
            { { QStringLiteral("overview"), maker(makeOverview) }, { QStringLiteral("configuration"), maker(makeConfiguration) },
                { QStringLiteral("provider"), maker(makeProvider) }, { QStringLiteral("monitor"), maker(makeMonitor) },
                { QStringLiteral("chat"), maker(makeChat) }, { QStringLiteral("smoke"), maker(makeSmoke) } });
        wireConfiguration(*this);
        wireEnvDialogs(*this);
        wireLogCap(*this);
        wireChat(*this);
        wireSmoke(*this);
    } else {
        addPages(*m_window, {});
        wireWelcome(*this);
    }
    wireFrame(*this);
    wirePreferences(*this);
    m_window->setDeployment(deployment);
    m_window->setCloseGuard([this] { return mayCloseNow(); });
}

Panel::~Panel() = default;

void Panel::show()
{
    m_window->show();
    if (m_session) // after the first frame: reading files and probing can wait that long
        QTimer::singleShot(0, this, [this] {
            m_session->open();
            m_session->telemetry().watch();
        });
}

void Panel::startProvider()
{
    whenTrusted([this] { m_session->start(); });
}

void Panel::restartProvider()
{
    whenTrusted([this] { m_session->provider().restart(); });
}

void Panel::applySaved()
{
    whenTrusted([this] { m_session->apply(); });
}

void Panel::whenTrusted(std::function<void()> wish)
{
    if (!m_session->needsTrust()) {
        wish();
        return;
    }
    const LaunchSpec shown = m_session->provider().launchSpec();
    auto *dialog = new TrustDialog(shown, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, wish, hash = shown.trustHash] {
        if (m_session->provider().launchSpec().trustHash == hash) {
            m_session->trust();
            wish();
        } else { // the files have changed under the dialog: what was confirmed is not what would run
            whenTrusted(wish);
        }
    });
    dialog->open();
}

void Panel::showError(const Error &error)
{
    m_window->showNotice(error.message);
    m_dialogs.notify(m_window.get(), error);
}

bool Panel::isUnfinished() const
{
    return m_session && (m_session->env().state().changedCount > 0 || m_session->runningSwitch() || m_session->chat().isBusy());
}

void Panel::whenMayClose(std::function<void()> work)
{
    if (!m_session) {
        work();
        return;
    }
    askBeforeClosing(*this, [this, work] {
        m_closeAgreed = true;
        work();
    });
}

bool Panel::mayCloseNow()
{
    if (m_closeAgreed || !m_session)
        return true;
    whenMayClose([this] { QTimer::singleShot(0, m_window.get(), &QWidget::close); });
    return false;
}

} // namespace pilothouse
