// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "models/process/processstopper.h"
#include "models/process/processwatch.h"
#include "models/process/runrecord.h"
#include "models/secrets/redactor.h"

#include <QObject>

namespace pilothouse {

/// The process that belongs to one deployment, with its record on disk and its log. UI thread.
class ProviderRun : public QObject
{
    Q_OBJECT
public:
    ProviderRun(const QString &stateFolder, const QString &envPath, const ProcFs &procFs, QObject *parent = nullptr);

    enum class Found { Nothing, Alive, OnlySurvivors };

    /// Reads the record: takes the process over when it is certainly ours; otherwise deletes the record and signals nothing.
    Found adopt();
    Result<void> launch(const LaunchSpec &spec, const Redactor &redactor);
    /// A wrapper that forks and ends well: what it started is the process now, the listener first, else the oldest.
    /// False when nothing is left (or, with mustListen, when none of it listens).
    bool handOver(bool mustListen);
    void setModel(const ModelName &model); ///< Ollama: it serves another one now
    void noteMembers(); ///< keeps the helpers in the record, so that they are found when only they are left
    void forget(); ///< the run is over: deletes its record, the log stays

    bool isAlive() const { return m_watch.isWatching(); }
    bool hasProcesses() const { return isAlive() || !survivors().isEmpty(); }
    bool owns(qint64 pid) const;
    QList<ProcessStat> survivors() const; ///< all living processes of the run
    const std::optional<RunRecord> &record() const { return m_record; }
    const QString &logPath() const { return m_logPath; }
    RunOwnership ownership() const;

Q_SIGNALS:
    void ended(const ProcessEnd &end); ///< only of the process itself, helpers may live on
    void recordFailed(const Error &error); ///< the provider runs, but a later Pilothouse will not know it

private:
    bool recordFileIsOurs() const; ///< another Pilothouse may have started a newer run and recorded it
    void save(); ///< unless the file is of another run
    void write();
    void rotateLog();

    ProcFs m_procFs;
    QString m_recordPath;
    QString m_logPath;
    ProcessWatch m_watch;
    std::optional<RunRecord> m_record;
};

} // namespace pilothouse
