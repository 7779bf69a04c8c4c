// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpexchange.h"

#include "models/net/httpclient.h"

#include <QIODevice>
#include <QNetworkReply>

#include <algorithm>

namespace pilothouse {
namespace {

constexpr qint64 readBufferBytes = 32 << 10; // without a bound Qt swallows a whole fast stream before the first signal
constexpr qint64 maxHeaderBytes = 64 << 10;
constexpr int maxRedirects = 5;

/// A body that cannot be rewound: Qt repeats a request after a broken connection, and a chat request must not run twice.
/// (Qt looks through a QBuffer at its bytes, so it has to be a device of its own.)
class OneShotBody : public QIODevice
{
public:
    explicit OneShotBody(const QByteArray &body) : m_body(body) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const override { return m_body.size(); }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 count = std::min<qint64>(maxSize, m_body.size() - m_at);
        std::copy_n(m_body.constData() + m_at, count, data);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_at = 0;
};

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Qt reports a status of 400 and more as an error as well, also as "invalid operation"; for us it is an answer.
bool isStatusError(QNetworkReply::NetworkError error)
{
    return error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolUnknownError
        && error != QNetworkReply::ProtocolFailure;
}

} // namespace

QByteArray HttpResponse::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpExchange::HttpExchange(QNetworkAccessManager *network, const HttpRequest &request, bool streaming, QObject *owner)
    : QObject(owner), m_network(network), m_request(request), m_url(request.url), m_streaming(streaming)
{
    m_url.setUserInfo(QString());
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpExchange::checkDeadlines);
    connect(network, &QObject::destroyed, this, &HttpExchange::cancel);
}

HttpExchange::~HttpExchange()
{
    m_done = true;
    closeReply();
}

void HttpExchange::cancel()
{
    if (m_done)
        return;
    m_done = true;
    m_timer.stop();
    closeReply();
    deleteLater();
}

void HttpExchange::closeReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void HttpExchange::start()
{
    m_sinceStart.start();
    if ((m_url.scheme() == QLatin1String("http") || m_url.scheme() == QLatin1String("https")) && !m_url.host().isEmpty()) {
        begin(m_request.method, m_request.body);
        return;
    }
    // QNetworkAccessManager would also open file: and data: addresses.
    const Error error{ QStringLiteral("http.url"), tr("The address %1 cannot be used.").arg(m_url.toDisplayString()),
        tr("Only http:// and https:// addresses with a host name can be asked."),
        tr("Correct the address, for example http://127.0.0.1:11434."), {} };
    QTimer::singleShot(0, this, [this, error] { fail(error); });
}

void HttpExchange::begin(const QByteArray &method, const QByteArray &body)
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "Pilothouse/" PILOTHOUSE_VERSION);
    request.setRawHeader("Accept-Encoding", "identity");
    if (m_streaming)
        request.setRawHeader("Connection", "close");
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);

    OneShotBody *device = nullptr;
    if (!body.isEmpty() || method == "POST" || method == "PUT") {
        device = new OneShotBody(body);
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
        if (!request.hasRawHeader("Content-Type"))
            request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    }
    // A connection of its own: Qt truncates an answer that shares one with a request cancelled just before. The name is
    // part of Qt's key of connections and otherwise used for certificates only, hence not with https.
    static quint64 number = 0;
    if ((m_streaming || device) && m_url.scheme() == QLatin1String("http"))
        request.setPeerVerifyName(QString::number(++number));
    m_phase = Phase::Connecting;
    m_headersSeen = false;
    m_received = 0;
    m_response = {};
    m_sinceActivity.start();
    m_reply = m_network->sendCustomRequest(request, method, device);
    if (device)
        device->setParent(m_reply);
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        if (m_phase != Phase::Connecting)
            return;
        m_phase = Phase::Waiting;
        m_sinceActivity.start();
        armTimer();
        Q_EMIT connected();
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::end);
    armTimer();
}

void HttpExchange::readHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_done || m_headersSeen || status < 200)
        return;
    m_headersSeen = true;
    m_response.status = status;
    m_response.headers = m_reply->rawHeaderPairs();
    qint64 size = 0;
    for (const auto &[name, value] : m_response.headers)
        size += name.size() + value.size() + 4;
    if (size > maxHeaderBytes) {
        fail({ QStringLiteral("http.too-large"), tr("%1 sent too many headers.").arg(m_url.toDisplayString()),
            tr("Headers may have %1 KiB; this is no usual provider.").arg(maxHeaderBytes >> 10),
            tr("Check that the address belongs to the provider."), {} });
        return;
    }
    if (!isRedirect(status))
        Q_EMIT headersArrived(status);
}

void HttpExchange::readBody()
{
    const QPointer<HttpExchange> alive(this);
    if (!m_headersSeen)
        readHeaders();
    while (alive && !m_done && m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray data = m_reply->read(readBufferBytes);
        if (data.isEmpty())
            return;
        m_sinceActivity.start();
        if (m_phase != Phase::Receiving) {
            m_phase = Phase::Receiving;
            armTimer();
        }
        m_received += data.size();
        if (m_received > m_request.maxBodyBytes) {
            fail({ QStringLiteral("http.too-large"), tr("The answer of %1 is too large.").arg(m_url.toDisplayString()),
                tr("It has more than %1 bytes.").arg(m_request.maxBodyBytes),
                tr("Check that the address belongs to the provider."), {} });
            return;
        }
        if (m_streaming && m_response.status >= 200 && m_response.status < 300)
            Q_EMIT dataArrived(data);
        else
            m_response.body += data;
    }
}

void HttpExchange::end()
{
    const QPointer<HttpExchange> alive(this);
    readBody();
    if (!alive || m_done)
        return;
    if (!m_headersSeen)
        readHeaders();
    if (!alive || m_done)
        return;
    const QNetworkReply::NetworkError error = m_reply->error();
    // A redirect of a POST makes Qt rewind the body, which it cannot; the redirect itself is followed below or refused.
    const bool answered = error == QNetworkReply::NoError || (m_response.status >= 400 && isStatusError(error))
        || (isRedirect(m_response.status) && error == QNetworkReply::ContentReSendError);
    if (!answered) {
        fail(replyError());
        return;
    }
    if (followRedirect())
        return;
    bool known = false;
    const qint64 announced = m_response.header("content-length").toLongLong(&known);
    if (known && m_request.method != "HEAD" && m_received < announced) {
        fail(replyError());
        return;
    }
    m_done = true;
    m_timer.stop();
    closeReply();
    deleteLater();
    Q_EMIT finished(m_response);
}

bool HttpExchange::followRedirect()
{
    const QByteArray location = m_response.header("location");
    if (!isRedirect(m_response.status) || location.isEmpty())
        return false;
    QUrl target = m_url.resolved(QUrl::fromEncoded(location));
    target.setUserInfo(QString());
    if (!HttpClient::sameOrigin(m_url, target)) {
        fail({ QStringLiteral("http.redirect"), tr("%1 sends its callers elsewhere.").arg(m_url.toDisplayString()),
            tr("It redirects to %1, which is another server; nothing was sent there.").arg(target.toDisplayString()),
            tr("If that server is the provider, enter its address."), {} });
        return true;
    }
    if (++m_redirects > maxRedirects) {
        fail({ QStringLiteral("http.redirect"), tr("%1 redirects without end.").arg(m_url.toDisplayString()),
            tr("It was followed %n times.", nullptr, maxRedirects), tr("Check that the address belongs to the provider."), {} });
        return true;
    }
    // Only 303 asks for a GET; for the rest an API means the same request at the new path.
    const bool asGet = m_response.status == 303 && m_request.method != "HEAD";
    if (asGet) {
        m_request.method = "GET";
        m_request.body.clear();
    }
    closeReply();
    m_url = target;
    begin(m_request.method, m_request.body);
    return true;
}

void HttpExchange::armTimer()
{
    const int phaseLimit = m_phase == Phase::Connecting                 ? m_request.connectTimeoutMs
        : m_phase == Phase::Waiting && m_request.firstByteTimeoutMs > 0 ? m_request.firstByteTimeoutMs
                                                                        : m_request.idleTimeoutMs;
    const qint64 left = std::min(phaseLimit - m_sinceActivity.elapsed(), m_request.totalTimeoutMs - m_sinceStart.elapsed());
    m_timer.start(int(std::max<qint64>(left, 0)));
}

void HttpExchange::checkDeadlines()
{
    if (m_done)
        return;
    const double seconds = double(m_sinceActivity.elapsed()) / 1000;
    const double total = double(m_sinceStart.elapsed()) / 1000;
    if (m_sinceStart.elapsed() >= m_request.totalTimeoutMs)
        fail(timeoutError(tr("It was not complete after %1 s.").arg(total, 0, 'f', 1)));
    else if (m_phase == Phase::Connecting && m_sinceActivity.elapsed() >= m_request.connectTimeoutMs)
        fail({ QStringLiteral("http.unreachable"), tr("%1 cannot be reached.").arg(m_url.toDisplayString()),
            tr("No connection came about within %1 s.").arg(seconds, 0, 'f', 1),
            tr("Check the address, the network and the firewall."), {} });
    else if (m_phase == Phase::Waiting
        && m_sinceActivity.elapsed()
            >= (m_request.firstByteTimeoutMs > 0 ? m_request.firstByteTimeoutMs : m_request.idleTimeoutMs))
        fail(timeoutError(tr("Nothing came within %1 s.").arg(seconds, 0, 'f', 1)));
    else if (m_phase == Phase::Receiving && m_sinceActivity.elapsed() >= m_request.idleTimeoutMs)
        fail(timeoutError(tr("Nothing more came for %1 s.").arg(seconds, 0, 'f', 1)));
    else
        armTimer(); // data came meanwhile
}

Error HttpExchange::timeoutError(const QString &reason) const
{
    return { QStringLiteral("http.timeout"), tr("%1 did not answer in time.").arg(m_url.toDisplayString()), reason,
        tr("Check in the provider’s log whether it is busy or hangs, then try again."), {} };
}

Error HttpExchange::replyError() const
{
    const QString address = m_url.toDisplayString();
    const QString detail = m_reply->errorString();
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return { QStringLiteral("http.refused"), tr("Nothing answers at %1.").arg(address),
            tr("The connection was refused: no program listens on port %1.")
                .arg(m_url.port(m_url.scheme() == QLatin1String("https") ? 443 : 80)),
            tr("Start the provider, or correct the address."), detail };
    case QNetworkReply::HostNotFoundError:
        return { QStringLiteral("http.unreachable"), tr("%1 cannot be reached.").arg(address),
            tr("No address is known for the name %1.").arg(m_url.host()), tr("Correct the host name, or check the network."),
            detail };
    case QNetworkReply::SslHandshakeFailedError:
        return { QStringLiteral("http.tls"), tr("No secure connection to %1.").arg(address),
            tr("The server’s certificate or its encryption was not accepted."),
            tr("Check the certificate; a provider without encryption needs an http:// address."), detail };
    case QNetworkReply::TimeoutError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::TemporaryNetworkFailureError:
        if (!m_headersSeen) {
            return { QStringLiteral("http.unreachable"), tr("%1 cannot be reached.").arg(address), detail,
                tr("Check the address, the network and the firewall."), detail };
        }
        break;
    default:
        break;
    }
    return { QStringLiteral("http.broken"), tr("The connection to %1 broke before the answer was complete.").arg(address),
        m_headersSeen ? tr("The server closed the connection, or sent what is no valid HTTP.")
                      : tr("The server closed the connection without an answer, or does not speak HTTP."),
        tr("Look into the provider’s log: it may have stopped or crashed."), detail };
}

void HttpExchange::fail(const Error &error)
{
    if (m_done)
        return;
    m_done = true;
    m_timer.stop();
    closeReply();
    deleteLater();
    Q_EMIT failed(error);
}

} // namespace pilothouse
