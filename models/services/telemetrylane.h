// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include <functional>
#include <memory>

namespace pilothouse {

/// A thread for calls that may never return (a driver, a network file system). It does one job at a time and refuses
/// the next while it is busy, so jobs never queue up. A job that hangs at destruction is left behind: its thread keeps
/// what it needs alive and its answer goes nowhere.
class TelemetryLane
{
public:
    /// A job runs on the lane's thread; what it returns runs afterwards in the thread of `context`.
    using Answer = std::function<void()>;
    using Job = std::function<Answer()>;

    explicit TelemetryLane(QObject *context);
    ~TelemetryLane(); ///< waits at most 300 ms for a job under way
    Q_DISABLE_COPY_MOVE(TelemetryLane)

    bool run(Job job); ///< false: still busy
    bool isBusy() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace pilothouse
