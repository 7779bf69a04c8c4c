// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/monitorstrip.h"
#include "models/domain/steps.h"
#include "models/domain/telemetrysample.h"

#include <QDateTime>

#include <cmath>

/// A made-up hour without a GPU, as visual/20 draws it: two gaps without requests, one stretch without a provider.
namespace monitorsample {

using namespace pilothouse;

inline QList<QPointF> wave(double fromMs, double toMs, double middle, double swing)
{
    QList<QPointF> run;
    for (double x = fromMs; x <= toMs; x += 6000)
        run << QPointF(x, middle + swing * std::sin(x / 90'000) + swing * 0.3 * std::sin(x / 23'000));
    return run;
}

inline MonitorSeries series(const char *id, const QString &title, const QString &value, double last, int color)
{
    MonitorSeries result;
    result.id = QLatin1String(id);
    result.title = title;
    result.valueText = value;
    result.last = last;
    result.color = color;
    return result;
}

inline MonitorStrip strip(const QString &id, const QString &title, const QString &unit)
{
    MonitorStrip result;
    result.id = id;
    result.title = title;
    result.unit = unit;
    return result;
}

inline MonitorView hour(qint64 nowMs)
{
    constexpr double m = 60'000;
    MonitorView view{ nowMs, qint64(60 * m), {}, QStringLiteral("No NVIDIA driver library was found on this machine.") };
    const QList<MonitorSpan> stopped{ { -39 * m, -31 * m } };
    const QList<MonitorSpan> idle{ { -53 * m, -49 * m }, { -24 * m, -20 * m }, { -12 * m, -9 * m } };

    MonitorStrip memory = strip(QStringLiteral("memory"), QStringLiteral("Memory (RAM)"), QStringLiteral("MiB"));
    memory.maximum = 400;
    memory.note = QStringLiteral("RAM, because no GPU was found.");
    MonitorSeries ram = series("provider.ram", QStringLiteral("ollama"), QStringLiteral("190"), 190, 1);
    ram.filled = true;
    ram.runs = { wave(-60 * m, -39 * m, 300, 3), wave(-31 * m, 0, 301, 3) };
    memory.series = { ram };
    memory.stopped = stopped;

    MonitorStrip tokens = strip(QStringLiteral("tokens"), QStringLiteral("Tokens"), QStringLiteral("tok/s"));
    tokens.maximum = 60;
    MonitorSeries generation = series("tokens.generation", QStringLiteral("generation"), QStringLiteral("41.0"), 41, 3);
    generation.runs = { wave(-60 * m, -53 * m, 42, 3), wave(-49 * m, -39 * m, 38, 4), wave(-30 * m, -24 * m, 36, 2),
        wave(-20 * m, -12 * m, 41, 2), wave(-9 * m, 0, 41, 2) };
    tokens.series = { generation, series("tokens.prompt", QStringLiteral("prompt, no line"), QStringLiteral("310"), 310, 2) };
    tokens.stopped = stopped;
    tokens.idle = idle;

    MonitorStrip cpu = strip(QStringLiteral("cpu"), QStringLiteral("CPU"), QStringLiteral("% of 12 threads"));
    cpu.maximum = 100;
    MonitorSeries load = series("provider.cpu", QStringLiteral("ollama"), QStringLiteral("46 %"), 46, 1);
    load.runs = { wave(-60 * m, -39 * m, 44, 8), wave(-31 * m, 0, 46, 6) };
    cpu.series = { load };
    cpu.stopped = stopped;

    MonitorStrip first = strip(QStringLiteral("first-token"), QStringLiteral("First token"), QStringLiteral("ms"));
    first.maximum = 200;
    MonitorSeries latest = series("first-token", QStringLiteral("latest"), QStringLiteral("86 ms"), 86, 4);
    latest.points = true;
    for (double x = -58 * m; x < 0; x += 3 * m)
        latest.runs << QList<QPointF>{ QPointF(x, 90 + 20 * std::sin(x)) };
    first.series = { latest };
    first.stopped = stopped;
    first.idle = idle;
    view.strips = { memory, tokens, cpu, first };
    return view;
}

inline TelemetrySample sample()
{
    TelemetrySample result;
    result.timeMs = 1;
    result.processes = { { 2217, 1, 0, QStringLiteral("ollama serve"), 38LL << 20, 1.0, {} },
        { 2301, 2217, 1, QStringLiteral("llama-server"), 157LL << 20, 45.0, {} } };
    result.providerRamBytes = 195LL << 20;
    return result;
}

inline QList<Event> events(qint64 nowMs)
{
    const auto at = [nowMs](int minutes) { return QDateTime::fromMSecsSinceEpoch(nowMs - qint64(minutes) * 60'000); };
    return { { at(39), Event::Kind::Stopped, QStringLiteral("Stopped"), QStringLiteral("by you") },
        { at(31), Event::Kind::Started, QStringLiteral("Started"), QStringLiteral("ready after 1.2 s") },
        { at(18), Event::Kind::Saved, QStringLiteral("Saved .env"), QStringLiteral("LLM_MAX_TOKENS") },
        { at(7), Event::Kind::SmokeTest, QStringLiteral("Smoke tests"), QStringLiteral("5 of 5 passed <b>x</b>") } };
}

} // namespace monitorsample
