// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/gui/panel.h"

#include <QRect>

#include <vector>

namespace pilothouse {

/// The running program: settings, theme, language, and a panel a window. Opening another deployment replaces the panel of its
/// window; a deployment is open in one window at most.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(Dialogs &dialogs);
    ~Application() override;

    /// Shows an empty window at once and calls open when it is on the screen: everything else is built behind it.
    void start(std::function<void()> open);
    void open(const Deployment &deployment); ///< in the newest window; an invalid one shows the welcome page
    void openWindow(const Deployment &deployment); ///< in a window of its own
    void setGeometry(const QRect &geometry) { m_geometry = geometry; } ///< instead of the kept one
    void openOrExplain(const QString &path); ///< the welcome page tells why a path could not be opened
    Settings &settings() { return m_settings; }
    Panel &panel() { return *m_panels.back(); } ///< of the newest window
    int windowCount() const { return int(m_panels.size()); }

private:
    void openIn(Panel *panel, const Deployment &deployment);
    bool raiseOther(const Panel *panel, const Deployment &deployment);
    std::unique_ptr<Panel> makePanel(std::unique_ptr<MainWindow> window, const Deployment &deployment);
    void connectPanel(Panel *panel);
    void forget(Panel *panel);
    void changeLanguage();
    void quit();
    std::unique_ptr<MainWindow> makeWindow(MainWindow::Contents contents) const;

    Settings m_settings;
    Dialogs &m_dialogs;
    std::vector<std::unique_ptr<Panel>> m_panels;
    std::unique_ptr<MainWindow> m_shell; ///< on the screen, waiting for the first panel
    QRect m_geometry;
};

} // namespace pilothouse
