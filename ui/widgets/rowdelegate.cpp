// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/theme/stylekeys.h"
#include "ui/theme/tone.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QTreeView>

namespace pilothouse {

namespace {

QStyleOptionViewItem padded(const QStyleOptionViewItem &option)
{
    QStyleOptionViewItem inner(option);
    inner.rect.adjust(RowDelegate::padding - 3, 0, -3, 0); // the style itself leaves 3 px
    return inner;
}

} // namespace

RowDelegate::RowDelegate(int rowHeight, QObject *parent) : QStyledItemDelegate(parent), m_rowHeight(rowHeight) { }

void RowDelegate::install(QTreeView *view, int rowHeight)
{
    view->setItemDelegate(new RowDelegate(rowHeight, view));
    view->header()->setProperty(stylekeys::headerPadding, padding - 2); // the style adds 2 itself
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize hint = QStyledItemDelegate::sizeHint(option, index);
    return { hint.width() + 2 * padding, qMax(m_rowHeight, hint.height() + 8) };
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QWidget *view = option.widget;
    view->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, view);
    painter->fillRect(QRect(item.rect.left(), item.rect.bottom(), item.rect.width(), 1), toneColor(Tone::Line, item.palette));
    QStyleOptionViewItem inner = padded(item);
    if (item.state & QStyle::State_Selected)
        inner.palette.setColor(QPalette::Text, toneColor(Tone::AccentText, item.palette));
    else if (!(item.state & QStyle::State_Enabled))
        inner.palette.setColor(QPalette::Disabled, QPalette::Text, toneColor(Tone::Text2, item.palette));
    inner.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver | QStyle::State_HasFocus); // the panel is painted
    inner.backgroundBrush = Qt::NoBrush;
    view->style()->drawControl(QStyle::CE_ItemViewItem, &inner, painter, view);
}

bool RowDelegate::editorEvent(
    QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return QStyledItemDelegate::editorEvent(event, model, padded(option), index);
}

} // namespace pilothouse
