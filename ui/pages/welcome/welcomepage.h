// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/pages/welcome/recentdeployment.h"
#include "ui/widgets/messagebar.h"

#include <QWidget>

class QMenu;
class QVBoxLayout;

namespace pilothouse {

class WayButton;

/// First screen while no deployment is open: open a folder, start from a template, recent deployments, drop a folder.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecent(const QList<RecentDeployment> &entries);
    void setTemplates(const QList<DeploymentTemplate> &templates); ///< none: the button hides
    void showMessage(MessageBar::Kind kind, const QString &text, const QString &detail = {});
    void clearMessage();
    MessageBar *messageBar() const { return m_message; } ///< for buttons that fit the message

Q_SIGNALS:
    void openRequested();
    void createRequested(const QString &templateId);
    void recentChosen(const QString &path);
    void clearRecentRequested();
    void folderDropped(const QString &path);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeWays();
    QWidget *makeRecent();

    MessageBar *m_message;
    WayButton *m_create = nullptr;
    QMenu *m_templates;
    QWidget *m_recentCard = nullptr;
    QVBoxLayout *m_recentRows = nullptr;
    QWidget *m_noRecent = nullptr;
    QWidget *m_clear = nullptr;
};

} // namespace pilothouse
