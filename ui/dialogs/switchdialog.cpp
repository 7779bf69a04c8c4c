// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/switchdialog.h"

#include "models/domain/format.h"
#include "ui/dialogs/modelchooser.h"
#include "ui/dialogs/switchplanview.h"
#include "ui/widgets/controls.h"

#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse {

SwitchDialog::SwitchDialog(QWidget *parent)
    : DialogFrame(parent), m_pages(new QStackedWidget), m_chooser(new ModelChooser), m_view(new SwitchPlanView),
      m_goBack(makeButton(tr("Switch back now"), QStringLiteral("undo"), ButtonKind::Danger)),
      m_other(makeButton(tr("Other model"), QString(), ButtonKind::Quiet)), m_cancel(makeButton(tr("Cancel"))),
      m_background(makeButton(tr("Continue in background"))), m_next(makeButton(tr("Show plan"), QString(), ButtonKind::Primary)),
      m_switch(makeButton(tr("Switch"), QStringLiteral("switch"), ButtonKind::Primary)),
      m_close(makeButton(tr("Close"), QString(), ButtonKind::Primary))
{
    m_pages->addWidget(m_chooser);
    m_pages->addWidget(m_view);
    body()->addWidget(m_pages, 1);
    makeButtons();
    enter(Phase::Choosing);
    resize(860, 490);
}

void SwitchDialog::makeButtons()
{
    m_goBack->setObjectName(QStringLiteral("switchBack"));
    m_other->setObjectName(QStringLiteral("otherModel"));
    m_background->setObjectName(QStringLiteral("background"));
    m_next->setObjectName(QStringLiteral("showPlan"));
    m_switch->setObjectName(QStringLiteral("switch"));
    m_close->setObjectName(QStringLiteral("close"));
    for (QPushButton *button : { m_goBack, m_other }) {
        button->setMinimumHeight(32);
        addFootLeft(button);
    }
    for (QPushButton *button : { m_cancel, m_background, m_next, m_switch, m_close })
        addFootRight(button);
    connect(m_goBack, &QPushButton::clicked, this, [this] {
        m_goBack->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    connect(m_other, &QPushButton::clicked, this, [this] { enter(Phase::Choosing); });
    connect(m_cancel, &QPushButton::clicked, this, &SwitchDialog::reject);
    connect(m_background, &QPushButton::clicked, this, &SwitchDialog::reject);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_next, &QPushButton::clicked, this, [this] { choose(m_chooser->selected()); });
    connect(m_chooser, &ModelChooser::activated, this, [this] { choose(m_chooser->selected()); });
    connect(m_chooser, &ModelChooser::selectionChanged, this, &SwitchDialog::showButtons);
    connect(m_switch, &QPushButton::clicked, this, [this] {
        enter(Phase::Running);
        Q_EMIT switchRequested();
    });
}

void SwitchDialog::setCurrentModel(const ModelName &name)
{
    m_current = name;
    m_chooser->setCurrentModel(name);
    if (m_phase == Phase::Choosing)
        enter(Phase::Choosing);
}

void SwitchDialog::setLoading()
{
    m_chooser->setLoading();
}

void SwitchDialog::setModels(const QList<ModelEntry> &models)
{
    m_chooser->setModels(models);
}

void SwitchDialog::setModelsFailed(const Failure &failure)
{
    m_chooser->setFailure(failure);
}

void SwitchDialog::choose(const ModelName &model)
{
    if (model.isEmpty())
        return;
    m_plan = SwitchPlan();
    m_plan.to = model;
    enter(Phase::Planning);
    Q_EMIT modelChosen(model);
}

void SwitchDialog::setPlan(const SwitchPlan &plan)
{
    if (m_phase != Phase::Planning && m_phase != Phase::Planned)
        return; // a late answer; the operator went back or the switch runs
    m_plan = plan;
    m_view->setPlan(plan);
    enter(Phase::Planned);
}

void SwitchDialog::setProgress(const QList<Step> &steps)
{
    if (m_phase != Phase::Running) {
        m_view->setPlan(m_plan);
        enter(Phase::Running);
    }
    m_view->setSteps(steps);
    const bool returning = wayBackStart(steps) < steps.size();
    m_goBack->setEnabled(!returning);
    if (returning)
        setHeadline(
            tr("Going back to %1").arg(m_plan.from.text()), tr("A step did not work out; the old state is being restored."));
}

void SwitchDialog::setOutcome(const SwitchOutcome &outcome)
{
    m_plan = outcome.plan;
    m_view->setOutcome(outcome);
    enter(Phase::Ended);
    showEndHeadline(outcome);
}

void SwitchDialog::reject()
{
    if (m_phase != Phase::Running) {
        DialogFrame::reject();
        return;
    }
    hide();
    Q_EMIT sentToBackground();
}

void SwitchDialog::enter(Phase phase)
{
    m_phase = phase;
    m_pages->setCurrentIndex(phase == Phase::Choosing ? 0 : 1);
    setHeadIcon(QString(), Tone::Text2);
    const QString target = m_plan.to.text();
    switch (phase) {
    case Phase::Choosing:
        setHeadline(
            tr("Switch model"), m_current.isEmpty() ? tr("Choose the model to serve.") : tr("In use: %1").arg(m_current.text()));
        break;
    case Phase::Planning:
        m_view->setPlan(m_plan);
        setHeadline(tr("Switch to %1").arg(target), tr("Working out what changes…"));
        break;
    case Phase::Planned:
        setHeadline(tr("Switch to %1").arg(target), tr("Nothing is changed before you press Switch."));
        break;
    case Phase::Running:
        m_since.start();
        m_goBack->setEnabled(true);
        setHeadline(tr("Switching to %1").arg(target), tr("You can go on working; the switch does not need this dialog."));
        break;
    case Phase::Ended:
        break;
    }
    showButtons();
}

void SwitchDialog::showButtons()
{
    m_background->setVisible(m_phase == Phase::Running);
    if (m_phase == Phase::Running && !m_goBack->hasFocus())
        m_background->setFocus(); // before the pressed button goes: the focus must not fall on the one that undoes the work
    m_goBack->setVisible(m_phase == Phase::Running);
    m_other->setVisible(m_phase == Phase::Planning || m_phase == Phase::Planned);
    m_cancel->setVisible(m_phase != Phase::Running && m_phase != Phase::Ended);
    m_next->setVisible(m_phase == Phase::Choosing);
    m_next->setEnabled(!m_chooser->selected().isEmpty());
    m_next->setToolTip(m_next->isEnabled() ? QString() : tr("Choose a model that is not in use yet"));
    m_switch->setVisible(m_phase == Phase::Planning || m_phase == Phase::Planned);
    m_switch->setEnabled(m_phase == Phase::Planned && !m_plan.blocked);
    m_switch->setToolTip(m_plan.blocked ? m_plan.blocked->message.toHtmlEscaped() : QString());
    m_close->setVisible(m_phase == Phase::Ended);
    QPushButton *main = m_phase == Phase::Choosing ? m_next : m_phase == Phase::Ended ? m_close : m_switch;
    main->setDefault(m_phase != Phase::Running);
    if (m_phase == Phase::Planned && m_switch->isEnabled())
        m_switch->setFocus();
}

void SwitchDialog::showEndHeadline(const SwitchOutcome &outcome)
{
    const QString took = m_since.isValid() && m_since.elapsed() >= 1000
        ? tr("%1 in all").arg(formatDuration(m_since.elapsed() / 1000))
        : QString();
    const QString from = outcome.plan.from.text();
    const qsizetype back = wayBackStart(outcome.plan.steps);
    qsizetype failed = 0;
    while (failed < outcome.plan.steps.size() && outcome.plan.steps.at(failed).state != StepState::Failed)
        ++failed;
    bool returned = true;
    for (qsizetype i = back; i < outcome.plan.steps.size(); ++i)
        returned = returned && outcome.plan.steps.at(i).state != StepState::Failed;
    if (outcome.result == SwitchResult::Done) {
        setHeadIcon(QStringLiteral("ok"), Tone::Ok);
        setHeadline(tr("%1 is in use").arg(outcome.plan.to.text()), took);
    } else if (outcome.result == SwitchResult::Returned && returned) {
        setHeadIcon(QStringLiteral("fail"), Tone::Error);
        setHeadline(tr("Switch failed at step %1, %2 is back").arg(failed + 1).arg(from), took);
    } else if (outcome.result == SwitchResult::Returned) {
        setHeadIcon(QStringLiteral("fail"), Tone::Error);
        setHeadline(tr("Switch failed at step %1, and the way back failed too").arg(failed + 1), took);
    } else {
        setHeadIcon(QStringLiteral("fail"), Tone::Error);
        setHeadline(tr("The switch did not start"), tr("Nothing was changed."));
    }
}

} // namespace pilothouse
