// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/eventdelegate.h"

#include "models/tables/eventtablemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace pilothouse {

namespace {

struct Look
{
    const char *icon;
    Tone tone;
};

Look lookOf(Event::Kind kind)
{
    switch (kind) {
    case Event::Kind::Started:
        return { "start", Tone::Accent };
    case Event::Kind::Ready:
    case Event::Kind::Loaded:
        return { "ok", Tone::Ok };
    case Event::Kind::Stopped:
        return { "stop", Tone::Text2 };
    case Event::Kind::Failed:
        return { "fail", Tone::Error };
    case Event::Kind::Saved:
        return { "save", Tone::Text2 };
    case Event::Kind::Switched:
        return { "switch", Tone::Accent };
    case Event::Kind::SmokeTest:
        return { "smoke", Tone::Text2 };
    case Event::Kind::Adopted:
        return { "link", Tone::Accent };
    case Event::Kind::Notice:
        break;
    }
    return { "info", Tone::Info };
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    row.viewItemPosition = index.column() == 0 ? QStyleOptionViewItem::Beginning : QStyleOptionViewItem::Middle;
    stylepaint::rowPanel(painter, row);
    const auto tone = [&option](Tone value) { return toneColor(value, option.palette); };
    painter->fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1), tone(Tone::Line));
    QRect area = option.rect.adjusted(0, 0, -8, -1);
    TypeRole role = TypeRole::Secondary;
    Tone color = Tone::Text3;
    if (index.column() == EventTableModel::TimeColumn) {
        area.setLeft(area.left() + 15);
    } else if (index.column() == EventTableModel::TitleColumn) {
        const Look look = lookOf(Event::Kind(index.data(EventTableModel::KindRole).toInt()));
        painter->drawPixmap(area.x(), area.y() + (area.height() - 16) / 2,
            iconPixmap(QString::fromLatin1(look.icon), tone(look.tone), 16, painter->device()->devicePixelRatioF()));
        area.setLeft(area.left() + 26);
        role = TypeRole::BodyStrong;
        color = Tone::Text;
    } else {
        role = TypeRole::Body;
        color = Tone::Text2;
    }
    painter->setFont(typeFont(role));
    painter->setPen(tone(color));
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(
        area, Qt::AlignVCenter | Qt::TextSingleLine, painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 60, qMax(32, option.fontMetrics.height() + 14) };
}

} // namespace pilothouse
