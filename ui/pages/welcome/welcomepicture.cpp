// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/welcomepicture.h"

#include "ui/theme/icons.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

WelcomePicture::WelcomePicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Pilothouse compares what .env says, what the process uses and what the API serves"));
}

QSize WelcomePicture::sizeHint() const
{
    return { 860,
        26 + QFontMetrics(typeFont(TypeRole::BodyStrong)).height() + QFontMetrics(typeFont(TypeRole::Secondary)).height() };
}

void WelcomePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString names[3] = { tr(".env says"), tr("Process uses"), tr("API serves") };
    const QString lines[3] = { tr("what is configured"), tr("what was started"), tr("what answers") };
    const QFontMetrics strong(typeFont(TypeRole::BodyStrong));
    const QFontMetrics small(typeFont(TypeRole::Secondary));
    const int last = width() - qMax(strong.horizontalAdvance(names[2]), small.horizontalAdvance(lines[2])) - 20;
    const QColor green = toneColor(Tone::Ok, palette());
    painter.setPen(QPen(green, 2));
    painter.drawLine(QPointF(7, 9), QPointF(last + 7, 9));
    for (int i = 0; i < 3; ++i) {
        const int x = last * i / 2;
        painter.setPen(QPen(green, 2));
        painter.setBrush(toneColor(Tone::Window, palette()));
        painter.drawEllipse(QPointF(x + 7, 9), 6.2, 6.2);
        painter.setFont(typeFont(TypeRole::BodyStrong));
        painter.setPen(toneColor(Tone::Text, palette()));
        painter.drawText(x, 22 + strong.ascent(), names[i]);
        painter.setFont(typeFont(TypeRole::Secondary));
        painter.setPen(toneColor(Tone::Text2, palette()));
        painter.drawText(x, 24 + strong.height() + small.ascent(), lines[i]);
    }
}

DropHint::DropHint(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DropHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneColor(Tone::ButtonBorder, palette()), 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    painter.drawPixmap(18, (height() - 16) / 2,
        iconPixmap(QStringLiteral("download"), toneColor(Tone::Text2, palette()), 16, devicePixelRatioF()));
    painter.setPen(toneColor(Tone::Text2, palette()));
    painter.drawText(rect().adjusted(54, 0, -12, 0), Qt::AlignVCenter, tr("or drop a folder here"));
}

} // namespace pilothouse
