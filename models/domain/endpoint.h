// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMetaType>
#include <QUrl>

namespace pilothouse {

/// Root address of a provider's HTTP API, without "/v1" and without a trailing slash, e.g. http://127.0.0.1:11434.
class Endpoint
{
public:
    Endpoint() = default;
    explicit Endpoint(const QUrl &url); ///< drops a trailing "/v1", slash, query, fragment and user info
    static Endpoint loopback(int port);

    bool isValid() const { return m_root.isValid() && !m_root.host().isEmpty(); }
    bool isLoopback() const;
    QString host() const { return m_root.host(); }
    int port() const; ///< the port in use, with the scheme's default filled in
    QUrl url(const QString &path) const; ///< path starts with "/", e.g. "/api/chat"
    QString text() const { return m_root.toString(); }
    bool operator==(const Endpoint &) const = default;

private:
    QUrl m_root;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::Endpoint)
