// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/providerstatus.h"
#include "models/domain/telemetrysample.h"

#include <QPointF>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QPushButton;

namespace pilothouse {

class DeploymentButton;
class ElidedLabel;
class HeaderGauge;
class Meter;
class Sparkline;
class StatePill;

/// The same on all pages: deployment, state and model with the drift note, two gauges, Start or Stop, Restart, Switch.
/// The buttons follow the given actions (text, enabled, tooltip).
class HeaderStrip : public QWidget
{
    Q_OBJECT
public:
    struct Actions
    {
        QAction *start = nullptr;
        QAction *stop = nullptr;
        QAction *restart = nullptr;
        QAction *switchModel = nullptr;
    };
    explicit HeaderStrip(const Actions &actions, QWidget *parent = nullptr);

    void setDeployment(const Deployment &deployment);
    void setDeploymentMenu(QMenu *menu);
    void setStatus(const ProviderStatus &status, const QString &model, int driftCount);
    void setSample(const TelemetrySample &sample);
    void setGenerationRuns(const QList<QList<QPointF>> &runs, qint64 rangeMs);
    void setNarrow(bool on);
    void refreshUptime(); ///< the second line's "up 41 min"; once a second is enough

Q_SIGNALS:
    void driftClicked();
    void gaugeClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *addActionButton(QAction *action, const QString &icon, QHBoxLayout *row);

    void fitButtons();

    DeploymentButton *m_deployment;
    StatePill *m_pill;
    ElidedLabel *m_model;
    QPushButton *m_drift;
    ElidedLabel *m_detail;
    Meter *m_memoryBar;
    Sparkline *m_rateLine;
    HeaderGauge *m_memory;
    HeaderGauge *m_rate;
    QList<QPushButton *> m_buttons;
    QWidget *m_live; ///< gauges and buttons: only with a deployment
    ProviderStatus m_status;
    int m_driftCount = 0;
    bool m_narrow = false;
};

} // namespace pilothouse
