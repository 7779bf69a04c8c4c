// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/switchplanview.h"

#include "ui/dialogs/steplist.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/messagebar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // it may live on until the next turn of the event loop
            item->widget()->deleteLater();
        }
        delete item;
    }
}

QString changedKeys(const SwitchPlan &plan)
{
    QStringList keys;
    for (const EnvChange &change : plan.changes)
        keys << change.key;
    return keys.join(QStringLiteral(", "));
}

bool cameBack(const QList<Step> &steps)
{
    for (qsizetype i = wayBackStart(steps); i < steps.size(); ++i) {
        if (steps.at(i).state != StepState::Done && steps.at(i).state != StepState::Skipped)
            return false;
    }
    return true;
}

} // namespace

qsizetype wayBackStart(const QList<Step> &steps)
{
    qsizetype index = 0;
    while (index < steps.size() && steps.at(index).state != StepState::Failed)
        ++index;
    if (index == steps.size())
        return index;
    ++index;
    while (index < steps.size() && steps.at(index).state == StepState::NotReached)
        ++index;
    return index;
}

SwitchPlanView::SwitchPlanView(QWidget *parent)
    : QWidget(parent), m_changes(new QGridLayout), m_left(new QVBoxLayout), m_texts(new QVBoxLayout), m_blocked(new MessageBar),
      m_wayBack(new MessageBar), m_backTitle(makeLabel(tr("Way back"), TypeRole::BodyStrong)), m_steps(new StepList),
      m_backSteps(new StepList)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    m_left->setSpacing(8);
    m_left->addWidget(makeLabel(tr("What changes in .env"), TypeRole::BodyStrong));
    m_changes->setHorizontalSpacing(10);
    m_changes->setVerticalSpacing(0);
    m_left->addLayout(m_changes);
    m_left->addSpacing(4);
    m_left->addWidget(m_blocked);
    m_left->addLayout(m_texts);
    m_left->addStretch(1);
    columns->addLayout(m_left, 11);
    columns->addWidget(new Hairline(Qt::Vertical));
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(makeLabel(tr("Steps"), TypeRole::BodyStrong));
    right->addWidget(m_steps);
    right->addWidget(m_backTitle);
    right->addWidget(m_backSteps);
    right->addSpacing(4);
    right->addWidget(m_wayBack);
    right->addStretch(1);
    columns->addLayout(right, 10);
    m_blocked->hide();
    m_backTitle->hide();
    m_backSteps->hide();
}

void SwitchPlanView::setPlan(const SwitchPlan &plan)
{
    clearLayout(m_texts);
    m_report.clear();
    showChanges(plan);
    setSteps(plan.steps);
    m_blocked->setVisible(plan.blocked.has_value());
    if (plan.blocked) {
        QStringList detail{ plan.blocked->cause, plan.blocked->fix };
        detail.removeAll(QString());
        m_blocked->setMessage(MessageBar::Kind::Error, plan.blocked->message, detail.join(QLatin1Char(' ')));
        m_report << plan.blocked->message << detail;
    }
    m_wayBack->setMessage(MessageBar::Kind::Info, plan.wayBack);
    m_wayBack->setVisible(!plan.wayBack.isEmpty());
}

void SwitchPlanView::setSteps(const QList<Step> &steps)
{
    const qsizetype back = wayBackStart(steps);
    m_steps->setSteps(steps.mid(0, back));
    m_backSteps->setSteps(steps.mid(back));
    const bool returning = back < steps.size();
    m_backTitle->setVisible(returning);
    m_backSteps->setVisible(returning);
    if (returning)
        m_wayBack->hide();
}

void SwitchPlanView::setOutcome(const SwitchOutcome &outcome)
{
    setSteps(outcome.plan.steps);
    m_wayBack->hide();
    m_blocked->hide();
    clearLayout(m_texts);
    m_report.clear();
    if (outcome.result == SwitchResult::Done) {
        addText(tr("What is in use now"), tr("%1 is saved in .env and served by the provider.").arg(outcome.plan.to.text()));
        if (!outcome.answer.isEmpty())
            addText(tr("Proof"), tr("It answered: “%1”").arg(outcome.answer.simplified()));
        return;
    }
    addText(tr("What happened"), outcome.reason);
    if (outcome.result != SwitchResult::Returned)
        return;
    if (!cameBack(outcome.plan.steps)) {
        addText(tr("What to do"), tr("Compare .env with the values at the left, then start the provider by hand."));
        return;
    }
    const bool restored = wayBackStart(outcome.plan.steps) < outcome.plan.steps.size();
    addText(tr("What was restored"),
        restored ? tr(".env has its old bytes again: %1.").arg(changedKeys(outcome.plan)) : tr("Nothing had been changed yet."));
    if (!outcome.answer.isEmpty())
        addText(
            tr("Proof that %1 is back").arg(outcome.plan.from.text()), tr("It answered: “%1”").arg(outcome.answer.simplified()));
}

QString SwitchPlanView::reportText() const
{
    return m_report.join(QLatin1Char('\n'));
}

void SwitchPlanView::showChanges(const SwitchPlan &plan)
{
    clearLayout(m_changes);
    int row = 0;
    for (const EnvChange &change : plan.changes) {
        if (row > 0)
            m_changes->addWidget(new Hairline, row++, 0, 1, 4);
        const QString before = change.oldValue ? *change.oldValue : tr("no line");
        auto *key = new ElidedLabel(change.key, TypeRole::Mono, Tone::Text2);
        auto *oldValue = new ElidedLabel(before, TypeRole::Secondary, Tone::Text2);
        auto *newValue = new ElidedLabel(change.newValue, TypeRole::SecondaryStrong);
        oldValue->setElideMode(Qt::ElideMiddle);
        newValue->setElideMode(Qt::ElideMiddle);
        m_changes->addWidget(key, row, 0);
        m_changes->addWidget(oldValue, row, 1);
        m_changes->addWidget(new IconLabel(QStringLiteral("chevron-right"), Tone::Text3, 12), row, 2);
        m_changes->addWidget(newValue, row, 3);
        m_changes->setRowMinimumHeight(row++, 27);
        m_report << tr("%1: %2 → %3").arg(change.key, before, change.newValue);
    }
    if (plan.changes.isEmpty())
        m_changes->addWidget(
            makeLabel(tr("Nothing, the file names this model already."), TypeRole::Secondary, Tone::Text2), 0, 0, 1, 4);
    for (const int column : { 0, 1, 3 })
        m_changes->setColumnStretch(column, 1);
}

void SwitchPlanView::addText(const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    m_texts->addWidget(makeLabel(title, TypeRole::BodyStrong));
    QLabel *label = makeLabel(text, TypeRole::Secondary, Tone::Text2);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_texts->addWidget(label);
    m_report << title << text;
}

} // namespace pilothouse
