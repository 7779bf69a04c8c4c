// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/modelloader.h"

#include "models/net/httpclient.h"
#include "models/providers/apirequest.h"
#include "models/providers/ollamaparser.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace pilothouse {

namespace {

constexpr int shortRequestMs = 30'000; ///< a server busy with a load answers late
constexpr int pollEveryMs = 150;
constexpr int unloadWaitMs = 10'000; ///< after this the rest is left to Ollama, which unloads when memory is short
constexpr int confirmWaitMs = 10'000;
constexpr int defaultLoadMs = 330'000;

} // namespace

/// show (does it exist?) -> ps -> unload each other one -> ps until they are gone -> load -> ps until it is listed.
class ModelLoader::Private : public QObject
{
public:
    explicit Private(ModelLoader *loader) : q(loader), client(this)
    {
        timer.setSingleShot(true);
        timer.setInterval(pollEveryMs);
    }

    using Next = std::function<void(const HttpResponse &)>;

    void send(const HttpRequest &request, const Next &next);
    void readLoaded(const std::function<void(const QList<ServedModel> &)> &next);
    void pollLater(const std::function<void()> &poll);
    void checkExists();
    void unloadOthers(QList<ModelName> others);
    void waitForUnload();
    void load();
    void confirm();
    void finish();
    void fail(const Error &error);

    ModelLoader *q;
    HttpClient client;
    QPointer<HttpExchange> exchange;
    QTimer timer;
    QElapsedTimer clock;
    Endpoint endpoint;
    ModelName model;
    QString apiKey;
    int loadTimeout = defaultLoadMs;
    bool busy = false;
};

void ModelLoader::Private::send(const HttpRequest &request, const Next &next)
{
    exchange = client.send(request, this);
    connect(exchange, &HttpExchange::failed, this, [this](const Error &error) { fail(error); });
    connect(exchange, &HttpExchange::finished, this, next);
}

void ModelLoader::Private::readLoaded(const std::function<void(const QList<ServedModel> &)> &next)
{
    send(apiGet(endpoint, QStringLiteral("/api/ps"), apiKey, shortRequestMs), [this, next](const HttpResponse &response) {
        if (response.status != 200) {
            fail(apiStatusError(QStringLiteral("GET /api/ps"), response));
            return;
        }
        const Result<QList<ServedModel>> loaded = OllamaParser::loaded(response.body);
        if (loaded)
            next(loaded.value());
        else
            fail(loaded.error());
    });
}

void ModelLoader::Private::pollLater(const std::function<void()> &poll)
{
    timer.disconnect();
    connect(&timer, &QTimer::timeout, this, poll);
    timer.start();
}

/// Nothing is unloaded for a model that is not there.
void ModelLoader::Private::checkExists()
{
    const QJsonObject body{ { QStringLiteral("model"), model.text() } };
    send(apiPost(endpoint, QStringLiteral("/api/show"), body, apiKey, shortRequestMs), [this](const HttpResponse &response) {
        const QString said = providerErrorText(response.body);
        if ((response.status == 404 && said.contains(QLatin1String("not found"))) || response.status == 400) {
            fail({ QStringLiteral("model.not-found"), ModelLoader::tr("Ollama does not have the model %1.").arg(model.text()),
                ModelLoader::tr("It answered: %1").arg(said),
                ModelLoader::tr("Install it with “ollama pull %1”, or choose an installed model.").arg(model.text()), {} });
            return;
        }
        if (response.status != 200) {
            fail(apiStatusError(QStringLiteral("POST /api/show"), response));
            return;
        }
        readLoaded([this](const QList<ServedModel> &loaded) {
            QList<ModelName> others;
            for (const ServedModel &entry : loaded) {
                if (!entry.name.matches(model))
                    others.append(entry.name);
            }
            unloadOthers(others);
        });
    });
}

void ModelLoader::Private::unloadOthers(QList<ModelName> others)
{
    if (others.isEmpty()) {
        clock.start();
        waitForUnload();
        return;
    }
    const QJsonObject body{ { QStringLiteral("model"), others.takeFirst().text() }, { QStringLiteral("keep_alive"), 0 },
        { QStringLiteral("stream"), false } };
    // An answer with an error is no reason to stop: the model may have gone by itself meanwhile.
    send(apiPost(endpoint, QStringLiteral("/api/generate"), body, apiKey, shortRequestMs),
        [this, others](const HttpResponse &) { unloadOthers(others); });
}

void ModelLoader::Private::waitForUnload()
{
    readLoaded([this](const QList<ServedModel> &loaded) {
        for (const ServedModel &entry : loaded) {
            if (!entry.name.matches(model) && clock.elapsed() < unloadWaitMs) {
                pollLater([this] { waitForUnload(); });
                return;
            }
        }
        load();
    });
}

void ModelLoader::Private::load()
{
    // No keep_alive: how long the model stays is the server's OLLAMA_KEEP_ALIVE.
    const QJsonObject body{ { QStringLiteral("model"), model.text() }, { QStringLiteral("stream"), false } };
    send(apiPost(endpoint, QStringLiteral("/api/generate"), body, apiKey, loadTimeout), [this](const HttpResponse &response) {
        if (response.status == 200 && OllamaParser::isEndMark(response.body)) {
            clock.start();
            confirm();
            return;
        }
        Error error = apiStatusError(QStringLiteral("POST /api/generate"), response);
        error.code = QStringLiteral("model.load-failed");
        error.message = ModelLoader::tr("Ollama could not load %1.").arg(model.text());
        if (!error.detail.isEmpty())
            error.cause = ModelLoader::tr("It answered: %1").arg(error.detail);
        error.fix = ModelLoader::tr("Look into the provider’s log, or choose a smaller model.");
        fail(error);
    });
}

void ModelLoader::Private::confirm()
{
    readLoaded([this](const QList<ServedModel> &loaded) {
        for (const ServedModel &entry : loaded) {
            if (entry.name.matches(model)) {
                finish();
                return;
            }
        }
        if (clock.elapsed() < confirmWaitMs) {
            pollLater([this] { confirm(); });
            return;
        }
        fail({ QStringLiteral("model.load-failed"), ModelLoader::tr("Ollama loaded %1 and does not serve it.").arg(model.text()),
            ModelLoader::tr("GET /api/ps does not list it; OLLAMA_KEEP_ALIVE may be 0."),
            ModelLoader::tr("Set OLLAMA_KEEP_ALIVE to a time such as 5m and restart."), {} });
    });
}

void ModelLoader::Private::finish()
{
    busy = false;
    Q_EMIT q->finished();
}

void ModelLoader::Private::fail(const Error &error)
{
    busy = false;
    Q_EMIT q->failed(error);
}

ModelLoader::ModelLoader(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

ModelLoader::~ModelLoader() = default;

void ModelLoader::load(const Endpoint &endpoint, const ModelName &model)
{
    cancel();
    d->endpoint = endpoint;
    d->model = model;
    d->busy = true;
    d->checkExists();
}

void ModelLoader::cancel()
{
    if (d->exchange)
        d->exchange->cancel();
    d->timer.stop();
    d->busy = false;
}

bool ModelLoader::isBusy() const
{
    return d->busy;
}

void ModelLoader::setApiKey(const QString &key)
{
    d->apiKey = key;
}

void ModelLoader::setTimeout(int ms)
{
    d->loadTimeout = ms;
}

} // namespace pilothouse
