// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/format.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/widgets/instrumentcard.h"
#include "ui/widgets/memoryreading.h"
#include "ui/widgets/providerline.h"

#include <cmath>

// The part of OverviewPage that turns one sample into figures. A value that is missing now is "—" with the last one below.
namespace pilothouse {

namespace {

QString hour()
{
    return OverviewPage::tr("1 h");
}

QString ago(qint64 ms)
{
    const qint64 seconds = qMax<qint64>(0, ms / 1000);
    return formatDuration(seconds < 60 ? seconds : (seconds + 30) / 60 * 60);
}

} // namespace

void OverviewPage::showMemory(const TelemetrySample &sample)
{
    const QString provider = providerDisplayName(m_status);
    const MemoryReading memory = memoryReading(sample, m_status.providerName);
    m_memory->setTitle(memory.gpu ? tr("GPU memory") : tr("Memory (RAM), %1").arg(provider), hour());
    if (memory.shown)
        m_lastMemory = Last{ double(*memory.shown), sample.timeMs };
    const QString total = memory.total > 0 ? tr("of %1").arg(formatGib(qint64(memory.total))) : QString();
    m_memory->setFigure(formatGib(memory.shown), tr("GiB"), total);
    const bool recall = !memory.shown && m_lastMemory;
    m_memory->setLast(recall
            ? tr("last %1, %2 ago").arg(formatBytes(qint64(m_lastMemory->value)), ago(sample.timeMs - m_lastMemory->timeMs))
            : QString());
    m_memory->setMeter(memory.segments, memory.total);
    const bool explain = !memory.reason.isEmpty();
    m_memory->setCaption(explain ? QStringLiteral("info") : QString(), explain ? tr("RAM, because no GPU was found") : QString());
    m_memory->setToolTip(memory.reason.toHtmlEscaped());
}

void OverviewPage::showGeneration(const TelemetrySample &sample)
{
    std::optional<double> rate;
    if (sample.generationTokensPerSecond.hasValue()) {
        rate = sample.generationTokensPerSecond.value();
        m_lastRate = Last{ *rate, sample.timeMs };
    }
    if (sample.promptTokensPerSecond.hasValue())
        m_lastPrompt = Last{ sample.promptTokensPerSecond.value(), sample.timeMs };
    m_rate->setTitle(tr("Generation"), hour());
    m_rate->setFigure(formatRate(rate, false), tr("tok/s"),
        m_lastPrompt ? tr("prompt %1").arg(formatRate(m_lastPrompt->value, false)) : QString());
    const bool recall = !rate && m_lastRate;
    m_rate->setLast(
        recall ? tr("last %1, %2 ago").arg(formatRate(m_lastRate->value), ago(sample.timeMs - m_lastRate->timeMs)) : QString());
    m_rate->setCaption({}, !rate && answers() ? tr("gaps: nothing was asked") : QString());
}

void OverviewPage::showCpu(const TelemetrySample &sample)
{
    std::optional<double> cpu;
    if (sample.providerCpuPercent.hasValue()) {
        cpu = sample.providerCpuPercent.value();
        m_lastCpu = Last{ *cpu, sample.timeMs };
    }
    if (sample.firstTokenMs.hasValue())
        m_lastFirstToken = Last{ sample.firstTokenMs.value(), sample.timeMs };
    m_cpu->setTitle(tr("CPU, %1").arg(providerDisplayName(m_status)), hour());
    const QString threads = sample.cpuThreads > 0 ? tr("of %n threads", nullptr, sample.cpuThreads) : QString();
    m_cpu->setFigure(cpu ? QString::number(std::lround(*cpu)) : QStringLiteral("—"), QStringLiteral("%"), threads);
    const bool recall = !cpu && m_lastCpu;
    m_cpu->setLast(
        recall ? tr("last %1, %2 ago").arg(formatPercent(m_lastCpu->value), ago(sample.timeMs - m_lastCpu->timeMs)) : QString());
    m_cpu->setFact(0, tr("First token"), formatMs(m_lastFirstToken ? std::optional(m_lastFirstToken->value) : std::nullopt));
    const bool counted = sample.requestsRunning.hasValue();
    m_cpu->setFact(1, tr("Requests"),
        counted ? QString::number(std::lround(sample.requestsRunning.value())) : QStringLiteral("—"),
        counted ? tr("running") : tr("not reported"));
}

} // namespace pilothouse
