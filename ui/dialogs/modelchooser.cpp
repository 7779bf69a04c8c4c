// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/modelchooser.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse {

ModelChooser::ModelChooser(QWidget *parent)
    : QWidget(parent), m_models(new ModelTableModel(this)), m_sorted(new QSortFilterProxyModel(this)), m_filter(new QLineEdit),
      m_table(new QTableView), m_stack(new QStackedLayout(this)), m_noticeTitle(makeLabel(QString(), TypeRole::BodyStrong)),
      m_noticeText(makeLabel(QString(), TypeRole::Body, Tone::Text2))
{
    m_sorted->setSourceModel(m_models);
    m_sorted->setSortRole(ModelTableModel::SortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_stack->addWidget(makeTablePage());
    m_stack->addWidget(makeNoticePage());
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ModelChooser::selectionChanged);
    connect(m_table, &QTableView::activated, this, &ModelChooser::activated);
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
    m_filter->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    layout->addWidget(m_filter);
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(tr("Models"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ModelTableModel::NameColumn, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(34);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ModelTableModel::NameColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
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
    if (first && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_sorted->index(0, 0));
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
