// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/endpoint.h"
#include "models/domain/modelname.h"
#include "models/result/error.h"

#include <QObject>

#include <memory>

namespace pilothouse {

/// Makes a running Ollama serve one model: unloads every other loaded model (one that still answers may stay a while),
/// loads this one, and believes it
/// only when /api/ps lists it. UI thread, never waits; load() drops an older job without a signal.
class ModelLoader : public QObject
{
    Q_OBJECT
public:
    explicit ModelLoader(QObject *parent = nullptr);
    ~ModelLoader() override;

    void load(const Endpoint &endpoint, const ModelName &model);
    void cancel(); ///< no signal follows; what the server has begun to load it may finish
    bool isBusy() const;
    void setApiKey(const QString &key); ///< as in ProviderProbe

    /// Longest time for loading, in ms; Ollama's own stall limit is 5 min.
    void setTimeout(int ms);

Q_SIGNALS:
    void finished();
    void failed(const Error &error); ///< "model.not-found", "model.load-failed", or an http code

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pilothouse
