// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QThreadPool>

namespace pilothouse {

/// One background thread of an owner on the UI thread: jobs run one after the other, each end is told in the owner's thread.
/// The destructor waits for the job under way; what was not told yet is dropped with the owner.
class Worker
{
public:
    explicit Worker(QObject *owner) : m_owner(owner) { m_pool.setMaxThreadCount(1); }
    ~Worker()
    {
        m_pool.clear();
        m_pool.waitForDone();
    }

    template <typename Work, typename Done> void run(Work work, Done done)
    {
        m_pool.start([owner = m_owner, work, done] {
            const auto result = work();
            QMetaObject::invokeMethod(
                owner, [done, result] { done(result); }, Qt::QueuedConnection);
        });
    }

private:
    QObject *m_owner;
    QThreadPool m_pool;
};

} // namespace pilothouse
