// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/telemetryanswers.h"

namespace pilothouse {

void TelemetryAnswers::add(const ChatFigures &figures, bool finished, qint64 monotonicMs)
{
    if (!m_open) {
        m_firstTokenSeen = false;
        m_countedTokens = 0;
        m_countedAtMs = monotonicMs;
    }
    m_open = !finished;
    m_latest = figures;
    if (figures.firstTokenMs && !m_firstTokenSeen) {
        m_firstTokenSeen = true;
        m_pending.firstTokenMs = *figures.firstTokenMs;
    }
    if (!finished)
        return;
    if (figures.tokensPerSecond)
        m_pending.generation = *figures.tokensPerSecond;
    if (figures.promptTokensPerSecond)
        m_pending.prompt = *figures.promptTokensPerSecond;
}

TelemetryAnswers::Figures TelemetryAnswers::take(qint64 monotonicMs)
{
    Figures taken = std::exchange(m_pending, Figures());
    if (!m_open || !m_firstTokenSeen)
        return taken;
    // A figure over the last interval shows a stall at once; the client's own is an average since the first token.
    const qint64 tokens = m_latest.completionTokens.value_or(0);
    const qint64 elapsedMs = monotonicMs - m_countedAtMs;
    if (m_countedTokens > 0 && tokens > m_countedTokens && elapsedMs > 0)
        taken.generation = double(tokens - m_countedTokens) * 1000.0 / double(elapsedMs);
    else if (m_latest.tokensPerSecond && tokens != m_countedTokens)
        taken.generation = *m_latest.tokensPerSecond;
    m_countedTokens = tokens;
    m_countedAtMs = monotonicMs;
    return taken;
}

} // namespace pilothouse
