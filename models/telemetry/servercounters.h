// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/reading.h"
#include "models/telemetry/counterrate.h"

#include <QByteArray>

namespace pilothouse {

/// Figures out of the server's own /metrics. No tokens in the interval is "idle": no value, not 0.
struct ServerFigures
{
    Reading<double> generationTokensPerSecond;
    Reading<double> promptTokensPerSecond;
    Reading<double> requestsRunning;
};

/// Reads vLLM's and llama-server's counters. vLLM counts while it generates, so tokens are divided by the time between
/// two readings. llama-server counts a request when it ends and also counts the seconds it took: tokens by those
/// seconds is the true speed, tokens by our interval would not be.
class ServerCounters
{
public:
    ServerFigures update(qint64 monotonicMs, const QByteArray &body);
    void restart(); ///< another server: nothing before counts

private:
    CounterDelta m_generation;
    CounterDelta m_generationSeconds;
    CounterDelta m_prompt;
    CounterDelta m_promptSeconds;
    std::optional<double> m_processStart;
};

} // namespace pilothouse
