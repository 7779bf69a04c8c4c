// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/modelcatalogue.h"

#include "models/providers/knownmodels.h"
#include "models/providers/providerprobe.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int probeTimeoutMs = 5'000;

} // namespace

class ModelCatalogue::Private
{
public:
    explicit Private(ModelCatalogue *catalogue) : q(catalogue), probe(catalogue) { }

    void readFiles();
    void takeFiles(int number, const KnownModels &files);
    void takeProbe(const ProbeResult &result);
    void publish();
    void endPart();

    ModelCatalogue *q;
    ProviderProbe probe;
    Deployment deployment;
    ProbeResult last; ///< of the last answer
    QList<ModelEntry> known;
    QList<ModelEntry> entries;
    std::optional<Error> problem;
    int job = 0; ///< of the files' worker; an older answer is dropped
    int openParts = 0; ///< of refresh(): provider, files
};

void ModelCatalogue::Private::readFiles()
{
    const int number = ++job;
    const QPointer<ModelCatalogue> guard(q);
    QThreadPool::globalInstance()->start([this, guard, number, place = deployment] {
        const KnownModels files = readKnownModels(place);
        // The application outlives the pool's work; guard is looked at in the UI thread only.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [this, guard, number, files] {
                if (guard)
                    takeFiles(number, files);
            },
            Qt::QueuedConnection);
    });
}

void ModelCatalogue::Private::takeFiles(int number, const KnownModels &files)
{
    if (number != job)
        return;
    known = files.models;
    if (files.problem && !problem)
        problem = files.problem;
    publish();
    endPart();
}

void ModelCatalogue::Private::takeProbe(const ProbeResult &result)
{
    if (result.isUsable()) {
        const QList<ModelEntry> installed = result.installedKnown ? result.installed : last.installed;
        last = result;
        last.installed = installed;
    } else {
        last.served.clear(); // what does not answer has nothing loaded
        if (result.error)
            problem = result.error;
    }
    publish();
}

void ModelCatalogue::Private::publish()
{
    const QList<ModelEntry> merged = mergedModels(last, known);
    if (merged == entries)
        return;
    entries = merged;
    Q_EMIT q->changed(entries);
}

void ModelCatalogue::Private::endPart()
{
    if (openParts == 0 || --openParts > 0)
        return;
    if (problem)
        Q_EMIT q->failed(*problem);
    else
        Q_EMIT q->refreshed();
}

ModelCatalogue::ModelCatalogue(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    connect(&d->probe, &ProviderProbe::finished, this, [this](const ProbeResult &result) {
        d->takeProbe(result);
        d->endPart();
    });
}

ModelCatalogue::~ModelCatalogue() = default;

void ModelCatalogue::setDeployment(const Deployment &deployment)
{
    d->probe.cancel();
    ++d->job;
    d->openParts = 0;
    d->deployment = deployment;
    d->last = {};
    d->known.clear();
    d->publish();
}

void ModelCatalogue::setApiKey(const QString &key)
{
    d->probe.setApiKey(key);
}

void ModelCatalogue::refresh(const Endpoint &endpoint, LauncherKind hint)
{
    d->problem.reset();
    d->openParts = d->deployment.isValid() ? 2 : 1;
    if (d->deployment.isValid())
        d->readFiles();
    d->probe.readInstalledNext();
    d->probe.probe(endpoint, hint, probeTimeoutMs);
}

void ModelCatalogue::update(const ProbeResult &result)
{
    const std::optional<Error> before = d->problem; // a probe made elsewhere is reported there
    d->takeProbe(result);
    d->problem = before;
}

bool ModelCatalogue::isBusy() const
{
    return d->openParts > 0;
}

const QList<ModelEntry> &ModelCatalogue::entries() const
{
    return d->entries;
}

QList<ModelEntry> mergedModels(const ProbeResult &result, const QList<ModelEntry> &known)
{
    QList<ModelEntry> merged = result.installed;
    const auto find = [&merged](const ModelName &name) {
        return std::find_if(merged.begin(), merged.end(), [&name](const ModelEntry &entry) { return entry.name.matches(name); });
    };
    for (const ServedModel &served : result.served) {
        auto entry = find(served.name);
        if (entry == merged.end()) {
            ModelEntry added;
            added.name = served.name;
            added.provider = result.providerName == QLatin1String("Ollama") ? QStringLiteral("ollama")
                : result.providerName == QLatin1String("vLLM")              ? QStringLiteral("vllm")
                                                                            : QStringLiteral("openai");
            added.source = QStringLiteral("served");
            added.sizeBytes = served.sizeBytes;
            entry = merged.insert(merged.end(), added);
        }
        entry->loaded = true;
        entry->vramBytes = served.vramBytes;
        if (served.contextLength)
            entry->contextLength = served.contextLength;
    }
    for (const ModelEntry &entry : known) {
        if (find(entry.name) == merged.end())
            merged.append(entry);
    }
    return merged;
}

} // namespace pilothouse
