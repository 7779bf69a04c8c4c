// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace pilothouse {

/// Steps of a flow: number, tick, cross or moving arc; title, detail and time. The running step's time is counted here.
class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    const QList<Step> &steps() const { return m_steps; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QString timeText(int index) const; ///< right column: "1.6 s", "39 s so far", "not reached"

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int rowHeight() const;
    int runningIndex() const;
    void describe();

    QList<Step> m_steps;
    QString m_runningId;
    QElapsedTimer m_running;
    QTimer m_tick;
};

} // namespace pilothouse
