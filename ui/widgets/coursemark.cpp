// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/coursemark.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace pilothouse {

CourseMark::CourseMark(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CourseMark::setSign(Sign sign)
{
    m_sign = sign;
    updateGeometry();
    update();
}

QSize CourseMark::sizeHint() const
{
    return { m_sign == Sign::Differ || m_sign == Sign::Failed ? 20 : 46, 20 };
}

void CourseMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tone = [this](Tone value) { return toneColor(value, palette()); };
    if (m_sign == Sign::Differ || m_sign == Sign::Failed) {
        const bool failed = m_sign == Sign::Failed;
        painter.drawPixmap(0, 0,
            iconPixmap(failed ? QStringLiteral("fail") : QStringLiteral("not-equal"), tone(failed ? Tone::Error : Tone::Warn), 20,
                devicePixelRatioF()));
        return;
    }
    const qreal y = height() / 2.0;
    if (m_sign == Sign::Agree) {
        painter.setPen(QPen(tone(Tone::Ok), 1.6));
        painter.drawLine(QPointF(5, y), QPointF(41, y));
        painter.setBrush(tone(Tone::Ok));
        painter.setPen(Qt::NoPen);
    } else {
        painter.setPen(QPen(tone(m_sign == Sign::Busy ? Tone::Info : Tone::Line2), 1.6));
        painter.setBrush(Qt::NoBrush);
    }
    const qreal radius = m_sign == Sign::Agree ? 5 : 4.2;
    for (int node = 0; node < 3; ++node)
        painter.drawEllipse(QPointF(5 + node * 18, y), radius, radius);
    if (m_sign == Sign::Busy) {
        painter.setBrush(tone(Tone::Info));
        painter.drawEllipse(QPointF(5, y), radius, radius);
    }
}

} // namespace pilothouse
