// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFile>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <sys/socket.h>

namespace pilothouse::test {

/// A server on loopback that answers raw bytes as the test says, right or wrong. Lives in the test's thread.
class FaultServer : public QObject
{
public:
    using Script = std::function<void(QTcpSocket *socket, const QByteArray &request)>;

    explicit FaultServer(Script script, const QHostAddress &address = QHostAddress::LocalHost) : m_script(std::move(script))
    {
        if (!m_server.listen(address))
            qFatal("no loopback port: %s", qPrintable(m_server.errorString()));
        connect(&m_server, &QTcpServer::newConnection, this, &FaultServer::accept);
    }

    /// Answers every request with the same bytes and closes.
    static Script always(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket *socket, const QByteArray &) {
            socket->write(bytes);
            socket->disconnectFromHost();
        };
    }

    quint16 port() const { return m_server.serverPort(); }
    QUrl url(const QString &path = QStringLiteral("/"), const QString &host = QStringLiteral("127.0.0.1")) const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(host);
        url.setPort(port());
        url.setPath(path);
        return url;
    }

    static QByteArray response(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
            + headers + "\r\n" + body;
    }
    static QByteArray streamHead(const QByteArray &type = "application/x-ndjson")
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }
    static QByteArray chunk(const QByteArray &bytes) { return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n"; }

    /// Closes so that the other side gets ECONNRESET.
    static void reset(QTcpSocket *socket)
    {
        const linger now{ 1, 0 };
        ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
    }
    /// Repeats `piece` as fast as it is read, up to `total` bytes or until the other side leaves.
    static void flood(QTcpSocket *socket, const QByteArray &piece, qint64 total)
    {
        const auto left = std::make_shared<qint64>(total);
        const auto more = [socket, piece, left] {
            while (*left > 0 && socket->bytesToWrite() < 64 << 10) {
                socket->write(piece);
                *left -= piece.size();
            }
        };
        connect(socket, &QIODevice::bytesWritten, socket, more);
        more();
    }
    /// Sends `piece` again and again with pauses.
    static void drip(QTcpSocket *socket, const QByteArray &piece, int pauseMs)
    {
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket, piece] { socket->write(piece); });
        timer->start(pauseMs);
    }

    QList<QByteArray> requests; ///< head and body of each whole request
    int connections = 0;
    int openConnections = 0;

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++connections;
            ++openConnections;
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1); // else each short piece waits for an ACK
            const auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                --openConnections;
                socket->deleteLater();
            });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
                *buffer += socket->readAll();
                const qsizetype head = buffer->indexOf("\r\n\r\n");
                if (head < 0)
                    return;
                const qsizetype field = buffer->toLower().indexOf("content-length:");
                const qsizetype length = field < 0 || field > head
                    ? 0
                    : buffer->mid(field + 15, buffer->indexOf("\r\n", field) - field - 15).trimmed().toLongLong();
                if (buffer->size() < head + 4 + length)
                    return;
                const QByteArray request = buffer->left(head + 4 + length);
                buffer->remove(0, request.size());
                requests.append(request);
                m_script(socket, request);
            });
        }
    }

    QTcpServer m_server;
    Script m_script;
};

/// Resident memory of this process in bytes.
inline qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

/// The bytes of a recorded file under tests/fixtures.
inline QByteArray fixture(const char *path)
{
    QFile file(QLatin1String(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/") + QLatin1String(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", path);
    return file.readAll();
}

} // namespace pilothouse::test
