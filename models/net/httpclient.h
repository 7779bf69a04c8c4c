// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/net/httpexchange.h"

#include <QNetworkAccessManager>

namespace pilothouse {

/// The one HTTP layer. No cookies, cache, compression or login windows; loopback never goes through a proxy; redirects
/// are followed only inside one origin (scheme, host and port), so a key never reaches a stranger. A POST is sent once:
/// it is never repeated after a broken connection. At most six requests per origin run at once, the rest wait: give long
/// streams their own HttpClient. Use it from the thread it lives in; it never blocks.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override; ///< open exchanges end silently

    /// Collects the whole body and answers with finished() or failed(), never before send() returned.
    /// The exchange is a child of `owner`, ends silently with it, and deletes itself after its last signal.
    HttpExchange *send(const HttpRequest &request, QObject *owner);
    /// As send(), but a 2xx body comes as dataArrived(); finished().body is then empty. The body of any other status
    /// is collected.
    HttpExchange *stream(const HttpRequest &request, QObject *owner);

    static bool isLoopback(const QUrl &url);
    static bool sameOrigin(const QUrl &left, const QUrl &right);

private:
    HttpExchange *open(const HttpRequest &request, QObject *owner, bool streaming);

    QNetworkAccessManager m_network;
};

} // namespace pilothouse
