// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace pilothouse {

class MessageBar;
class StepList;

/// The picture of a switch, before, during and after: what changes at the left, steps and the way back at the right.
class SwitchPlanView : public QWidget
{
    Q_OBJECT
public:
    explicit SwitchPlanView(QWidget *parent = nullptr);

    void setPlan(const SwitchPlan &plan);
    void setSteps(const QList<Step> &steps); ///< the way back, once it runs, gets its own list
    void setOutcome(const SwitchOutcome &outcome);
    StepList *steps() const { return m_steps; }
    StepList *wayBackSteps() const { return m_backSteps; }
    QString reportText() const; ///< what the left side says, for tests and copying

private:
    void showChanges(const SwitchPlan &plan);
    void addText(const QString &title, const QString &text);

    QGridLayout *m_changes;
    QVBoxLayout *m_left;
    QVBoxLayout *m_texts;
    MessageBar *m_blocked;
    MessageBar *m_wayBack;
    QLabel *m_backTitle;
    StepList *m_steps;
    StepList *m_backSteps;
    QStringList m_report;
};

/// Index of the first step of the way back: what comes after the failed step and those not reached; size() when none.
qsizetype wayBackStart(const QList<Step> &steps);

} // namespace pilothouse
