// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/failure.h"
#include "models/tables/modeltablemodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStackedLayout;
class QTreeView;

namespace pilothouse {

/// The models that can be chosen, with a filter; says how to get one when there is none.
class ModelChooser : public QWidget
{
    Q_OBJECT
public:
    explicit ModelChooser(QWidget *parent = nullptr);

    void setLoading();
    void setModels(const QList<ModelEntry> &models);
    void setFailure(const Failure &failure);
    void setCurrentModel(const ModelName &name);
    ModelName selected() const; ///< empty: nothing chosen, or the model in use
    QTreeView *table() const { return m_table; }
    QLineEdit *filter() const { return m_filter; }
    QString notice() const; ///< what stands in place of the table; empty while there is one

Q_SIGNALS:
    void selectionChanged();
    void activated();

private:
    QWidget *makeTablePage();
    QWidget *makeNoticePage();
    void showNotice(const QString &title, const QString &text);

    ModelTableModel *m_models;
    QSortFilterProxyModel *m_sorted;
    QLineEdit *m_filter;
    QTreeView *m_table;
    QStackedLayout *m_stack;
    QLabel *m_noticeTitle;
    QLabel *m_noticeText;
};

} // namespace pilothouse
