// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"
#include "models/tables/listtablemodel.h"

namespace pilothouse {

/// Models that can be switched to. Sizes in bytes, context in tokens; what is unknown shows "—".
class ModelTableModel : public ListTableModel<ModelEntry>
{
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, ParametersColumn, QuantizationColumn, ContextColumn, StateColumn, ColumnCount };
    enum ModelRole { EntryRole = FirstFreeRole, CurrentRole };

    using ListTableModel::ListTableModel;

    void setCurrentModel(const ModelName &name); ///< the one in use; marked "in use"
    ModelName currentModel() const { return m_current; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QString rowKey(const ModelEntry &row) const override;

private:
    QString text(const ModelEntry &entry, int column) const;
    QVariant sortValue(const ModelEntry &entry, int column) const;
    QString stateText(const ModelEntry &entry) const;

    ModelName m_current;
};

} // namespace pilothouse
