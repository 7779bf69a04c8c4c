// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/counterrate.h"

namespace pilothouse {

std::optional<double> CounterDelta::update(qint64 monotonicMs, const QMap<QString, double> &values, qint64 mostMs)
{
    const bool usable = m_started && monotonicMs > m_atMs && monotonicMs - m_atMs <= mostMs;
    double delta = 0;
    for (auto value = values.cbegin(); usable && value != values.cend(); ++value) {
        const auto before = m_before.constFind(value.key());
        if (before != m_before.cend())
            delta += *value < *before ? *value : *value - *before;
    }
    m_elapsedMs = monotonicMs - m_atMs;
    m_atMs = monotonicMs;
    m_before = values;
    m_started = true;
    return usable ? std::optional(delta) : std::nullopt;
}

void CounterDelta::restart()
{
    m_before.clear();
    m_started = false;
}

} // namespace pilothouse
