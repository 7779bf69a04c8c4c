// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitor/monitorpage.h"

#include "ui/pages/monitor/markerscard.h"
#include "ui/widgets/processcard.h"
#include "ui/pages/monitor/stripboard.h"
#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include <array>

namespace pilothouse {

namespace {

constexpr qint64 minute = 60'000;
constexpr std::array<qint64, 5> ranges{ minute, 5 * minute, 15 * minute, 60 * minute, 24 * 60 * minute };
constexpr int firstRange = 1;
constexpr int narrowWindow = 1100; ///< below, the side column goes under the strips
constexpr int sideWidth = 296;

} // namespace

MonitorPage::MonitorPage(QWidget *parent)
    : PageFrame(tr("Monitor"), parent), m_range(new SegmentedSwitch),
      m_span(makeLabel(QString(), TypeRole::Secondary, Tone::Text2)),
      m_export(makeButton(tr("Export CSV…"), QStringLiteral("export"), ButtonKind::Quiet)),
      m_pause(makeButton(tr("Pause"), QStringLiteral("pause"))), m_stack(new QStackedLayout)
{
    m_range->setAccessibleName(tr("Time range"));
    for (const QString &text : { tr("1 m"), tr("5 m"), tr("15 m"), tr("1 h"), tr("24 h") })
        m_range->addSegment(text);
    m_range->setCurrent(firstRange);
    addTool(m_range);
    addTool(m_span);
    m_pause->setCheckable(true);
    m_pause->setObjectName(QStringLiteral("pause"));
    m_export->setObjectName(QStringLiteral("export"));
    m_export->setEnabled(false);
    m_export->setToolTip(tr("Nothing has been measured yet."));
    addAction(m_export);
    addAction(m_pause);
    content()->addLayout(m_stack, 1);
    m_stack->addWidget(makeEmptyState());
    connect(m_range, &SegmentedSwitch::currentChanged, this, [this] { Q_EMIT rangeChanged(rangeMs()); });
    connect(m_export, &QPushButton::clicked, this, &MonitorPage::exportRequested);
    connect(m_pause, &QPushButton::toggled, this, &MonitorPage::setPaused);
}

QWidget *MonitorPage::makeEmptyState()
{
    auto *page = new Card;
    auto *column = page->body();
    column->addStretch(1);
    column->addWidget(new IconLabel(QStringLiteral("monitor"), Tone::Text3, 20), 0, Qt::AlignHCenter);
    column->addWidget(makeLabel(tr("No measurement yet"), TypeRole::BodyStrong), 0, Qt::AlignHCenter);
    auto *text = makeLabel(tr("The first values appear about a second after this page is opened. "
                              "Memory, load and tokens are then measured once a second."),
        TypeRole::Secondary, Tone::Text2);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    text->setFixedWidth(420);
    column->addWidget(text, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

void MonitorPage::buildContent()
{
    auto *host = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, host);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(12);
    m_board = new StripBoard;
    m_columns->addWidget(m_board, 1);
    m_side = new QWidget;
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(12);
    m_processes = new ProcessCard;
    m_markersCard = new MarkersCard;
    m_gpuNote = new MessageBar;
    side->addWidget(m_processes);
    side->addWidget(m_markersCard);
    side->addWidget(m_gpuNote);
    side->addStretch(1);
    m_columns->addWidget(m_side);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(host);
    scroll->viewport()->setAutoFillBackground(false);
    host->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    m_stack->setCurrentWidget(scroll);
    arrange();
    showMarkers();
}

void MonitorPage::setSample(const TelemetrySample &sample)
{
    m_sample = sample;
    if (m_processes && isVisible())
        m_processes->setSample(sample);
}

void MonitorPage::setView(const MonitorView &view)
{
    if (isPaused() && !m_view.strips.isEmpty())
        return;
    m_view = view;
    if (isVisible())
        showView();
}

void MonitorPage::showView()
{
    if (m_view.strips.isEmpty())
        return;
    if (!m_board) {
        buildContent();
        m_processes->setSample(m_sample);
        m_export->setEnabled(true);
        m_export->setToolTip(QString());
    }
    m_board->setView(m_view);
    m_gpuNote->setVisible(!m_view.gpuNote.isEmpty());
    if (!m_view.gpuNote.isEmpty())
        m_gpuNote->setMessage(MessageBar::Kind::Info, tr("No GPU strip"), m_view.gpuNote);
    m_span->setText(
        tr("%1 – %2").arg(clockText(m_view.nowMs - m_view.rangeMs, m_view.rangeMs), clockText(m_view.nowMs, m_view.rangeMs)));
}

void MonitorPage::setMarkers(const QList<Event> &events)
{
    m_events = events;
    showMarkers();
}

void MonitorPage::showMarkers()
{
    if (!m_board)
        return;
    QList<MonitorMarker> markers;
    for (const Event &event : std::as_const(m_events))
        markers << MonitorMarker{ event.at.toMSecsSinceEpoch(), eventIconName(event.kind), event.title };
    m_board->setMarkers(markers);
    m_markersCard->setEvents(m_events);
}

qint64 MonitorPage::rangeMs() const
{
    return ranges[size_t(std::clamp(m_range->current(), 0, int(ranges.size()) - 1))];
}

int MonitorPage::buckets() const
{
    return (m_board ? m_board->plotWidth() : 600) / 2;
}

bool MonitorPage::isPaused() const
{
    return m_pause->isChecked();
}

void MonitorPage::setPaused(bool paused)
{
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(themedIcon(paused ? QStringLiteral("start") : QStringLiteral("pause")));
    if (!paused)
        Q_EMIT rangeChanged(rangeMs()); // asks for a fresh view at once
}

void MonitorPage::showEvent(QShowEvent *event)
{
    PageFrame::showEvent(event);
    showView();
    if (m_processes)
        m_processes->setSample(m_sample);
    Q_EMIT visibleChanged(true);
}

void MonitorPage::hideEvent(QHideEvent *event)
{
    PageFrame::hideEvent(event);
    Q_EMIT visibleChanged(false);
}

void MonitorPage::resizeEvent(QResizeEvent *event)
{
    PageFrame::resizeEvent(event);
    arrange();
}

void MonitorPage::arrange()
{
    if (!m_columns)
        return;
    const bool narrow = window()->width() < narrowWindow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setMinimumWidth(narrow ? 0 : sideWidth);
    m_side->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : window()->width() >= 1500 ? sideWidth + 60 : sideWidth);
}

} // namespace pilothouse
