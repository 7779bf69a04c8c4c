// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/monitorstrip.h"
#include "ui/pages/monitor/timeruler.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class StripLegend;

/// All strips above one time axis, like a chart recorder. Rows are made anew only when other strips come.
class StripBoard : public Card
{
    Q_OBJECT
public:
    explicit StripBoard(QWidget *parent = nullptr);

    void setView(const MonitorView &view);
    void setMarkers(const QList<MonitorMarker> &markers);
    int plotWidth() const; ///< pixels; before the first layout a usual one

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        QString id;
        StripLegend *legend;
        StripChart *chart;
    };

    void rebuild(const QList<MonitorStrip> &strips);
    void alignRulers();

    QWidget *m_rowsHost = nullptr;
    QList<Row> m_rows;
    QList<MonitorMarker> m_markers;
    TimeRuler *m_top;
    TimeRuler *m_bottom;
};

} // namespace pilothouse
