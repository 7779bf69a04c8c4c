// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/eventscard.h"

#include "models/tables/eventtablemodel.h"
#include "ui/pages/overview/eventdelegate.h"
#include "ui/theme/typography.h"
#include "ui/widgets/emptystate.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse {

EventsCard::EventsCard(QWidget *parent)
    : Card(parent), m_model(new EventTableModel(this)), m_view(new QTableView),
      m_empty(new EmptyState(
          QStringLiteral("clock"), tr("No events yet"), tr("Starts, saves, switches and tests will be listed here.")))
{
    addHeader(tr("Events"));
    body()->setContentsMargins(0, 0, 0, 6);
    body()->addWidget(m_view, 1);
    body()->addWidget(m_empty, 1);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EventDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setTabKeyNavigation(false);
    m_view->setAccessibleName(tr("Events"));
    m_view->horizontalHeader()->hide();
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setMinimumSectionSize(20);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(qMax(32, fontMetrics().height() + 14));
    m_view->setColumnWidth(EventTableModel::TimeColumn,
        QFontMetrics(typeFont(TypeRole::Secondary)).horizontalAdvance(QStringLiteral("00:00:00")) + 36);
    setMinimumHeight(136);
    setEvents({});
}

void EventsCard::setEvents(const QList<Event> &events)
{
    m_model->setRows(events);
    m_view->setVisible(!events.isEmpty());
    m_empty->setVisible(events.isEmpty());
}

void EventsCard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_view->setColumnWidth(EventTableModel::TitleColumn, qBound(110, width() / 3, 210));
}

} // namespace pilothouse
