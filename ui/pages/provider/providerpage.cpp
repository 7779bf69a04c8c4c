// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/provider/providerpage.h"

#include "models/tables/processtablemodel.h"
#include "ui/pages/provider/commandcard.h"
#include "ui/pages/provider/logcard.h"
#include "ui/pages/provider/statecard.h"
#include "ui/widgets/card.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse {

ProviderPage::ProviderPage(QWidget *parent)
    : PageFrame(tr("Provider"), parent), m_state(new StateCard), m_command(new CommandCard),
      m_processes(new ProcessTableModel(this)), m_log(new LogCard)
{
    content()->addWidget(m_state);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_command, 3);
    column->addWidget(makeProcesses(), 2);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setHandleWidth(12);
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(m_log);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setSizes({ 400, 640 });
    content()->addWidget(split, 1);

    connect(m_state, &StateCard::startRequested, this, &ProviderPage::startRequested);
    connect(m_state, &StateCard::cancelRequested, this, &ProviderPage::cancelStartRequested);
}

QWidget *ProviderPage::makeProcesses()
{
    auto *card = new Card;
    card->addHeader(tr("Processes"));
    m_processView = new QTableView;
    m_processView->setModel(m_processes);
    m_processView->setFrameShape(QFrame::NoFrame);
    m_processView->setShowGrid(false);
    m_processView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_processView->setTabKeyNavigation(false);
    m_processView->setAccessibleName(tr("Processes of the provider"));
    m_processView->verticalHeader()->hide();
    m_processView->verticalHeader()->setDefaultSectionSize(qMax(26, fontMetrics().height() + 10));
    m_processView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_processView->horizontalHeader()->setSectionResizeMode(ProcessTableModel::NameColumn, QHeaderView::Stretch);
    card->body()->setContentsMargins(0, 0, 0, 6);
    card->body()->addWidget(m_processView);
    return card;
}

void ProviderPage::setStatus(const ProviderStatus &status)
{
    m_state->setStatus(status);
    setContext(status.endpoint.text());
}

void ProviderPage::setLaunchSpec(const LaunchSpec &spec)
{
    m_command->setLaunchSpec(spec);
}

void ProviderPage::setSample(const TelemetrySample &sample)
{
    m_processes->setRows(sample.processes);
}

void ProviderPage::showEvent(QShowEvent *event)
{
    PageFrame::showEvent(event);
    Q_EMIT visibleChanged(true);
}

void ProviderPage::hideEvent(QHideEvent *event)
{
    PageFrame::hideEvent(event);
    Q_EMIT visibleChanged(false);
}

} // namespace pilothouse
