// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/session/deploymentsession.h"
#include "ui/dialogs/dialogs.h"
#include "ui/mainwindow/mainwindow.h"

#include <QObject>

#include <memory>

namespace pilothouse {

/// One window with at most one deployment in it. Opening another deployment replaces the panel as a whole, so nothing has
/// to be rewired. make…() and wire…() functions (one file a feature, wiring_*.cpp) connect pages with services.
class Panel : public QObject
{
    Q_OBJECT
public:
    /// An invalid deployment shows the welcome page.
    Panel(Settings &settings, Dialogs &dialogs, std::unique_ptr<MainWindow> window, const Deployment &deployment);
    ~Panel() override;

    MainWindow &window() { return *m_window; }
    bool hasSession() const { return m_session != nullptr; }
    DeploymentSession &session() { return *m_session; }
    Settings &settings() { return m_settings; }
    Dialogs &dialogs() { return m_dialogs; }

    void show();
    void startProvider();
    void restartProvider();
    void applySaved(); ///< puts the saved .env into force
    /// Runs the wish at once, or after the operator has confirmed what the deployment's own files would run.
    void whenTrusted(std::function<void()> wish);
    void openSwitch();
    void showError(const Error &error);
    void requestOpen(const Deployment &deployment) { Q_EMIT openRequested(deployment); }
    void requestWindow(const Deployment &deployment) { Q_EMIT openWindowRequested(deployment); }
    bool isUnfinished() const; ///< unsaved edits, a running switch or an arriving answer
    /// Runs work when the operator agrees to lose unsaved edits (or there are none) and to what happens to the provider.
    void whenMayClose(std::function<void()> work);

Q_SIGNALS:
    void openRequested(const Deployment &deployment); ///< an invalid one closes the deployment
    void openWindowRequested(const Deployment &deployment);
    void languageChanged(); ///< the setting; the windows are built anew
    void quitRequested();

private:
    bool mayCloseNow();

    Settings &m_settings;
    Dialogs &m_dialogs;
    std::unique_ptr<DeploymentSession> m_session;
    std::unique_ptr<MainWindow> m_window;
    bool m_closeAgreed = false;
};

/// Names the pages in the navigation; without factories (no deployment is open) they only stand there.
void addPages(MainWindow &window, const QMap<QString, MainWindow::PageFactory> &factories);
// Pages with their wires, built when first shown.
QWidget *makeOverview(Panel &panel);
QWidget *makeConfiguration(Panel &panel);
QWidget *makeProvider(Panel &panel);
QWidget *makeMonitor(Panel &panel);
QWidget *makeChat(Panel &panel);
QWidget *makeSmoke(Panel &panel);
// What works without a page on the screen: actions, badges, notices.
void wireFrame(Panel &panel);
void wireWelcome(Panel &panel);
void wireConfiguration(Panel &panel);
void wireLogCap(Panel &panel); ///< keeps the log short, whichever page is shown
void wireChat(Panel &panel);
void wireSmoke(Panel &panel);
void wirePreferences(Panel &panel);
void wireEnvDialogs(Panel &panel); ///< review, conflicts, profiles, history
void showKey(Panel &panel, const QString &key); ///< its field in Configuration, with what is known about it
/// Saves in one step; with dangerous keys among the edits only after the review that names what they cause.
void requestSave(Panel &panel, bool apply);
void reviewChanges(Panel &panel); ///< what saving would change, line by line; nothing without edits
/// Runs next at once, or after the operator has chosen how values are written that not every reader would get as typed.
void whenWritable(Panel &panel, const std::function<void()> &next);
bool isConflictAsked(Panel &panel); ///< the operator is deciding, or has just cancelled
/// Asks which template, then for the folder that gets the new .env.
void chooseTemplate(Panel &panel);
/// The close question; calls agreed when the window (or the deployment) may go.
void askBeforeClosing(Panel &panel, std::function<void()> agreed);
/// Opens http and https addresses in the browser after showing the whole address.
void openLink(Panel &panel, const QUrl &url);

} // namespace pilothouse
