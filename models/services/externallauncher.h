// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/containerfacts.h"
#include "models/domain/launchspec.h"
#include "models/result/error.h"
#include "models/secrets/redactor.h"

#include <QObject>
#include <QStringList>

namespace pilothouse {

/// How the provider ended, as the program that owns it tells.
struct ExternalEnd
{
    std::optional<int> exitCode;
    bool outOfMemory = false;
    bool expected = false; ///< it looks stopped on request: exit code 0, or the signals of a stop
    QString error; ///< the owner's own words, when it could not be started at all
    QStringList lastLines; ///< of its log; foreign, not redacted yet
    bool operator==(const ExternalEnd &) const = default;
};

/// What the program that owns the provider says about it now. Evidence beside the HTTP probe, never "ready" by itself.
struct ExternalFacts
{
    bool running = false; ///< the provider's container or unit
    std::optional<qint64> pid; ///< on this machine; absent on a remote engine
    QDateTime startedAt;
    bool exists = false; ///< it has a container, running or not: stop() has something to remove
    std::optional<ExternalEnd> end; ///< of the last run, when it does not run now or is being restarted
    std::optional<Failure> ailing; ///< running, but its own health check says no, or it was paused
    bool restarting = false; ///< it ends and is restarted again and again
    QList<ContainerFacts> containers; ///< compose: every service of the deployment that has a container
    bool operator==(const ExternalFacts &) const = default;
};

/// Starts and stops a provider through a program that owns its processes: docker compose, later make and systemd.
/// One per deployment, driven by ProviderService. UI thread; nothing waits. One action at a time: start() and apply() are
/// ignored while isBusy(), stop() replaces them. Each action that was not replaced ends in exactly one done() or failed().
/// What it does goes on when we end. Destruction ends nothing.
class ExternalLauncher : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What start() runs from now on; an action under way keeps its own.
    virtual void setRedactor(const Redactor &redactor) = 0; ///< for what errors quote
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
