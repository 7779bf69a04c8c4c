// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/containerfacts.h"
#include "models/domain/launchspec.h"
#include "models/result/error.h"

#include <QObject>

namespace pilothouse {

/// What the program that owns the provider says about it now. Evidence beside the HTTP probe, never "ready" by itself.
struct ExternalFacts
{
    bool running = false; ///< the provider's container or unit
    std::optional<qint64> pid; ///< on this machine; absent on a remote engine
    QDateTime startedAt;
    std::optional<int> exitCode; ///< of the last run that ended
    std::optional<Failure> ended; ///< not running, and that is a failure: exit code, out of memory, last log lines
    std::optional<Failure> ailing; ///< running, but its own health check says no, or it is restarted again and again
    QList<ContainerFacts> containers; ///< compose: every service of the deployment that has a container
    bool operator==(const ExternalFacts &) const = default;
};

/// Starts and stops a provider through a program that owns its processes: docker compose, later make and systemd.
/// One per deployment, driven by ProviderService. UI thread; nothing waits. One action at a time: a second one is ignored
/// while isBusy(). Each action ends in exactly one done() or failed(). Destruction ends no provider.
class ExternalLauncher : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What start() runs from now on; an action under way keeps its own.
    virtual void setSpec(const LaunchSpec &spec) = 0;
    virtual bool isBusy() const = 0; ///< an action (not a query) is under way
    virtual void start() = 0; ///< done() when the command has ended well; the provider itself may still load
    virtual void stop() = 0; ///< done() when nothing of the provider's service is left
    virtual void cancel() = 0; ///< ends the command of start() or apply() under way, then failed("external.canceled")
    /// Puts changed configuration into force for these services and no others: recreated where needed, never "restart".
    virtual void apply(const QStringList &services) = 0;
    virtual void observe() = 0; ///< asks once; observed() when it is known, or unobservable(). Repeated calls are one.
    virtual void followLog() = 0; ///< copies what the provider prints to logPath() unless that is done already; survives us
    virtual QString logPath() const = 0;

Q_SIGNALS:
    void done();
    void failed(const Error &error);
    void progressed(const QString &text); ///< foreign: what the command says it does ("Pulling …"), one line
    void observed(const ExternalFacts &facts);
    void unobservable(const Error &error); ///< the engine cannot be asked: absent, not running, no permission
};

} // namespace pilothouse
