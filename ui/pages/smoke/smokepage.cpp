// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/smoke/smokepage.h"

#include "models/domain/format.h"
#include "ui/pages/smoke/smokesteprow.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/hairline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse {

SmokePage::SmokePage(QWidget *parent)
    : PageFrame(tr("Smoke tests"), parent), m_run(makeButton(tr("&Run all"), QStringLiteral("start"), ButtonKind::Primary)),
      m_headline(makeLabel({}, TypeRole::PageTitle)), m_when(makeLabel({}, TypeRole::Secondary, Tone::Text2)), m_card(new Card),
      m_empty(new EmptyState(QStringLiteral("smoke"), tr("No smoke test yet"),
          tr("It checks the rules of .env, the process, the port, the served model and one measured answer, and names the first "
             "thing that is broken.")))
{
    m_run->setObjectName(QStringLiteral("runSmokeButton"));
    addAction(m_run);
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (!m_report.steps.isEmpty() && !m_report.finished)
            Q_EMIT cancelRequested();
        else
            Q_EMIT runRequested();
    });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 10);
    head->addWidget(m_headline, 1);
    head->addWidget(m_when);
    m_card->body()->setContentsMargins(0, 0, 0, 8);
    m_card->body()->setSpacing(0);
    m_card->body()->addLayout(head);
    m_list = new QVBoxLayout;
    m_list->setSpacing(0);
    m_card->body()->addLayout(m_list);
    content()->addWidget(m_card);
    content()->addWidget(m_empty, 1);
    content()->addStretch(0);
    setReport({});
}

void SmokePage::setReport(const SmokeReport &report)
{
    m_report = report;
    m_card->setVisible(!report.steps.isEmpty());
    m_empty->setVisible(report.steps.isEmpty());
    while (m_rows.size() < report.steps.size()) {
        auto *row = new SmokeStepRow;
        m_list->addWidget(new Hairline);
        m_list->addWidget(row);
        m_rows << row;
    }
    for (qsizetype i = 0; i < report.steps.size(); ++i)
        m_rows[i]->setStep(report.steps[i]);
    const auto passed = std::count_if(
        report.steps.cbegin(), report.steps.cend(), [](const Step &step) { return step.state == StepState::Done; });
    if (!report.finished)
        m_headline->setText(tr("Running…"));
    else if (report.passed())
        m_headline->setText(tr("%1 of %2 passed").arg(passed).arg(report.steps.size()));
    else
        m_headline->setText(tr("Broken at: %1").arg([&report] {
            const auto broken = std::find_if(
                report.steps.cbegin(), report.steps.cend(), [](const Step &step) { return step.state == StepState::Failed; });
            return broken == report.steps.cend() ? QString() : broken->title;
        }()));
    setLabelTone(m_headline, report.finished && !report.passed() ? Tone::Error : Tone::Text);
    m_when->setText(report.startedAt.isValid() && report.totalMs
            ? tr("%1, took %2").arg(report.startedAt.toString(QStringLiteral("HH:mm:ss")), formatMs(double(*report.totalMs)))
            : QString());
    showButton();
}

void SmokePage::showButton()
{
    const bool running = !m_report.steps.isEmpty() && !m_report.finished;
    m_run->setText(running ? tr("&Cancel") : m_report.steps.isEmpty() ? tr("&Run all") : tr("&Run again"));
    m_run->setIcon(themedIcon(running ? QStringLiteral("close") : QStringLiteral("start")));
    setButtonKind(m_run, running ? ButtonKind::Default : ButtonKind::Primary);
}

} // namespace pilothouse
