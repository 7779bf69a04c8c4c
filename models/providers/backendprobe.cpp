// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/backendprobe.h"

#include "models/providers/apirequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace pilothouse {

namespace {

const QString healthPath = QStringLiteral("/health");
const QString configPath = QStringLiteral("/model-config");
constexpr int requestMs = 2'000;
constexpr qint64 mostBytes = 64 << 10;
constexpr qsizetype longestText = 200;

QString textOf(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QString text = object.value(QLatin1String(name)).toString().trimmed();
        if (!text.isEmpty())
            return text.left(longestText);
    }
    return {};
}

} // namespace

bool readBackendAnswer(const QString &path, const QByteArray &body, BackendFacts &facts)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return false;
    const QJsonObject top = document.object();
    // /health: components.llm; /model-config: at the top or under "llm"
    const QJsonObject components = top.value(QLatin1String("components")).toObject();
    QJsonObject llm = (path == healthPath ? components : top).value(QLatin1String("llm")).toObject();
    if (llm.isEmpty() && path == configPath)
        llm = top;
    const QString status = path == healthPath ? textOf(top, { "status" }) : QString();
    const QString mode = textOf(llm, { "mode", "llm_mode", "provider" });
    const QString model = textOf(llm, { "model", "llm_model", "model_name" });
    if (status.isEmpty() && mode.isEmpty() && model.isEmpty())
        return false;
    if (!status.isEmpty())
        facts.status = status;
    if (llm.value(QLatin1String("ok")).isBool())
        facts.llmWorks = llm.value(QLatin1String("ok")).toBool();
    if (facts.mode.isEmpty())
        facts.mode = mode;
    if (facts.model.isEmpty() && !model.isEmpty()) {
        facts.model = model;
        facts.source = QStringLiteral("GET ") + path;
    }
    facts.answered = true;
    return true;
}

class BackendProbe::Private
{
public:
    explicit Private(BackendProbe *probe) : q(probe), client(probe) { }

    void get(const QString &path);
    void next(const QString &path);
    void finish();

    BackendProbe *q;
    HttpClient client;
    QPointer<HttpExchange> exchange;
    BackendFacts facts;
    int timeoutMs = requestMs;
    bool busy = false;
};

void BackendProbe::Private::get(const QString &path)
{
    HttpRequest request = apiGet(facts.endpoint, path, QString(), timeoutMs);
    request.maxBodyBytes = mostBytes;
    exchange = client.send(request, q);
    QObject::connect(exchange, &HttpExchange::failed, q, [this, path](const Error &error) {
        if (facts.problem.isEmpty())
            facts.problem = BackendProbe::tr("GET %1: %2").arg(path, error.message);
        const bool gone = error.code == QLatin1String("http.refused") || error.code == QLatin1String("http.unreachable");
        if (gone)
            finish(); // the other path is not there either
        else
            next(path);
    });
    QObject::connect(exchange, &HttpExchange::finished, q, [this, path](const HttpResponse &response) {
        // a degraded backend may tell it with 503; 404 and the like are no answer
        const bool usable = (response.status == 200 || response.status == 503) && readBackendAnswer(path, response.body, facts);
        if (!usable && facts.problem.isEmpty()) {
            facts.problem = response.status == 200
                ? BackendProbe::tr("GET %1 answered something that is not a backend’s answer.").arg(path)
                : BackendProbe::tr("GET %1 answered %2.").arg(path).arg(response.status);
        }
        next(path);
    });
}

void BackendProbe::Private::next(const QString &path)
{
    if (path == healthPath)
        get(configPath);
    else
        finish();
}

void BackendProbe::Private::finish()
{
    busy = false;
    facts.askedAt = QDateTime::currentDateTime();
    if (facts.answered)
        facts.problem.clear();
    Q_EMIT q->finished(facts);
}

BackendProbe::BackendProbe(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) { }

BackendProbe::~BackendProbe() = default;

void BackendProbe::ask(const BackendFacts &place)
{
    cancel();
    d->facts = {};
    d->facts.endpoint = place.endpoint;
    d->facts.service = place.service;
    d->facts.described = place.described;
    d->busy = true;
    if (place.endpoint.isValid())
        d->get(healthPath);
    else
        d->finish();
}

bool BackendProbe::isBusy() const
{
    return d->busy;
}

void BackendProbe::cancel()
{
    if (d->exchange)
        d->exchange->cancel();
    d->busy = false;
}

void BackendProbe::setTimeout(int ms)
{
    d->timeoutMs = ms;
}

} // namespace pilothouse
