// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/eventtablemodel.h"

#include <QLocale>

namespace pilothouse {

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Event &event = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == TimeColumn)
            return event.at.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
        return index.column() == TitleColumn ? event.title : event.text;
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn)
            return QLocale().toString(event.at.toLocalTime(), QLocale::LongFormat).toHtmlEscaped();
        return index.column() == TextColumn ? QVariant(event.text.toHtmlEscaped()) : QVariant();
    case SortRole:
        if (index.column() == TimeColumn)
            return event.at;
        return index.column() == TitleColumn ? event.title : event.text;
    case KindRole:
        return int(event.kind);
    case EntryRole:
        return QVariant::fromValue(event);
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case TitleColumn:
        return tr("Event");
    case TextColumn:
        return tr("Details");
    default:
        return {};
    }
}

QString EventTableModel::rowKey(const Event &row) const
{
    return QStringLiteral("%1|%2|%3").arg(row.at.toMSecsSinceEpoch()).arg(int(row.kind)).arg(row.title);
}

} // namespace pilothouse
