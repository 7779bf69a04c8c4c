// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>

#include <optional>

namespace pilothouse {

/// How much a family of counters grew between two readings, label set by label set: a counter that went down was
/// reset and grew by what it shows now; a label set seen for the first time has not grown yet.
class CounterDelta
{
public:
    /// Absent on the first reading, after a pause of more than `mostMs` and after restart().
    std::optional<double> update(qint64 monotonicMs, const QMap<QString, double> &values, qint64 mostMs);
    void restart();
    qint64 elapsedMs() const { return m_elapsedMs; } ///< between the last two readings

private:
    QMap<QString, double> m_before;
    qint64 m_atMs = 0;
    qint64 m_elapsedMs = 0;
    bool m_started = false;
};

} // namespace pilothouse
