// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/timeruler.h"

#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace pilothouse {

namespace {

constexpr int iconSize = 14;
constexpr qint64 quarterHour = 15 * 60 * 1000;

} // namespace

QString clockText(qint64 timeMs, qint64 rangeMs)
{
    return QDateTime::fromMSecsSinceEpoch(timeMs).toString(
        rangeMs <= quarterHour ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

TimeRuler::TimeRuler(Side side, QWidget *parent) : QWidget(parent), m_side(side)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeRuler::setTime(qint64 nowMs, qint64 rangeMs)
{
    m_nowMs = nowMs;
    m_rangeMs = std::max<qint64>(1, rangeMs);
    update();
}

void TimeRuler::setMarkers(const QList<MonitorMarker> &markers)
{
    m_markers = markers;
    QStringList texts;
    for (const MonitorMarker &marker : markers)
        texts << tr("%1 %2").arg(clockText(marker.timeMs, m_rangeMs), marker.text);
    setAccessibleName(tr("Markers"));
    setAccessibleDescription(texts.join(QStringLiteral("; ")));
    update();
}

void TimeRuler::setPlotLeft(int pixels)
{
    m_plotLeft = pixels;
    update();
}

QSize TimeRuler::sizeHint() const
{
    return { 200, QFontMetrics(typeFont(TypeRole::Caption)).height() + 10 };
}

double TimeRuler::xOf(qint64 timeMs) const
{
    const double plotWidth = width() - m_plotLeft - StripChart::rightMargin;
    return m_plotLeft + plotWidth + double(timeMs - m_nowMs) / double(m_rangeMs) * plotWidth;
}

void TimeRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_side == Side::Bottom)
        paintClock(painter);
    else
        paintMarkers(painter);
}

void TimeRuler::paintClock(QPainter &painter) const
{
    painter.setFont(typeFont(TypeRole::Caption));
    painter.setPen(toneColor(Tone::Text2, palette()));
    const QFontMetrics metrics = painter.fontMetrics();
    const int wide = metrics.horizontalAdvance(clockText(0, m_rangeMs));
    const bool half = width() - m_plotLeft < 6 * (wide + 16);
    for (int i = 0; i <= 6; i += half ? 2 : 1) {
        const qint64 timeMs = m_nowMs - m_rangeMs + m_rangeMs * i / 6;
        double left = xOf(timeMs) - (i == 0 ? 0 : i == 6 ? wide : wide / 2.0);
        painter.drawText(QPointF(left, 4 + metrics.ascent()), clockText(timeMs, m_rangeMs));
    }
}

void TimeRuler::paintMarkers(QPainter &painter)
{
    m_places.clear();
    double free = m_plotLeft - iconSize;
    for (const MonitorMarker &marker : std::as_const(m_markers)) {
        const double x = xOf(marker.timeMs);
        if (x < m_plotLeft || x > width() - StripChart::rightMargin + 1)
            continue;
        painter.setPen(QPen(toneColor(Tone::Text3, palette()), 1, Qt::DashLine));
        painter.drawLine(QPointF(std::floor(x) + 0.5, height() - 3), QPointF(std::floor(x) + 0.5, height()));
        const double left = x - iconSize / 2.0;
        if (left < free)
            continue; // no room beside the one before; its line is drawn all the same
        const QRect place(int(left), height() - 4 - iconSize, iconSize, iconSize);
        painter.drawPixmap(place, iconPixmap(marker.icon, toneColor(Tone::Text2, palette()), iconSize, devicePixelRatioF()));
        m_places << qMakePair(place, marker.text);
        free = left + iconSize + 3;
    }
}

bool TimeRuler::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const auto &[place, text] : std::as_const(m_places)) {
        if (place.adjusted(-2, -4, 2, 4).contains(help->pos())) {
            QToolTip::showText(help->globalPos(), QStringLiteral("<span>%1</span>").arg(text.toHtmlEscaped()), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace pilothouse
