// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/session/runningfollower.h"
#include "app/session/tracefollower.h"
#include "models/deployment/composeprovider.h"
#include "models/deployment/deploymentdescription.h"
#include "models/deployment/drift/runningvalues.h"
#include "models/deployment/trace/configtracer.h"
#include "models/domain/chat.h"
#include "models/domain/courseline.h"
#include "models/operations/smokeoperation.h"
#include "models/operations/switchoperation.h"
#include "models/operations/switchplan.h"
#include "models/providers/modelcatalogue.h"
#include "models/secrets/redactor.h"
#include "models/services/chatservice.h"
#include "models/services/envservice.h"
#include "models/services/providerservice.h"
#include "models/services/telemetryservice.h"
#include "models/services/worker.h"
#include "models/settings/settings.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace pilothouse {

/// One opened deployment with all its services, wired: .env → launch spec → provider → telemetry and chat.
/// Both programs build exactly this; the window adds pages, the terminal program adds commands. UI thread only.
class DeploymentSession : public QObject
{
    Q_OBJECT
public:
    DeploymentSession(const Deployment &deployment, Settings &settings, QObject *parent = nullptr);
    ~DeploymentSession() override;

    const Deployment &deployment() const { return m_deployment; }
    EnvService &env() { return m_env; }
    const ProviderStatus &status() const { return m_provider.status(); }
    ProviderService &provider() { return m_provider; }
    TelemetryService &telemetry() { return m_telemetry; }
    ChatService &chat() { return m_chat; }
    ModelCatalogue &catalogue() { return m_catalogue; }
    const QList<Event> &events() const { return m_events; }
    const SmokeReport &lastSmoke() const { return m_lastSmoke; }

    void open(); ///< reads .env, then observes the provider; then opened() or openFailed()

    /// From the file as it is saved, not from unsaved edits.
    LaunchSpec launchSpec() const;
    CourseLine courseLine() const;
    /// Saved and running value of every key, with the place where it was read; recomputed only when something has changed.
    const QList<RunningValue> &runningValues() const;
    QList<DriftEntry> drift() const; ///< those that differ
    ApplyPlan applyPlan() const; ///< what apply() would do now
    const BackendFacts &backend() const { return m_running.backend(); }
    std::optional<BackendVerdict> backendVerdict() const;
    /// Looks at the process and asks the backend, then calls next; for programs without a window.
    void withRunning(const std::function<void()> &next) { m_running.lookNow(true, next); }
    /// What traceConfiguration() needs for the .env being edited; the trace itself belongs on a worker.
    TraceInputs traceInputs() const;
    const ConfigTrace &trace() const { return m_trace.trace(); } ///< the latest one, empty before the first
    void traceNow() { m_trace.traceNow(); } ///< without the window's delay and worker
    /// An edit in the form. A new LLM_MODE brings back the model that this mode last had, in one step.
    void edit(const QString &key, const QString &value);
    LlmMode mode() const;
    ModelName configuredModel() const;
    ChatRequest chatRequest(const QList<ChatMessage> &messages) const; ///< model and parameters from the saved .env
    ChatRequest testRequest(const ModelName &model) const; ///< one short question with few tokens

    /// The deployment's own files would run something that the operator has not confirmed yet.
    bool needsTrust() const;
    void trust();

    void start(); ///< the caller has asked for trust before
    /// Looks again, then does what applyPlan() says, no more; starts a provider that is down. Then applyBegan(), or
    /// applyFailed() when an obstacle is in the way. The provider tells how it ends.
    void apply();
    SwitchPlan planSwitch(const ModelName &target, std::optional<LlmMode> mode) const;
    SwitchOperation *startSwitch(const SwitchPlan &plan); ///< owned by the session
    SwitchOperation *runningSwitch() const { return m_switch; }
    SmokeOperation *startSmoke();
    SmokeOperation *runningSmoke() const { return m_smoke; }
    void addEvent(Event::Kind kind, const QString &title, const QString &text);
    void refreshModels(); ///< then modelsChanged()
    void withModels(const std::function<void()> &next); ///< refreshes, then calls next once
    const QList<ModelEntry> &models() const { return m_models; }
    const Redactor &redactor() const { return m_redactor; }
    bool isObserving() const { return m_observing; } ///< opened() was said: .env, and so its secrets, are known

Q_SIGNALS:
    void opened();
    void openFailed(const Error &error);
    void traceChanged();
    void courseChanged(); ///< launch spec, status or saved values changed
    void eventsChanged();
    void smokeChanged(const SmokeReport &report);
    void modelsChanged(const QList<ModelEntry> &models);
    void applyBegan(const ApplyPlan &plan); ///< an empty one: nothing is to be done
    void applyFailed(const Error &error);

private:
    LaunchSpec launchSpecFor(const QMap<QString, QString> &values) const;
    std::optional<Failure> startObstacle(const SwitchPlan &plan) const;
    void readEnv();
    void begin();
    void findCompose(std::function<void()> next);
    void showTrace();
    void planAgain();
    void applyNow();
    RunningInputs runningInputs() const;
    RunningQuestion runningQuestion() const;
    void rememberModel();
    QString apiKey() const;
    void followProvider(const ProviderStatus &status);

    Deployment m_deployment;
    Settings &m_settings;
    DeploymentDescription m_description;
    std::optional<Failure> m_descriptionFailure;
    EnvService m_env;
    TraceFollower m_trace;
    RunningFollower m_running;
    ProviderService m_provider;
    TelemetryService m_telemetry;
    ChatService m_chat; ///< the operator's own questions
    ChatService m_switchChat; ///< the question that proves a switch
    ChatService m_smokeChat; ///< the question of the smoke test
    ModelCatalogue m_catalogue;
    QList<Event> m_events;
    SmokeReport m_lastSmoke;
    QPointer<SwitchOperation> m_switch;
    QPointer<SmokeOperation> m_smoke;
    QList<ModelEntry> m_models;
    Redactor m_redactor;
    ProviderState m_lastState = ProviderState::Unknown;
    bool m_observing = false;
    ComposeProviders m_composeProviders; ///< of the saved .env
    quint64 m_composeJob = 0;
    Worker m_composeWorker;
    std::optional<qint64> m_lastPid;
    mutable RunningInputs m_runningInputs; ///< that m_runningValues was made of
    mutable QList<RunningValue> m_runningValues;
};

} // namespace pilothouse
