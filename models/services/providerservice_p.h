// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/process/portwatch.h"
#include "models/process/processstopper.h"
#include "models/providers/modelloader.h"
#include "models/providers/providerprobe.h"
#include "models/services/externallauncher.h"
#include "models/services/providerrun.h"
#include "models/services/providerservice.h"
#include "models/services/providerverdict.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

namespace pilothouse {

/// The state machine behind ProviderService. providerservice.cpp holds the wishes (start, stop, …),
/// providerservice_observe.cpp what observation makes of them, providerservice_external.cpp both for launchers such as compose.
class ProviderService::Private : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ProviderService)

public:
    Private(ProviderService *service, const Deployment &deployment, const ProviderPaths &paths);

    // wishes
    void start();
    void stop();
    void prepareStart();
    void launch();
    bool portIsFree();
    void stopFinished(std::optional<Error> error);
    void loadModel(const ModelName &model);
    void loadFinished(std::optional<Error> error);

    // observation
    void adopt();
    void probeNow();
    void probeLater();
    void onProbe(const ProbeResult &result);
    void applyUsable(const ProbeResult &result, const ProviderVerdict &verdict);
    void applyUnusable(const ProbeResult &result, const ProviderVerdict &verdict);
    void becomeReady();
    void onEnded(const ProcessEnd &end);
    void onSilence();

    // a provider that another program owns
    void useLauncherOf(LauncherKind wanted);
    void takeLauncher(); ///< the one that spec asks for
    void startExternal();
    void stopExternal();
    void applyServices(const QStringList &services);
    void onExternalDone();
    void onExternalFailed(const Error &error);
    void onFacts(const ExternalFacts &facts);
    void onUnobservable(const Error &error);
    void judgeFacts();
    void tellApplied();
    void lookAtFactsSoon();
    bool awaitFacts();
    QStringList runningBeside() const;
    bool isExternal() const { return external && !run.isAlive(); }

    // status
    void set(ProviderState state, ProviderPhase phase = ProviderPhase::None, std::optional<Failure> failure = {});
    void showRun(); ///< pid, applied values and the like of our process
    void fail(const Error &error); ///< to Failed, and tells
    void refuse(const Error &error); ///< tells, the state stays
    void event(Event::Kind kind, const QString &title, const QString &text = {});
    void haltObservers();

    /// A process of ours, or a container of the deployment; also while a command brings it up.
    bool ownIsAlive() const { return isExternal() ? startAsked || externalFacts.running : run.isAlive(); }
    bool isStarting() const { return startAsked; }
    Endpoint endpoint() const { return run.isAlive() ? run.record()->endpoint : spec.endpoint; }
    LauncherKind kind() const { return run.isAlive() ? run.record()->launcher : spec.kind; }
    ModelName model() const { return run.isAlive() ? run.record()->model : spec.model; }

    ProviderService *q;
    ProcFs procFs;
    ProviderRun run;
    ProviderProbe probe;
    ModelLoader loader;
    PortWatch portWatch;
    QTimer probeTimer;
    QTimer silenceTimer; ///< restarted by every usable answer
    QPointer<ProcessStopper> stopper;
    QPointer<ExternalLauncher> external; ///< owned; null for what we launch ourselves
    LauncherKind externalKind = LauncherKind::None;
    ExternalFacts externalFacts;
    std::optional<Failure> externalTrouble; ///< why there are no facts
    QTimer factsTimer;
    QStringList applying;
    QStringList applied; ///< done, not told yet
    bool factsKnown = false;
    bool startAfterFacts = false;
    bool stoppingExternal = false;
    std::function<void()> streamCloser;
    Redactor redactor;
    QString language = QStringLiteral("en");
    LaunchSpec spec;
    ProviderStatus status;
    int stopGraceMs = 10'000;

    bool observing = false;
    bool startAsked = false; ///< start() was called and has not ended in Ready, Degraded or Failed
    bool startAfterStop = false;
    bool wasReady = false; ///< this run has been Ready
    bool readyUntold = false; ///< started() is due with the next Ready
    bool loadTried = false; ///< the model of this start was asked for once
    std::optional<ModelName> loading; ///< what the loader works on
    std::optional<Error> loadFailure; ///< shown until the model is served or something else is tried
    QElapsedTimer sinceStart;
    int probesSinceMembers = 0;
};

} // namespace pilothouse
