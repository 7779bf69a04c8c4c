// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/env/envfuzz.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

class EnvFuzzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fixturesHold();
    void randomFilesHold();
    void mutatedFixturesHold();

private:
    QByteArrayList fixtures() const;
    static void check(const QByteArray &bytes)
    {
        const char *finding = envFuzzFinding(bytes, EnvFuzzEdits::Many);
        QVERIFY2(!finding, (QByteArray(finding) + ": " + bytes.toPercentEncoding(" =\"'#$")).constData());
    }
};

QByteArrayList EnvFuzzTest::fixtures() const
{
    QByteArrayList contents;
    const QDir folder(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env"));
    for (const QFileInfo &info : folder.entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            contents << file.readAll();
    }
    return contents;
}

void EnvFuzzTest::fixturesHold()
{
    const QByteArrayList contents = fixtures();
    QVERIFY(contents.size() >= 20);
    for (const QByteArray &bytes : contents)
        check(bytes);
}

void EnvFuzzTest::randomFilesHold()
{
    const QByteArrayList pieces{ "A", "B", "KEY", "=", "=", "=", "\n", "\n", "\r\n", "\r", " ", "\t", "'", "\"", "\\", "#", " #",
        "export ", "$", "${A}", "`", "x", "value", "\xef\xbb\xbf", "\xff", "\xc2\xa0", QByteArray(1, '\0'), "hf_abcdefghij",
        "://u:p@h", ";", ":" };
    QRandomGenerator random(7);
    QElapsedTimer timer;
    timer.start();
    int done = 0;
    for (; done < 20'000 && timer.elapsed() < 4000 && !QTest::currentTestFailed(); ++done) {
        QByteArray bytes;
        for (int n = random.bounded(1, 30); n > 0; --n)
            bytes += pieces.at(random.bounded(int(pieces.size())));
        check(bytes);
    }
    QVERIFY(done > 50);
}

void EnvFuzzTest::mutatedFixturesHold()
{
    QRandomGenerator random(11);
    const QByteArrayList contents = fixtures();
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 3000 && !QTest::currentTestFailed()) {
        QByteArray bytes = contents.at(random.bounded(int(contents.size()))).left(2000);
        for (int n = random.bounded(1, 6); n > 0 && !bytes.isEmpty(); --n) {
            const int at = random.bounded(int(bytes.size()));
            random.bounded(2) ? bytes.remove(at, 1) : bytes.insert(at, "'\"\\\n=# $\r"[random.bounded(9)]);
        }
        check(bytes);
    }
}

QTEST_APPLESS_MAIN(EnvFuzzTest)
#include "tst_envfuzz.moc"
