// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/processtablemodel.h"

#include "models/domain/format.h"

namespace pilothouse {

namespace {

QString bytesText(const Reading<qint64> &reading)
{
    return formatBytes(reading ? std::optional<qint64>(reading.value()) : std::nullopt);
}

QString displayText(const ProcessSample &sample, int column)
{
    switch (column) {
    case ProcessTableModel::NameColumn:
        return QString(sample.depth * 2, QLatin1Char(' ')) + sample.name;
    case ProcessTableModel::PidColumn:
        return QString::number(sample.pid);
    case ProcessTableModel::RamColumn:
        return bytesText(sample.residentBytes);
    case ProcessTableModel::CpuColumn:
        return formatPercent(sample.cpuPercent ? std::optional<double>(sample.cpuPercent.value()) : std::nullopt);
    case ProcessTableModel::GpuColumn:
        return bytesText(sample.gpuBytes);
    default:
        return {};
    }
}

QString failureReason(const ProcessSample &sample, int column)
{
    switch (column) {
    case ProcessTableModel::RamColumn:
        return sample.residentBytes.reason();
    case ProcessTableModel::CpuColumn:
        return sample.cpuPercent.reason();
    case ProcessTableModel::GpuColumn:
        return sample.gpuBytes.reason();
    default:
        return {};
    }
}

} // namespace

int ProcessTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProcessTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ProcessSample &sample = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(sample, index.column());
    case Qt::ToolTipRole: {
        const QString reason = failureReason(sample, index.column());
        return reason.isEmpty() ? QVariant() : QVariant(reason.toHtmlEscaped());
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == NameColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case SortRole:
        return sortValue(sample, index.column());
    default:
        return {};
    }
}

QVariant ProcessTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(((section != NameColumn) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Process");
    case PidColumn:
        return tr("PID");
    case RamColumn:
        return tr("RAM");
    case CpuColumn:
        return tr("CPU");
    case GpuColumn:
        return tr("GPU memory");
    default:
        return {};
    }
}

QString ProcessTableModel::rowKey(const ProcessSample &row) const
{
    return QString::number(row.pid);
}

QVariant ProcessTableModel::sortValue(const ProcessSample &sample, int column) const
{
    switch (column) {
    case PidColumn:
        return sample.pid;
    case RamColumn:
        return sample.residentBytes.valueOr(-1);
    case CpuColumn:
        return sample.cpuPercent.valueOr(-1.0);
    case GpuColumn:
        return sample.gpuBytes.valueOr(-1);
    default:
        return sample.name;
    }
}

} // namespace pilothouse
