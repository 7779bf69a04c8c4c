// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envtext.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace pilothouse;

namespace {

EnvText textOf(const QByteArray &bytes)
{
    return EnvText(bytes, secretRanges(EnvDocument(bytes), 0, bytes.size()), {});
}

QByteArray spliced(QByteArray bytes, const ByteSplice &splice)
{
    return bytes.replace(splice.from, splice.to - splice.from, splice.bytes);
}

} // namespace

/// The text of a file and the way back to its bytes.
class EnvTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyByteIsShownAndComesBack_data();
    void everyByteIsShownAndComesBack();
    void secretsAreOneRunOfFixedLength();
    void aRunIsTakenWholeOrNotAtAll();
    void typedLineEndsFollowTheFile();
    void commentedSecretsAreHidden();
    void aShownRunIsTheValue();
    void randomEditsTouchOnlyTheirBytes();
    void spliceNeverCutsACharacter();
};

void EnvTextTest::everyByteIsShownAndComesBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("A=1\nB=2") << QStringLiteral("A=1\nB=2");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("bom") << QByteArray("\xef\xbb\xbf"
                                       "A=1\n")
                         << QStringLiteral("A=1\n");
    QTest::newRow("crlf") << QByteArray("A=1\r\nB=2\r\n") << QStringLiteral("A=1\nB=2\n");
    QTest::newRow("lone cr") << QByteArray("A=1\rB\n") << QStringLiteral("A=1\u240dB\n");
    QTest::newRow("nul") << QByteArray("A=\0x\n", 5) << QStringLiteral("A=\u2400x\n");
    QTest::newRow("separator") << QByteArray("A=\xe2\x80\xa8z\n") << QStringLiteral("A=\u2424z\n");
    QTest::newRow("not utf-8") << QByteArray("A=\xff\xc3(\n") << QStringLiteral("A=\ufffd\ufffd(\n");
    QTest::newRow("astral") << QByteArray("A=\xf0\x9f\x90\x8b!\n") << QStringLiteral("A=\U0001f40b!\n");
    QTest::newRow("surrogate as bytes") << QByteArray("A=\xed\xa0\x80\n") << QStringLiteral("A=\ufffd\ufffd\ufffd\n");
    QTest::newRow("no-break space and frame marks")
        << QByteArray("A=\xc2\xa0\xef\xb7\x90\n") << QStringLiteral("A=\u00a0\ufffd\n");
}

void EnvTextTest::everyByteIsShownAndComesBack()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const EnvText shown = textOf(bytes);
    QCOMPARE(shown.text(), text);
    // Putting an "x" anywhere and nothing else: all other bytes stay.
    for (int at = 0; at <= text.size(); ++at) {
        const auto splice = shown.splice(at, 0, QStringLiteral("x"));
        const bool insideACharacter = at > 0 && at < text.size() && text.at(at).isLowSurrogate();
        QCOMPARE(splice.has_value(), !insideACharacter);
        if (!splice)
            continue;
        QByteArray after = spliced(bytes, *splice);
        QCOMPARE(after.size(), bytes.size() + 1);
        QCOMPARE(after.remove(splice->from, 1), bytes);
    }
    // Removing all leaves a BOM at most.
    const auto all = shown.splice(0, int(text.size()), QString());
    QVERIFY(all);
    QVERIFY(spliced(bytes, *all).size() <= 3);
}

void EnvTextTest::secretsAreOneRunOfFixedLength()
{
    const QByteArray bytes = "A=1\nHF_TOKEN=hf_abc # mine\nB_KEY=\"l1\nl2\"\nC=2\n";
    const EnvText shown = textOf(bytes);
    QCOMPARE(shown.text(), QStringLiteral("A=1\nHF_TOKEN=%1 # mine\nB_KEY=%1\n\nC=2\n").arg(maskedValue()));
    QCOMPARE(shown.runs().size(), 2);
    QCOMPARE(shown.runs().first(), (SecretRun{ 13, 12, false }));
    QCOMPARE(shown.runs().last().length, 13); // its line end too, so that line numbers are right
    QCOMPARE(shown.positionOf(bytes.indexOf("C=2")), int(shown.text().indexOf(u'C')));
    QCOMPARE(shown.byteAt(int(shown.text().indexOf(u'C'))), std::optional(bytes.indexOf("C=2")));
}

void EnvTextTest::aRunIsTakenWholeOrNotAtAll()
{
    const QByteArray bytes = "HF_TOKEN=hf_abc\nB=1\n";
    const EnvText shown = textOf(bytes);
    for (int from = 0; from <= shown.text().size(); ++from) {
        for (int to = from; to <= shown.text().size(); ++to) {
            const bool cuts = (from > 9 && from < 21) || (to > 9 && to < 21);
            QCOMPARE(shown.splice(from, to - from, QString()).has_value(), !cuts);
        }
    }
    QCOMPARE(spliced(bytes, *shown.splice(9, 12, QString())), QByteArray("HF_TOKEN=\nB=1\n"));
    QCOMPARE(spliced(bytes, *shown.splice(0, 22, QString())), QByteArray("B=1\n"));
    QVERIFY(!shown.splice(-1, 1, QString()) && !shown.splice(0, 99, QString()));
}

void EnvTextTest::typedLineEndsFollowTheFile()
{
    const QByteArray bytes = "A=1\r\nB=2\r\n";
    QCOMPARE(spliced(bytes, *textOf(bytes).splice(4, 0, QStringLiteral("X=1\n\u2029"))), QByteArray("A=1\r\nX=1\r\n\r\nB=2\r\n"));
    QCOMPARE(spliced(bytes, *textOf(bytes).splice(3, 1, QString())), QByteArray("A=1B=2\r\n"));
}

void EnvTextTest::commentedSecretsAreHidden()
{
    const QByteArray bytes = "# DB_PASSWORD=hunter2\n#HF_TOKEN = x y \n# see postgres://u:pw@h/d now\nA=1 # sk-abcdefghijklm\n";
    const QString text = textOf(bytes).text();
    for (const char *secret : { "hunter2", "x y", "u:pw", "sk-abc" })
        QVERIFY2(!text.contains(QString::fromLatin1(secret)), secret);
    QVERIFY(text.startsWith(QStringLiteral("# DB_PASSWORD=")));
    QVERIFY(text.contains(QStringLiteral("@h/d now\nA=1 # ")));
}

void EnvTextTest::aShownRunIsTheValue()
{
    const QByteArray bytes = "HF_TOKEN=hf_abc\nB_KEY=2\n";
    const auto masks = secretRanges(EnvDocument(bytes), 0, bytes.size());
    const EnvText shown(bytes, masks, { masks.front() });
    QCOMPARE(shown.text(), QStringLiteral("HF_TOKEN=hf_abc\nB_KEY=%1\n").arg(maskedValue()));
    QCOMPARE(shown.runs().first(), (SecretRun{ 9, 6, true }));
    QVERIFY(shown.splice(11, 1, QStringLiteral("-")));
}

void EnvTextTest::randomEditsTouchOnlyTheirBytes()
{
    QRandomGenerator random(20261124);
    const QByteArrayList pieces{ "A=1", "HF_TOKEN=hf_0123456789", "X_KEY='a\nb'", "\r\n", "\n", "\r", QByteArray("\0", 1), "\xff",
        "\xc3\xa9", "\xe2\x80\xa8", "\xf0\x9f\x90\x8b", "# note", "# DB_PASSWORD=p", " ", "\"", "'", "=", "\xef\xbb\xbf",
        "export ", "\t" };
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (int n = int(random.bounded(30)); n > 0; --n)
            bytes += pieces.at(random.bounded(int(pieces.size())));
        const auto masks = secretRanges(EnvDocument(bytes), 0, bytes.size());
        const EnvText shown(bytes, masks, {});
        const int from = int(random.bounded(int(shown.text().size()) + 1));
        const int removed = int(random.bounded(int(shown.text().size()) - from + 1));
        const auto splice = shown.splice(from, removed, random.bounded(2) ? QStringLiteral("é") : QString());
        if (!splice)
            continue;
        QVERIFY(splice->from <= splice->to && splice->to <= bytes.size());
        for (const ByteRange &mask : masks) {
            const bool whole = splice->from <= mask.start && splice->to >= mask.end;
            const bool apart = splice->to <= mask.start || splice->from >= mask.end;
            QVERIFY2(whole || apart, bytes.toHex());
        }
        // What is left and right of the edit in the text is left and right of it in the bytes.
        const QByteArray after = spliced(bytes, *splice);
        QVERIFY(after.startsWith(bytes.first(splice->from)) && after.endsWith(bytes.sliced(splice->to)));
        QCOMPARE(shown.positionOf(splice->from), from);
    }
}

void EnvTextTest::spliceNeverCutsACharacter()
{
    const ByteSplice splice = spliceBetween(QByteArray("a\xc3\xa9z"), QByteArray("a\xc3\xa8z"));
    QCOMPARE(splice.from, 1);
    QCOMPARE(splice.to, 3);
    QCOMPARE(splice.bytes, QByteArray("\xc3\xa8"));
    const ByteSplice none = spliceBetween(QByteArray("abc"), QByteArray("abc"));
    QVERIFY(none.from == none.to && none.bytes.isEmpty());
    QCOMPARE(spliceBetween(QByteArray("aa"), QByteArray("a")).shift(), -1);
}

QTEST_GUILESS_MAIN(EnvTextTest)
#include "tst_envtext.moc"
