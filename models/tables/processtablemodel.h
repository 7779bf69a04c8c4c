// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "models/tables/listtablemodel.h"

namespace pilothouse {

/// Processes of the provider's tree, parents first; children are indented by two spaces a level. CPU 100 = one core.
class ProcessTableModel : public ListTableModel<ProcessSample>
{
    Q_OBJECT
public:
    enum Column { NameColumn, PidColumn, RamColumn, CpuColumn, GpuColumn, ColumnCount };

    using ListTableModel::ListTableModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString rowKey(const ProcessSample &row) const override;

private:
    QVariant sortValue(const ProcessSample &sample, int column) const;
};

} // namespace pilothouse
