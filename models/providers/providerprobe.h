// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/endpoint.h"
#include "models/providers/proberesult.h"

#include <QObject>

#include <memory>

namespace pilothouse {

/// Asks one endpoint who it is and what it serves. UI thread, never waits; one probe at a time: probe() drops an older
/// one without a signal. Keeps what rarely changes (version, installed models) between probes of the same endpoint.
class ProviderProbe : public QObject
{
    Q_OBJECT
public:
    explicit ProviderProbe(QObject *parent = nullptr);
    ~ProviderProbe() override;

    /// hint Ollama asks the native API, Vllm and Command the OpenAI API, Remote and the rest first one, then the other.
    void probe(const Endpoint &endpoint, LauncherKind hint, int timeoutMs);
    bool isBusy() const;
    void cancel(); ///< no signal follows
    void readInstalledNext(); ///< the next probe reads /api/tags too; without this it does so every 10 s

    /// Sent as a Bearer header, and only to the origin of the probed endpoint. Empty: none.
    void setApiKey(const QString &key);

Q_SIGNALS:
    void finished(const ProbeResult &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
