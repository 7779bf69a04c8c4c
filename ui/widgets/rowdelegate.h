// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>

class QTreeView;

namespace pilothouse {

/// Rows of lists and tables as in the pictures: room at both sides of a cell, a hairline below, check boxes where the model
/// has them. A disabled row is a heading.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int padding = 14;

    explicit RowDelegate(int rowHeight, QObject *parent = nullptr);
    static void install(QTreeView *view, int rowHeight); ///< with header cells that stand above the cells

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(
        QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    int m_rowHeight;
};

} // namespace pilothouse
