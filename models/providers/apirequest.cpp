// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/providers/apirequest.h"

#include "models/providers/ollamaparser.h"
#include "models/secrets/redactor.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace pilothouse {

namespace {

/// Gives lupdate the context.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderApi)
};

} // namespace

HttpRequest apiGet(const Endpoint &endpoint, const QString &path, const QString &apiKey, int timeoutMs)
{
    HttpRequest request;
    request.url = endpoint.url(path);
    request.headers.emplaceBack("Accept", "application/json");
    if (!apiKey.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + apiKey.toUtf8());
    request.connectTimeoutMs = timeoutMs;
    request.idleTimeoutMs = timeoutMs;
    request.totalTimeoutMs = timeoutMs;
    return request;
}

HttpRequest apiPost(const Endpoint &endpoint, const QString &path, const QJsonObject &body, const QString &apiKey, int timeoutMs)
{
    HttpRequest request = apiGet(endpoint, path, apiKey, timeoutMs);
    request.method = "POST";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.headers.emplaceBack("Content-Type", "application/json");
    return request;
}

Error apiStatusError(const QString &request, const HttpResponse &response)
{
    const QString said = Redactor().redacted(providerErrorText(response.body));
    Error error;
    error.detail = said;
    if (response.status == 401) {
        error.code = QStringLiteral("probe.unauthorized");
        error.message = Texts::tr("The provider asks for an API key.");
        error.cause = Texts::tr("%1 answered 401.").arg(request);
        error.fix = Texts::tr("Set VLLM_API_KEY in .env to the key that the provider was started with.");
        return error;
    }
    if (response.status == 403) {
        error.code = QStringLiteral("probe.forbidden");
        error.message = Texts::tr("The provider refused the request.");
        error.cause
            = Texts::tr("%1 answered 403. Ollama does this when the host name in the address is not its own.").arg(request);
        error.fix = Texts::tr("Use 127.0.0.1 or the machine’s own name in the address.");
        return error;
    }
    if (response.status == 404 || response.status == 405) {
        error.code = QStringLiteral("probe.not-provider");
        error.message = Texts::tr("Something answers at this address, but it is not the expected provider.");
        error.cause = Texts::tr("%1 answered %2.").arg(request).arg(response.status);
        error.fix = Texts::tr("Check the address: another program may be listening there.");
        return error;
    }
    error.code = QStringLiteral("probe.status");
    error.message
        = said.isEmpty() ? Texts::tr("The provider answered with an error.") : Texts::tr("The provider answered: %1").arg(said);
    error.cause = Texts::tr("%1 answered %2.").arg(request).arg(response.status);
    error.fix = Texts::tr("Look into the provider’s log.");
    return error;
}

} // namespace pilothouse
