// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/smokesquares.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/tone.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace pilothouse {

namespace {

constexpr int side = 14;
constexpr int pitch = 19;

} // namespace

SmokeSquares::SmokeSquares(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SmokeSquares::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    QStringList words;
    for (const Step &step : steps) {
        const QString state = step.state == StepState::Done ? tr("passed")
            : step.state == StepState::Failed               ? tr("failed")
                                                            : tr("not run");
        words << tr("%1 %2").arg(step.title, state);
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

QSize SmokeSquares::sizeHint() const
{
    return { pitch * qMax(1, int(m_steps.size())), side };
}

void SmokeSquares::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const QRectF square(double(i * pitch), 0, side, side);
        const StepState state = m_steps.at(i).state;
        if (state == StepState::Done || state == StepState::Failed) {
            stylepaint::box(
                &painter, square, 2.5, toneColor(state == StepState::Done ? Tone::Ok : Tone::Error, palette()), Qt::transparent);
        } else {
            const Tone line = state == StepState::Running ? Tone::Info : Tone::Line2;
            stylepaint::box(&painter, square, 2.5, toneColor(state == StepState::Skipped ? Tone::Base : Tone::Track, palette()),
                toneColor(line, palette()));
        }
        if (state == StepState::Failed) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(toneColor(Tone::Base, palette()), 1.6, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(square.topLeft() + QPointF(4, 4), square.bottomRight() - QPointF(4, 4));
            painter.drawLine(square.topRight() + QPointF(-4, 4), square.bottomLeft() + QPointF(4, -4));
        }
    }
}

bool SmokeSquares::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const qsizetype index = help->pos().x() / pitch;
        const bool on = index >= 0 && index < m_steps.size();
        QToolTip::showText(help->globalPos(), on ? m_steps.at(index).title.toHtmlEscaped() : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace pilothouse
