// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/smoke/smokesteprow.h"

#include "models/domain/format.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

struct Look
{
    const char *icon;
    Tone tone;
    QString word;
};

Look look(StepState state)
{
    switch (state) {
    case StepState::Done:
        return { "ok", Tone::Ok, SmokeStepRow::tr("passed") };
    case StepState::Failed:
        return { "fail", Tone::Error, SmokeStepRow::tr("failed") };
    case StepState::Running:
        return { "clock", Tone::Info, SmokeStepRow::tr("running") };
    case StepState::Skipped:
    case StepState::NotReached:
        return { "minus", Tone::Text3, SmokeStepRow::tr("skipped") };
    case StepState::Pending:
        break;
    }
    return { "more", Tone::Text3, SmokeStepRow::tr("waiting") };
}

} // namespace

SmokeStepRow::SmokeStepRow(QWidget *parent)
    : QWidget(parent), m_mark(new IconLabel({}, Tone::Text3, 20)), m_title(makeLabel({}, TypeRole::BodyStrong)),
      m_word(makeLabel({}, TypeRole::Secondary, Tone::Text2)), m_detail(makeLabel({}, TypeRole::Secondary, Tone::Text2)),
      m_time(makeLabel({}, TypeRole::Secondary, Tone::Text2))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(12);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    m_detail->setWordWrap(true);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    texts->addWidget(m_detail);
    row->addLayout(texts, 1);
    m_word->setMinimumWidth(72);
    m_word->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_time->setMinimumWidth(72);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_word);
    row->addWidget(m_time);
}

void SmokeStepRow::setStep(const Step &step)
{
    const Look now = look(step.state);
    m_mark->setIcon(QLatin1String(now.icon), now.tone);
    m_title->setText(step.title);
    m_word->setText(now.word);
    setLabelTone(m_word, now.tone);
    m_detail->setText(step.detail);
    m_detail->setVisible(!step.detail.isEmpty());
    setLabelTone(m_detail, step.state == StepState::Failed ? Tone::Error : Tone::Text2);
    m_time->setText(step.ms ? formatMs(double(*step.ms)) : QString());
    setAccessibleName(tr("%1: %2. %3").arg(step.title, now.word, step.detail));
}

} // namespace pilothouse
