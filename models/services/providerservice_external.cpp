// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/external/composelauncher.h"
#include "models/services/external/externalverdict.h"
#include "models/services/providerservice_p.h"

namespace pilothouse {

namespace {

constexpr int startingFactsMs = 1'000;
constexpr int calmFactsMs = 5'000;
constexpr int firstFactsMs = 3'000; ///< how long the first probe waits for them

bool isUp(ProviderState state)
{
    return state == ProviderState::Ready || state == ProviderState::Degraded;
}

} // namespace

void ProviderService::Private::useLauncherOf(LauncherKind wanted)
{
    if (wanted == externalKind)
        return;
    externalKind = wanted;
    externalFacts = {};
    factsKnown = false;
    externalTrouble.reset();
    factsTimer.stop();
    status.containers.clear();
    if (external) { // nobody will tell how it ends
        startAsked = startAfterFacts = wasReady = false;
        applying.clear();
        applied.clear();
        external->disconnect(this);
        external->deleteLater();
    }
    external = wanted == LauncherKind::Compose ? new ComposeLauncher(run.logPath(), procFs, this) : nullptr;
    if (!external)
        return;
    external->setRedactor(redactor);
    connect(external, &ExternalLauncher::done, this, &Private::onExternalDone);
    connect(external, &ExternalLauncher::failed, this, &Private::onExternalFailed);
    connect(external, &ExternalLauncher::observed, this, &Private::onFacts);
    connect(external, &ExternalLauncher::unobservable, this, &Private::onUnobservable);
    connect(external, &ExternalLauncher::progressed, this, [this](const QString &text) {
        if (!startAsked)
            return;
        status.evidence = text;
        status.evidenceAt = QDateTime::currentDateTime();
        set(status.state, status.phase, status.failure);
    });
}

void ProviderService::Private::takeLauncher()
{
    useLauncherOf(spec.kind == LauncherKind::Compose && spec.compose ? spec.kind : LauncherKind::None);
    if (external)
        external->setSpec(spec);
}

void ProviderService::Private::startExternal()
{
    if (!factsKnown) { // is it running already?
        startAfterFacts = true;
        external->observe();
        return;
    }
    if (external->isBusy()) { // start() would be ignored
        refuse(
            { QStringLiteral("provider.busy"), tr("Another command is still running."), {}, tr("Wait until it has ended."), {} });
        return;
    }
    if (externalFacts.running && !externalFacts.restarting) {
        readyUntold = true; // whoever asked for the start waits for started()
        if (status.state == ProviderState::Failed)
            set(ProviderState::Starting, ProviderPhase::CheckingModel);
        probeNow();
        return;
    }
    if (externalFacts.running || !spec.compose || !spec.compose->host.isEmpty() || portIsFree()) {
        prepareStart();
        external->start();
        lookAtFactsSoon();
        probeLater();
    }
}

void ProviderService::Private::stopExternal()
{
    startAfterFacts = false;
    applying.clear();
    const bool wanted = externalFacts.exists || external->isBusy();
    if (!wanted) {
        if (isUp(status.state)) {
            startAfterStop = false;
            refuse({ QStringLiteral("provider.not-own"), tr("This provider was not started by Pilothouse."),
                tr("The service has no container here, but something else answers."), tr("Stop it where it was started."), {} });
            return;
        }
        stopFinished({});
        return;
    }
    if (streamCloser)
        streamCloser();
    haltObservers();
    startAsked = false;
    stoppingExternal = true;
    set(ProviderState::Stopping);
    external->stop();
}

void ProviderService::Private::applyServices(const QStringList &services)
{
    if (!isExternal()) {
        q->restart();
        return;
    }
    if (external->isBusy() || stoppingExternal) {
        refuse(
            { QStringLiteral("provider.busy"), tr("Another command is still running."), {}, tr("Wait until it has ended."), {} });
        return;
    }
    applying = services;
    if (services.contains(spec.compose ? spec.compose->service : QString())) {
        if (streamCloser)
            streamCloser();
        prepareStart();
    }
    external->apply(services);
    lookAtFactsSoon();
    probeLater();
}

void ProviderService::Private::onExternalDone()
{
    if (std::exchange(stoppingExternal, false)) {
        const QStringList others = runningBeside();
        takeLauncher(); // it may have changed meanwhile
        externalFacts = {};
        status.containers.clear();
        showRun();
        if (!others.isEmpty())
            event(Event::Kind::Notice, tr("Other services still run"), others.join(QStringLiteral(", ")));
        event(Event::Kind::Stopped, tr("Provider stopped"), spec.compose ? spec.compose->service : QString());
        stopFinished({});
        if (external)
            external->observe();
        return;
    }
    if (!applying.isEmpty()) {
        applied = std::exchange(applying, {}); // told with the facts about the new containers
        event(Event::Kind::Notice, tr("Configuration put into force"), applied.join(QStringLiteral(", ")));
    }
    if (startAsked && status.phase == ProviderPhase::Launching)
        set(ProviderState::Starting, ProviderPhase::WaitingForPort);
    external->observe();
    probeNow();
}

void ProviderService::Private::onExternalFailed(const Error &error)
{
    applying.clear();
    external->observe();
    if (std::exchange(stoppingExternal, false)) {
        startAfterStop = false;
        takeLauncher();
        fail(error);
    } else if (startAsked) {
        haltObservers();
        fail(error);
    } else { // of a service beside the provider
        event(Event::Kind::Failed, error.message, error.cause);
        refuse(error);
    }
}

void ProviderService::Private::onUnobservable(const Error &error)
{
    const bool first = !std::exchange(factsKnown, true);
    externalTrouble = error;
    externalFacts = {};
    status.containers.clear();
    lookAtFactsSoon();
    if (std::exchange(startAfterFacts, false)) {
        fail(error);
        return;
    }
    showRun();
    tellApplied();
    if (first)
        probeNow();
    else if (status.state != ProviderState::Stopping)
        set(status.state, status.phase, status.failure);
}

void ProviderService::Private::onFacts(const ExternalFacts &facts)
{
    const bool first = !std::exchange(factsKnown, true);
    const bool appeared = facts.running && !externalFacts.running;
    externalTrouble.reset();
    externalFacts = facts;
    status.containers = facts.containers;
    lookAtFactsSoon();
    if (stoppingExternal)
        return;
    if (std::exchange(startAfterFacts, false)) {
        startExternal();
        return;
    }
    if (appeared && !startAsked && !isUp(status.state)) { // started by someone else, or by an earlier Pilothouse
        readyUntold = true;
        wasReady = true;
        silenceTimer.start();
        set(ProviderState::Starting, ProviderPhase::CheckingModel); // as adopt() does; an older failure is of another run
        event(Event::Kind::Adopted, tr("Running provider found again"), spec.compose ? spec.compose->service : QString());
        if (facts.pid)
            Q_EMIT q->adopted(*facts.pid);
    }
    showRun();
    status.exitCode = facts.end ? facts.end->exitCode : std::nullopt;
    judgeFacts();
    tellApplied();
    if (first || appeared)
        probeNow();
}

void ProviderService::Private::tellApplied()
{
    if (!applied.isEmpty() && !external->isBusy())
        Q_EMIT q->applied(std::exchange(applied, {}));
}

/// What the containers alone say; all else is said by the probe.
void ProviderService::Private::judgeFacts()
{
    const ExternalFacts &facts = externalFacts;
    const bool ofOurs = startAsked || wasReady;
    const bool failing = !external->isBusy()
        && ((facts.end && (facts.restarting || (!facts.running && (ofOurs || !facts.end->expected))))
            || (startAsked && !facts.exists));
    if (failing && !isUp(status.state) && status.state == ProviderState::Failed && !startAsked) {
        set(status.state, status.phase, status.failure); // told already
    } else if (failing && !(isUp(status.state) && facts.running && !facts.restarting)) {
        const Error error = explainExternalEnd(facts, spec, wasReady && !startAsked, redactor);
        haltObservers();
        wasReady = false;
        status.served.clear();
        fail(error);
    } else if (wasReady && !facts.running && !external->isBusy() && isUp(status.state)) { // removed or stopped by someone
        wasReady = false;
        probeNow();
    } else if (facts.ailing && status.state == ProviderState::Ready) {
        set(ProviderState::Degraded, ProviderPhase::None, facts.ailing);
    } else {
        set(status.state, status.phase, status.failure);
    }
}

void ProviderService::Private::lookAtFactsSoon()
{
    if (observing && external)
        factsTimer.start(startAsked || status.state == ProviderState::Starting || status.state == ProviderState::Degraded
                ? startingFactsMs
                : calmFactsMs);
}

/// True while the first facts are awaited: the probe comes after them, so that what it means is known.
bool ProviderService::Private::awaitFacts()
{
    if (!isExternal() || factsKnown)
        return false;
    external->observe();
    QTimer::singleShot(firstFactsMs, this, [this] {
        if (!factsKnown)
            probeNow();
    });
    return true;
}

QStringList ProviderService::Private::runningBeside() const
{
    QStringList names;
    for (const ContainerFacts &container : externalFacts.containers) {
        const bool own = spec.compose && container.service == spec.compose->service;
        if (container.isRunning() && !own && !names.contains(container.service))
            names << container.service;
    }
    return names;
}

} // namespace pilothouse
