// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "models/domain/format.h"
#include "models/services/telemetryservice.h"
#include "models/telemetry/gpujson.h"

#include <QJsonDocument>

#include <cstdio>

namespace pilothouse {

namespace {

template <typename T> std::optional<T> known(const Reading<T> &reading)
{
    return reading.hasValue() ? std::optional(reading.value()) : std::nullopt;
}

void printGpus(CommandContext &context, const TelemetrySample &sample)
{
    if (sample.gpus.isEmpty())
        context.print(sample.gpuAbsence.isEmpty() ? CommandContext::tr("No GPU was found.") : sample.gpuAbsence);
    for (const GpuSample &gpu : sample.gpus) {
        const auto percent = known(gpu.utilizationPercent);
        context.print(CommandContext::tr("%1  %2 of %3 used, %4 busy  (%5)")
                          .arg(gpu.name, formatBytes(known(gpu.usedBytes)), formatBytes(known(gpu.totalBytes)),
                              formatPercent(percent ? std::optional<double>(*percent) : std::nullopt), gpu.source));
        for (const GpuProcess &process : gpu.processes)
            context.print(
                QStringLiteral("  %1  %2  %3").arg(process.pid, 8).arg(process.name, formatBytes(known(process.bytes))));
        for (const QString &problem : gpu.problems)
            context.print(QStringLiteral("  ") + problem);
    }
}

} // namespace

void runGpu(CommandContext &context)
{
    const bool watch = context.hasFlag(QStringLiteral("watch"));
    if (!context.expectArguments(0, 0))
        return;
    auto *telemetry = new TelemetryService(TelemetryPaths{}, &context);
    QObject::connect(telemetry, &TelemetryService::sampled, &context, [&context, watch](const TelemetrySample &sample) {
        printGpus(context, sample);
        if (!watch) {
            context.finish(gpuJson(sample.gpus));
        } else if (context.json()) { // one array a line, so that a script can read while it runs
            std::printf("%s\n", QJsonDocument(gpuJson(sample.gpus)).toJson(QJsonDocument::Compact).constData());
            std::fflush(stdout);
        }
    });
    context.onInterrupt([&context] { context.finish(0); });
    telemetry->watch();
}

} // namespace pilothouse
