// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/launchspec.h"
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"
#include "models/result/result.h"
#include "models/secrets/redactor.h"

#include <QObject>

#include <functional>
#include <memory>

namespace pilothouse {

/// Where the service finds and keeps things; tests point them elsewhere.
struct ProviderPaths
{
    QString stateFolder; ///< run records and logs, 0700
    QString procRoot = QStringLiteral("/proc");
};

/// The provider's life for one deployment: launch, observe, adopt, stop. UI thread only; it never waits.
/// State is what a probe just said. A provider outlives this object: destruction signals nothing.
class ProviderService : public QObject
{
    Q_OBJECT
public:
    ProviderService(const Deployment &deployment, const ProviderPaths &paths, QObject *parent = nullptr);
    ~ProviderService() override;

    /// What Start would run and which model must be served. Changing it does not touch a running process.
    void setLaunchSpec(const LaunchSpec &spec);
    const LaunchSpec &launchSpec() const;
    const ProviderStatus &status() const;
    QString logPath() const; ///< file of the present or last run; empty when there was none

    bool isExternal() const; ///< another program owns the provider's processes: compose
    /// External: copies what the provider prints to logPath(), from its start on, unless that is done already. A start does so
    /// by itself; call it where a log is shown of a provider that was started elsewhere.
    void followLog();

    /// Begins observing: reads the run record, adopts or drops it, then probes (about every second, faster while starting).
    void observe();
    void start(); ///< ends in Ready, Degraded (model missing) or Failed
    void stop(); ///< TERM to the group, grace, KILL; verified; ends in Stopped or Failed
    void restart();
    void cancelStart(); ///< stops what is starting; of a model that loads in someone else's server, only the load
    /// Ollama: unloads every other model and loads `model` in the running server, then statusChanged shows it as served.
    void loadModel(const ModelName &model);
    /// A provider run by compose: recreates these services from the saved configuration, and no others ("up -d SERVICE"). Ends
    /// like start(): applied(), or failed(). Other launchers: the provider is restarted.
    void apply(const QStringList &services);
    bool canLoadModelInPlace() const; ///< true for Ollama: no restart is needed to serve another model

    /// Must be called before a stop: closes our own open streams (vLLM waits for its clients).
    void setStreamCloser(std::function<void()> closer);
    void setApiKey(const QString &key); ///< for probes; sent only to the endpoint's own origin
    void setRedactor(const Redactor &redactor); ///< applied to log lines in failures and to the log's first line
    void setLanguage(const QString &language); ///< of the causes of failures, "en" or "ru"
    void setStopGrace(int ms); ///< from TERM to KILL, 10 s by default

Q_SIGNALS:
    void statusChanged(const ProviderStatus &status);
    void started(); ///< Ready for the first time after start() or adoption
    void stopped();
    void applied(const QStringList &services); ///< apply() has ended well; a recreated provider may still be loading
    void adopted(qint64 pid);
    void failed(const Error &error); ///< start or stop did not succeed; status().failure holds the same
    void eventHappened(const Event &event);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
