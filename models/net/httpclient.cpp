// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpclient.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace pilothouse {
namespace {

/// With system proxies on, Qt sends even 127.0.0.1 and ::1 through http_proxy.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (HttpClient::isLoopback(query.url()))
            return { QNetworkProxy(QNetworkProxy::NoProxy) };
        return QNetworkProxyFactory::systemProxyForQuery(query);
    }
};

} // namespace

HttpClient::HttpClient(QObject *parent) : QObject(parent)
{
    m_network.setProxyFactory(new ProxyChoice);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient() = default;

HttpExchange *HttpClient::send(const HttpRequest &request, QObject *owner)
{
    return open(request, owner, false);
}

HttpExchange *HttpClient::stream(const HttpRequest &request, QObject *owner)
{
    return open(request, owner, true);
}

HttpExchange *HttpClient::open(const HttpRequest &request, QObject *owner, bool streaming)
{
    auto *exchange = new HttpExchange(&m_network, request, streaming, owner ? owner : this);
    exchange->start();
    return exchange;
}

bool HttpClient::isLoopback(const QUrl &url)
{
    const QString host = url.host();
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    const QHostAddress address(host);
    // 0.0.0.0 and :: lead to this machine too.
    return address.isLoopback() || address == QHostAddress(QHostAddress::AnyIPv4)
        || address == QHostAddress(QHostAddress::AnyIPv6);
}

bool HttpClient::sameOrigin(const QUrl &left, const QUrl &right)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return left.scheme() == right.scheme() && left.host() == right.host() && port(left) == port(right);
}

} // namespace pilothouse
