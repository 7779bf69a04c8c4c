// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/phaseline.h"

#include "ui/theme/icons.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

namespace {

constexpr int nodeSize = 20;

struct Phase
{
    ProviderPhase phase;
    QString name;
};

QList<Phase> phases()
{
    return { { ProviderPhase::Launching, PhaseLine::tr("Launch") },
        { ProviderPhase::WaitingForPort, PhaseLine::tr("Port opens") },
        { ProviderPhase::LoadingModel, PhaseLine::tr("Model loads") },
        { ProviderPhase::CheckingModel, PhaseLine::tr("Served model checked") },
        { ProviderPhase::None, PhaseLine::tr("Ready") } };
}

/// Index of the phase that runs; the count of phases when all are done, -1 when none has begun.
int reached(const ProviderStatus &status)
{
    if (status.state == ProviderState::Ready)
        return int(phases().size());
    if (status.state != ProviderState::Starting)
        return -1;
    return qMax(0, int(status.phase) - int(ProviderPhase::Launching));
}

} // namespace

PhaseLine::PhaseLine(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Phases of the start"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PhaseLine::setStatus(const ProviderStatus &status)
{
    m_status = status;
    const int now = reached(status);
    const QList<Phase> all = phases();
    setAccessibleDescription(now < 0 ? tr("not started") : now >= all.size() ? tr("all done") : tr("now: %1").arg(all[now].name));
    update();
}

QSize PhaseLine::sizeHint() const
{
    return { 500, nodeSize + 10 + QFontMetrics(typeFont(TypeRole::Secondary)).height() };
}

void PhaseLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<Phase> all = phases();
    const int now = reached(m_status);
    const qreal stride = qreal(width() - nodeSize) / (qreal(all.size()) - 0.4);
    const qreal y = nodeSize / 2.0 + 1;
    for (int i = 0; i < all.size(); ++i) {
        const qreal x = nodeSize / 2.0 + 1 + i * stride;
        const bool done = i < now;
        const bool running = i == now;
        if (i + 1 < all.size()) {
            painter.setPen(QPen(toneColor(done ? Tone::Ok : Tone::Line2, palette()), 2));
            painter.drawLine(QPointF(x + nodeSize / 2.0 + 3, y), QPointF(x + stride - nodeSize / 2.0 - 3, y));
        }
        painter.setPen(QPen(toneColor(done ? Tone::Ok : running ? Tone::Accent : Tone::Line2, palette()), running ? 2.5 : 1.5));
        painter.setBrush(done ? QBrush(toneColor(Tone::Ok, palette())) : Qt::NoBrush);
        painter.drawEllipse(QPointF(x, y), nodeSize / 2.0 - 1, nodeSize / 2.0 - 1);
        if (done)
            painter.drawPixmap(QPointF(x - 6, y - 6),
                iconPixmap(QStringLiteral("check"), toneColor(Tone::Base, palette()), 12, devicePixelRatioF()));
        else if (running) {
            painter.setBrush(toneColor(Tone::Accent, palette()));
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(QPointF(x, y), 4, 4);
        }
        painter.setFont(typeFont(running ? TypeRole::SecondaryStrong : TypeRole::Secondary));
        painter.setPen(toneColor(running || done ? Tone::Text : Tone::Text3, palette()));
        const QString name = painter.fontMetrics().elidedText(all[i].name, Qt::ElideRight, int(stride) - 8);
        painter.drawText(
            QRectF(x - nodeSize / 2.0, nodeSize + 6, stride - 6, height() - nodeSize - 6), Qt::AlignLeft | Qt::AlignTop, name);
    }
}

} // namespace pilothouse
