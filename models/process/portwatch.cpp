// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/portwatch.h"

#include <QHostAddress>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pilothouse {

namespace {

bool accepts(const QHostAddress &address, int port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    const int fd = ::socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return false;
    int result = -1;
    if (six) {
        sockaddr_in6 target{};
        target.sin6_family = AF_INET6;
        target.sin6_port = htons(static_cast<uint16_t>(port));
        target.sin6_addr = in6addr_loopback;
        result = ::connect(fd, reinterpret_cast<const sockaddr *>(&target), sizeof target);
    } else {
        sockaddr_in target{};
        target.sin_family = AF_INET;
        target.sin_port = htons(static_cast<uint16_t>(port));
        target.sin_addr.s_addr = htonl(address.toIPv4Address());
        result = ::connect(fd, reinterpret_cast<const sockaddr *>(&target), sizeof target);
    }
    const bool open = result == 0 || errno == EINPROGRESS; // in progress on loopback: it listens, its queue is full
    ::close(fd);
    return open;
}

} // namespace

PortWatch::PortWatch(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PortWatch::tryOnce);
}

void PortWatch::watch(const QString &host, int port)
{
    m_host = host;
    m_port = port;
    m_clock.start();
    m_timer.start(10);
}

void PortWatch::stop()
{
    m_timer.stop();
}

void PortWatch::tryOnce()
{
    QList<QHostAddress> addresses{ QHostAddress(m_host) };
    if (m_host == QLatin1String("localhost"))
        addresses = { QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6) };
    for (const QHostAddress &address : addresses) {
        if (!address.isLoopback()) {
            m_timer.stop();
            return;
        }
        if (accepts(address, m_port)) {
            m_timer.stop();
            Q_EMIT opened(m_clock.elapsed());
            return;
        }
    }
    const qint64 elapsed = m_clock.elapsed();
    m_timer.setInterval(elapsed < 5'000 ? 10 : elapsed < 30'000 ? 50 : 250);
}

} // namespace pilothouse
