// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/iconlabel.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace pilothouse {

IconLabel::IconLabel(const QString &name, Tone tone, int size, QWidget *parent) : QWidget(parent), m_name(name), m_tone(tone)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(const QString &name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor color = toneColor(isEnabled() ? m_tone : Tone::Disabled, palette());
    painter.drawPixmap(0, 0, iconPixmap(m_name, color, width(), devicePixelRatioF()));
}

} // namespace pilothouse
