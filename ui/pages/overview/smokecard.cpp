// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/smokecard.h"

#include "models/domain/format.h"
#include "ui/pages/overview/smokesquares.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace pilothouse {

SmokeCard::SmokeCard(QWidget *parent)
    : InstrumentCard(tr("Last smoke test"), parent), m_squares(new SmokeSquares), m_icon(new IconLabel),
      m_verdict(new ElidedLabel(QString(), TypeRole::Secondary)), m_run(makeButton(tr("Run"), QStringLiteral("start")))
{
    extras()->addWidget(m_squares);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(6);
    verdict->addWidget(m_icon);
    verdict->addWidget(m_verdict, 1);
    extras()->addLayout(verdict);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    QPushButton *open = makeButton(tr("Open"), QString(), ButtonKind::Quiet);
    for (QPushButton *button : { m_run, open })
        button->setFixedHeight(qMax(28, fontMetrics().height() + 8));
    buttons->addWidget(m_run);
    buttons->addWidget(open);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    m_run->setObjectName(QStringLiteral("smokeRun"));
    connect(m_run, &QPushButton::clicked, this, &SmokeCard::runRequested);
    connect(open, &QPushButton::clicked, this, &SmokeCard::openRequested);
    setReport({});
}

void SmokeCard::setReport(const SmokeReport &report)
{
    const auto count = [&report](StepState state) {
        return std::count_if(report.steps.begin(), report.steps.end(), [state](const Step &step) { return step.state == state; });
    };
    m_squares->setSteps(report.steps);
    m_squares->setVisible(!report.steps.isEmpty());
    const QString at = report.startedAt.isValid() ? report.startedAt.toLocalTime().toString(QStringLiteral("HH:mm")) : QString();
    setTitle(report.finished || report.steps.isEmpty() ? tr("Last smoke test") : tr("Smoke test runs"), at);
    if (report.steps.isEmpty()) {
        setFigure(QStringLiteral("—"), tr("not run yet"), {});
        m_icon->setIcon(QStringLiteral("info"), Tone::Text2);
        m_verdict->setText(tr("Rules, process, port, model, one answer"));
        m_run->setText(tr("Run"));
        return;
    }
    const QString total = report.totalMs ? formatMs(double(*report.totalMs)) : QString();
    setFigure(tr("%1 of %2").arg(count(StepState::Done)).arg(report.steps.size()), tr("passed"), total);
    const auto failed = std::find_if(
        report.steps.begin(), report.steps.end(), [](const Step &step) { return step.state == StepState::Failed; });
    if (failed != report.steps.end()) {
        m_icon->setIcon(QStringLiteral("fail"), Tone::Error);
        m_verdict->setText(failed->detail.isEmpty() ? failed->title : tr("%1: %2").arg(failed->title, failed->detail));
    } else if (!report.finished) {
        m_icon->setIcon(QStringLiteral("clock"), Tone::Info);
        m_verdict->setText(tr("Running"));
    } else {
        m_icon->setIcon(QStringLiteral("ok"), Tone::Ok);
        const auto skipped = int(count(StepState::Skipped));
        m_verdict->setText(skipped > 0 ? tr("%n steps skipped", nullptr, skipped) : tr("Every step passed"));
    }
    m_run->setText(report.finished ? tr("Run again") : tr("Running"));
}

void SmokeCard::setRunnable(bool on, const QString &why)
{
    m_run->setEnabled(on);
    m_run->setToolTip(on ? QString() : why);
}

} // namespace pilothouse
