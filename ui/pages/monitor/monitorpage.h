// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/monitorstrip.h"
#include "models/domain/steps.h"
#include "models/domain/telemetrysample.h"
#include "ui/widgets/pageframe.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace pilothouse {

class MarkersCard;
class MessageBar;
class ProcessCard;
class SegmentedSwitch;
class StripBoard;

/// Strips of memory, tokens, load and first token over one time axis, beside the provider's processes and the events.
/// Values in: setSample() and setView() about once a second between visibleChanged(true) and (false). While paused the
/// strips stand still; the measuring goes on. Nothing of Qt Charts is built before the page is shown with a first view.
class MonitorPage : public PageFrame
{
    Q_OBJECT
public:
    explicit MonitorPage(QWidget *parent = nullptr);

    void setSample(const TelemetrySample &sample);
    void setView(const MonitorView &view);
    void setMarkers(const QList<Event> &events); ///< oldest first

    qint64 rangeMs() const;
    int buckets() const; ///< for monitorStrips(): half the plot's width
    bool isPaused() const;

Q_SIGNALS:
    void rangeChanged(qint64 ms);
    void visibleChanged(bool visible);
    void exportRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeEmptyState();
    void buildContent();
    void showView();
    void showMarkers();
    void setPaused(bool paused);
    void arrange();

    SegmentedSwitch *m_range;
    QLabel *m_span;
    QPushButton *m_export;
    QPushButton *m_pause;
    QStackedLayout *m_stack;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_side = nullptr;
    StripBoard *m_board = nullptr;
    ProcessCard *m_processes = nullptr;
    MarkersCard *m_markersCard = nullptr;
    MessageBar *m_gpuNote = nullptr;
    MonitorView m_view;
    TelemetrySample m_sample;
    QList<Event> m_events;
};

} // namespace pilothouse
