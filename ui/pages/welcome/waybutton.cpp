// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/waybutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

WayButton::WayButton(
    const QString &icon, const QString &title, const QString &line, const QString &shortcut, bool primary, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_line(line), m_shortcut(shortcut), m_primary(primary)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(line);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize WayButton::sizeHint() const
{
    const int text = QFontMetrics(typeFont(TypeRole::CardTitle)).height() + QFontMetrics(typeFont(TypeRole::Secondary)).height();
    return { 368, qMax(68, text + 30) };
}

void WayButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tone = [this](Tone value) { return toneColor(value, palette()); };
    const bool touched = underMouse() || isDown();
    if (m_primary)
        stylepaint::box(&painter, rect(), 8, tone(touched ? Tone::AccentHover : Tone::Accent), Qt::transparent);
    else
        stylepaint::box(&painter, rect(), 8, tone(touched ? Tone::Hover : Tone::Base), tone(Tone::ButtonBorder));
    const QColor text = tone(m_primary ? Tone::OnAccent : Tone::Text);
    const QColor quiet = tone(m_primary ? Tone::OnAccent : Tone::Text2);
    painter.drawPixmap(
        18, (height() - 20) / 2, iconPixmap(m_icon, tone(m_primary ? Tone::OnAccent : Tone::Accent), 20, devicePixelRatioF()));
    painter.setFont(typeFont(TypeRole::Caption));
    const int shortcut = m_shortcut.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(m_shortcut);
    const QFontMetrics title(typeFont(TypeRole::CardTitle));
    const QFontMetrics line(typeFont(TypeRole::Secondary));
    const int top = (height() - title.height() - line.height() - 2) / 2;
    painter.setPen(quiet);
    painter.drawText(width() - 16 - shortcut, top + title.ascent(), m_shortcut);
    painter.setFont(typeFont(TypeRole::CardTitle));
    painter.setPen(text);
    painter.drawText(
        54, top + title.ascent(), title.elidedText(QAbstractButton::text(), Qt::ElideRight, width() - 78 - shortcut));
    painter.setFont(typeFont(TypeRole::Secondary));
    painter.setPen(quiet);
    painter.drawText(54, top + title.height() + 2 + line.ascent(), line.elidedText(m_line, Qt::ElideRight, width() - 70));
    if (!hasFocus())
        return;
    if (m_primary)
        stylepaint::box(&painter, QRectF(rect()).adjusted(3, 3, -3, -3), 6, Qt::NoBrush, tone(Tone::OnAccent), 1.5);
    else
        stylepaint::focusRing(&painter, rect(), 8, palette());
}

} // namespace pilothouse
