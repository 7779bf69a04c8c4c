// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace pilothouse {

/// Tells when a TCP port of this machine accepts connections: a connect() every 10 ms in the first seconds, then every
/// 50 ms, from half a minute on every 250 ms (a refused local connect costs about 0.1 ms). UI thread, never waits.
class PortWatch : public QObject
{
    Q_OBJECT
public:
    explicit PortWatch(QObject *parent = nullptr);

    /// host: a loopback name or address; for any other host nothing is watched.
    void watch(const QString &host, int port);
    void stop();

Q_SIGNALS:
    void opened(qint64 ms); ///< once, since watch()

private:
    void tryOnce();

    QString m_host;
    int m_port = 0;
    QElapsedTimer m_clock;
    QTimer m_timer;
};

} // namespace pilothouse
