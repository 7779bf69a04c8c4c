// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/ownedprocesses.h"
#include "models/result/error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

namespace pilothouse {

struct StopRequest
{
    RunOwnership run;
    int port = 0; ///< must be closed at the end; 0: not checked
    int graceMs = 10'000; ///< from the first TERM to KILL
    int secondTermMs = 2'500; ///< vLLM swallows a TERM while it loads; a second one ends it
    int killWaitMs = 5'000; ///< how long death may take after KILL
};

/// Ends a whole process tree: TERM to the group, TERM again, KILL after the grace period, then looks whether anything
/// survived and whether the port is closed. Signals only processes whose pid and start time match (through pidfd where
/// the kernel has it). UI thread, never waits.
class ProcessStopper : public QObject
{
    Q_OBJECT
public:
    ProcessStopper(StopRequest request, ProcFs procFs, QObject *parent = nullptr);
    ~ProcessStopper() override;

    void start(); ///< once; then succeeded() or failed()

Q_SIGNALS:
    void succeeded(qint64 ms);
    void failed(const Error &error); ///< "stop.survivor" or "stop.port-open"

private:
    struct Target
    {
        int pidFd = -1;
        bool inGroup = false;
        bool termSent = false;
    };

    void capture();
    void addTarget(const ProcessStat &stat);
    void signalTarget(qint64 pid, const Target &target, quint64 startTicks, int number);
    void signalAll(int number);
    void step();
    QList<ProcessIdentity> alive() const;
    void finish();

    StopRequest m_request;
    ProcFs m_procFs;
    std::map<std::pair<qint64, quint64>, Target> m_targets;
    QElapsedTimer m_clock;
    QTimer m_timer;
    int m_termsSent = 0;
    bool m_killed = false;
    int m_portChecks = 0;
    qint64 m_lastCapture = 0;
};

} // namespace pilothouse
