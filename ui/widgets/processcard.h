// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "ui/widgets/card.h"

#include <QHash>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace pilothouse {

/// The provider's processes with CPU and memory. Rows keep their place and selection while values change.
class ProcessCard : public Card
{
    Q_OBJECT
public:
    explicit ProcessCard(QWidget *parent = nullptr);

    void setSample(const TelemetrySample &sample);

private:
    bool sameProcesses(const QList<ProcessSample> &processes) const;
    void rebuild(const QList<ProcessSample> &processes);

    QLabel *m_total;
    QLabel *m_empty;
    QTreeWidget *m_tree;
    QList<QPair<qint64, qint64>> m_shape; ///< pid, parent in the order shown
    QHash<qint64, QTreeWidgetItem *> m_items;
};

} // namespace pilothouse
