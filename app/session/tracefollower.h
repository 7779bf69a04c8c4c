// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/trace/configtracer.h"
#include "models/domain/problem.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>

namespace pilothouse {

/// Keeps the config trace of one deployment up to date: after edits of .env, and when a file of the deployment that was read
/// changes. The work runs on a worker; an answer that came too late is dropped. UI thread.
class TraceFollower : public QObject
{
    Q_OBJECT
public:
    explicit TraceFollower(std::function<TraceInputs()> inputs, QObject *parent = nullptr);
    ~TraceFollower() override;

    void setLanguage(const QString &language) { m_language = language; } ///< of the findings' words
    void follow(); ///< soon, once for many calls
    void traceNow(); ///< on this thread; for programs without a window
    const ConfigTrace &trace() const { return m_trace; }
    const QList<Problem> &problems() const { return m_problems; } ///< of the rules that need the trace, and dialect.differs

Q_SIGNALS:
    void traced(); ///< also when nothing has changed

private:
    struct Result
    {
        ConfigTrace trace;
        QList<Problem> problems;
    };
    static Result work(const TraceInputs &inputs, const QString &language);
    void run();
    void take(const Result &result, const QString &folder);
    void watchFiles(const QString &folder);

    std::function<TraceInputs()> m_inputs;
    QString m_language;
    QThreadPool m_pool;
    QTimer m_delay;
    QFileSystemWatcher m_watcher;
    ConfigTrace m_trace;
    QList<Problem> m_problems;
    quint64 m_job = 0;
};

} // namespace pilothouse
