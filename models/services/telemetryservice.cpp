// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/telemetryservice.h"

#include "models/net/httpclient.h"
#include "models/services/telemetryanswers.h"
#include "models/services/telemetryhistory.h"
#include "models/services/telemetrylane.h"
#include "models/telemetry/nvmlgpus.h"
#include "models/telemetry/processtreesampler.h"
#include "models/telemetry/servercounters.h"
#include "models/telemetry/systemmemory.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int ProcessListEvery = 2; // samples; the call is a thousand times dearer than the rest
constexpr double BusyCpuPercent = 50; // half a core: requests of others that the server does not count
constexpr qint64 AnswerCountsMs = 2'500; // how old an answer may be to stand for now
constexpr qint64 MetricsRetryMs = 30'000; // a server without /metrics is not asked every second
constexpr qint64 UnmeasuredMs = 3'500; // more than three samples missing

QString didNotAnswer()
{
    return QCoreApplication::translate(
        "TelemetryService", "The GPU driver did not answer in time. It is asked again as soon as it answers.");
}

struct SystemReport
{
    SystemMemory memory;
    QList<ProcessSample> processes;
};

} // namespace

class TelemetryService::Private : public QObject
{
public:
    Private(const TelemetryPaths &where, TelemetryService *service)
        : q(service), paths(where),
          gpus(std::make_shared<NvmlGpus>(NvmlGpus::Paths{ where.nvmlLibrary, where.procRoot, where.sysRoot })),
          tree(std::make_shared<ProcessTreeSampler>(where.procRoot))
    {
        clock.start();
        timer.setInterval(where.intervalMs);
        deadline.setInterval(where.gpuDeadlineMs);
        deadline.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, &Private::begin);
        connect(&deadline, &QTimer::timeout, this, &Private::finish);
    }

    void begin();
    void askGpus();
    void askSystem();
    void askMetrics();
    void finishWhenAnswered();
    void finish();
    void fillGpus(TelemetrySample &sample) const;
    void fillProvider(TelemetrySample &sample) const;
    void fillTokens(TelemetrySample &sample);
    std::optional<ProviderActivity> activity(const TelemetrySample &sample) const;
    qint64 timeNow();

    TelemetryService *q;
    TelemetryPaths paths;
    std::shared_ptr<NvmlGpus> gpus; // shared with a job that may outlive this object
    std::shared_ptr<ProcessTreeSampler> tree;
    std::unique_ptr<TelemetryLane> gpuLane;
    std::unique_ptr<TelemetryLane> systemLane;
    HttpClient http;
    QTimer timer;
    QTimer deadline;
    QElapsedTimer clock;
    int watchers = 0;
    quint64 tick = 0;
    bool ticking = false;
    bool gpuAnswered = false;
    bool systemAnswered = false;

    std::optional<qint64> pid;
    std::optional<qint64> treePid; ///< of the tree in `system`
    Endpoint metrics;
    QPointer<HttpExchange> exchange;
    qint64 metricsRetryAtMs = 0;
    bool elsewhere = false;
    ServerCounters counters;
    std::optional<ServerFigures> serverFigures; ///< since the last sample
    TelemetryAnswers answers;

    GpuReport gpuReport;
    SystemReport system;
    TelemetrySample latest;
    TelemetryHistory history;
    qint64 lastWallMs = 0;
    qint64 lastClockMs = 0;
};

void TelemetryService::Private::begin()
{
    if (ticking)
        return; // a sample that is still open is not joined by a second one
    if (!gpuLane) {
        gpuLane = std::make_unique<TelemetryLane>(this);
        systemLane = std::make_unique<TelemetryLane>(this);
    }
    ticking = true;
    ++tick;
    gpuAnswered = systemAnswered = false;
    askMetrics();
    askGpus();
    askSystem();
    deadline.start();
}

void TelemetryService::Private::askGpus()
{
    const bool withProcesses = tick % ProcessListEvery == 1;
    gpuLane->run([this, reader = gpus, now = clock.elapsed(), withProcesses] {
        GpuReport report = reader->sample(now, withProcesses);
        return [this, report, now] {
            if (clock.elapsed() - now > AnswerCountsMs)
                return; // what a driver says after a hang is about the past
            gpuReport = report;
            gpuAnswered = true;
            finishWhenAnswered();
        };
    });
}

void TelemetryService::Private::askSystem()
{
    systemLane->run([this, reader = tree, root = pid, procRoot = paths.procRoot, now = clock.elapsed()] {
        SystemReport report;
        report.memory = systemMemory(procRoot);
        if (root)
            report.processes = reader->sample(*root, now);
        return [this, report, root, now] {
            if (clock.elapsed() - now > AnswerCountsMs)
                return;
            system = report;
            treePid = root;
            systemAnswered = true;
            finishWhenAnswered();
        };
    });
}

void TelemetryService::Private::askMetrics()
{
    if (!metrics.isValid() || exchange || clock.elapsed() < metricsRetryAtMs)
        return;
    HttpRequest request;
    request.url = metrics.url(QStringLiteral("/metrics"));
    request.headers = { { "Accept", "text/plain;version=0.0.4" } };
    request.connectTimeoutMs = request.idleTimeoutMs = request.totalTimeoutMs = 2'000;
    exchange = http.send(request, this);
    connect(exchange, &HttpExchange::finished, this, [this, asked = metrics](const HttpResponse &response) {
        exchange.clear();
        if (asked != metrics)
            return;
        if (response.status == 200)
            serverFigures = counters.update(clock.elapsed(), response.body);
        else
            metricsRetryAtMs = clock.elapsed() + MetricsRetryMs;
    });
    connect(exchange, &HttpExchange::failed, this, [this] { exchange.clear(); });
}

void TelemetryService::Private::finishWhenAnswered()
{
    if (ticking && gpuAnswered && systemAnswered)
        finish();
}

void TelemetryService::Private::finish()
{
    deadline.stop();
    ticking = false;
    TelemetrySample sample;
    sample.timeMs = timeNow();
    sample.cpuThreads = QThread::idealThreadCount();
    fillGpus(sample);
    fillProvider(sample);
    fillTokens(sample);
    if (latest.timeMs != 0 && sample.timeMs - latest.timeMs > UnmeasuredMs)
        history.breakLines();
    history.record(sample, activity(sample));
    latest = sample;
    Q_EMIT q->sampled(latest);
}

void TelemetryService::Private::fillGpus(TelemetrySample &sample) const
{
    sample.gpus = gpuReport.gpus;
    sample.gpuAbsence = gpuReport.absence;
    if (gpuAnswered)
        return;
    for (GpuSample &gpu : sample.gpus) {
        NvmlDevice::failAll(gpu, didNotAnswer());
        gpu.processes.clear();
        gpu.processesKnown = false;
    }
    if (sample.gpus.isEmpty() && sample.gpuAbsence.isEmpty())
        sample.gpuAbsence = didNotAnswer();
}

void TelemetryService::Private::fillProvider(TelemetrySample &sample) const
{
    if (!systemAnswered) {
        const QString why = QCoreApplication::translate("TelemetryService", "The system did not answer in time.");
        sample.systemRamTotalBytes = sample.systemRamUsedBytes = sample.providerRamBytes = Reading<qint64>::failed(why);
        sample.providerCpuPercent = Reading<double>::failed(why);
        return;
    }
    sample.systemRamTotalBytes = system.memory.total;
    sample.systemRamUsedBytes = system.memory.used;
    if (!pid || treePid != pid || system.processes.isEmpty())
        return;
    sample.processes = system.processes;
    qint64 ram = 0;
    double cpu = 0;
    bool cpuKnown = false;
    qint64 gpu = 0;
    bool gpuKnown = false;
    for (ProcessSample &process : sample.processes) {
        ram += process.residentBytes.valueOr(0);
        cpu += process.cpuPercent.valueOr(0);
        cpuKnown = cpuKnown || process.cpuPercent.hasValue();
        qint64 used = 0;
        for (const GpuSample &device : std::as_const(sample.gpus)) {
            for (const GpuProcess &entry : device.processes) {
                if (entry.pid == process.pid && entry.bytes) {
                    used += entry.bytes.value();
                    process.gpuBytes = used;
                }
            }
            gpuKnown = gpuKnown || device.processesKnown;
        }
        gpu += used;
    }
    sample.providerRamBytes = ram;
    if (cpuKnown)
        sample.providerCpuPercent = cpu;
    if (gpuKnown)
        sample.providerGpuBytes = gpu;
}

void TelemetryService::Private::fillTokens(TelemetrySample &sample)
{
    const ServerFigures server = std::exchange(serverFigures, std::nullopt).value_or(ServerFigures());
    const TelemetryAnswers::Figures own = answers.take(clock.elapsed());
    // The server counts all clients, we only ourselves.
    sample.generationTokensPerSecond = server.generationTokensPerSecond ? server.generationTokensPerSecond : own.generation;
    sample.promptTokensPerSecond = server.promptTokensPerSecond ? server.promptTokensPerSecond : own.prompt;
    sample.firstTokenMs = own.firstTokenMs;
    sample.requestsRunning = server.requestsRunning;
}

std::optional<ProviderActivity> TelemetryService::Private::activity(const TelemetrySample &sample) const
{
    if (!systemAnswered)
        return std::nullopt;
    if (sample.processes.isEmpty() && !elsewhere)
        return ProviderActivity::Stopped;
    const bool busy = sample.generationTokensPerSecond || sample.promptTokensPerSecond || answers.isStreaming()
        || sample.requestsRunning.valueOr(0) > 0 || sample.providerCpuPercent.valueOr(0) >= BusyCpuPercent;
    return busy ? ProviderActivity::Busy : ProviderActivity::Idle;
}

/// Wall time that never runs back: while the system's clock stands before the last sample, time goes on by our own.
qint64 TelemetryService::Private::timeNow()
{
    const qint64 own = clock.elapsed();
    lastWallMs = std::max(QDateTime::currentMSecsSinceEpoch(), lastWallMs == 0 ? 0 : lastWallMs + own - lastClockMs);
    lastClockMs = own;
    return lastWallMs;
}

TelemetryService::TelemetryService(const TelemetryPaths &paths, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(paths, this))
{
}

TelemetryService::~TelemetryService() = default;

void TelemetryService::watch()
{
    if (++d->watchers != 1)
        return;
    d->timer.start();
    d->begin();
}

void TelemetryService::unwatch()
{
    if (d->watchers == 0 || --d->watchers != 0)
        return;
    d->timer.stop();
}

void TelemetryService::setProviderPid(std::optional<qint64> pid)
{
    d->pid = pid;
}

void TelemetryService::setProviderElsewhere(bool elsewhere)
{
    d->elsewhere = elsewhere;
}

void TelemetryService::setMetricsEndpoint(const Endpoint &endpoint)
{
    if (d->metrics == endpoint)
        return;
    d->metrics = endpoint;
    d->metricsRetryAtMs = 0;
    d->counters.restart();
    d->serverFigures.reset();
}

void TelemetryService::addAnswerProgress(const ChatFigures &figures, bool finished)
{
    d->answers.add(figures, finished, d->clock.elapsed());
}

const TelemetrySample &TelemetryService::latest() const
{
    return d->latest;
}

const TimeSeries *TelemetryService::series(const QString &id) const
{
    return d->history.series(id);
}

QStringList TelemetryService::seriesIds() const
{
    return d->history.ids();
}

} // namespace pilothouse
