// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/providerservice.h"

#include "models/services/providerservice_p.h"

#include <QFile>

namespace pilothouse {

ProviderService::Private::Private(ProviderService *service, const Deployment &deployment, const ProviderPaths &paths)
    : q(service), procFs(paths.procRoot), run(paths.stateFolder, deployment.envPath, procFs)
{
    probeTimer.setSingleShot(true);
    silenceTimer.setSingleShot(true);
    silenceTimer.setInterval(5'000);
    connect(&probeTimer, &QTimer::timeout, this, &Private::probeNow);
    factsTimer.setSingleShot(true);
    connect(&factsTimer, &QTimer::timeout, this, [this] {
        if (external)
            external->observe();
        lookAtFactsSoon();
    });
    connect(&silenceTimer, &QTimer::timeout, this, &Private::onSilence);
    connect(&probe, &ProviderProbe::finished, this, &Private::onProbe);
    connect(&portWatch, &PortWatch::opened, this, [this] {
        probe.cancel();
        probeNow();
    });
    connect(&run, &ProviderRun::ended, this, &Private::onEnded);
    connect(&run, &ProviderRun::recordFailed, this,
        [this](const Error &error) { event(Event::Kind::Notice, error.message, error.cause); });
    connect(&loader, &ModelLoader::finished, this, [this] { loadFinished({}); });
    connect(&loader, &ModelLoader::failed, this, [this](const Error &error) { loadFinished(error); });
}

void ProviderService::Private::start()
{
    if (stopper || stoppingExternal) {
        startAfterStop = true;
        return;
    }
    if (isStarting() || run.isAlive())
        return; // it runs or is on its way: nothing to do
    if (spec.blocked) {
        fail(*spec.blocked);
        return;
    }
    if (spec.program.isEmpty()) {
        refuse({ QStringLiteral("provider.not-startable"), tr("This provider is not started from here."),
            spec.kind == LauncherKind::Remote ? tr("It runs on another machine or is run by someone else.")
                                              : tr("The deployment has no provider."),
            tr("Start it where it runs, or choose a launcher on the Provider page."), {} });
        return;
    }
    if (isExternal()) {
        startExternal();
        return;
    }
    if (!run.hasProcesses())
        adopt(); // another Pilothouse may have started it meanwhile
    if (run.isAlive())
        return;
    if (run.hasProcesses()) { // helpers of an earlier run would hold memory
        startAfterStop = true;
        stop();
        return;
    }
    if (portIsFree())
        launch();
}

bool ProviderService::Private::portIsFree()
{
    if (!spec.endpoint.isLoopback())
        return true;
    const auto holder = procFs.portHolder(spec.endpoint.port());
    if (!holder)
        return true;
    const QString who = holder->pid
        ? tr("Process %1 (%2) of user %3 listens there.").arg(*holder->pid).arg(holder->name, holder->user)
        : tr("A process of user %1 listens there.").arg(holder->user);
    fail({ QStringLiteral("port.in-use"), tr("Port %1 is already in use.").arg(holder->port), who,
        tr("Stop that process, or choose another port in .env."), redactor.redacted(holder->commandLine) });
    return false;
}

void ProviderService::Private::prepareStart()
{
    haltObservers();
    observing = true;
    startAsked = true;
    wasReady = false;
    readyUntold = true;
    loadTried = false;
    loadFailure.reset();
    status.exitCode.reset();
    status.served.clear();
    sinceStart.start();
    status.ownProcess = true; // about to be: Stop may be pressed from here on
    set(ProviderState::Starting, ProviderPhase::Launching);
}

void ProviderService::Private::launch()
{
    prepareStart();
    if (const Result<void> launched = run.launch(spec, redactor); !launched) {
        showRun();
        fail(launched.error());
        return;
    }
    showRun();
    set(ProviderState::Starting, spec.kind == LauncherKind::Vllm ? ProviderPhase::LoadingModel : ProviderPhase::WaitingForPort);
    event(Event::Kind::Started, tr("Provider started"), tr("Process %1").arg(*status.pid));
    portWatch.watch(spec.endpoint.host(), spec.endpoint.port());
    probeLater();
}

void ProviderService::Private::stop()
{
    if (stopper || stoppingExternal)
        return;
    if (isExternal()) {
        stopExternal();
        return;
    }
    if (!run.hasProcesses())
        adopt(); // another Pilothouse may have started it meanwhile
    if (stopper) // a listener asked for the same
        return;
    if (!run.hasProcesses()) {
        const bool foreign = status.state == ProviderState::Ready || status.state == ProviderState::Degraded
            || status.state == ProviderState::Starting;
        if (foreign) {
            startAfterStop = false;
            refuse({ QStringLiteral("provider.not-own"), tr("This provider was not started by Pilothouse."),
                tr("Pilothouse signals only processes that it started."), tr("Stop it where it was started."), {} });
            return;
        }
        stopFinished({});
        return;
    }
    if (streamCloser)
        streamCloser(); // vLLM waits for its clients, and we are one
    haltObservers();
    startAsked = false;
    StopRequest request;
    request.run = run.ownership();
    request.port = run.isAlive() && run.record()->endpoint.isLoopback() ? run.record()->endpoint.port() : 0;
    request.graceMs = stopGraceMs;
    request.secondTermMs = qMin(request.secondTermMs, stopGraceMs / 2);
    stopper = new ProcessStopper(request, procFs, this);
    connect(stopper, &ProcessStopper::succeeded, this, [this] { stopFinished({}); });
    connect(stopper, &ProcessStopper::failed, this, [this](const Error &error) { stopFinished(error); });
    set(ProviderState::Stopping);
    if (stopper) // a listener of statusChanged may do anything
        stopper->start();
}

void ProviderService::Private::stopFinished(std::optional<Error> error)
{
    if (stopper) {
        stopper->deleteLater();
        stopper = nullptr;
    }
    if (error) {
        startAfterStop = false;
        error->detail = redactor.redacted(error->detail); // a stranger's command line
        if (!run.hasProcesses())
            run.forget();
        showRun();
        fail(*error);
        return;
    }
    const bool ran = run.record().has_value();
    run.forget();
    wasReady = false;
    loadFailure.reset();
    showRun();
    set(ProviderState::Stopped);
    if (ran)
        event(Event::Kind::Stopped, tr("Provider stopped"));
    const bool again = std::exchange(startAfterStop, false);
    Q_EMIT q->stopped();
    if (again)
        start();
    else
        probeLater();
}

void ProviderService::Private::loadModel(const ModelName &model)
{
    // a load under way may be replaced: that is how a switch goes back in the middle of one
    if (!q->canLoadModelInPlace() || stopper
        || (status.state != ProviderState::Ready && status.state != ProviderState::Degraded && !loading)) {
        refuse({ QStringLiteral("provider.not-running"), tr("The model %1 cannot be loaded now.").arg(model.text()),
            tr("No running Ollama answers at %1.").arg(endpoint().text()), tr("Start the provider first."), {} });
        return;
    }
    loading = model;
    loadFailure.reset();
    set(ProviderState::Starting, ProviderPhase::LoadingModel);
    loader.load(endpoint(), model);
}

void ProviderService::Private::loadFinished(std::optional<Error> error)
{
    const ModelName model = loading.value_or(ModelName());
    loading.reset();
    if (!error)
        run.setModel(model);
    showRun();
    if (error) {
        startAsked = false;
        loadFailure = error;
        set(ProviderState::Degraded, ProviderPhase::None, error);
        event(Event::Kind::Failed, error->message, error->cause);
        Q_EMIT q->failed(*error);
    } else {
        if (status.state == ProviderState::Starting)
            set(ProviderState::Starting, ProviderPhase::CheckingModel);
        event(Event::Kind::Loaded, tr("Model loaded"), model.text());
    }
    probe.cancel();
    probeNow();
}

ProviderService::ProviderService(const Deployment &deployment, const ProviderPaths &paths, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, deployment, paths))
{
}

ProviderService::~ProviderService() = default;

void ProviderService::setLaunchSpec(const LaunchSpec &spec)
{
    const bool otherTarget = d->spec.compose != spec.compose;
    const bool elsewhere = !(d->spec.endpoint == spec.endpoint) || d->spec.kind != spec.kind || otherTarget;
    d->spec = spec;
    if (!d->stoppingExternal) // a stop under way keeps what it stops
        d->takeLauncher();
    if (otherTarget && d->external && !d->stoppingExternal) { // what is known is of another service
        d->externalFacts = {};
        d->factsKnown = false;
        d->status.containers.clear();
    }
    if (d->run.isAlive() || d->stopper)
        return;
    d->status.launcher = spec.kind;
    d->status.endpoint = spec.endpoint;
    if (elsewhere && d->observing) {
        d->probe.cancel();
        d->status.served.clear();
        d->set(d->status.state, d->status.phase, d->status.failure);
        if (!d->awaitFacts())
            d->probeNow();
    }
}

const LaunchSpec &ProviderService::launchSpec() const
{
    return d->spec;
}

const ProviderStatus &ProviderService::status() const
{
    return d->status;
}

QString ProviderService::logPath() const
{
    return QFile::exists(d->run.logPath()) ? d->run.logPath() : QString();
}

void ProviderService::observe()
{
    d->observing = true;
    if (!d->run.record() && !d->stopper)
        d->adopt();
    if (!d->awaitFacts())
        d->probeNow();
}

void ProviderService::followLog()
{
    if (d->isExternal())
        d->external->followLog();
}

bool ProviderService::isExternal() const
{
    return d->isExternal();
}

void ProviderService::start()
{
    d->start();
}

void ProviderService::stop()
{
    d->startAfterStop = false;
    d->stop();
}

void ProviderService::restart()
{
    if (d->status.state == ProviderState::Stopped && !d->run.hasProcesses() && !d->externalFacts.exists) {
        d->start();
        return;
    }
    d->startAfterStop = true;
    d->stop();
}

void ProviderService::cancelStart()
{
    d->startAfterStop = false;
    d->startAfterFacts = false;
    if (d->loading && !d->run.hasProcesses()) { // someone else's Ollama: only the load is ours to take back
        d->loader.cancel();
        d->loading.reset();
        d->probe.cancel();
        d->probeNow();
    } else if (d->status.state == ProviderState::Starting || d->run.hasProcesses() || d->externalFacts.exists) {
        d->stop();
    }
}

void ProviderService::loadModel(const ModelName &model)
{
    d->loadModel(model);
}

void ProviderService::apply(const QStringList &services)
{
    d->applyServices(services);
}

bool ProviderService::canLoadModelInPlace() const
{
    return d->kind() == LauncherKind::Ollama || d->status.providerName == QLatin1String("Ollama");
}

void ProviderService::setStreamCloser(std::function<void()> closer)
{
    d->streamCloser = std::move(closer);
}

void ProviderService::setApiKey(const QString &key)
{
    d->probe.setApiKey(key);
    d->loader.setApiKey(key);
}

void ProviderService::setRedactor(const Redactor &redactor)
{
    d->redactor = redactor;
    if (d->external)
        d->external->setRedactor(redactor);
}

void ProviderService::setLanguage(const QString &language)
{
    d->language = language;
}

void ProviderService::setStopGrace(int ms)
{
    d->stopGraceMs = ms;
}

} // namespace pilothouse
