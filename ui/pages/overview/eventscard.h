// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"
#include "ui/widgets/card.h"

class QTableView;

namespace pilothouse {

class EventTableModel;

/// The last events, newest first: time, icon and title, text. Empty: says what will appear here.
class EventsCard : public Card
{
    Q_OBJECT
public:
    explicit EventsCard(QWidget *parent = nullptr);

    void setEvents(const QList<Event> &events); ///< newest first

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    EventTableModel *m_model;
    QTableView *m_view;
    QWidget *m_empty;
};

} // namespace pilothouse
