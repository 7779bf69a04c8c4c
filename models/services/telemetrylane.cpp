// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/telemetrylane.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace pilothouse {

struct TelemetryLane::Shared
{
    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable ended;
    QObject *context = nullptr; ///< null once the lane is gone
    Job job;
    bool busy = false;
    bool stop = false;
    bool finished = false;

    void loop()
    {
        std::unique_lock lock(mutex);
        while (!stop) {
            wake.wait(lock, [this] { return stop || job; });
            if (stop)
                break;
            const Job current = std::exchange(job, nullptr);
            lock.unlock();
            const Answer answer = current();
            lock.lock();
            busy = false;
            if (context && answer)
                QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
        }
        finished = true;
        ended.notify_all();
    }
};

TelemetryLane::TelemetryLane(QObject *context) : m_shared(std::make_shared<Shared>())
{
    m_shared->context = context;
    std::thread([shared = m_shared] { shared->loop(); }).detach();
}

TelemetryLane::~TelemetryLane()
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->stop = true;
    m_shared->context = nullptr;
    m_shared->wake.notify_all();
    m_shared->ended.wait_for(lock, std::chrono::milliseconds(300), [this] { return m_shared->finished; });
}

bool TelemetryLane::run(Job job)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->busy)
        return false;
    m_shared->busy = true;
    m_shared->job = std::move(job);
    m_shared->wake.notify_one();
    return true;
}

bool TelemetryLane::isBusy() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->busy;
}

} // namespace pilothouse
