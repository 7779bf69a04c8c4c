// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractButton>

class QMenu;

namespace pilothouse {

/// Left end of the header: mark, deployment name, path; opens a menu with the recent deployments.
class DeploymentButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit DeploymentButton(QWidget *parent = nullptr);

    void setDeployment(const QString &name, const QString &path); ///< empty name: "No deployment"
    void setMenu(QMenu *menu); ///< not owned
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_path;
    QMenu *m_menu = nullptr;
};

/// "~/deploy/support-desk" for a path below the home folder.
QString homeShortened(const QString &path);

} // namespace pilothouse
