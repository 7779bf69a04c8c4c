// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"
#include "models/tables/listtablemodel.h"

namespace pilothouse {

/// Events in the order they are given (newest first). Times are local, 24 h with seconds; the tooltip has the date.
class EventTableModel : public ListTableModel<Event>
{
    Q_OBJECT
public:
    enum Column { TimeColumn, TitleColumn, TextColumn, ColumnCount };
    enum EventRole { KindRole = FirstFreeRole, EntryRole };

    using ListTableModel::ListTableModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString rowKey(const Event &row) const override;
};

} // namespace pilothouse
