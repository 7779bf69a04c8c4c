// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/env/dialectfuzz.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace pilothouse;

class DialectFuzzTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void corpusHolds();
    void mutatedCorpusHolds();
    void writtenValuesHold();

private:
    static QByteArrayList corpus();
    static void check(const QByteArray &bytes)
    {
        for (const EnvConsumer consumer : allEnvConsumers()) {
            const char *finding = dialectFuzzFinding(consumer, bytes);
            QVERIFY2(!finding,
                (envConsumerName(consumer).toUtf8() + ": " + finding + ": " + bytes.toPercentEncoding(" =\"'#$")).constData());
        }
    }
};

QByteArrayList DialectFuzzTest::corpus()
{
    QByteArrayList contents;
    QFile cases(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env-dialects/cases.json"));
    if (cases.open(QIODevice::ReadOnly)) {
        const QJsonObject data = QJsonDocument::fromJson(cases.readAll()).object();
        for (const QJsonValue &value : data[QLatin1String("cases")].toArray()) {
            const QByteArray bytes = QByteArray::fromBase64(value[QLatin1String("input_base64")].toString().toLatin1());
            if (bytes.size() < 20'000)
                contents << bytes;
        }
    }
    for (const QFileInfo &info : QDir(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env")).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            contents << file.readAll();
    }
    return contents;
}

void DialectFuzzTest::corpusHolds()
{
    const QByteArrayList contents = corpus();
    QVERIFY(contents.size() >= 300);
    for (const QByteArray &bytes : contents)
        check(bytes);
}

void DialectFuzzTest::mutatedCorpusHolds()
{
    QRandomGenerator random(17);
    const QByteArrayList contents = corpus();
    const QByteArray signs("'\"\\\n=# $\r{}`();|&<>~:\t\xff-+?%");
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 4000 && !QTest::currentTestFailed()) {
        QByteArray bytes = contents.at(random.bounded(int(contents.size()))).left(1000);
        for (int n = random.bounded(1, 8); n > 0; --n) {
            const int at = random.bounded(int(bytes.size()) + 1);
            random.bounded(2) ? bytes.remove(at, 1) : bytes.insert(at, signs[random.bounded(int(signs.size()))]);
        }
        check(bytes);
    }
}

void DialectFuzzTest::writtenValuesHold()
{
    QRandomGenerator random(23);
    const QByteArrayList pieces{ "a", " ", "\n", "'", "\"", "`", "\\", "$", "${", "}", "${F}", "$F", "#", " #", "~", ":~", "=",
        ";", "(", "<", "\r", "\xc2\xa0", "\xef\xbb\xbf", "\xff", "K=", QByteArray(1, '\0'), "export ", "\t", "*", "!", "-", "[",
        "\xe2\x80\xa8" };
    for (int n = 0; n < 6000 && !QTest::currentTestFailed(); ++n) {
        QByteArray bytes(1, static_cast<char>(random.bounded(256)));
        for (int k = random.bounded(0, 7); k > 0; --k)
            bytes += pieces.at(random.bounded(int(pieces.size())));
        const char *finding = writerFuzzFinding(bytes);
        QVERIFY2(!finding, (QByteArray(finding) + ": " + bytes.toPercentEncoding()).constData());
    }
}

QTEST_APPLESS_MAIN(DialectFuzzTest)
#include "tst_dialectfuzz.moc"
