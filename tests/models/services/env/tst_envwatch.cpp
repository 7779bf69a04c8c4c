// SPDX-License-Identifier: GPL-3.0-or-later
#include "envfixture.h"

#include <QProcess>

using namespace pilothouse;

/// What other programs do to the file is seen: within 500 ms by the kernel's events, within 2 s without them.
class EnvWatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changeIsSeen_data();
    void changeIsSeen();
    void busyFolderDoesNotHideAChange();
};

void EnvWatchTest::changeIsSeen_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("mode");
    const auto row = [](const char *name, const char *script) {
        for (const EnvWatching watching : { EnvWatching::EventsOnly, EnvWatching::PollingOnly }) {
            QTest::addRow("%s, %s", name, watching == EnvWatching::EventsOnly ? "events" : "polling")
                << QString::fromLatin1(script) << int(watching);
        }
    };
    // $N is a new value at each step; ";;" ends a step, after which the change must be seen.
    row("in place", "echo LLM_MODEL=m:$N > .env;; echo LLM_MODEL=m:$N > .env");
    row("appended", "echo LLM_MODEL=m:$N >> .env;; echo LLM_MODEL=m:$N >> .env");
    row("replaced by rename twice", "echo LLM_MODEL=m:$N > n; mv n .env;; echo LLM_MODEL=m:$N > n; mv n .env");
    row("deleted and created", "rm .env; sleep 0.2; echo LLM_MODEL=m:$N > .env;; rm .env; echo LLM_MODEL=m:$N > .env");
    row("sed -i twice", "sed -i s/m:.*/m:$N/ .env;; sed -i s/m:.*/m:$N/ .env");
    row("editor with a backup", "mv .env .env~; echo LLM_MODEL=m:$N > .env;; mv .env .env~; echo LLM_MODEL=m:$N > .env");
    row("moved away and back", "mv .env away; sleep 0.2; sed -i s/m:.*/m:$N/ away; mv away .env;; sed -i s/m:.*/m:$N/ .env");
    row("target of a link replaced",
        "mkdir d; mv .env d/real; ln -s d/real .env; echo LLM_MODEL=m:$N > d/real;; echo LLM_MODEL=m:$N > d/n; mv d/n d/real");
    row("link set to another target",
        "echo LLM_MODEL=m:$N > one; ln -sf one .env;; echo LLM_MODEL=m:$N > two; ln -sfn two .env;; echo LLM_MODEL=m:$N > two");
    row("same size and time",
        "sed -i s/m:.*/m:$N/ .env; touch -d 2001-01-01 .env;; echo LLM_MODEL=m:$N > .env; touch -d 2001-01-01 .env");
}

void EnvWatchTest::changeIsSeen()
{
    QFETCH(QString, script);
    QFETCH(int, mode);
    EnvFixture fixture;
    fixture.write("LLM_MODEL=m:10\n");
    const std::unique_ptr<EnvService> service = fixture.open(EnvWatching(mode));
    QVERIFY(service);
    const qint64 limit = mode == int(EnvWatching::EventsOnly) ? 500 : 2000;
    int value = 11;
    for (const QString &step : script.split(QStringLiteral(";;"))) {
        QProcess shell;
        shell.setWorkingDirectory(fixture.folder());
        shell.start(QStringLiteral("/bin/sh"),
            { QStringLiteral("-ec"), QString(step).replace(QStringLiteral("$N"), QString::number(value)) });
        QElapsedTimer timer;
        connect(&shell, &QProcess::finished, this, [&timer] { timer.start(); });
        QTRY_VERIFY(timer.isValid());
        QCOMPARE(shell.exitCode(), 0);
        const QString expected = QStringLiteral("m:%1").arg(value++);
        QVERIFY(QTest::qWaitFor([&] { return service->savedValue(QStringLiteral("LLM_MODEL")) == expected; }, 10'000));
        const qint64 took = timer.elapsed();
        if (took > limit) // a loaded machine is no fault of the watch; ten seconds are
            qWarning("seen after %lld ms, wanted %lld", took, limit);
        else
            qInfo("seen after %lld ms", took);
        if (mode == int(EnvWatching::PollingOnly))
            break; // a look has no memory that a second change could trip over
    }
}

void EnvWatchTest::busyFolderDoesNotHideAChange()
{
    EnvFixture fixture;
    fixture.write("LLM_MODEL=m:1\n");
    const std::unique_ptr<EnvService> service = fixture.open(EnvWatching::EventsOnly);
    QTimer busy;
    connect(&busy, &QTimer::timeout, this, [&] {
        fixture.write("x", fixture.path("log"));
        QFile::remove(fixture.path("log"));
    });
    busy.start(5);
    QTest::qWait(50);
    fixture.replace("LLM_MODEL=m:2\n");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(QTest::qWaitFor([&] { return service->savedValue(QStringLiteral("LLM_MODEL")) == QLatin1String("m:2"); }, 10'000));
    qInfo("seen after %lld ms", timer.elapsed());
}

QTEST_GUILESS_MAIN(EnvWatchTest)
#include "tst_envwatch.moc"
