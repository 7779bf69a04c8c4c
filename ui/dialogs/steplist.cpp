// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/steplist.h"

#include "models/domain/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace pilothouse {

namespace {

constexpr int tickMs = 200; // the arc moves five times a second

QString stateWord(StepState state)
{
    switch (state) {
    case StepState::Pending:
        return StepList::tr("waiting");
    case StepState::Running:
        return StepList::tr("running");
    case StepState::Done:
        return StepList::tr("done");
    case StepState::Failed:
        return StepList::tr("failed");
    case StepState::Skipped:
        return StepList::tr("skipped");
    case StepState::NotReached:
        break;
    }
    return StepList::tr("not reached");
}

void paintDisc(QPainter &painter, const QRectF &box, const QString &icon, const QColor &fill, const QColor &mark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(box);
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(QPointF(box.center().x() - 6, box.center().y() - 6), iconPixmap(icon, mark, 12, ratio));
}

void paintMark(QPainter &painter, const QRectF &box, const Step &step, int number, qint64 elapsedMs, const QPalette &palette)
{
    const QColor base = toneColor(Tone::Base, palette);
    if (step.state == StepState::Done)
        return paintDisc(painter, box, QStringLiteral("check"), toneColor(Tone::Ok, palette), base);
    if (step.state == StepState::Failed)
        return paintDisc(painter, box, QStringLiteral("close"), toneColor(Tone::Error, palette), base);
    painter.setBrush(Qt::NoBrush);
    if (step.state == StepState::Running) {
        painter.setPen(QPen(toneColor(Tone::Track, palette), 3));
        painter.drawEllipse(box.adjusted(2, 2, -2, -2));
        painter.setPen(QPen(toneColor(Tone::Accent, palette), 3));
        painter.drawArc(box.adjusted(2, 2, -2, -2), -int(elapsedMs / 4 % 360) * 16, 120 * 16);
        return;
    }
    const bool reached = step.state == StepState::Pending;
    painter.setPen(toneColor(reached ? Tone::Line2 : Tone::ButtonBorder, palette));
    painter.drawEllipse(box);
    painter.setFont(typeFont(TypeRole::Caption));
    painter.setPen(toneColor(reached ? Tone::Text2 : Tone::Text3, palette));
    painter.drawText(box, Qt::AlignCenter, QString::number(number));
}

} // namespace

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, QOverload<>::of(&QWidget::update));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepList::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    const int running = runningIndex();
    const QString id = running < 0 ? QString() : steps.at(running).id;
    if (id != m_runningId) {
        m_runningId = id;
        m_running.start();
    }
    if (running >= 0)
        m_tick.start();
    else
        m_tick.stop();
    describe();
    updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    return { 340, int(m_steps.size()) * rowHeight() };
}

QSize StepList::minimumSizeHint() const
{
    return { 260, sizeHint().height() };
}

int StepList::rowHeight() const
{
    return QFontMetrics(typeFont(TypeRole::Body)).height() + QFontMetrics(typeFont(TypeRole::Caption)).height() + 9;
}

int StepList::runningIndex() const
{
    for (int i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).state == StepState::Running)
            return i;
    }
    return -1;
}

QString StepList::timeText(int index) const
{
    const Step &step = m_steps.at(index);
    switch (step.state) {
    case StepState::Running:
        return tr("%1 so far").arg(formatDuration(m_running.elapsed() / 1000));
    case StepState::NotReached:
    case StepState::Skipped:
        return stateWord(step.state);
    case StepState::Pending:
    case StepState::Done:
    case StepState::Failed:
        break;
    }
    return step.ms ? formatMs(double(*step.ms)) : QString();
}

void StepList::describe()
{
    QStringList sentences;
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        const QString head = tr("Step %1 of %2: %3, %4").arg(i + 1).arg(m_steps.size()).arg(step.title, stateWord(step.state));
        sentences << (step.detail.isEmpty() ? head : head + QStringLiteral(", ") + step.detail);
    }
    setAccessibleName(tr("Steps"));
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics body(typeFont(TypeRole::BodyStrong));
    const QFontMetrics small(typeFont(TypeRole::Caption));
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step &step = m_steps.at(i);
        const int top = i * rowHeight();
        paintMark(painter, QRectF(0.5, top + (rowHeight() - 20) / 2 + 0.5, 20, 20), step, i + 1, m_running.elapsed(), palette());
        const QString time = timeText(i);
        painter.setFont(typeFont(TypeRole::Secondary));
        const int timeWidth = time.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(time) + 12;
        painter.setPen(toneColor(Tone::Text2, palette()));
        painter.drawText(QRect(0, top, width(), rowHeight()), Qt::AlignRight | Qt::AlignVCenter, time);
        const bool loud = step.state == StepState::Running || step.state == StepState::Failed;
        const bool failed = step.state == StepState::Failed;
        const bool faint = step.state == StepState::NotReached || step.state == StepState::Skipped;
        const int space = width() - 33 - timeWidth;
        painter.setFont(typeFont(loud ? TypeRole::BodyStrong : TypeRole::Body));
        painter.setPen(toneColor(failed ? Tone::Error : faint ? Tone::Text3 : Tone::Text, palette()));
        const int titleHeight = step.detail.isEmpty() ? rowHeight() : body.height() + 6;
        painter.drawText(QRect(33, top, space, titleHeight), Qt::AlignVCenter | Qt::TextSingleLine,
            body.elidedText(step.title, Qt::ElideRight, space));
        painter.setFont(typeFont(TypeRole::Caption));
        painter.setPen(toneColor(failed ? Tone::Error : Tone::Text2, palette()));
        painter.drawText(QRect(33, top + body.height() + 3, space, small.height()), Qt::AlignVCenter | Qt::TextSingleLine,
            small.elidedText(step.detail, Qt::ElideRight, space));
    }
}

bool StepList::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = help->pos().y() / qMax(1, rowHeight());
        if (index >= 0 && index < m_steps.size())
            QToolTip::showText(help->globalPos(), m_steps.at(index).detail.toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace pilothouse
