// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/drift/processfacts.h"
#include "models/deployment/trace/configtracer.h"
#include "models/domain/backendfacts.h"
#include "models/providers/backendprobe.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>

namespace pilothouse {

/// What the worker looks at.
struct RunningQuestion
{
    TraceInputs trace; ///< envBytes: the saved ones
    std::optional<qint64> pid; ///< of the provider's process, when it is known
    bool own = false;
    int port = 0; ///< else: who listens here; 0 when it is not asked
    QStringList programs; ///< that are expected there
};

/// Keeps up to date what cannot be seen without looking: the trace of the saved .env, environment and arguments of the
/// provider's process, what the backend says. Files and /proc are read on a worker; an answer that came too late is
/// dropped. Once watch() was called it looks again about every 5 s. UI thread.
class RunningFollower : public QObject
{
    Q_OBJECT
public:
    RunningFollower(std::function<RunningQuestion()> question, QObject *parent = nullptr);
    ~RunningFollower() override;

    void watch();
    void look(); ///< soon, once for many calls; then changed() when something has
    /// Looks at once; calls next when the worker has answered, and with `backend` when the backend has too.
    void lookNow(bool backend, std::function<void()> next);

    const ConfigTrace &trace() const { return m_trace; }
    const std::optional<ProcessFacts> &process() const { return m_process; }
    const BackendFacts &backend() const { return m_backend; }

Q_SIGNALS:
    void changed();

private:
    struct Answer
    {
        std::optional<ConfigTrace> trace; ///< none: it was not asked for
        std::optional<ProcessFacts> process;
    };
    struct Waiting
    {
        bool backend = false;
        std::function<void()> next;
        bool read = false; ///< the worker has answered since
    };
    static Answer work(const RunningQuestion &question, bool trace);
    void run();
    void take(const Answer &answer);
    void takeBackend(const BackendFacts &facts);
    void release(bool backend);

    std::function<RunningQuestion()> m_question;
    QThreadPool m_pool;
    QTimer m_delay;
    QTimer m_again;
    BackendProbe m_probe;
    ConfigTrace m_trace;
    std::optional<ProcessFacts> m_process;
    BackendFacts m_backend;
    QList<Waiting> m_waiting;
    DeploymentDescription m_description; ///< of the last question
    bool m_traceWanted = true; ///< the periodic look leaves it out
    quint64 m_job = 0;
};

} // namespace pilothouse
