// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/steps.h"
#include "ui/widgets/card.h"

class QLabel;

namespace pilothouse {

/// The latest events, newest first, as a list beside the strips; the same moments are the dashed lines in them.
class MarkersCard : public Card
{
    Q_OBJECT
public:
    explicit MarkersCard(QWidget *parent = nullptr);

    void setEvents(const QList<Event> &events);

private:
    QLabel *m_empty;
    QWidget *m_rows = nullptr;
    QList<Event> m_shown;
};

QString eventIconName(Event::Kind kind);

} // namespace pilothouse
