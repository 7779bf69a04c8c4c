// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/launchbuilder.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

constexpr int ollamaPort = 11434;

bool isWildcard(const QString &host)
{
    return host == QLatin1String("0.0.0.0") || host == QLatin1String("::") || host == QLatin1String("0");
}

/// A name without a dot that is not localhost: a service of a compose file.
bool isContainerName(const QString &host)
{
    return !host.isEmpty() && !host.contains(u'.') && !host.contains(u':') && host != QLatin1String("localhost");
}

} // namespace

QUrl ollamaHostUrl(const QString &text)
{
    QString rest = text.trimmed();
    while (rest.size() > 1 && (rest.front() == u'"' || rest.front() == u'\'') && rest.back() == rest.front())
        rest = rest.mid(1, rest.size() - 2).trimmed();
    QString scheme = QStringLiteral("http");
    int port = ollamaPort;
    const qsizetype mark = rest.indexOf(QLatin1String("://"));
    if (mark > 0) {
        scheme = rest.left(mark).toLower();
        rest = rest.mid(mark + 3);
        port = scheme == QLatin1String("https") ? 443 : scheme == QLatin1String("http") ? 80 : ollamaPort;
    }
    rest = rest.section(u'/', 0, 0);
    static const QRegularExpression parts(QStringLiteral("^(\\[[^\\]]*\\]|[^:]*)(?::(\\d*))?$"));
    const QRegularExpressionMatch match = parts.match(rest);
    QString host = match.hasMatch() ? match.captured(1) : rest; // a bare IPv6 address has several colons
    if (host.startsWith(u'['))
        host = host.mid(1, host.size() - 2);
    bool isPort = false;
    const int given = match.captured(2).toInt(&isPort);
    if (isPort && given > 0 && given <= 65535)
        port = given;
    if (host.isEmpty()) // ":8080" listens everywhere, "" is the default
        host = match.captured(2).isEmpty() ? QStringLiteral("127.0.0.1") : QStringLiteral("0.0.0.0");
    QUrl url;
    url.setScheme(scheme);
    url.setHost(host);
    url.setPort(port);
    return url;
}

ListenAddress listenAddress(const QUrl &url)
{
    ListenAddress address;
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")))
        return address;
    address.configured = Endpoint(url);
    address.port = address.configured.port();
    const QString host = url.host();
    address.open = isWildcard(host);
    address.containerOnly = !address.open && isContainerName(host);
    address.otherMachine = !address.open && !address.containerOnly && !address.configured.isLoopback();
    address.bindHost = address.containerOnly ? QStringLiteral("127.0.0.1") : host;
    QUrl reachable = url;
    if (address.open || address.containerOnly)
        reachable.setHost(QStringLiteral("127.0.0.1"));
    address.endpoint = Endpoint(reachable);
    return address;
}

} // namespace pilothouse
