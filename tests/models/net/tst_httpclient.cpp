// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpclient.h"
#include "tests/support/faultserver.h"

#include <QNetworkProxyFactory>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using test::FaultServer;

namespace {

/// What came out of one exchange.
struct Outcome
{
    int finished = 0;
    int failed = 0;
    HttpResponse response;
    QByteArray streamed;
    Error error;

    void watch(HttpExchange *exchange)
    {
        QObject::connect(exchange, &HttpExchange::finished, [this](const HttpResponse &r) { ++finished, response = r; });
        QObject::connect(exchange, &HttpExchange::failed, [this](const Error &e) { ++failed, error = e; });
        QObject::connect(exchange, &HttpExchange::dataArrived, [this](const QByteArray &data) { streamed += data; });
    }
    bool over() const { return finished + failed > 0; }
};

HttpRequest get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = { { "Authorization", "Bearer canary-key" } };
    return request;
}

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT
private:
    Outcome ask(const HttpRequest &request, bool streaming = false)
    {
        HttpClient client;
        Outcome outcome;
        HttpExchange *exchange = streaming ? client.stream(request, &client) : client.send(request, &client);
        outcome.watch(exchange);
        QSignalSpy gone(exchange, &QObject::destroyed);
        gone.wait(15'000);
        QTest::qWait(20); // a second signal would come now
        return outcome;
    }

private Q_SLOTS:
    void everyStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("ok") << 200 << QByteArray();
        QTest::newRow("no redirect") << 304 << QByteArray();
        QTest::newRow("redirect without target") << 302 << QByteArray();
        QTest::newRow("bad request") << 400 << QByteArray();
        QTest::newRow("login asked") << 401 << QByteArray("WWW-Authenticate: Basic realm=\"x\"\r\n");
        QTest::newRow("missing") << 404 << QByteArray();
        QTest::newRow("unusual") << 418 << QByteArray();
        QTest::newRow("failed") << 500 << QByteArray();
        QTest::newRow("busy") << 503 << QByteArray();
    }
    void everyStatusIsAnAnswer()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        const QByteArray body = status == 304 ? QByteArray() : QByteArray("{\"a\":1}");
        FaultServer server(FaultServer::always(FaultServer::response(status, body, headers)));
        const Outcome outcome = ask(get(server.url()));
        QCOMPARE(outcome.finished, 1);
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(outcome.response.status, status);
        QCOMPARE(outcome.response.body, body);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(server.requests.first().contains("Accept-Encoding: identity\r\n"));
    }

    void streamComesInPiecesAndErrorBodiesWhole()
    {
        const QByteArray lines(200'000, 'x');
        FaultServer good(FaultServer::always(FaultServer::response(200, lines)));
        const Outcome streamed = ask(get(good.url()), true);
        QCOMPARE(streamed.finished, 1);
        QCOMPARE(streamed.streamed, lines);
        QVERIFY(streamed.response.body.isEmpty());

        FaultServer bad(FaultServer::always(FaultServer::response(404, "{\"error\":\"no\"}")));
        const Outcome refused = ask(get(bad.url()), true);
        QCOMPARE(refused.response.body, QByteArray("{\"error\":\"no\"}"));
        QVERIFY(refused.streamed.isEmpty());
    }

    void redirectInsideTheOriginIsFollowedWithTheKey()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &request) {
            if (request.startsWith("GET /new"))
                socket->write(FaultServer::response(200, "moved"));
            else
                socket->write(FaultServer::response(307, "", "Location: /new\r\n"));
        });
        const Outcome outcome = ask(get(server.url()));
        QCOMPARE(outcome.response.body, QByteArray("moved"));
        QVERIFY(server.requests.last().contains("Bearer canary-key"));
    }

    void keyNeverReachesAnotherOrigin_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("target");
        for (const int status : { 301, 302, 303, 307, 308 }) {
            QTest::addRow("%d other port", status) << status << QStringLiteral("http://127.0.0.1:%1/");
            QTest::addRow("%d other host", status) << status << QStringLiteral("http://localhost:%1/");
            QTest::addRow("%d scheme-relative", status) << status << QStringLiteral("//127.0.0.1:%1/");
            QTest::addRow("%d user info", status) << status << QStringLiteral("http://u:p@127.0.0.1:%1/");
            QTest::addRow("%d file", status) << status << QStringLiteral("file:///etc/hostname");
            QTest::addRow("%d https", status) << status << QStringLiteral("https://127.0.0.1:%1/");
        }
    }
    void keyNeverReachesAnotherOrigin()
    {
        QFETCH(int, status);
        QFETCH(QString, target);
        FaultServer stranger(FaultServer::always(FaultServer::response(200, "caught")));
        const QString location = target.contains(u'%') ? target.arg(stranger.port()) : target;
        FaultServer server(FaultServer::always(FaultServer::response(status, "", "Location: " + location.toLatin1() + "\r\n")));
        for (const QByteArray method : { "GET", "POST" }) {
            HttpRequest request = get(server.url());
            request.method = method;
            request.headers.append(qMakePair(QByteArray("X-Api-Key"), QByteArray("canary-key")));
            const Outcome outcome = ask(request);
            QCOMPARE(outcome.error.code, QStringLiteral("http.redirect"));
            QCOMPARE(outcome.finished, 0);
        }
        QCOMPARE(stranger.connections, 0);
    }

    void endlessRedirectEnds()
    {
        FaultServer server(FaultServer::always(FaultServer::response(302, "", "Location: /again\r\n")));
        const Outcome outcome = ask(get(server.url()));
        QCOMPARE(outcome.error.code, QStringLiteral("http.redirect"));
        QCOMPARE(server.requests.size(), 6);
    }

    void brokenAnswersAreFailures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("reset");
        QTest::newRow("closed at once") << QByteArray() << false;
        QTest::newRow("reset at once") << QByteArray() << true;
        QTest::newRow("no http") << QByteArray("\x01\x02rubbish\r\n\r\n") << false;
        QTest::newRow("half head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << false;
        QTest::newRow("body too short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << false;
        QTest::newRow("reset in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc") << true;
        QTest::newRow("chunk cut") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc") << false;
    }
    void brokenAnswersAreFailures()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, reset);
        FaultServer server([=](QTcpSocket *socket, const QByteArray &) {
            socket->write(bytes);
            socket->flush();
            if (reset)
                FaultServer::reset(socket);
            else
                socket->disconnectFromHost();
        });
        HttpRequest request = get(server.url());
        request.method = "POST"; // a GET is repeated by Qt
        const Outcome outcome = ask(request);
        QCOMPARE(outcome.failed, 1);
        QCOMPARE(outcome.error.code, QStringLiteral("http.broken"));
        QVERIFY(!outcome.error.message.isEmpty() && !outcome.error.cause.isEmpty() && !outcome.error.fix.isEmpty());
    }

    void postIsSentOnce()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) { socket->abort(); });
        for (const bool streaming : { false, true }) {
            server.requests.clear();
            HttpRequest request = get(server.url());
            request.method = "POST";
            request.body = "{\"once\":true}";
            const Outcome outcome = ask(request, streaming);
            QCOMPARE(outcome.error.code, QStringLiteral("http.broken"));
            QCOMPARE(server.requests.size(), 1);
            QVERIFY(server.requests.first().endsWith(request.body));
        }
    }

    void deadlinesEndSilence_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("drip");
        QTest::newRow("silent") << QByteArray() << QByteArray();
        QTest::newRow("silent after head") << FaultServer::streamHead() << QByteArray();
        QTest::newRow("silent after body") << FaultServer::streamHead() + FaultServer::chunk("x") << QByteArray();
        QTest::newRow("slow body") << FaultServer::streamHead() << FaultServer::chunk("x");
        QTest::newRow("slow head") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("A: b\r\n");
    }
    void deadlinesEndSilence()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, drip);
        FaultServer server([=](QTcpSocket *socket, const QByteArray &) {
            socket->write(start);
            if (!drip.isEmpty())
                FaultServer::drip(socket, drip, 50);
        });
        HttpRequest request = get(server.url());
        request.idleTimeoutMs = 300;
        request.totalTimeoutMs = 600;
        for (const bool streaming : { false, true }) {
            const Outcome outcome = ask(request, streaming);
            QCOMPARE(outcome.error.code, QStringLiteral("http.timeout"));
        }
        QTRY_COMPARE(server.openConnections, 0);
    }

    void firstByteMayTakeLongerThanTheRest()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) {
            QTimer::singleShot(600, socket, [socket] { socket->write(FaultServer::streamHead() + FaultServer::chunk("x")); });
        });
        HttpRequest request = get(server.url());
        request.idleTimeoutMs = 200;
        request.firstByteTimeoutMs = 5'000;
        const Outcome outcome = ask(request, true);
        QCOMPARE(outcome.streamed, QByteArray("x"));
        QCOMPARE(outcome.error.code, QStringLiteral("http.timeout"));
        QVERIFY(server.connections == 1);
    }

    void hostileFloodsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("streaming");
        const QByteArray kib(1024, 'h');
        QTest::newRow("header lines") << QByteArray("HTTP/1.1 200 OK\r\n") << "X-" + kib + ": " + kib + "\r\n"
                                      << QStringLiteral("http.timeout") << false;
        QTest::newRow("one header") << QByteArray("HTTP/1.1 200 OK\r\nX: ") << kib << QStringLiteral("http.timeout") << false;
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << kib << QStringLiteral("http.too-large") << false;
        QTest::newRow("stream") << FaultServer::streamHead() << FaultServer::chunk(kib) << QStringLiteral("http.too-large")
                                << true;
        QTest::newRow("large head") << "HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'a') + "\r\n\r\n"
                                    << kib << QStringLiteral("http.too-large") << true;
    }
    void hostileFloodsAreBounded()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, piece);
        QFETCH(QString, code);
        QFETCH(bool, streaming);
        auto server = std::make_unique<FaultServer>([=](QTcpSocket *socket, const QByteArray &) {
            socket->write(start);
            FaultServer::flood(socket, piece, 1LL << 40);
        });
        HttpRequest request = get(server->url());
        request.idleTimeoutMs = 1'000;
        request.maxBodyBytes = streaming ? 64 << 20 : 4 << 20;
        HttpClient client;
        Outcome outcome;
        HttpExchange *exchange = streaming ? client.stream(request, &client) : client.send(request, &client);
        connect(exchange, &HttpExchange::finished, [&] { ++outcome.finished; });
        connect(exchange, &HttpExchange::failed, [&](const Error &e) { ++outcome.failed, outcome.error = e; });
        const qint64 before = test::residentBytes();
        QSignalSpy gone(exchange, &QObject::destroyed);
        QVERIFY(gone.wait(30'000));
        server.reset();
        QCOMPARE(outcome.error.code, code);
        // Qt keeps endless headers until our deadline; everything else stays in the read buffer.
        const qint64 limit = code == QLatin1String("http.timeout") ? 128 << 20 : 16 << 20;
        const qint64 growth = test::residentBytes() - before;
        QVERIFY2(growth <= limit, qPrintable(QStringLiteral("%1 KiB more").arg(growth >> 10)));
    }

    void cancelClosesTheConnectionAndStaysSilent()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(FaultServer::streamHead()); });
        HttpClient client;
        Outcome outcome;
        const QPointer<HttpExchange> exchange(client.stream(get(server.url()), this));
        outcome.watch(exchange);
        QTRY_COMPARE(server.requests.size(), 1);
        exchange->cancel();
        QTRY_COMPARE(server.openConnections, 0);
        QTRY_VERIFY(exchange.isNull());
        QVERIFY(!outcome.over());
    }

    void deathOfOwnerOrClientIsSilent()
    {
        FaultServer server([](QTcpSocket *socket, const QByteArray &) { socket->write(FaultServer::streamHead()); });
        Outcome outcome;
        auto client = std::make_unique<HttpClient>();
        auto owner = std::make_unique<QObject>();
        outcome.watch(client->stream(get(server.url()), owner.get()));
        QTRY_COMPARE(server.requests.size(), 1);
        owner.reset();
        QTRY_COMPARE(server.openConnections, 0);
        const QPointer<HttpExchange> exchange(client->send(get(server.url()), this));
        outcome.watch(exchange);
        QTRY_COMPARE(server.requests.size(), 2);
        client.reset();
        QTRY_COMPARE(server.openConnections, 0);
        QTRY_VERIFY(exchange.isNull());
        QVERIFY(!outcome.over());
    }

    void receiverMayDeleteTheOwnerInAnySignal()
    {
        const QByteArray answer = FaultServer::response(200, QByteArray(100'000, 'x'));
        FaultServer server(FaultServer::always(answer));
        HttpClient client;
        for (int signal = 0; signal < 4; ++signal) {
            auto *owner = new QObject;
            const QPointer<QObject> alive(owner);
            HttpExchange *exchange = client.stream(get(server.url()), owner);
            const auto die = [owner] { delete owner; };
            if (signal == 0)
                connect(exchange, &HttpExchange::connected, die);
            else if (signal == 1)
                connect(exchange, &HttpExchange::headersArrived, die);
            else if (signal == 2)
                connect(exchange, &HttpExchange::dataArrived, die);
            else
                connect(exchange, &HttpExchange::finished, die);
            QTRY_VERIFY(alive.isNull());
        }
    }

    void refusedConnectionNamesTheAddressWithoutUserInfo()
    {
        QUrl url;
        {
            FaultServer server(FaultServer::always({}));
            url = server.url(QStringLiteral("/api"));
        }
        url.setUserInfo(QStringLiteral("me:secret"));
        const Outcome outcome = ask(get(url));
        QCOMPARE(outcome.error.code, QStringLiteral("http.refused"));
        QVERIFY(outcome.error.message.contains(QStringLiteral("http://127.0.0.1:%1/api").arg(url.port())));
        QVERIFY(!(outcome.error.message + outcome.error.cause + outcome.error.detail).contains(QLatin1String("secret")));
    }

    void otherSchemesAreNotOpened()
    {
        for (const char *text : { "file:///etc/hostname", "data:text/plain,x", "qrc:/x", "ftp://127.0.0.1/", "", "http:///x" })
            QCOMPARE(ask(get(QUrl(QLatin1String(text)))).error.code, QStringLiteral("http.url"));
    }

    void cookiesAreNotKept()
    {
        FaultServer server(FaultServer::always(FaultServer::response(200, "", "Set-Cookie: a=b\r\n")));
        HttpClient client;
        for (int i = 0; i < 2; ++i) {
            Outcome outcome;
            outcome.watch(client.send(get(server.url()), &client));
            QTRY_VERIFY(outcome.over());
        }
        QVERIFY(!server.requests.last().contains("Cookie:"));
    }

    void loopbackNeverGoesThroughTheProxy()
    {
        FaultServer proxy(FaultServer::always(FaultServer::response(200, "proxy")));
        qputenv("http_proxy", proxy.url().toEncoded());
        qputenv("HTTP_PROXY", proxy.url().toEncoded());
        qputenv("no_proxy", "");
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        FaultServer server(FaultServer::always(FaultServer::response(200, "direct")));
        FaultServer server6(FaultServer::always(FaultServer::response(200, "direct")), QHostAddress::LocalHostIPv6);
        QCOMPARE(ask(get(server.url())).response.body, QByteArray("direct"));
        QCOMPARE(ask(get(server.url({}, QStringLiteral("localhost")))).response.body, QByteArray("direct"));
        QCOMPARE(ask(get(server6.url({}, QStringLiteral("::1")))).response.body, QByteArray("direct"));
        QCOMPARE(proxy.connections, 0);
        // The trap is armed: another host does go there.
        QCOMPARE(ask(get(QUrl(QStringLiteral("http://example.invalid/")))).response.body, QByteArray("proxy"));
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        qunsetenv("http_proxy");
        qunsetenv("HTTP_PROXY");
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
