// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overviewpage.h"

#include "ui/pages/overview/coursecard.h"
#include "ui/pages/overview/endpointscard.h"
#include "ui/pages/overview/eventscard.h"
#include "ui/pages/overview/smokecard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/instrumentcard.h"

#include <QGridLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

namespace pilothouse {

OverviewPage::OverviewPage(QWidget *parent)
    : PageFrame(tr("Overview"), parent), m_course(new CourseCard), m_memory(new InstrumentCard(tr("Memory"))),
      m_rate(new InstrumentCard(tr("Generation"))), m_cpu(new InstrumentCard(tr("CPU"))), m_smoke(new SmokeCard),
      m_events(new EventsCard), m_endpoints(new EndpointsCard),
      m_runSmoke(makeButton(tr("Run smoke test"), QStringLiteral("smoke"))),
      m_chat(makeButton(tr("Chat"), QStringLiteral("chat")))
{
    build();
    addAction(m_runSmoke);
    addAction(m_chat);
    m_runSmoke->setObjectName(QStringLiteral("overviewRunSmoke"));
    connect(m_runSmoke, &QPushButton::clicked, this, &OverviewPage::runSmokeRequested);
    connect(m_chat, &QPushButton::clicked, this, [this] { Q_EMIT openPageRequested(QStringLiteral("chat")); });
    connect(m_smoke, &SmokeCard::runRequested, this, &OverviewPage::runSmokeRequested);
    connect(m_smoke, &SmokeCard::openRequested, this, [this] { Q_EMIT openPageRequested(QStringLiteral("smoke")); });
    connect(m_course, &CourseCard::startRequested, this, &OverviewPage::startRequested);
    connect(m_course, &CourseCard::applyRequested, this, &OverviewPage::applyRequested);
    connect(m_course, &CourseCard::openPageRequested, this, &OverviewPage::openPageRequested);
    connect(m_course, &CourseCard::openKeyRequested, this, &OverviewPage::openKeyRequested);
    setSample({});
    setStatus({});
}

void OverviewPage::build()
{
    m_column = new QWidget;
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(20, 0, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_course);
    m_instruments = new QGridLayout;
    m_instruments->setSpacing(12);
    column->addLayout(m_instruments);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(12);
    lower->addWidget(m_events, 656);
    lower->addWidget(m_endpoints, 372);
    m_endpoints->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    lower->setAlignment(m_endpoints, Qt::AlignTop);
    column->addLayout(lower, 1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_column);
    scroll->setFocusPolicy(Qt::NoFocus);
    content()->setContentsMargins(0, 0, 0, 0);
    content()->addWidget(scroll);
    arrangeInstruments();
}

void OverviewPage::arrangeInstruments()
{
    const int columns = width() < 760 ? 2 : 4; // half of a narrow window's width each
    if (columns == m_instrumentColumns)
        return;
    m_instrumentColumns = columns;
    int at = 0;
    for (QWidget *card : std::initializer_list<QWidget *>{ m_memory, m_rate, m_cpu, m_smoke }) {
        m_instruments->addWidget(card, at / columns, at % columns);
        ++at;
    }
    for (int i = 0; i < 4; ++i)
        m_instruments->setColumnStretch(i, i < columns ? 1 : 0);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    PageFrame::resizeEvent(event);
    arrangeInstruments();
    m_course->setMaximumRows(event->size().height() > 880 ? 8
            : event->size().height() > 740                ? 5
            : event->size().height() > 680                ? 4
                                                          : 3);
}

void OverviewPage::setCourseLine(const CourseLine &line)
{
    m_course->setCourseLine(line);
}

void OverviewPage::setStatus(const ProviderStatus &status)
{
    m_status = status;
    m_course->setStatus(status);
    m_endpoints->setStatus(status);
    refreshRunnable();
}

void OverviewPage::setApplyPlan(const ApplyPlan &plan, int differing)
{
    m_course->setApplyPlan(plan, differing);
}

void OverviewPage::setBackend(const BackendFacts &backend)
{
    m_endpoints->setBackend(backend);
}

void OverviewPage::setStartBlocked(const QString &why)
{
    m_course->setStartBlocked(why);
}

void OverviewPage::setEvents(const QList<Event> &events)
{
    m_events->setEvents(events);
}

void OverviewPage::setSmokeReport(const SmokeReport &report)
{
    m_smokeReport = report;
    m_smoke->setReport(report);
    refreshRunnable();
}

void OverviewPage::refreshRunnable()
{
    const bool running = !m_smokeReport.finished && !m_smokeReport.steps.isEmpty();
    const QString why = running ? tr("A smoke test is running") : QString();
    m_smoke->setRunnable(!running, why);
    m_runSmoke->setEnabled(!running);
    m_runSmoke->setToolTip(why);
    m_chat->setEnabled(answers());
    m_chat->setToolTip(answers() ? QString() : tr("Chat needs a provider that is ready"));
}

void OverviewPage::setHistory(const OverviewHistory &history)
{
    m_memory->setHistory(history.memory, history.rangeMs, Tone::Series1);
    m_rate->setHistory(history.generation, history.rangeMs, Tone::Series3);
    m_cpu->setHistory(history.cpu, history.rangeMs, Tone::Series4);
}

void OverviewPage::setSample(const TelemetrySample &sample)
{
    showMemory(sample);
    showGeneration(sample);
    showCpu(sample);
}

} // namespace pilothouse
