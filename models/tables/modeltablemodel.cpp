// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/modeltablemodel.h"

#include "models/domain/format.h"

#include <QLocale>

namespace pilothouse {

void ModelTableModel::setCurrentModel(const ModelName &name)
{
    if (name == m_current)
        return;
    m_current = name;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ModelTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ModelTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ModelEntry &entry = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == SizeColumn || index.column() == ContextColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case SortRole:
        return sortValue(entry, index.column());
    case EntryRole:
        return QVariant::fromValue(entry);
    case CurrentRole:
        return !m_current.isEmpty() && entry.name.matches(m_current);
    default:
        return {};
    }
}

QVariant ModelTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            ((section == SizeColumn || section == ContextColumn) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Model");
    case SizeColumn:
        return tr("Size");
    case ParametersColumn:
        return tr("Parameters");
    case QuantizationColumn:
        return tr("Quantisation");
    case ContextColumn:
        return tr("Context");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

QString ModelTableModel::rowKey(const ModelEntry &row) const
{
    return row.provider + QLatin1Char('\n') + row.name.text();
}

QString ModelTableModel::text(const ModelEntry &entry, int column) const
{
    const QString unknown = QStringLiteral("—");
    switch (column) {
    case NameColumn:
        return entry.name.text();
    case SizeColumn:
        return formatBytes(entry.sizeBytes);
    case ParametersColumn:
        return entry.parameters.isEmpty() ? unknown
                                          : QString(entry.parameters).replace(QLatin1Char('.'), QLocale().decimalPoint());
    case QuantizationColumn:
        return entry.quantization.isEmpty() ? unknown : entry.quantization;
    case ContextColumn:
        return entry.contextLength ? formatCount(*entry.contextLength) : unknown;
    case StateColumn:
        return stateText(entry);
    default:
        return {};
    }
}

/// "134.52M" and "7.6B" as a number; -1 when it is none.
static double parameterCount(const QString &text)
{
    bool ok = false;
    const double number = text.chopped(text.isEmpty() ? 0 : 1).toDouble(&ok);
    const double unit = text.endsWith(QLatin1Char('B')) ? 1e9 : text.endsWith(QLatin1Char('M')) ? 1e6 : 0;
    return ok && unit > 0 ? number * unit : -1;
}

QVariant ModelTableModel::sortValue(const ModelEntry &entry, int column) const
{
    switch (column) {
    case SizeColumn:
        return entry.sizeBytes.value_or(-1);
    case ParametersColumn:
        return parameterCount(entry.parameters);
    case ContextColumn:
        return entry.contextLength.value_or(-1);
    default:
        return text(entry, column).toCaseFolded();
    }
}

QString ModelTableModel::stateText(const ModelEntry &entry) const
{
    if (!m_current.isEmpty() && entry.name.matches(m_current))
        return tr("in use");
    if (entry.loaded)
        return tr("loaded");
    if (entry.source == QLatin1String("installed"))
        return tr("installed");
    if (entry.source == QLatin1String("served"))
        return tr("served");
    if (entry.source == QLatin1String("known list"))
        return tr("known list");
    return entry.source;
}

} // namespace pilothouse
