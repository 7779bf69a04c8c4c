// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/modelchooser.h"

#include "ui/theme/icons.h"
#include "ui/theme/stylekeys.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int cellPadding = 10;

/// Rows of the pictures' height with room between the columns; the model in use is demi-bold.
class ModelRowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize hint = QStyledItemDelegate::sizeHint(option, index);
        return { hint.width() + 2 * cellPadding, qMax(34, hint.height() + 12) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem item(option);
        initStyleOption(&item, index);
        const QWidget *view = option.widget;
        view->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, view);
        const bool selected = item.state & QStyle::State_Selected;
        const bool current = index.data(ModelTableModel::CurrentRole).toBool();
        const bool strong = current && index.column() == ModelTableModel::NameColumn;
        painter->setFont(typeFont(strong ? TypeRole::BodyStrong : TypeRole::Body));
        painter->setPen(toneColor(selected ? Tone::AccentText : Tone::Text, option.palette));
        const QRect cell = item.rect.adjusted(cellPadding, 0, -cellPadding, 0);
        const QString text = painter->fontMetrics().elidedText(item.text, Qt::ElideRight, cell.width());
        painter->drawText(cell, int(item.displayAlignment) | Qt::TextSingleLine, text);
    }
};

} // namespace

ModelChooser::ModelChooser(QWidget *parent)
    : QWidget(parent), m_models(new ModelTableModel(this)), m_sorted(new QSortFilterProxyModel(this)), m_filter(new QLineEdit),
      m_table(new QTreeView), m_stack(new QStackedLayout(this)), m_noticeTitle(makeLabel(QString(), TypeRole::BodyStrong)),
      m_noticeText(makeLabel(QString(), TypeRole::Body, Tone::Text2))
{
    m_sorted->setSourceModel(m_models);
    m_sorted->setSortRole(ModelTableModel::SortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_stack->addWidget(makeTablePage());
    m_stack->addWidget(makeNoticePage());
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelChooser::selectionChanged);
    connect(m_table, &QTreeView::activated, this, &ModelChooser::activated);
    setLoading();
}

QWidget *ModelChooser::makeTablePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_filter->setPlaceholderText(tr("Find a model"));
    m_filter->setAccessibleName(tr("Find a model"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setText(m_filter->accessibleName());
    layout->addWidget(m_filter);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Models"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setItemDelegate(new ModelRowDelegate(m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ModelTableModel::NameColumn, Qt::AscendingOrder);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(ModelTableModel::NameColumn, QHeaderView::Stretch);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setProperty(stylekeys::headerPadding, cellPadding - 2); // the style adds 2 itself
    m_table->setMinimumHeight(220);
    layout->addWidget(m_table, 1);
    return page;
}

QWidget *ModelChooser::makeNoticePage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setAlignment(Qt::AlignCenter);
    layout->setSpacing(6);
    for (QLabel *label : { m_noticeTitle, m_noticeText }) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    return page;
}

void ModelChooser::setLoading()
{
    showNotice(tr("Reading the list of models…"), QString());
}

void ModelChooser::setModels(const QList<ModelEntry> &models)
{
    m_models->setRows(models);
    if (models.isEmpty()) {
        showNotice(tr("No model is installed"),
            tr("Ollama: run “ollama pull smollm2:135m” in a terminal. vLLM: set VLLM_MODEL to a Hugging Face id and restart."));
        return;
    }
    const bool first = m_stack->currentIndex() != 0;
    m_stack->setCurrentIndex(0);
    if (first && !m_table->currentIndex().isValid()) {
        int row = 0; // the first model that would be a change
        while (row + 1 < m_sorted->rowCount() && m_sorted->index(row, 0).data(ModelTableModel::CurrentRole).toBool())
            ++row;
        m_table->setCurrentIndex(m_sorted->index(row, 0));
        m_table->setFocus(Qt::OtherFocusReason);
    }
    Q_EMIT selectionChanged();
}

void ModelChooser::setFailure(const Failure &failure)
{
    QStringList text{ failure.cause, failure.fix };
    text.removeAll(QString());
    showNotice(failure.message, text.join(QLatin1Char('\n')));
}

void ModelChooser::setCurrentModel(const ModelName &name)
{
    m_models->setCurrentModel(name);
    Q_EMIT selectionChanged();
}

ModelName ModelChooser::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (m_stack->currentIndex() != 0 || rows.isEmpty() || rows.first().data(ModelTableModel::CurrentRole).toBool())
        return {};
    return rows.first().data(ModelTableModel::EntryRole).value<ModelEntry>().name;
}

QString ModelChooser::notice() const
{
    return m_stack->currentIndex() == 0 ? QString() : m_noticeTitle->text() + QLatin1Char('\n') + m_noticeText->text();
}

void ModelChooser::showNotice(const QString &title, const QString &text)
{
    m_noticeTitle->setText(title);
    m_noticeText->setText(text);
    m_noticeText->setVisible(!text.isEmpty());
    m_stack->setCurrentIndex(1);
    Q_EMIT selectionChanged();
}

} // namespace pilothouse
