// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/providerstatus.h"
#include "models/domain/telemetrysample.h"
#include "ui/pages/welcome/recentdeployment.h"
#include "ui/state/windowstate.h"
#include "ui/widgets/navigationbar.h"

#include <QMainWindow>
#include <QPointF>

#include <functional>

class QStackedWidget;

namespace pilothouse {

class FirstFrame;
class HeaderStrip;
class MainActions;
class StatusStrip;
class WelcomePage;

/// The frame around the pages: menu bar, header, navigation, page, status line. It knows no service: the application
/// sets values and connects the actions. Pages are built when they are first shown, never before the first frame.
/// With Contents::AfterFirstFrame the window is an empty shell until fill(): the first text costs as much as all before it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    using PageFactory = std::function<QWidget *()>;

    enum class Contents { Now, AfterFirstFrame };

    /// stateFile keeps geometry and page; empty keeps nothing.
    explicit MainWindow(const QString &stateFile = {}, Contents contents = Contents::Now);
    ~MainWindow() override;

    void fill(); ///< menus, header, navigation, status line; nothing else may be called before; a second call does nothing

    /// Groups set pages apart in the navigation. Without a factory the page is only named (no deployment is open).
    void addPage(const QString &id, const QString &title, const QString &icon, int group, PageFactory factory);
    void addPage(const QString &id, const QString &title, const QString &icon, int group, QWidget *page);
    QWidget *page(const QString &id); ///< builds it when needed; nullptr for an unknown id
    bool isPageBuilt(const QString &id) const;
    QString currentPage() const { return m_current; }

    MainActions *actions() const { return m_actions; }
    const WindowState &state() const { return m_state; }
    WelcomePage *welcome(); ///< built when needed

    void setDeployment(const Deployment &deployment); ///< invalid: the welcome page shows, everything else is off
    void setRecent(const QList<RecentDeployment> &entries);
    void setStatus(const ProviderStatus &status, const QString &model, int driftCount);
    void setSample(const TelemetrySample &sample);
    void setGenerationRuns(const QList<QList<QPointF>> &runs, qint64 rangeMs); ///< header sparkline
    void setBadge(const QString &pageId, int count, NavigationBar::Badge kind);
    void showNotice(const QString &text); ///< status line: the last thing done
    /// Asked before closing; false keeps the window open (the guard may show its dialog and call close() later).
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }

public Q_SLOTS:
    /// Before the first frame the page is only remembered.
    void showPage(const QString &id);

Q_SIGNALS:
    void painted(); ///< the first frame is on the screen
    void pageBuilt(const QString &id, QWidget *page);
    void pageShown(const QString &id);
    void recentChosen(const QString &path);
    void closing(); ///< the window really closes now

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Page
    {
        QString id;
        QString title;
        PageFactory factory;
        QWidget *widget = nullptr;
    };
    void buildFrame();
    void connectFrame();
    void showPending();
    void setNarrow(int width);
    void fillRecentMenus();
    Page *find(const QString &id);

    WindowState m_state;
    MainActions *m_actions = nullptr;
    FirstFrame *m_firstFrame;
    HeaderStrip *m_header = nullptr;
    NavigationBar *m_navigation = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusStrip *m_status = nullptr;
    WelcomePage *m_welcome = nullptr;
    QMenu *m_deploymentMenu = nullptr;
    QList<Page> m_pages;
    QList<RecentDeployment> m_recent;
    Deployment m_deployment;
    QString m_current;
    QString m_pending;
    std::function<bool()> m_closeGuard;
};

} // namespace pilothouse
