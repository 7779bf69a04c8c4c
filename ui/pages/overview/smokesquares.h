// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"

#include <QWidget>

namespace pilothouse {

/// One square a test step: passed green, failed red with a cross, skipped hollow, running or not reached pale.
class SmokeSquares : public QWidget
{
    Q_OBJECT
public:
    explicit SmokeSquares(QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QList<Step> m_steps;
};

} // namespace pilothouse
