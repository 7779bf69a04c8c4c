// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/servercounters.h"

#include "models/telemetry/prometheustext.h"

namespace pilothouse {

namespace {

constexpr qint64 MostMs = 3'500; // more than three missed readings: an average over it would say nothing

Reading<double> rateOf(const std::optional<double> &tokens, double seconds)
{
    return tokens && *tokens > 0 && seconds > 0 ? Reading<double>(*tokens / seconds) : Reading<double>();
}

} // namespace

ServerFigures ServerCounters::update(qint64 monotonicMs, const QByteArray &body)
{
    const PrometheusText text = parsePrometheusText(body);
    const std::optional<double> start = text.sum(QStringLiteral("process_start_time_seconds"));
    if (start != m_processStart)
        restart();
    m_processStart = start;

    ServerFigures figures;
    const QMap<QString, double> vllm = text.series(QStringLiteral("vllm:generation_tokens_total"));
    if (!vllm.isEmpty()) {
        const std::optional<double> tokens = m_generation.update(monotonicMs, vllm, MostMs);
        const std::optional<double> prompt
            = m_prompt.update(monotonicMs, text.series(QStringLiteral("vllm:prompt_tokens_total")), MostMs);
        figures.generationTokensPerSecond = rateOf(tokens, double(m_generation.elapsedMs()) / 1000.0);
        figures.promptTokensPerSecond = rateOf(prompt, double(m_prompt.elapsedMs()) / 1000.0);
        if (const std::optional<double> running = text.sum(QStringLiteral("vllm:num_requests_running")))
            figures.requestsRunning = *running;
        return figures;
    }
    const auto llama = [&](CounterDelta &delta, const char *name) {
        return delta.update(monotonicMs, text.series(QLatin1String(name)), MostMs);
    };
    const std::optional<double> tokens = llama(m_generation, "llamacpp:tokens_predicted_total");
    const std::optional<double> seconds = llama(m_generationSeconds, "llamacpp:tokens_predicted_seconds_total");
    const std::optional<double> prompt = llama(m_prompt, "llamacpp:prompt_tokens_total");
    const std::optional<double> promptSeconds = llama(m_promptSeconds, "llamacpp:prompt_seconds_total");
    figures.generationTokensPerSecond = rateOf(tokens, seconds.value_or(0));
    figures.promptTokensPerSecond = rateOf(prompt, promptSeconds.value_or(0));
    if (const std::optional<double> running = text.sum(QStringLiteral("llamacpp:requests_processing")))
        figures.requestsRunning = *running;
    return figures;
}

void ServerCounters::restart()
{
    m_generation.restart();
    m_generationSeconds.restart();
    m_prompt.restart();
    m_promptSeconds.restart();
}

} // namespace pilothouse
