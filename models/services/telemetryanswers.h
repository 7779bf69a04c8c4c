// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"
#include "models/domain/reading.h"

namespace pilothouse {

/// Turns the figures of our own answers into one value per sample: the live speed while an answer streams, its final
/// speed (the server's own where it gave one) in the sample after its end, nothing in between answers.
class TelemetryAnswers
{
public:
    struct Figures
    {
        Reading<double> generation;
        Reading<double> prompt;
        Reading<double> firstTokenMs;
    };

    void add(const ChatFigures &figures, bool finished, qint64 monotonicMs);
    Figures take(qint64 monotonicMs); ///< once per sample; what was taken is not given again
    bool isStreaming() const { return m_open; }

private:
    ChatFigures m_latest;
    Figures m_pending;
    bool m_open = false;
    bool m_firstTokenSeen = false;
    qint64 m_countedTokens = 0;
    qint64 m_countedAtMs = 0;
};

} // namespace pilothouse
