// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/recentrow.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/typography.h"
#include "ui/widgets/deploymentbutton.h"

#include <QLocale>
#include <QPainter>

namespace pilothouse {

QString dayText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return RecentRow::tr("today %1").arg(local.toString(QStringLiteral("HH:mm")));
    if (days == 1)
        return RecentRow::tr("yesterday");
    return QLocale().toString(
        local.date(), local.date().year() == now.date().year() ? QStringLiteral("d MMMM") : QStringLiteral("d MMM yyyy"));
}

RecentRow::RecentRow(const RecentDeployment &entry, QWidget *parent) : QAbstractButton(parent), m_entry(entry)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(entry.name);
    setAccessibleName(tr("%1, %2").arg(entry.name, entry.path));
    setAccessibleDescription(entry.missing ? tr("folder missing") : entry.provider);
    setToolTip(entry.path.toHtmlEscaped());
    setEnabled(!entry.missing);
}

QSize RecentRow::sizeHint() const
{
    const int text = QFontMetrics(typeFont(TypeRole::Body)).height() + QFontMetrics(typeFont(TypeRole::MonoCaption)).height();
    return { 400, qMax(52, text + 16) };
}

void RecentRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tone = [this](Tone value) { return toneColor(value, palette()); };
    if (isEnabled() && (underMouse() || hasFocus()))
        painter.fillRect(rect(), tone(hasFocus() ? Tone::AccentTint : Tone::Hover));
    if (hasFocus())
        painter.fillRect(QRect(0, 0, 3, height()), tone(Tone::Accent));
    const bool missing = m_entry.missing;
    painter.drawPixmap(16, (height() - 16) / 2,
        iconPixmap(missing ? QStringLiteral("warn") : QStringLiteral("folder"), tone(missing ? Tone::Warn : Tone::Text2), 16,
            devicePixelRatioF()));
    painter.setFont(typeFont(TypeRole::Secondary));
    const QString day = dayText(m_entry.openedAt, QDateTime::currentDateTime());
    const QString provider = missing ? tr("folder missing") : m_entry.provider;
    const int dayWidth = qMax(82, painter.fontMetrics().horizontalAdvance(day));
    const QRect dayArea(width() - 16 - dayWidth, 0, dayWidth, height());
    painter.setPen(tone(Tone::Text3));
    painter.drawText(dayArea, Qt::AlignRight | Qt::AlignVCenter, day);
    const int providerWidth = painter.fontMetrics().horizontalAdvance(provider);
    const QRect providerArea(dayArea.left() - 14 - providerWidth, 0, providerWidth, height());
    painter.setPen(tone(missing ? Tone::Warn : Tone::Text2));
    painter.drawText(providerArea, Qt::AlignRight | Qt::AlignVCenter, provider);
    const QFontMetrics name(typeFont(TypeRole::Body));
    const QFontMetrics path(typeFont(TypeRole::MonoCaption));
    const int room = providerArea.left() - 44 - 10;
    const int top = (height() - name.height() - path.height()) / 2;
    painter.setFont(typeFont(hasFocus() ? TypeRole::BodyStrong : TypeRole::Body));
    painter.setPen(tone(missing ? Tone::Text3 : Tone::Text));
    painter.drawText(44, top + name.ascent(), painter.fontMetrics().elidedText(m_entry.name, Qt::ElideRight, room));
    painter.setFont(typeFont(TypeRole::MonoCaption));
    painter.setPen(tone(Tone::Text3));
    painter.drawText(
        44, top + name.height() + path.ascent(), path.elidedText(homeShortened(m_entry.path), Qt::ElideMiddle, room));
}

} // namespace pilothouse
