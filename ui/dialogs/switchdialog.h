// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "models/domain/steps.h"
#include "ui/dialogs/dialogframe.h"

#include <QElapsedTimer>

class QPushButton;
class QStackedWidget;

namespace pilothouse {

class ModelChooser;
class SwitchPlanView;

/// Switching the model in one dialog: choose, see the plan, watch, read the end. It only shows and asks; the operation
/// lives elsewhere. Closing it while a switch runs sends it to the background.
class SwitchDialog : public DialogFrame
{
    Q_OBJECT
public:
    enum class Phase { Choosing, Planning, Planned, Running, Ended };
    explicit SwitchDialog(QWidget *parent = nullptr);

    void setCurrentModel(const ModelName &name);
    void setLoading();
    void setModels(const QList<ModelEntry> &models);
    void setModelsFailed(const Failure &failure);
    void setPlan(const SwitchPlan &plan);
    void setProgress(const QList<Step> &steps);
    void setOutcome(const SwitchOutcome &outcome);
    void choose(const ModelName &model); ///< skips the list (a model chosen elsewhere)

    const SwitchPlan &plan() const { return m_plan; }
    Phase phase() const { return m_phase; }
    ModelChooser *chooser() const { return m_chooser; }
    SwitchPlanView *planView() const { return m_view; }

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void modelChosen(const ModelName &model); ///< answer with setPlan()
    void switchRequested();
    void cancelRequested(); ///< go back; answer with setProgress() and setOutcome()
    void sentToBackground();

private:
    void makeButtons();
    void enter(Phase phase);
    void showButtons();
    void showEndHeadline(const SwitchOutcome &outcome);

    Phase m_phase = Phase::Choosing;
    ModelName m_current;
    SwitchPlan m_plan;
    QElapsedTimer m_since;
    QStackedWidget *m_pages;
    ModelChooser *m_chooser;
    SwitchPlanView *m_view;
    QPushButton *m_goBack;
    QPushButton *m_other;
    QPushButton *m_cancel;
    QPushButton *m_background;
    QPushButton *m_next;
    QPushButton *m_switch;
    QPushButton *m_close;
};

} // namespace pilothouse
