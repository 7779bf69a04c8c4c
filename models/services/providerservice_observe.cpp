// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logtail.h"
#include "models/services/providerservice_p.h"
#include "models/services/runfailure.h"

namespace pilothouse {

namespace {

constexpr int calmIntervalMs = 1'000;
constexpr int probeTimeoutMs = 2'500;
constexpr int startProbeTimeoutMs = 5'000; // Ollama accepts and then looks for GPUs before it answers
constexpr int membersEveryProbes = 30;
constexpr int longLoadSeconds = 600;
constexpr int causeLines = 300; // vLLM's cause stands far above its last line

} // namespace

void ProviderService::Private::adopt()
{
    switch (run.adopt()) {
    case ProviderRun::Found::Nothing:
        return;
    case ProviderRun::Found::Alive:
        readyUntold = true;
        wasReady = true; // it may have been: its model is not loaded behind the operator's back
        showRun();
        set(ProviderState::Starting, ProviderPhase::CheckingModel);
        silenceTimer.start();
        event(Event::Kind::Adopted, tr("Running provider found again"), tr("Process %1").arg(*status.pid));
        Q_EMIT q->adopted(*status.pid);
        return;
    case ProviderRun::Found::OnlySurvivors:
        showRun();
        set(ProviderState::Failed, ProviderPhase::None,
            Failure{ QStringLiteral("provider.died"), tr("The provider ended while Pilothouse was closed."),
                tr("%n process(es) that it started still run.", nullptr, int(run.survivors().size())),
                tr("Stop ends them; Start does so too."), {} });
        return;
    }
}

void ProviderService::Private::probeNow()
{
    if (stopper || stoppingExternal || !observing)
        return;
    if (kind() == LauncherKind::None || !endpoint().isValid()) {
        if (status.state != ProviderState::Failed)
            set(ProviderState::Stopped);
        return;
    }
    if (!probe.isBusy())
        probe.probe(endpoint(), kind(), isStarting() ? startProbeTimeoutMs : probeTimeoutMs);
}

void ProviderService::Private::probeLater()
{
    if (isStarting() || loading)
        probeTimer.start(sinceStart.elapsed() < 5'000 ? 100 : 250);
    else
        probeTimer.start(calmIntervalMs);
}

void ProviderService::Private::onProbe(const ProbeResult &result)
{
    if (stopper || stoppingExternal)
        return;
    if (result.isUsable() && !loading && !run.hasProcesses()) {
        adopt(); // another Pilothouse may have started it
        if (run.isAlive()) {
            probeNow(); // at its own address
            return;
        }
    }
    const ProviderVerdict verdict = judgeProbe(result, { kind(), endpoint(), model(), ownIsAlive(), ownIsAlive() && !wasReady });
    if (!external || !external->isBusy() || result.isUsable()) // what the command says is newer
        status.evidence = verdict.evidence;
    status.evidenceAt = QDateTime::currentDateTime();
    if (result.isUsable())
        applyUsable(result, verdict);
    else
        applyUnusable(result, verdict);
    if (!stopper && !probe.isBusy())
        probeLater();
}

void ProviderService::Private::applyUsable(const ProbeResult &result, const ProviderVerdict &verdict)
{
    status.providerName = result.providerName;
    status.providerVersion = result.providerVersion;
    status.served = result.served;
    portWatch.stop();
    if (ownIsAlive())
        silenceTimer.start();
    if (loading) { // the loader tells when it is done
        set(status.state, status.phase, status.failure);
        return;
    }
    if (isExternal() && external->isBusy() && startAsked) { // may be the one that is being replaced
        set(ProviderState::Starting, ProviderPhase::CheckingModel);
        return;
    }
    if (status.serves(model()))
        loadFailure.reset();
    if (verdict.loadModel && !loadTried) {
        loadTried = true;
        loading = model();
        set(ProviderState::Starting, ProviderPhase::LoadingModel);
        loader.load(endpoint(), model());
        return;
    }
    if (loadFailure) {
        set(ProviderState::Degraded, ProviderPhase::None, loadFailure);
        return;
    }
    if (verdict.state == ProviderState::Ready) {
        becomeReady();
        return;
    }
    const bool told = !startAsked;
    if (verdict.state == ProviderState::Degraded) {
        startAsked = false;
        loadTried = false; // once it is installed, it is loaded
        probe.readInstalledNext();
    }
    set(verdict.state, verdict.phase, verdict.failure);
    if (!told && !startAsked) {
        event(Event::Kind::Failed, verdict.failure->message, verdict.failure->fix);
        Q_EMIT q->failed(*verdict.failure);
    }
}

void ProviderService::Private::becomeReady()
{
    const bool first = std::exchange(readyUntold, false) && ownIsAlive();
    startAsked = false;
    wasReady = true;
    if (run.isAlive() && (first || ++probesSinceMembers >= membersEveryProbes)) {
        probesSinceMembers = 0;
        run.noteMembers();
    }
    if (isExternal() && externalFacts.ailing)
        set(ProviderState::Degraded, ProviderPhase::None, externalFacts.ailing);
    else
        set(ProviderState::Ready);
    if (!first)
        return;
    event(Event::Kind::Ready, tr("Provider ready"), status.served.isEmpty() ? QString() : status.served.first().name.text());
    Q_EMIT q->started();
}

void ProviderService::Private::applyUnusable(const ProbeResult &result, const ProviderVerdict &verdict)
{
    if (isExternal() && externalFacts.restarting && status.state == ProviderState::Failed) {
        set(status.state, {}, status.failure); // between two restarts it looks like a start
        return;
    }
    if (ownIsAlive()) {
        if (isExternal() && wasReady && !factsTimer.isActive())
            lookAtFactsSoon();
        if (result.loading && !result.providerName.isEmpty())
            status.providerName = result.providerName;
        if (verdict.state == ProviderState::Degraded) {
            const bool untold = std::exchange(startAsked, false);
            silenceTimer.start();
            set(verdict.state, {}, verdict.failure);
            if (untold)
                Q_EMIT q->failed(*verdict.failure);
        } else if (!result.answered && !isStarting()) {
            set(status.state, status.phase, status.failure); // onSilence() judges how long it lasts
        } else {
            set(ProviderState::Starting, verdict.phase);
        }
        return;
    }
    status.served.clear();
    if (verdict.state == ProviderState::Stopped && status.state == ProviderState::Failed) {
        set(status.state, {}, status.failure); // why it failed is still what the operator needs to know
        return;
    }
    status.providerName.clear();
    status.providerVersion.clear();
    const bool unknown = isExternal() && externalTrouble && !verdict.failure;
    set(verdict.state, verdict.phase, unknown ? externalTrouble : verdict.failure);
}

void ProviderService::Private::onSilence()
{
    if (!ownIsAlive() || isStarting() || stopper || stoppingExternal)
        return;
    // taken over while it loads: that may take as long as a start
    const QDateTime since = isExternal() ? externalFacts.startedAt : run.record()->startedAt;
    if (readyUntold && since.secsTo(QDateTime::currentDateTimeUtc()) < longLoadSeconds) {
        silenceTimer.start();
        return;
    }
    status.served.clear();
    set(ProviderState::Degraded, ProviderPhase::None,
        Failure{ QStringLiteral("provider.not-answering"), tr("The provider does not answer."),
            isExternal() ? tr("Its container runs, but %1 has not answered for 5 seconds.").arg(endpoint().text())
                         : tr("Process %1 runs, but %2 has not answered for 5 seconds.")
                               .arg(run.record()->process.pid)
                               .arg(endpoint().text()),
            tr("Wait while it is busy, or restart it."), {} });
}

void ProviderService::Private::onEnded(const ProcessEnd &end)
{
    status.exitCode = end.exitCode;
    if (stopper)
        return; // expected
    if (end.exitCode == 0 && run.handOver(!isStarting())) {
        showRun(); // a wrapper that forks and ends: what it started is the provider
        return;
    }
    haltObservers();
    RunEnd facts{ run.record()->program, end, wasReady, run.record()->endpoint, run.record()->model, {} };
    facts.language = language;
    for (const QString &line : lastLogLines(run.logPath(), causeLines))
        facts.logLines << redactor.redacted(line);
    Error error = explainEnd(facts);
    const int left = int(run.survivors().size());
    if (left > 0)
        error.fix = tr("%n process(es) that it started still run: Stop ends them, Start does so too.", nullptr, left);
    else
        run.forget();
    status.served.clear();
    showRun();
    status.exitCode = end.exitCode;
    fail(error);
}

void ProviderService::Private::set(ProviderState state, ProviderPhase phase, std::optional<Failure> failure)
{
    if (status.state != state || !status.since.isValid())
        status.since = QDateTime::currentDateTime();
    status.state = state;
    status.phase = phase;
    status.failure = std::move(failure);
    Q_EMIT q->statusChanged(status);
}

void ProviderService::Private::showRun()
{
    status.launcher = kind();
    status.endpoint = endpoint();
    status.ownProcess = run.record().has_value() || (isExternal() && (startAsked || externalFacts.exists));
    if (isExternal()) {
        status.pid = externalFacts.pid;
        status.startedAt = externalFacts.running ? externalFacts.startedAt : QDateTime();
        status.applied.clear();
        if (!externalFacts.running)
            status.served.clear();
        return;
    }
    status.pid = run.isAlive() ? std::optional<qint64>(run.record()->process.pid) : std::nullopt;
    status.startedAt = run.isAlive() ? run.record()->startedAt.toLocalTime() : QDateTime();
    status.applied = run.isAlive() ? run.record()->applied : QMap<QString, QString>();
    if (!run.isAlive()) {
        status.served.clear();
        status.providerName.clear();
        status.providerVersion.clear();
    }
}

void ProviderService::Private::fail(const Error &error)
{
    startAsked = false;
    readyUntold = false;
    set(ProviderState::Failed, ProviderPhase::None, error);
    event(Event::Kind::Failed, error.message, error.cause);
    Q_EMIT q->failed(error);
    if (observing && !stopper)
        probeLater();
}

void ProviderService::Private::refuse(const Error &error)
{
    set(status.state, status.phase, error);
    Q_EMIT q->failed(error);
}

void ProviderService::Private::event(Event::Kind kind, const QString &title, const QString &text)
{
    Q_EMIT q->eventHappened(Event{ QDateTime::currentDateTime(), kind, title, text });
}

void ProviderService::Private::haltObservers()
{
    probeTimer.stop();
    silenceTimer.stop();
    portWatch.stop();
    probe.cancel();
    loader.cancel();
    loading.reset();
}

} // namespace pilothouse
