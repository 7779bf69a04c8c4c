// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/striplegend.h"

#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int left = 14;
constexpr int right = 6;
constexpr int top = 10;
constexpr int strokeWidth = 14;

int rowHeight()
{
    return QFontMetrics(typeFont(TypeRole::Secondary)).height() + 4;
}

} // namespace

StripLegend::StripLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Minimum);
}

void StripLegend::setStrip(const MonitorStrip &strip)
{
    const bool sameHeight = strip.series.size() == m_strip.series.size() && strip.note.isEmpty() == m_strip.note.isEmpty();
    m_strip = strip;
    QStringList values;
    for (const MonitorSeries &series : strip.series)
        values << tr("%1: %2").arg(series.title, series.valueText);
    if (!strip.note.isEmpty())
        values << strip.note;
    setAccessibleName(strip.unit.isEmpty() ? strip.title : tr("%1, %2").arg(strip.title, strip.unit));
    setAccessibleDescription(values.join(QStringLiteral("; ")));
    setToolTip(strip.note.isEmpty() ? QString() : QStringLiteral("<span>%1</span>").arg(strip.note.toHtmlEscaped()));
    if (!sameHeight)
        updateGeometry();
    update();
}

QSize StripLegend::sizeHint() const
{
    const int title = QFontMetrics(typeFont(TypeRole::CardTitle)).height() + 6;
    const int note = m_strip.note.isEmpty() ? 0 : QFontMetrics(typeFont(TypeRole::Caption)).height() + 4;
    return { 164 + 2 * fontMetrics().averageCharWidth(), top + title + int(m_strip.series.size()) * rowHeight() + note + 6 };
}

void StripLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int y = top;
    paintTitle(painter, y);
    y += QFontMetrics(typeFont(TypeRole::CardTitle)).height() + 6;
    for (const MonitorSeries &series : std::as_const(m_strip.series)) {
        paintSeries(painter, series, y);
        y += rowHeight();
    }
    if (m_strip.note.isEmpty())
        return;
    painter.setFont(typeFont(TypeRole::Caption));
    painter.setPen(toneColor(Tone::Text2, palette()));
    painter.drawText(QRect(left, y + 2, width() - left - right, height() - y - 4), Qt::TextWordWrap, m_strip.note);
}

void StripLegend::paintTitle(QPainter &painter, int y) const
{
    painter.setFont(typeFont(TypeRole::CardTitle));
    const QFontMetrics metrics = painter.fontMetrics();
    const QFontMetrics small(typeFont(TypeRole::Caption));
    const int unit = small.horizontalAdvance(m_strip.unit);
    const int room = width() - left - right;
    const int wanted = metrics.horizontalAdvance(m_strip.title);
    const QString title = metrics.elidedText(m_strip.title, Qt::ElideRight, std::min(room, std::max(60, room - unit - 8)));
    painter.setPen(toneColor(Tone::Text, palette()));
    painter.drawText(left, y + metrics.ascent(), title);
    if (std::min(wanted, metrics.horizontalAdvance(title)) + unit + 8 > room)
        return;
    painter.setFont(typeFont(TypeRole::Caption));
    painter.setPen(toneColor(Tone::Text2, palette()));
    painter.drawText(left + metrics.horizontalAdvance(title) + 8, y + metrics.ascent(), m_strip.unit);
}

void StripLegend::paintSeries(QPainter &painter, const MonitorSeries &series, int y) const
{
    const QFontMetrics metrics(typeFont(TypeRole::Secondary));
    const double middle = y + metrics.height() / 2.0;
    if (!series.runs.isEmpty() || series.points) {
        const QColor color = toneColor(Tone(int(Tone::Series1) + std::clamp(series.color, 1, 6) - 1), palette());
        painter.setPen(QPen(color, 2, series.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(color);
        if (series.points)
            painter.drawEllipse(QPointF(left + strokeWidth / 2.0, middle), 2.5, 2.5);
        else
            painter.drawLine(QPointF(left, middle), QPointF(left + strokeWidth, middle));
    }
    painter.setFont(typeFont(TypeRole::SecondaryStrong));
    painter.setPen(toneColor(series.last ? Tone::Text : Tone::Text3, palette()));
    const int value = painter.fontMetrics().horizontalAdvance(series.valueText);
    painter.drawText(width() - right - value, y + metrics.ascent(), series.valueText);
    painter.setFont(typeFont(TypeRole::Secondary));
    painter.setPen(toneColor(Tone::Text2, palette()));
    const int room = width() - left - strokeWidth - 6 - right - value - 8;
    painter.drawText(left + strokeWidth + 6, y + metrics.ascent(), metrics.elidedText(series.title, Qt::ElideRight, room));
}

} // namespace pilothouse
