// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/providerprobe.h"

#include "models/net/httpclient.h"
#include "models/providers/apirequest.h"
#include "models/providers/ollamaparser.h"
#include "models/providers/openaiparser.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>
#include <functional>

namespace pilothouse {

namespace {

constexpr qint64 installedEveryMs = 10'000;
constexpr int shortestRequestMs = 50;

} // namespace

/// One probe is a short chain of GETs; each step decides the next one.
class ProviderProbe::Private : public QObject
{
public:
    explicit Private(ProviderProbe *probe) : q(probe), client(this) { }

    using Next = std::function<void(const HttpResponse &)>;

    void begin(const Endpoint &target, LauncherKind hint, int timeoutMs);
    void get(const QString &path, const Next &next);
    void failedRequest(const QString &path, const Error &error);
    void askOllamaVersion(bool mayBeOther);
    void askOllamaLoaded();
    void askInstalled();
    void askOpenAi(bool mayBeOllama);
    void readListing(const HttpResponse &response, bool mayBeOllama);
    void askVersion(const QString &path, QString (*parse)(const QByteArray &));
    bool isLoading(const HttpResponse &response);
    void finish();
    void fail(const Error &error);

    enum class Dialect { Unknown, Ollama, OpenAi };

    ProviderProbe *q;
    HttpClient client;
    QPointer<HttpExchange> exchange;
    QString apiKey;
    QElapsedTimer clock;
    int timeout = 0;
    Endpoint endpoint;
    LauncherKind launcher = LauncherKind::None;
    ProbeResult result;
    bool busy = false;

    // What stays true between probes of one endpoint that answers.
    Dialect dialect = Dialect::Unknown;
    QString version;
    QString name;
    QList<ModelEntry> installed;
    bool installedKnown = false;
    bool installedWanted = true;
    QElapsedTimer sinceInstalled;
};

void ProviderProbe::Private::begin(const Endpoint &target, LauncherKind hint, int timeoutMs)
{
    if (!(target == endpoint) || hint != launcher) {
        dialect = Dialect::Unknown;
        version.clear();
        installed.clear();
        installedKnown = false;
        installedWanted = true;
    }
    endpoint = target;
    launcher = hint;
    timeout = timeoutMs;
    clock.start();
    result = {};
    busy = true;
    const bool native = hint == LauncherKind::Vllm || hint == LauncherKind::Command;
    if (dialect == Dialect::Ollama && !version.isEmpty())
        askOllamaLoaded();
    else if (dialect == Dialect::OpenAi || (native && dialect == Dialect::Unknown))
        askOpenAi(dialect == Dialect::Unknown);
    else
        askOllamaVersion(hint != LauncherKind::Ollama);
}

void ProviderProbe::Private::get(const QString &path, const Next &next)
{
    const int left = std::max(shortestRequestMs, timeout - int(clock.elapsed()));
    // Ollama knows no key, so one that belongs to vLLM is not shown to it.
    const QString key = launcher == LauncherKind::Ollama ? QString() : apiKey;
    exchange = client.send(apiGet(endpoint, path, key, left), this);
    connect(exchange, &HttpExchange::connected, this, [this] { result.connected = true; });
    connect(exchange, &HttpExchange::failed, this, [this, path](const Error &error) { failedRequest(path, error); });
    connect(exchange, &HttpExchange::finished, this, [this, path, next](const HttpResponse &response) {
        result.connected = true;
        result.evidence = ProviderProbe::tr("GET %1 answered %2").arg(path).arg(response.status);
        if (!isLoading(response))
            next(response);
    });
}

void ProviderProbe::Private::failedRequest(const QString &path, const Error &error)
{
    result.refused = error.code == QLatin1String("http.refused");
    const bool timedOut = error.code == QLatin1String("http.timeout");
    // Ollama accepts connections while it still looks for GPUs and answers later.
    result.loading = timedOut && result.connected && dialect == Dialect::Unknown;
    if (result.refused)
        result.evidence = ProviderProbe::tr("GET %1: connection refused").arg(path);
    else if (timedOut)
        result.evidence = ProviderProbe::tr("GET %1: no answer in %2 ms").arg(path).arg(timeout);
    else
        result.evidence = ProviderProbe::tr("GET %1: no usable answer").arg(path);
    fail(error);
}

bool ProviderProbe::Private::isLoading(const HttpResponse &response)
{
    if (!OpenAiParser::isLoading(response.status, response.body))
        return false;
    result.answered = true;
    result.loading = true;
    result.providerName = QStringLiteral("llama-server");
    result.evidence = ProviderProbe::tr("%1: the provider says that it is loading the model").arg(result.evidence);
    finish();
    return true;
}

void ProviderProbe::Private::askOllamaVersion(bool mayBeOther)
{
    const QString path = QStringLiteral("/api/version");
    get(path, [this, mayBeOther, path](const HttpResponse &response) {
        const Result<QString> found = OllamaParser::version(response.body);
        if (response.status == 200 && found) {
            version = found.value();
            askOllamaLoaded();
        } else if (mayBeOther && response.status != 401) {
            askOpenAi(false);
        } else {
            fail(response.status == 200 ? found.error() : apiStatusError(QStringLiteral("GET ") + path, response));
        }
    });
}

void ProviderProbe::Private::askOllamaLoaded()
{
    const QString path = QStringLiteral("/api/ps");
    get(path, [this, path](const HttpResponse &response) {
        if (response.status != 200) {
            fail(apiStatusError(QStringLiteral("GET ") + path, response));
            return;
        }
        const Result<QList<ServedModel>> loaded = OllamaParser::loaded(response.body);
        if (!loaded) {
            fail(loaded.error());
            return;
        }
        dialect = Dialect::Ollama;
        name = QStringLiteral("Ollama");
        result.answered = true;
        result.served = loaded.value();
        if (installedWanted || !sinceInstalled.isValid() || sinceInstalled.elapsed() >= installedEveryMs)
            askInstalled();
        else
            finish();
    });
}

void ProviderProbe::Private::askInstalled()
{
    const QString evidence = result.evidence; // of the loaded models, which decide more
    get(QStringLiteral("/api/tags"), [this, evidence](const HttpResponse &response) {
        const Result<QList<ModelEntry>> found = OllamaParser::installed(response.body);
        if (response.status == 200 && found) {
            installed = found.value();
            installedKnown = true;
            installedWanted = false;
            sinceInstalled.start();
        }
        result.evidence = evidence;
        finish();
    });
}

void ProviderProbe::Private::askOpenAi(bool mayBeOllama)
{
    get(QStringLiteral("/v1/models"), [this, mayBeOllama](const HttpResponse &response) {
        if (response.status == 200)
            readListing(response, mayBeOllama);
        else
            fail(apiStatusError(QStringLiteral("GET /v1/models"), response));
    });
}

void ProviderProbe::Private::readListing(const HttpResponse &response, bool mayBeOllama)
{
    const Result<OpenAiListing> listing = OpenAiParser::models(response.body, response.header("Server"));
    if (!listing) {
        fail(listing.error());
        return;
    }
    result.answered = true;
    result.served = listing->served;
    name = listing->providerName;
    if (mayBeOllama && listing->mayBeOllama) {
        get(QStringLiteral("/api/version"), [this](const HttpResponse &native) {
            const Result<QString> found = OllamaParser::version(native.body);
            if (native.status == 200 && found) {
                version = found.value();
                askOllamaLoaded();
                return;
            }
            dialect = Dialect::OpenAi;
            finish();
        });
        return;
    }
    const bool isNew = dialect == Dialect::Unknown;
    dialect = Dialect::OpenAi;
    if (isNew && name == QLatin1String("vLLM"))
        askVersion(QStringLiteral("/version"), &OpenAiParser::vllmVersion);
    else if (isNew && name == QLatin1String("llama-server"))
        askVersion(QStringLiteral("/props"), &OpenAiParser::llamaBuild);
    else
        finish();
}

void ProviderProbe::Private::askVersion(const QString &path, QString (*parse)(const QByteArray &))
{
    const QString evidence = result.evidence;
    get(path, [this, parse, evidence](const HttpResponse &response) {
        version = response.status == 200 ? parse(response.body) : QString();
        result.evidence = evidence;
        finish();
    });
}

void ProviderProbe::Private::finish()
{
    busy = false;
    if (!result.isUsable()) { // the next one may be another program: ask again who it is
        dialect = Dialect::Unknown;
        version.clear();
        installedWanted = true;
    } else {
        result.providerName = name;
        result.providerVersion = version;
    }
    result.installed = installed;
    result.installedKnown = installedKnown;
    Q_EMIT q->finished(result);
}

void ProviderProbe::Private::fail(const Error &error)
{
    result.error = error;
    finish();
}

ProviderProbe::ProviderProbe(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

ProviderProbe::~ProviderProbe() = default;

void ProviderProbe::probe(const Endpoint &endpoint, LauncherKind hint, int timeoutMs)
{
    cancel();
    d->begin(endpoint, hint, timeoutMs);
}

bool ProviderProbe::isBusy() const
{
    return d->busy;
}

void ProviderProbe::cancel()
{
    if (d->exchange)
        d->exchange->cancel();
    d->busy = false;
}

void ProviderProbe::readInstalledNext()
{
    d->installedWanted = true;
}

void ProviderProbe::setApiKey(const QString &key)
{
    d->apiKey = key;
}

} // namespace pilothouse
