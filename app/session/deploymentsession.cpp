// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/deploymentsession.h"

#include "app/session/firstof.h"
#include "app/session/language.h"
#include "models/deployment/launchplan.h"
#include "models/deployment/trace/modelfallback.h"
#include "models/deployment/trace/tracewords.h"
#include "models/operations/modechange.h"
#include "models/operations/smokeoperation.h"
#include "models/operations/switchoperation.h"
#include "models/settings/standardfolders.h"

#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int mostEvents = 200;
constexpr int testTokens = 24;
constexpr int defaultTimeoutSeconds = 240;

bool isUp(ProviderState state)
{
    return state == ProviderState::Ready || state == ProviderState::Degraded;
}

/// However .env spells it.
QString modeName(LlmMode mode)
{
    return mode == LlmMode::Vllm ? QStringLiteral("vllm") : QStringLiteral("ollama");
}

} // namespace

DeploymentSession::DeploymentSession(const Deployment &deployment, Settings &settings, QObject *parent)
    : QObject(parent), m_deployment(deployment), m_settings(settings), m_trace([this] { return traceInputs(); }),
      m_running([this] { return runningQuestion(); }), m_provider(deployment, ProviderPaths{ stateFolder() }),
      m_telemetry(TelemetryPaths{ {}, QStringLiteral("/proc"), QStringLiteral("/sys"), settings.refreshMs.value(), 900 }),
      m_composeWorker(this)
{
    connect(&m_env, &EnvService::opened, this, &DeploymentSession::readEnv);
    connect(&m_env, &EnvService::stateChanged, &m_trace, &TraceFollower::follow);
    connect(&m_trace, &TraceFollower::traced, this, &DeploymentSession::showTrace);
    connect(&m_trace, &TraceFollower::traced, &m_running, &RunningFollower::look); // a compose file may have changed
    connect(&m_running, &RunningFollower::changed, this, &DeploymentSession::courseChanged);
    connect(&m_env, &EnvService::saved, this, [this](const QStringList &keys) {
        addEvent(Event::Kind::Saved, tr("Saved .env"), keys.join(QStringLiteral(", ")));
        planAgain();
        findCompose({});
    });
    connect(&m_env, &EnvService::changedOnDisk, this, [this] {
        addEvent(Event::Kind::Notice, tr(".env changed on disk"), tr("another program wrote it"));
        planAgain();
    });
    connect(&m_env, &EnvService::failed, this, [this](const Error &error) {
        if (!m_observing)
            Q_EMIT openFailed(error);
    });
    connect(&m_env, &EnvService::reloaded, this, [this] {
        addEvent(Event::Kind::Notice, tr(".env changed on disk"), tr("another program wrote it"));
        planAgain();
    });
    m_catalogue.setDeployment(deployment);
    connect(&m_provider, &ProviderService::statusChanged, this, &DeploymentSession::followProvider);
    connect(&m_provider, &ProviderService::eventHappened, this,
        [this](const Event &event) { addEvent(event.kind, event.title, event.text); });
    m_provider.setStreamCloser([this] {
        m_chat.stop();
        m_switchChat.stop();
        m_smokeChat.stop();
    });
    for (ChatService *chat : { &m_chat, &m_switchChat, &m_smokeChat }) {
        connect(chat, &ChatService::figuresChanged, &m_telemetry,
            [this](const ChatFigures &figures) { m_telemetry.addAnswerProgress(figures, false); });
        connect(chat, &ChatService::finished, &m_telemetry,
            [this](const ChatAnswer &answer) { m_telemetry.addAnswerProgress(answer.figures, true); });
    }
    connect(&m_catalogue, &ModelCatalogue::changed, this, [this](const QList<ModelEntry> &models) {
        m_models = models;
        Q_EMIT modelsChanged(models);
    });
}

DeploymentSession::~DeploymentSession() = default;

void DeploymentSession::open()
{
    m_env.setLanguage(interfaceLanguage(m_settings));
    m_trace.setLanguage(interfaceLanguage(m_settings));
    m_provider.setLanguage(interfaceLanguage(m_settings));
    m_env.open(m_deployment.envPath);
}

void DeploymentSession::readEnv()
{
    const Result<DeploymentDescription> description = readDescription(m_deployment.folder);
    m_descriptionFailure = description ? std::nullopt : std::optional(description.error());
    if (description)
        m_description = *description;
    findCompose([this] { begin(); });
}

void DeploymentSession::begin()
{
    planAgain();
    if (m_observing) // opened again
        return;
    m_observing = true;
    Q_EMIT opened();
    m_provider.observe();
    m_running.watch();
}

/// Reads compose files on the worker. A newer search replaces the answer of this one.
void DeploymentSession::findCompose(std::function<void()> next)
{
    const quint64 job = ++m_composeJob;
    TraceInputs inputs = traceInputs();
    inputs.envBytes = m_env.savedBytes();
    m_composeWorker.run([inputs] { return findComposeProviders(inputs); },
        [this, job, next](const ComposeProviders &found) {
            const bool stale = job != m_composeJob;
            const bool changed = !stale && m_composeProviders != found;
            if (!stale)
                m_composeProviders = found;
            if (next)
                next();
            else if (changed)
                planAgain();
        });
}

void DeploymentSession::showTrace()
{
    EnvTrace shown;
    for (const KeyTrace &key : m_trace.trace().keys)
        shown.marks.insert(key.key, traceMark(key));
    shown.problems = m_trace.problems();
    const ModelFallback fallback = modelFallback(m_trace.trace());
    if (fallback.note)
        shown.notes << *fallback.note;
    if (!fallback.emptyText.isEmpty())
        shown.emptyTexts.insert(QStringLiteral("VLLM_MODEL"), fallback.emptyText);
    if (const EnvConsumers consumers = consumersOf(m_trace.trace()); !consumers.isEmpty())
        shown.consumers = consumers;
    m_env.setTrace(shown);
    if (m_observing) // a compose file may have changed
        findCompose({});
    Q_EMIT traceChanged();
}

void DeploymentSession::edit(const QString &key, const QString &value)
{
    const LlmMode chosen = llmModeFromText(value);
    if (key != QLatin1String("LLM_MODE") || (chosen != LlmMode::Ollama && chosen != LlmMode::Vllm)) {
        m_env.setValue(key, value);
        return;
    }
    QMap<QString, QString> values;
    for (const FormRow &row : m_env.state().rows) {
        if (row.present)
            values.insert(row.spec.key, row.value);
    }
    ProblemFix step; // several values, one step to undo
    for (const EnvChange &change : changesForMode(values, chosen, m_settings.modelOfMode(m_deployment.folder, modeName(chosen))))
        step.setValues << qMakePair(change.key, change.newValue);
    m_env.applyFix(step);
}

/// Of what is saved: the model that the mode in force has now.
void DeploymentSession::rememberModel()
{
    const LlmMode present = mode();
    const QString model = m_env.savedValue(QStringLiteral("LLM_MODEL"));
    if ((present == LlmMode::Ollama || present == LlmMode::Vllm) && !model.isEmpty() && !model.contains(QLatin1Char('$')))
        m_settings.rememberModelOfMode(m_deployment.folder, modeName(present), model);
}

void DeploymentSession::planAgain()
{
    rememberModel();
    Redactor redactor(m_env.savedValues());
    redactor.keep(m_redactor);
    m_redactor = redactor;
    m_provider.setRedactor(m_redactor);
    m_provider.setLaunchSpec(launchSpec());
    m_provider.setApiKey(apiKey());
    if (m_observing)
        m_running.look();
    Q_EMIT courseChanged();
}

LaunchSpec DeploymentSession::launchSpec() const
{
    return launchSpecFor(m_env.savedValues());
}

LaunchSpec DeploymentSession::launchSpecFor(const QMap<QString, QString> &values) const
{
    LaunchInputs inputs;
    inputs.deployment = m_deployment;
    inputs.description = m_description;
    inputs.choice = m_settings.operatorChoice(m_deployment.folder);
    inputs.values = values;
    inputs.lineOf = [this](const QString &key) { return m_env.savedLine(key); };
    inputs.searchPath = qEnvironmentVariable("PATH");
    const LlmMode wanted = llmModeFromText(valueInForce(values, QStringLiteral("LLM_MODE")));
    if (const auto found = m_composeProviders.constFind(wanted); found != m_composeProviders.constEnd())
        inputs.compose = *found;
    LaunchSpec spec = launchPlan(inputs);
    if (spec.compose)
        spec.compose->mayAsk
            = !inputs.choice.program.isEmpty() || m_description.program.isEmpty() || m_settings.isTrusted(spec.trustHash);
    if (m_descriptionFailure) // it is why the rest was guessed
        spec.blocked = m_descriptionFailure;
    return spec;
}

TraceInputs DeploymentSession::traceInputs() const
{
    TraceInputs inputs;
    inputs.deployment = m_deployment;
    inputs.description = m_description;
    inputs.choice = m_settings.operatorChoice(m_deployment.folder);
    inputs.envBytes = m_env.currentBytes();
    const QProcessEnvironment shell = QProcessEnvironment::systemEnvironment();
    for (const QString &name : shell.keys())
        inputs.shell.insert(name, shell.value(name));
    return inputs;
}

LlmMode DeploymentSession::mode() const
{
    return llmModeFromText(valueInForce(m_env.savedValues(), QStringLiteral("LLM_MODE")));
}

ModelName DeploymentSession::configuredModel() const
{
    return m_provider.launchSpec().model;
}

ChatRequest DeploymentSession::chatRequest(const QList<ChatMessage> &messages) const
{
    const LaunchSpec &spec = m_provider.launchSpec();
    ChatRequest request;
    request.protocol = m_provider.status().providerName == QLatin1String("Ollama") || spec.kind == LauncherKind::Ollama
        ? ChatProtocol::Ollama
        : ChatProtocol::OpenAi;
    request.endpoint = spec.endpoint;
    request.model = spec.model;
    request.messages = messages;
    request.apiKey = apiKey();
    bool valid = false;
    const double temperature = m_env.savedValue(QStringLiteral("LLM_TEMPERATURE")).toDouble(&valid);
    if (valid)
        request.temperature = temperature;
    const int tokens = m_env.savedValue(QStringLiteral("LLM_MAX_TOKENS")).toInt(&valid);
    if (valid && tokens > 0)
        request.maxTokens = tokens;
    const int seconds = m_env.savedValue(QStringLiteral("LLM_TIMEOUT")).toInt(&valid);
    request.timeoutMs = (valid && seconds > 0 ? seconds : defaultTimeoutSeconds) * 1000;
    return request;
}

ChatRequest DeploymentSession::testRequest(const ModelName &model) const
{
    ChatRequest request = chatRequest({ ChatMessage{ ChatRole::User, QStringLiteral("Say hello in one short sentence.") } });
    request.model = model;
    request.temperature = 0.0;
    request.maxTokens = testTokens;
    return request;
}

/// The key goes only where .env or the operator points, or where a trusted description does (R31).
QString DeploymentSession::apiKey() const
{
    const LaunchSpec &spec = m_provider.launchSpec();
    const bool confirmed = !spec.trustHash.isEmpty() && m_settings.isTrusted(spec.trustHash) && mode() == LlmMode::Vllm;
    return spec.keyAllowed || confirmed ? m_env.savedValues().value(QStringLiteral("VLLM_API_KEY")) : QString();
}

bool DeploymentSession::needsTrust() const
{
    return !m_settings.isTrusted(m_provider.launchSpec().trustHash);
}

void DeploymentSession::trust()
{
    if (m_provider.launchSpec().trustHash.isEmpty())
        return;
    m_settings.trust(m_provider.launchSpec().trustHash);
    m_settings.sync();
    planAgain();
}

void DeploymentSession::start()
{
    m_provider.setLaunchSpec(launchSpec()); // the program may have been installed meanwhile
    m_provider.start();
}

SwitchPlan DeploymentSession::planSwitch(const ModelName &target, std::optional<LlmMode> wantedMode) const
{
    SwitchInputs inputs;
    inputs.savedValues = m_env.savedValues();
    inputs.mode = wantedMode.value_or(mode());
    inputs.target = target;
    inputs.status = m_provider.status();
    inputs.loadsInPlace = m_provider.canLoadModelInPlace() && inputs.mode == mode();
    if (inputs.mode == mode())
        inputs.installed = m_models;
    SwitchPlan plan = pilothouse::planSwitch(inputs);
    if (!plan.blocked)
        plan.blocked = startObstacle(plan);
    return plan;
}

/// What would keep the new provider from starting is known before the old one is stopped.
std::optional<Failure> DeploymentSession::startObstacle(const SwitchPlan &plan) const
{
    const auto starts = [](const Step &step) { return step.id == QLatin1String("start"); };
    if (std::none_of(plan.steps.cbegin(), plan.steps.cend(), starts))
        return std::nullopt;
    QMap<QString, QString> values = m_env.savedValues();
    for (const EnvChange &change : plan.changes)
        values.insert(change.key, change.newValue);
    const LaunchSpec spec = launchSpecFor(values);
    if (spec.blocked)
        return spec.blocked;
    if (m_settings.isTrusted(spec.trustHash))
        return std::nullopt;
    const QString command = (QStringList{ spec.program } + spec.shownArguments()).join(QLatin1Char(' '));
    return Failure{ QStringLiteral("trust.needed"), tr("This folder’s own files would run: %1").arg(m_redactor.redacted(command)),
        {}, tr("Start the provider once and confirm its command, then switch."), {} };
}

SwitchOperation *DeploymentSession::startSwitch(const SwitchPlan &plan)
{
    SwitchParts parts;
    parts.env = &m_env;
    parts.provider = &m_provider;
    parts.chat = &m_switchChat;
    parts.launchSpec = [this] { return launchSpec(); };
    parts.testRequest = [this](const ModelName &model) { return testRequest(model); };
    m_switch = new SwitchOperation(parts, plan, this);
    connect(m_switch, &SwitchOperation::finished, this, [this, operation = m_switch.data()](const SwitchOutcome &outcome) {
        if (outcome.result == SwitchResult::Done)
            addEvent(Event::Kind::Switched, tr("Switched"), tr("%1 to %2").arg(outcome.plan.from.text(), outcome.plan.to.text()));
        else if (outcome.result == SwitchResult::Returned)
            addEvent(Event::Kind::Failed, tr("Switch returned"), outcome.reason);
        m_switch.clear();
        operation->deleteLater();
        refreshModels();
        Q_EMIT courseChanged();
    });
    QTimer::singleShot(0, m_switch, &SwitchOperation::start); // the caller connects first
    return m_switch;
}

SmokeOperation *DeploymentSession::startSmoke()
{
    if (m_smoke)
        m_smoke->cancel();
    SmokeInputs inputs;
    inputs.problems = m_env.state().problems;
    inputs.status = m_provider.status();
    inputs.spec = m_provider.launchSpec();
    inputs.question = testRequest(configuredModel());
    inputs.chat = &m_smokeChat;
    m_smoke = new SmokeOperation(inputs, this);
    connect(m_smoke, &SmokeOperation::reportChanged, this, [this](const SmokeReport &report) {
        m_lastSmoke = report;
        Q_EMIT smokeChanged(report);
    });
    connect(m_smoke, &SmokeOperation::finished, this, [this, operation = m_smoke.data()](const SmokeReport &report) {
        const auto good = std::count_if(
            report.steps.cbegin(), report.steps.cend(), [](const Step &step) { return step.state == StepState::Done; });
        addEvent(Event::Kind::SmokeTest, tr("Smoke test"), tr("%1 of %2 passed").arg(good).arg(report.steps.size()));
        if (m_smoke == operation)
            m_smoke.clear();
        operation->deleteLater();
    });
    QTimer::singleShot(0, m_smoke, &SmokeOperation::start);
    return m_smoke;
}

void DeploymentSession::addEvent(Event::Kind kind, const QString &title, const QString &text)
{
    m_events.prepend(Event{ QDateTime::currentDateTime(), kind, title, m_redactor.redacted(text) });
    if (m_events.size() > mostEvents)
        m_events.removeLast();
    Q_EMIT eventsChanged();
}

void DeploymentSession::followProvider(const ProviderStatus &status)
{
    m_telemetry.setProviderPid(status.pid);
    m_telemetry.setProviderElsewhere(isUp(status.state) && !status.pid);
    const bool hasCounters = isUp(status.state) && status.providerName != QLatin1String("Ollama");
    m_telemetry.setMetricsEndpoint(hasCounters ? status.endpoint : Endpoint());
    if (isUp(status.state) && !isUp(m_lastState))
        refreshModels();
    if (isUp(status.state) != isUp(m_lastState) || status.pid != m_lastPid)
        m_running.look();
    m_lastState = status.state;
    m_lastPid = status.pid;
    Q_EMIT courseChanged();
}

void DeploymentSession::refreshModels()
{
    const LaunchSpec &spec = m_provider.launchSpec();
    m_catalogue.setApiKey(apiKey());
    m_catalogue.refresh(spec.endpoint, spec.kind);
}

void DeploymentSession::withModels(const std::function<void()> &next)
{
    // The list is complete when the provider answered, and as complete as it gets when it did not.
    onFirstOf(&m_catalogue, &ModelCatalogue::refreshed, next, &ModelCatalogue::failed, next, this);
    refreshModels();
}

} // namespace pilothouse
