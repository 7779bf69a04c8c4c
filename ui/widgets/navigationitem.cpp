// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationitem.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

namespace {

struct BadgeLook
{
    Tone fill;
    Tone text;
    Tone dot;
};

BadgeLook lookOf(NavigationBar::Badge badge)
{
    switch (badge) {
    case NavigationBar::Badge::Warning:
        return { Tone::WarnTint, Tone::Warn, Tone::WarnLine };
    case NavigationBar::Badge::Error:
        return { Tone::ErrorTint, Tone::Error, Tone::Error };
    case NavigationBar::Badge::Neutral:
        break;
    }
    return { Tone::Track, Tone::Text2, Tone::Text3 };
}

} // namespace

NavigationItem::NavigationItem(const QString &id, const QString &title, const QString &icon, int group, QWidget *parent)
    : QAbstractButton(parent), m_id(id), m_icon(icon), m_groupNumber(group)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavigationItem::setBadge(int count, NavigationBar::Badge badge)
{
    m_count = count;
    m_badge = badge;
    describe();
    update();
}

void NavigationItem::setNarrow(bool on)
{
    m_narrow = on;
    describe();
    update();
}

void NavigationItem::setWhyDisabled(const QString &why)
{
    m_why = why;
    describe();
}

void NavigationItem::describe()
{
    setAccessibleName(text());
    setAccessibleDescription(m_count > 0 ? QString::number(m_count) : m_why);
    setToolTip(!isEnabled() && !m_why.isEmpty() ? m_why : m_narrow ? text() : QString());
}

QSize NavigationItem::sizeHint() const
{
    return { m_narrow ? 40 : 180, qMax(34, fontMetrics().height() + 14) };
}

void NavigationItem::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool chosen = isChecked() && isEnabled();
    const auto tone = [this](Tone value) { return toneColor(value, palette()); };
    if (chosen || (isEnabled() && underMouse()))
        stylepaint::box(&painter, rect(), 6, tone(chosen ? Tone::AccentTint : Tone::NavHover), Qt::transparent);
    if (chosen)
        stylepaint::box(&painter, QRectF(0, 9, 3, height() - 18), 1.5, tone(Tone::Accent), Qt::transparent);
    const QColor color = tone(!isEnabled() ? Tone::Disabled : chosen ? Tone::AccentText : Tone::Text);
    const QColor iconColor = chosen ? tone(Tone::Accent) : isEnabled() ? tone(Tone::Text2) : color;
    painter.drawPixmap(12, (height() - 16) / 2, iconPixmap(m_icon, iconColor, 16, devicePixelRatioF()));
    const BadgeLook look = lookOf(m_badge);
    if (m_narrow) {
        if (m_count > 0)
            stylepaint::box(&painter, QRectF(25, height() / 2.0 - 9, 8, 8), 4, tone(look.dot), Qt::transparent);
    } else {
        int right = width() - 8;
        if (m_count > 0) {
            painter.setFont(typeFont(TypeRole::Caption));
            const QString count = QString::number(m_count);
            const int breadth = qMax(20, painter.fontMetrics().horizontalAdvance(count) + 12);
            const QRect pill(right - breadth, (height() - 18) / 2, breadth, 18);
            stylepaint::box(&painter, pill, 9, tone(look.fill), Qt::transparent);
            painter.setPen(tone(look.text));
            QFont strong = painter.font();
            strong.setWeight(QFont::DemiBold);
            painter.setFont(strong);
            painter.drawText(pill, Qt::AlignCenter, count);
            right = pill.left() - 4;
        }
        painter.setFont(typeFont(chosen ? TypeRole::BodyStrong : TypeRole::Body));
        painter.setPen(color);
        const QRect area(38, 0, right - 38, height());
        painter.drawText(
            area, Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
    }
    if (hasFocus())
        stylepaint::focusRing(&painter, rect(), 6, palette());
}

} // namespace pilothouse
