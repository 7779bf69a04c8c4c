// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/applystep.h"
#include "models/domain/backendfacts.h"
#include "models/domain/courseline.h"
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"
#include "models/domain/telemetrysample.h"
#include "ui/widgets/pageframe.h"

#include <QPointF>

#include <optional>

class QGridLayout;
class QPushButton;

namespace pilothouse {

class CourseCard;
class EndpointsCard;
class EventsCard;
class InstrumentCard;
class SmokeCard;

/// One hour of history for the instruments; x in ms relative to now (TimeSeries::decimated), memory in bytes,
/// generation in tokens/s, cpu in percent of one core.
struct OverviewHistory
{
    QList<QList<QPointF>> memory;
    QList<QList<QPointF>> generation;
    QList<QList<QPointF>> cpu;
    qint64 rangeMs = 3'600'000;
};

/// The first page: course line, four instruments, events and endpoints.
class OverviewPage : public PageFrame
{
    Q_OBJECT
public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void setCourseLine(const CourseLine &line);
    void setStatus(const ProviderStatus &status);
    void setApplyPlan(const ApplyPlan &plan, int differing);
    void setBackend(const BackendFacts &backend);
    void setStartBlocked(const QString &why); ///< empty: Start may be pressed
    void setSample(const TelemetrySample &sample);
    void setHistory(const OverviewHistory &history);
    void setEvents(const QList<Event> &events); ///< newest first
    void setSmokeReport(const SmokeReport &report);

Q_SIGNALS:
    void startRequested();
    void applyRequested();
    void runSmokeRequested();
    void openPageRequested(const QString &id);
    void openKeyRequested(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// The newest value of an instrument and when it was measured, for "last …, … ago".
    struct Last
    {
        double value = 0;
        qint64 timeMs = 0;
    };
    void build();
    void arrangeInstruments();
    void showMemory(const TelemetrySample &sample);
    void showGeneration(const TelemetrySample &sample);
    void showCpu(const TelemetrySample &sample);
    void refreshRunnable();
    bool answers() const { return m_status.state == ProviderState::Ready; }

    ProviderStatus m_status;
    SmokeReport m_smokeReport;
    std::optional<Last> m_lastMemory, m_lastRate, m_lastPrompt, m_lastFirstToken, m_lastCpu;
    CourseCard *m_course;
    InstrumentCard *m_memory;
    InstrumentCard *m_rate;
    InstrumentCard *m_cpu;
    SmokeCard *m_smoke;
    EventsCard *m_events;
    EndpointsCard *m_endpoints;
    QPushButton *m_runSmoke;
    QPushButton *m_chat;
    QWidget *m_column = nullptr;
    QGridLayout *m_instruments = nullptr;
    int m_instrumentColumns = 0;
};

} // namespace pilothouse
