// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/statecard.h"

#include "models/domain/format.h"
#include "ui/pages/provider/phaseline.h"
#include "ui/theme/tone.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/statepill.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

QLabel *paragraph(TypeRole role, Tone tone)
{
    QLabel *label = makeLabel({}, role, tone);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void showText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

StateCard::StateCard(QWidget *parent)
    : Card(parent), m_headline(makeLabel({}, TypeRole::PageTitle)), m_clock(makeLabel({}, TypeRole::Secondary, Tone::Text2)),
      m_phases(new PhaseLine), m_evidence(new ElidedLabel({}, TypeRole::Caption, Tone::Text3)),
      m_cause(paragraph(TypeRole::Body, Tone::Text)), m_fix(paragraph(TypeRole::BodyStrong, Tone::Text)),
      m_detail(paragraph(TypeRole::MonoCaption, Tone::Text2)), m_propose(makeButton({}, QStringLiteral("edit"))),
      m_start(makeButton(tr("&Start again"), QStringLiteral("start"), ButtonKind::Primary)),
      m_cancel(makeButton(tr("&Cancel start"), QStringLiteral("close"))), m_ticks(new QTimer(this))
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_headline, 1);
    top->addWidget(m_clock);
    top->addWidget(m_cancel);
    top->addWidget(m_propose);
    top->addWidget(m_start);
    m_headline->setWordWrap(true);
    body()->addLayout(top);
    body()->addWidget(m_phases);
    body()->addWidget(m_cause);
    body()->addWidget(m_fix);
    body()->addWidget(m_detail);
    body()->addWidget(m_evidence);
    m_ticks->setInterval(1000);
    connect(m_ticks, &QTimer::timeout, this, &StateCard::showHeadline);
    connect(m_start, &QPushButton::clicked, this, &StateCard::startRequested);
    connect(m_cancel, &QPushButton::clicked, this, &StateCard::cancelRequested);
    connect(m_propose, &QPushButton::clicked, this, [this] {
        if (m_status.failure && !m_status.failure->proposed.isEmpty())
            Q_EMIT valueProposed(m_status.failure->proposed.first().first, m_status.failure->proposed.first().second);
    });
    setStatus({});
}

void StateCard::setStatus(const ProviderStatus &status)
{
    m_status = status;
    const bool starting = status.state == ProviderState::Starting;
    m_phases->setStatus(status);
    m_phases->setVisible(starting || status.state == ProviderState::Ready);
    m_cancel->setVisible(starting);
    m_start->setVisible(status.state == ProviderState::Failed);
    const bool seen = !status.evidence.isEmpty() && status.evidenceAt.isValid();
    m_evidence->setVisible(seen);
    if (seen)
        m_evidence->setText(
            tr("Last seen %1: %2").arg(status.evidenceAt.toLocalTime().toString(QStringLiteral("HH:mm:ss")), status.evidence));
    if (starting || status.state == ProviderState::Stopping)
        m_ticks->start();
    else
        m_ticks->stop();
    showHeadline();
    showFailure();
    update();
}

void StateCard::showHeadline()
{
    const QString name = m_status.providerName.isEmpty() ? launcherName(m_status.launcher) : m_status.providerName;
    m_headline->setText(m_status.failure ? m_status.failure->message : tr("%1: %2").arg(name, providerStateText(m_status)));
    QStringList parts;
    if (m_status.since.isValid()) {
        const qint64 seconds = qMax<qint64>(0, m_status.since.secsTo(QDateTime::currentDateTime()));
        parts << (m_ticks->isActive() ? tr("%1 so far").arg(formatDuration(seconds))
                                      : tr("since %1").arg(m_status.since.toLocalTime().toString(QStringLiteral("HH:mm:ss"))));
    }
    if (m_status.pid)
        parts << tr("PID %1").arg(*m_status.pid);
    if (m_status.pid && !m_status.ownProcess)
        parts << tr("not started by Pilothouse");
    m_clock->setText(parts.join(QStringLiteral(" · ")));
}

void StateCard::showFailure()
{
    const Failure failure = m_status.failure.value_or(Failure{});
    showText(m_cause, failure.cause);
    showText(m_fix, failure.fix);
    showText(m_detail, failure.detail);
    m_propose->setVisible(!failure.proposed.isEmpty());
    if (!failure.proposed.isEmpty())
        m_propose->setText(tr("Set %1 to %2…").arg(failure.proposed.first().first, failure.proposed.first().second));
}

void StateCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (m_status.state != ProviderState::Failed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(Tone::Error, palette()), 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
}

} // namespace pilothouse
