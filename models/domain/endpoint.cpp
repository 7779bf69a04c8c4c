// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/endpoint.h"

namespace pilothouse {

Endpoint::Endpoint(const QUrl &url) : m_root(url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(QLatin1String("/v1")))
        path.chop(3);
    m_root.setPath(path);
    m_root.setQuery(QString());
    m_root.setFragment(QString());
    m_root.setUserInfo(QString());
}

Endpoint Endpoint::loopback(int port)
{
    return Endpoint(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)));
}

bool Endpoint::isLoopback() const
{
    const QString name = m_root.host();
    return name == QLatin1String("localhost") || name.startsWith(QLatin1String("127.")) || name == QLatin1String("::1");
}

int Endpoint::port() const
{
    return m_root.port(m_root.scheme() == QLatin1String("https") ? 443 : 80);
}

QUrl Endpoint::url(const QString &path) const
{
    QUrl url = m_root;
    const qsizetype query = path.indexOf(u'?');
    url.setPath(m_root.path() + path.left(query < 0 ? path.size() : query));
    if (query >= 0)
        url.setQuery(path.mid(query + 1));
    return url;
}

} // namespace pilothouse
