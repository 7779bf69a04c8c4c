// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/endpoint.h"
#include "models/net/httpclient.h"

#include <QJsonObject>

namespace pilothouse {

/// One request to a provider's own origin; apiKey (may be empty) becomes a Bearer header. timeoutMs is the total.
HttpRequest apiGet(const Endpoint &endpoint, const QString &path, const QString &apiKey, int timeoutMs);
HttpRequest apiPost(const Endpoint &endpoint, const QString &path, const QJsonObject &body, const QString &apiKey, int timeoutMs);

/// A sentence for an HTTP status that is no success, with what the provider said about it.
Error apiStatusError(const QString &request, const HttpResponse &response);

} // namespace pilothouse
