// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/monitorstrips.h"

#include "models/domain/format.h"
#include "models/services/telemetryhistory.h"
#include "models/services/telemetryservice.h"
#include "models/telemetry/timeseries.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pilothouse {

namespace {

constexpr double Gib = 1024.0 * 1024.0 * 1024.0;
constexpr double PromptFlattens = 4; // a prompt line this much higher would press the generation line to the floor

class StripBuilder
{
public:
    StripBuilder(const MonitorSource &source, qint64 rangeMs, qint64 nowMs, int buckets)
        : m_source(source), m_from(nowMs - rangeMs), m_to(nowMs), m_buckets(std::max(1, buckets)),
          m_bucketMs(std::max<qint64>(1, rangeMs / std::max(1, buckets)))
    {
    }

    QList<MonitorStrip> build() const;

private:
    MonitorSeries line(const QString &id, const QString &title, int color, double factor = 1) const;
    MonitorStrip strip(const char *id, const QString &title, const QString &unit) const;
    QList<MonitorSpan> spans(ProviderActivity activity) const;
    MonitorStrip gpuMemory(const GpuSample &gpu, bool single) const;
    MonitorStrip ram() const;
    MonitorStrip tokens() const;
    MonitorStrip gpuLoad(const GpuSample &gpu, bool single) const;
    MonitorStrip cpu() const;
    MonitorStrip firstToken() const;
    std::optional<double> most(const QString &id) const;
    QString provider() const
    {
        return m_source.providerName.isEmpty() ? QCoreApplication::translate("MonitorStrips", "provider") : m_source.providerName;
    }

    const MonitorSource &m_source;
    qint64 m_from;
    qint64 m_to;
    int m_buckets;
    qint64 m_bucketMs;
};

template <typename T> void setLast(MonitorSeries &series, const Reading<T> &reading, double factor, const QString &text)
{
    series.last = reading ? std::optional(double(reading.value()) * factor) : std::nullopt;
    series.valueText = reading ? text : QStringLiteral("—");
}

/// A measurement alone between two gaps would be a line without length: it gets the width of one bucket.
void widenSinglePoints(QList<QList<QPointF>> &runs, double widthMs)
{
    for (QList<QPointF> &run : runs) {
        if (run.size() == 1)
            run.prepend(run.first() - QPointF(widthMs, 0));
    }
}

MonitorSeries StripBuilder::line(const QString &id, const QString &title, int color, double factor) const
{
    MonitorSeries series;
    series.id = id;
    series.title = title;
    series.color = color;
    series.valueText = QStringLiteral("—");
    const TimeSeries *history = m_source.series(id);
    if (!history)
        return series;
    series.runs = history->decimated(m_from, m_to, m_buckets);
    if (factor != 1) {
        for (QList<QPointF> &run : series.runs) {
            for (QPointF &point : run)
                point.setY(point.y() * factor);
        }
    }
    widenSinglePoints(series.runs, double(std::max<qint64>(m_bucketMs, 1000)));
    return series;
}

QList<MonitorSpan> StripBuilder::spans(ProviderActivity activity) const
{
    QList<MonitorSpan> found;
    const TimeSeries *history = m_source.series(QStringLiteral("provider.state"));
    if (!history)
        return found;
    const QList<TimeSeries::Span> times
        = history->spans(m_from, m_to, double(int(activity)), std::max<qint64>(2 * m_bucketMs, 2'000));
    for (const TimeSeries::Span &span : times)
        found << MonitorSpan{ double(span.first - m_to), double(span.second - m_to) };
    return found;
}

MonitorStrip StripBuilder::strip(const char *id, const QString &title, const QString &unit) const
{
    MonitorStrip strip;
    strip.id = QLatin1String(id);
    strip.title = title;
    strip.unit = unit;
    strip.stopped = spans(ProviderActivity::Stopped);
    return strip;
}

std::optional<double> StripBuilder::most(const QString &id) const
{
    const TimeSeries *history = m_source.series(id);
    return history ? history->maximum(m_from, m_to) : std::nullopt;
}

MonitorStrip StripBuilder::gpuMemory(const GpuSample &gpu, bool single) const
{
    MonitorStrip result = strip("memory:", QCoreApplication::translate("MonitorStrips", "GPU memory"),
        QCoreApplication::translate("MonitorStrips", "GiB"));
    result.id += gpu.id;
    if (!single)
        result.title = gpu.name;
    if (gpu.unifiedMemory)
        result.note = QCoreApplication::translate("MonitorStrips", "Unified memory, shared with the system.");
    MonitorSeries used = line(QStringLiteral("gpu.used:") + gpu.id, QCoreApplication::translate("MonitorStrips", "in use"),
        gpu.processesKnown ? 6 : 1, 1 / Gib);
    setLast(used, gpu.usedBytes, 1 / Gib, formatGib(gpu.usedBytes.valueOr(0)));
    used.filled = true;
    if (single && m_source.series(QStringLiteral("provider.gpu"))) {
        MonitorSeries own = line(QStringLiteral("provider.gpu"), provider(), 1, 1 / Gib);
        setLast(own, m_source.latest.providerGpuBytes, 1 / Gib, formatGib(m_source.latest.providerGpuBytes.valueOr(0)));
        own.filled = true;
        result.series << own;
    }
    result.series << used;
    const std::optional<double> highest = most(QStringLiteral("gpu.used:") + gpu.id);
    result.maximum = niceMaximum(highest.value_or(Gib) / Gib);
    if (gpu.totalBytes) {
        result.capacity = double(gpu.totalBytes.value()) / Gib;
        result.capacityText
            = QCoreApplication::translate("MonitorStrips", "capacity %1").arg(formatBytes(gpu.totalBytes.value()));
        result.maximum = *result.capacity * 1.1;
    }
    if (!gpu.usedBytes)
        result.note = gpu.problems.value(0, result.note);
    result.emptyText = gpu.problems.value(
        0, QCoreApplication::translate("MonitorStrips", "This GPU reported no memory figures in this time."));
    return result;
}

MonitorStrip StripBuilder::ram() const
{
    MonitorStrip result = strip("memory", QCoreApplication::translate("MonitorStrips", "Memory (RAM)"), QString());
    const double highest = most(QStringLiteral("provider.ram")).value_or(0);
    const bool small = highest < Gib;
    const double factor = small ? 1024 / Gib : 1 / Gib;
    result.unit
        = small ? QCoreApplication::translate("MonitorStrips", "MiB") : QCoreApplication::translate("MonitorStrips", "GiB");
    MonitorSeries own = line(QStringLiteral("provider.ram"), provider(), 1, factor);
    const Reading<qint64> &now = m_source.latest.providerRamBytes;
    setLast(own, now, factor, small ? QLocale().toString(double(now.valueOr(0)) * factor, 'f', 0) : formatGib(now.valueOr(0)));
    own.filled = true;
    result.series << own;
    result.maximum = niceMaximum(highest * factor * 1.1);
    MonitorSeries all;
    all.id = QStringLiteral("system.ram");
    all.title = QCoreApplication::translate("MonitorStrips", "all");
    const bool known = m_source.latest.systemRamUsedBytes && m_source.latest.systemRamTotalBytes;
    setLast(all, m_source.latest.systemRamUsedBytes, factor,
        QCoreApplication::translate("MonitorStrips", "%1 of %2")
            .arg(formatGib(m_source.latest.systemRamUsedBytes.valueOr(0)),
                formatBytes(m_source.latest.systemRamTotalBytes.valueOr(0))));
    if (known)
        result.series << all;
    result.note = QCoreApplication::translate("MonitorStrips", "RAM, because no GPU was found.");
    result.emptyText = QCoreApplication::translate("MonitorStrips", "No provider process ran in this time.");
    return result;
}

MonitorStrip StripBuilder::tokens() const
{
    MonitorStrip result = strip(
        "tokens", QCoreApplication::translate("MonitorStrips", "Tokens"), QCoreApplication::translate("MonitorStrips", "tok/s"));
    const TelemetrySample &latest = m_source.latest;
    MonitorSeries generation
        = line(QStringLiteral("tokens.generation"), QCoreApplication::translate("MonitorStrips", "generation"), 3);
    setLast(generation, latest.generationTokensPerSecond, 1, formatRate(latest.generationTokensPerSecond.valueOr(0), false));
    MonitorSeries prompt = line(QStringLiteral("tokens.prompt"), QCoreApplication::translate("MonitorStrips", "prompt"), 2);
    setLast(prompt, latest.promptTokensPerSecond, 1, formatRate(latest.promptTokensPerSecond.valueOr(0), false));
    prompt.dashed = true;
    double highest = most(QStringLiteral("tokens.generation")).value_or(0);
    const double promptHighest = most(QStringLiteral("tokens.prompt")).value_or(0);
    if (highest > 0 && promptHighest > highest * PromptFlattens) {
        prompt.runs.clear();
        prompt.title = QCoreApplication::translate("MonitorStrips", "prompt, no line");
    } else {
        highest = std::max(highest, promptHighest);
    }
    result.series << generation << prompt;
    result.maximum = niceMaximum(std::max(highest * 1.1, 1.0));
    result.idle = spans(ProviderActivity::Idle);
    result.emptyText = QCoreApplication::translate("MonitorStrips", "No answer was generated in this time.");
    return result;
}

MonitorStrip StripBuilder::gpuLoad(const GpuSample &gpu, bool single) const
{
    MonitorStrip result = strip("gpu:", single ? QCoreApplication::translate("MonitorStrips", "GPU") : gpu.name,
        QCoreApplication::translate("MonitorStrips", "% and °C"));
    result.id += gpu.id;
    MonitorSeries load
        = line(QStringLiteral("gpu.util:") + gpu.id, QCoreApplication::translate("MonitorStrips", "utilisation"), 1);
    setLast(load, gpu.utilizationPercent, 1, formatPercent(gpu.utilizationPercent.valueOr(0)));
    MonitorSeries heat
        = line(QStringLiteral("gpu.temperature:") + gpu.id, QCoreApplication::translate("MonitorStrips", "temperature"), 5);
    setLast(heat, gpu.temperatureCelsius, 1,
        QCoreApplication::translate("MonitorStrips", "%1 °C").arg(gpu.temperatureCelsius.valueOr(0)));
    heat.dashed = true;
    MonitorSeries power;
    power.id = QStringLiteral("gpu.power:") + gpu.id;
    power.title = QCoreApplication::translate("MonitorStrips", "power, no line");
    setLast(power, gpu.powerWatts, 1,
        QCoreApplication::translate("MonitorStrips", "%1 W").arg(QLocale().toString(gpu.powerWatts.valueOr(0), 'f', 0)));
    result.series << load << heat << power;
    result.maximum = 100;
    result.emptyText
        = gpu.problems.value(0, QCoreApplication::translate("MonitorStrips", "This GPU reported no load figures in this time."));
    return result;
}

MonitorStrip StripBuilder::cpu() const
{
    const int threads = std::max(1, m_source.latest.cpuThreads);
    MonitorStrip result = strip("cpu", QCoreApplication::translate("MonitorStrips", "CPU"),
        QCoreApplication::translate("MonitorStrips", "% of %n threads", nullptr, threads));
    MonitorSeries own = line(QStringLiteral("provider.cpu"), provider(), 1, 1.0 / threads);
    setLast(own, m_source.latest.providerCpuPercent, 1.0 / threads,
        formatPercent(m_source.latest.providerCpuPercent.valueOr(0) / threads));
    result.series << own;
    result.maximum = 100;
    result.emptyText = QCoreApplication::translate("MonitorStrips", "No provider process ran in this time.");
    return result;
}

MonitorStrip StripBuilder::firstToken() const
{
    MonitorStrip result = strip("first-token", QCoreApplication::translate("MonitorStrips", "First token"),
        QCoreApplication::translate("MonitorStrips", "ms"));
    MonitorSeries times = line(QStringLiteral("first-token"), QCoreApplication::translate("MonitorStrips", "latest"), 4);
    times.points = true;
    if (!times.runs.isEmpty()) {
        times.last = times.runs.last().last().y();
        times.valueText = formatMs(times.last);
    }
    result.series << times;
    result.maximum = niceMaximum(std::max(most(QStringLiteral("first-token")).value_or(0) * 1.1, 1.0));
    result.idle = spans(ProviderActivity::Idle);
    result.emptyText = QCoreApplication::translate("MonitorStrips", "No answer began in this time.");
    return result;
}

QList<MonitorStrip> StripBuilder::build() const
{
    QList<MonitorStrip> strips;
    const QList<GpuSample> &gpus = m_source.latest.gpus;
    const bool single = gpus.size() == 1;
    for (const GpuSample &gpu : gpus)
        strips << gpuMemory(gpu, single);
    if (gpus.isEmpty())
        strips << ram();
    strips << tokens();
    for (const GpuSample &gpu : gpus)
        strips << gpuLoad(gpu, single);
    if (gpus.isEmpty())
        strips << cpu();
    strips << firstToken();
    return strips;
}

} // namespace

double niceMaximum(double value)
{
    if (!(value > 0))
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : { 1.0, 2.0, 2.5, 4.0, 5.0, 6.0, 8.0, 10.0 }) {
        if (step * power >= value * (1 - 1e-9))
            return step * power;
    }
    return 10 * power;
}

MonitorView monitorStrips(const MonitorSource &source, qint64 rangeMs, qint64 nowMs, int buckets)
{
    MonitorView view;
    view.nowMs = nowMs;
    view.rangeMs = rangeMs;
    if (source.latest.timeMs == 0)
        return view;
    view.strips = StripBuilder(source, rangeMs, nowMs, buckets).build();
    view.gpuNote = source.latest.gpuAbsence;
    return view;
}

MonitorView monitorStrips(const TelemetryService &service, const QString &providerName, qint64 rangeMs, qint64 nowMs, int buckets)
{
    const MonitorSource source{ service.latest(), [&service](const QString &id) { return service.series(id); }, providerName };
    return monitorStrips(source, rangeMs, nowMs, buckets);
}

} // namespace pilothouse
