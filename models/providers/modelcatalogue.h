// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"
#include "models/domain/endpoint.h"
#include "models/providers/proberesult.h"

#include <QObject>

#include <memory>

namespace pilothouse {

/// The models one can switch to: Ollama's installed tags, what an OpenAI-compatible server serves, the known list and the
/// profiles of the deployment. UI thread; files are read on a worker. What a stopped provider had installed stays listed.
class ModelCatalogue : public QObject
{
    Q_OBJECT
public:
    explicit ModelCatalogue(QObject *parent = nullptr);
    ~ModelCatalogue() override;

    void setDeployment(const Deployment &deployment); ///< forgets everything of the one before
    void setApiKey(const QString &key); ///< as in ProviderProbe

    /// Asks the provider and reads the files; then changed() and refreshed(), or failed() when the provider did not answer
    /// (the files' models are shown all the same).
    void refresh(const Endpoint &endpoint, LauncherKind hint);
    void update(const ProbeResult &result); ///< takes over a probe made elsewhere: loaded flags, installed tags
    bool isBusy() const;
    const QList<ModelEntry> &entries() const;

Q_SIGNALS:
    void changed(const QList<ModelEntry> &entries);
    void refreshed();
    void failed(const Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// One list out of what the provider says and what the files name: installed and served first, each model once, names
/// compared as Ollama does. Pure.
QList<ModelEntry> mergedModels(const ProbeResult &result, const QList<ModelEntry> &known);

} // namespace pilothouse
