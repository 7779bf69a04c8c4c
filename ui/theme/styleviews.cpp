// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/tone.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QPainter>

namespace pilothouse::stylepaint {

void rowPanel(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hover = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    if (!selected && !hover) {
        if (option.backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option.rect, option.backgroundBrush);
        return;
    }
    painter->fillRect(option.rect, toneColor(selected ? Tone::AccentTint : Tone::Hover, option.palette));
    const bool first = option.viewItemPosition == QStyleOptionViewItem::Beginning
        || option.viewItemPosition == QStyleOptionViewItem::OnlyOne || option.viewItemPosition == QStyleOptionViewItem::Invalid;
    if (selected && first) {
        const QRect bar
            = QStyle::visualRect(option.direction, option.rect, QRect(option.rect.topLeft(), QSize(3, option.rect.height())));
        painter->fillRect(bar, toneColor(Tone::Accent, option.palette));
    }
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    painter->fillRect(option.rect, toneColor(Tone::Alt, option.palette));
    const QRect rect = option.rect;
    const QColor line = toneColor(Tone::Line, option.palette);
    if (option.orientation == Qt::Horizontal)
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    else
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), line);
}

void scrollSlider(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider)
{
    if (option.minimum == option.maximum)
        return;
    const bool touched = option.state & QStyle::State_MouseOver || option.state & QStyle::State_Sunken;
    const bool flat = option.orientation == Qt::Horizontal;
    const QRectF rect = flat ? QRectF(slider).adjusted(2, 3, -2, -2) : QRectF(slider).adjusted(3, 2, -2, -2);
    const qreal radius = qMin(rect.width(), rect.height()) / 2;
    box(painter, rect, radius, toneColor(touched ? Tone::Line2 : Tone::ButtonBorder, option.palette), Qt::transparent);
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar &option)
{
    const QRect groove(option.rect.x(), option.rect.center().y() - 3, option.rect.width(), 8);
    box(painter, groove, 3, toneColor(Tone::Track, option.palette), Qt::transparent);
    if (option.maximum <= option.minimum || option.progress <= option.minimum)
        return;
    const double share = double(option.progress - option.minimum) / (double(option.maximum) - option.minimum);
    QRect done = groove;
    done.setWidth(qMax(6, int(groove.width() * share)));
    box(painter, QStyle::visualRect(option.direction, groove, done), 3, toneColor(Tone::Accent, option.palette), Qt::transparent);
}

void viewFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(widget);
    const bool editor = area && !qobject_cast<const QAbstractItemView *>(widget);
    const bool focus = option.state & QStyle::State_HasFocus;
    const QColor line = toneColor(focus ? Tone::Accent : editor ? Tone::Line2 : Tone::Line, option.palette);
    box(painter, option.rect, editor ? 6 : 2, Qt::NoBrush, line, focus && editor ? 2 : 1); // rows reach into a view's corners
}

} // namespace pilothouse::stylepaint
