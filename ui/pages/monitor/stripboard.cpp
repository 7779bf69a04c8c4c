// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/stripboard.h"

#include "ui/pages/monitor/striplegend.h"
#include "ui/widgets/hairline.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

/// Shares of the height: memory is read most.
int shareOf(const QString &id)
{
    return id.startsWith(QLatin1String("memory")) ? 20 : id == QLatin1String("tokens") ? 17 : 13;
}

} // namespace

StripBoard::StripBoard(QWidget *parent)
    : Card(parent), m_top(new TimeRuler(TimeRuler::Side::Top)), m_bottom(new TimeRuler(TimeRuler::Side::Bottom))
{
    body()->setContentsMargins(0, 4, 0, 4);
    body()->setSpacing(0);
    body()->addWidget(m_top);
    body()->addWidget(m_bottom);
    setAccessibleName(tr("Charts"));
}

void StripBoard::setView(const MonitorView &view)
{
    const bool same = m_rows.size() == view.strips.size()
        && std::equal(m_rows.begin(), m_rows.end(), view.strips.begin(),
            [](const Row &row, const MonitorStrip &strip) { return row.id == strip.id; });
    if (!same)
        rebuild(view.strips);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows[i].legend->setStrip(view.strips[i]);
        m_rows[i].chart->setStrip(view.strips[i], view.nowMs, view.rangeMs);
        m_rows[i].chart->setAccessibleName(m_rows[i].legend->accessibleName());
        m_rows[i].chart->setAccessibleDescription(m_rows[i].legend->accessibleDescription());
    }
    m_top->setTime(view.nowMs, view.rangeMs);
    m_bottom->setTime(view.nowMs, view.rangeMs);
}

void StripBoard::rebuild(const QList<MonitorStrip> &strips)
{
    delete m_rowsHost;
    m_rows.clear();
    m_rowsHost = new QWidget;
    auto *rows = new QVBoxLayout(m_rowsHost);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const MonitorStrip &strip : strips) {
        if (!m_rows.isEmpty())
            rows->addWidget(new Hairline);
        auto *line = new QHBoxLayout;
        line->setSpacing(0);
        Row row{ strip.id, new StripLegend, new StripChart };
        row.chart->setObjectName(QStringLiteral("strip-") + strip.id);
        row.chart->setStoppedLabelled(m_rows.isEmpty());
        row.chart->setMarkers(m_markers);
        line->addWidget(row.legend);
        line->addWidget(row.chart, 1);
        rows->addLayout(line, shareOf(strip.id));
        m_rows << row;
    }
    body()->insertWidget(1, m_rowsHost, 1);
    QTimer::singleShot(0, this, &StripBoard::alignRulers); // after the layout has given the charts their place
}

void StripBoard::alignRulers()
{
    if (m_rows.isEmpty())
        return;
    const int left = m_rows.first().legend->sizeHint().width() + StripChart::leftMargin;
    m_top->setPlotLeft(left);
    m_bottom->setPlotLeft(left);
}

void StripBoard::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    alignRulers();
}

void StripBoard::setMarkers(const QList<MonitorMarker> &markers)
{
    m_markers = markers;
    m_top->setMarkers(markers);
    for (const Row &row : std::as_const(m_rows))
        row.chart->setMarkers(markers);
}

int StripBoard::plotWidth() const
{
    return m_rows.isEmpty() ? 600 : std::max(60, int(m_rows.first().chart->plotArea().width()));
}

} // namespace pilothouse
