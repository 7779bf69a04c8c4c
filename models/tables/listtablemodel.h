// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>
#include <QSet>

namespace pilothouse {

/// A table over a list of values. setRows() turns the new list into row-wise changes (remove, move, insert, changed), so
/// that selection and scroll position of a view survive. UI thread only.
template <typename T> class ListTableModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    enum Role {
        SortRole = Qt::UserRole, ///< a number, date or text to sort and filter by
        FirstFreeRole,
    };

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const T &row(int index) const { return m_rows.at(index); }
    const QList<T> &rows() const { return m_rows; }

    void setRows(const QList<T> &rows)
    {
        removeMissing(rows);
        for (int i = 0; i < rows.size(); ++i)
            placeRow(i, rows.at(i));
        if (m_rows.size() > rows.size()) {
            beginRemoveRows({}, int(rows.size()), int(m_rows.size()) - 1);
            m_rows.resize(rows.size());
            endRemoveRows();
        }
    }

protected:
    /// What makes a row the same row in the next list.
    virtual QString rowKey(const T &row) const = 0;

private:
    void removeMissing(const QList<T> &rows)
    {
        QSet<QString> keys;
        for (const T &row : rows)
            keys.insert(rowKey(row));
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (keys.contains(rowKey(m_rows.at(i))))
                continue;
            beginRemoveRows({}, i, i);
            m_rows.removeAt(i);
            endRemoveRows();
        }
    }

    void placeRow(int position, const T &row)
    {
        const QString key = rowKey(row);
        int found = position;
        while (found < m_rows.size() && rowKey(m_rows.at(found)) != key)
            ++found;
        if (found >= m_rows.size()) {
            beginInsertRows({}, position, position);
            m_rows.insert(position, row);
            endInsertRows();
            return;
        }
        if (found != position) {
            beginMoveRows({}, found, found, {}, position);
            m_rows.move(found, position);
            endMoveRows();
        }
        if (!(m_rows.at(position) == row)) {
            m_rows[position] = row;
            Q_EMIT dataChanged(index(position, 0), index(position, columnCount() - 1));
        }
    }

    QList<T> m_rows;
};

} // namespace pilothouse
