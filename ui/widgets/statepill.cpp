// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepill.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QPainter>

namespace pilothouse {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StatePill", text);
}

struct Look
{
    Tone tint;
    Tone text;
};

Look lookOf(ProviderState state)
{
    switch (state) {
    case ProviderState::Ready:
        return { Tone::OkTint, Tone::Ok };
    case ProviderState::Starting:
    case ProviderState::Stopping:
        return { Tone::InfoTint, Tone::Info };
    case ProviderState::Degraded:
        return { Tone::WarnTint, Tone::Warn };
    case ProviderState::Failed:
        return { Tone::ErrorTint, Tone::Error };
    case ProviderState::Stopped:
    case ProviderState::Unknown:
        break;
    }
    return { Tone::Track, Tone::Text2 };
}

} // namespace

QString providerStateText(const ProviderStatus &status)
{
    switch (status.state) {
    case ProviderState::Stopped:
        return tr("Stopped");
    case ProviderState::Ready:
        return tr("Ready");
    case ProviderState::Degraded:
        return tr("Not responding");
    case ProviderState::Stopping:
        return tr("Stopping");
    case ProviderState::Failed:
        return tr("Failed");
    case ProviderState::Unknown:
        return tr("Not known yet");
    case ProviderState::Starting:
        break;
    }
    switch (status.phase) {
    case ProviderPhase::WaitingForPort:
        return tr("Waiting for port");
    case ProviderPhase::LoadingModel:
        return tr("Loading model");
    case ProviderPhase::CheckingModel:
        return tr("Checking model");
    case ProviderPhase::Launching:
    case ProviderPhase::None:
        break;
    }
    return tr("Starting");
}

StatePill::StatePill(QWidget *parent) : QWidget(parent)
{
    setFont(typeFont(TypeRole::SecondaryStrong));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus({});
}

void StatePill::setStatus(const ProviderStatus &status)
{
    m_state = status.state;
    m_text = providerStateText(status);
    setAccessibleName(QCoreApplication::translate("StatePill", "Provider: %1").arg(m_text));
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    return { 21 + fontMetrics().horizontalAdvance(m_text) + 11, qMax(22, fontMetrics().height() + 5) };
}

void StatePill::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_state);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneColor(look.tint, palette()));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const QColor color = toneColor(look.text, palette());
    painter.setBrush(color);
    painter.drawEllipse(QPointF(12.5, height() / 2.0), 3.5, 3.5);
    painter.setPen(color);
    painter.drawText(rect().adjusted(21, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_text);
}

} // namespace pilothouse
