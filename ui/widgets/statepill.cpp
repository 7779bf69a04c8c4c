// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statepill.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QCoreApplication>
#include <QPainter>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StatePill)
};

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
        return Text::tr("Stopped");
    case ProviderState::Ready:
        return Text::tr("Ready");
    case ProviderState::Degraded:
        return status.failure && status.failure->code.startsWith(QLatin1String("model.")) ? Text::tr("Model missing")
                                                                                          : Text::tr("Not responding");
    case ProviderState::Stopping:
        return Text::tr("Stopping");
    case ProviderState::Failed:
        return Text::tr("Failed");
    case ProviderState::Unknown:
        return Text::tr("Not known yet");
    case ProviderState::Starting:
        break;
    }
    switch (status.phase) {
    case ProviderPhase::WaitingForPort:
        return Text::tr("Waiting for port");
    case ProviderPhase::LoadingModel:
        return Text::tr("Loading model");
    case ProviderPhase::CheckingModel:
        return Text::tr("Checking model");
    case ProviderPhase::Launching:
    case ProviderPhase::None:
        break;
    }
    return Text::tr("Starting");
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
    setAccessibleName(Text::tr("Provider: %1").arg(m_text));
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
