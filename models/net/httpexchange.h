// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/result/error.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QPair>
#include <QPointer>
#include <QTimer>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace pilothouse {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url; ///< http or https; user info in it is dropped
    QByteArray body;
    HttpHeaders headers;
    int connectTimeoutMs = 10'000; ///< name look-up, connection and sending
    int firstByteTimeoutMs = 0; ///< request sent to first byte of the body; 0: as idleTimeoutMs
    int idleTimeoutMs = 10'000; ///< between two pieces of the body
    int totalTimeoutMs = 30'000; ///< everything, redirects included
    qint64 maxBodyBytes = 8LL << 20; ///< more than this ends in "http.too-large", in streaming mode too
};

struct HttpResponse
{
    int status = 0;
    QByteArray body;
    HttpHeaders headers;

    QByteArray header(const QByteArray &name) const; ///< first one, name in any case; empty when absent
};

/// One request under way. Exactly one of finished() and failed() is emitted, then the object deletes itself; none after
/// cancel(), none after the owner died. Any HTTP status is finished(); failed() means that no whole answer came:
/// "http.refused", "http.unreachable", "http.timeout", "http.redirect", "http.too-large", "http.tls", "http.broken",
/// "http.url". A finished stream is not yet a complete answer: Qt takes some broken bodies for finished ones, only the
/// protocol's own end mark counts.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    ~HttpExchange() override;

    void cancel(); ///< closes the connection at once; no signal follows
    QUrl url() const { return m_url; }

Q_SIGNALS:
    void connected(); ///< the request has been sent
    void headersArrived(int status);
    void dataArrived(const QByteArray &data); ///< streaming mode, status 2xx only
    void finished(const HttpResponse &response);
    void failed(const Error &error);

private:
    friend class HttpClient;
    enum class Phase { Connecting, Waiting, Receiving };

    HttpExchange(QNetworkAccessManager *network, const HttpRequest &request, bool streaming, QObject *owner);
    void start();
    void begin(const QByteArray &method, const QByteArray &body);
    void readHeaders();
    void readBody();
    void end();
    bool followRedirect();
    void armTimer();
    void checkDeadlines();
    void closeReply();
    void fail(const Error &error);
    Error timeoutError(const QString &reason) const;
    Error replyError() const;

    QPointer<QNetworkAccessManager> m_network;
    QPointer<QNetworkReply> m_reply;
    HttpRequest m_request;
    HttpResponse m_response;
    QUrl m_url;
    QTimer m_timer;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceActivity;
    qint64 m_received = 0;
    int m_redirects = 0;
    Phase m_phase = Phase::Connecting;
    bool m_streaming = false;
    bool m_headersSeen = false;
    bool m_done = false;
};

} // namespace pilothouse
