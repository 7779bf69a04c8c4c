// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/gui/panel.h"

#include <QRect>

namespace pilothouse {

/// The running program: settings, theme, language, and the one panel that is replaced when another deployment opens.
class Application : public QObject
{
    Q_OBJECT
public:
    explicit Application(Dialogs &dialogs);
    ~Application() override;

    /// Shows an empty window at once and calls open when it is on the screen: everything else is built behind it.
    void start(std::function<void()> open);
    void open(const Deployment &deployment);
    void setGeometry(const QRect &geometry) { m_geometry = geometry; } ///< instead of the kept one
    void openOrExplain(const QString &path); ///< the welcome page tells why a path could not be opened
    Settings &settings() { return m_settings; }
    Panel &panel() { return *m_panel; }

private:
    std::unique_ptr<MainWindow> makeWindow(MainWindow::Contents contents) const;
    void replacePanel(const Deployment &deployment);

    Settings m_settings;
    Dialogs &m_dialogs;
    std::unique_ptr<Panel> m_panel;
    std::unique_ptr<MainWindow> m_shell; ///< on the screen, waiting for the first panel
    QRect m_geometry;
};

} // namespace pilothouse
