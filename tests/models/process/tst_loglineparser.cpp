// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/loglineparser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pilothouse;

class LogLineParserTest : public QObject
{
    Q_OBJECT

    static QStringList parsed(const QByteArray &bytes)
    {
        LogLineParser parser;
        return parser.feed(bytes);
    }

private Q_SLOTS:
    void utf8SplitAtEveryByteGivesTheSameLines()
    {
        const QByteArray bytes = QStringLiteral("Größe → 😀 ok\nzweite Zeile\n").toUtf8();
        const QStringList whole = parsed(bytes);
        QCOMPARE(whole, (QStringList{ QStringLiteral("Größe → 😀 ok"), QStringLiteral("zweite Zeile") }));
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            LogLineParser parser;
            QStringList lines = parser.feed(bytes.left(cut));
            lines += parser.feed(bytes.mid(cut));
            QCOMPARE(lines, whole);
        }
    }

    void invalidBytesBecomeReplacementCharacters()
    {
        QCOMPARE(parsed("a\xff\xfe"
                        "b\n"),
            QStringList{ QStringLiteral("a\uFFFD\uFFFDb") });
    }

    void escapeSequencesVanish()
    {
        QCOMPARE(parsed("\x1b[1;31mred\x1b[0m \x1b]0;title\x07text\x1b]8;;http://x\x1b\\link\x1b(B\x1bM\x08\x07 \tend\n"),
            QStringList{ QStringLiteral("red textlink \tend") });
        QCOMPARE(parsed("a\xc2\x9b"
                        "31mb\xc2\x9d"
                        "0;x\xc2\x9c"
                        "c\xc2\x85\n"),
            QStringList{ QStringLiteral("abc") });
        QCOMPARE(parsed("\x1bP1;2|data\x1b\\x\x1b_apc\x1b\\y\x1b^pm\x1b\\z\n"), QStringList{ QStringLiteral("xyz") });
    }

    void anOpenSequenceDoesNotSwallowTheNextLine()
    {
        QCOMPARE(parsed("a\x1b]0;never closed\nb\x1b[12\nc\n"),
            (QStringList{ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
    }

    void progressLinesFoldToTheirLastState()
    {
        QCOMPARE(parsed("10%\r50%\r100%\nnext\r\n"), (QStringList{ QStringLiteral("100%"), QStringLiteral("next") }));
        LogLineParser parser;
        for (int percent = 0; percent < 10'000; ++percent) // a bar without a line end stays small
            parser.feed(QByteArray::number(percent) + " of 10000\r");
        QCOMPARE(parser.feed("done\r\n"), QStringList{ QStringLiteral("done") });
    }

    void directionControlsAreShown() { QCOMPARE(parsed("a\u202Eb\n"), QStringList{ QStringLiteral("a[U+202E]b") }); }

    void aLineOfFiveMegabytesIsCutAndTheNextOneIsWhole()
    {
        LogLineParser parser;
        QStringList lines;
        const QByteArray chunk(64 << 10, 'x');
        for (int i = 0; i < 80; ++i)
            lines += parser.feed(chunk);
        QVERIFY(lines.isEmpty());
        lines += parser.feed("\nafter\n");
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].size(), LogLineParser::maxLineLength + 1);
        QVERIFY(lines[0].endsWith(u'…'));
        QCOMPARE(lines[1], QStringLiteral("after"));
    }

    void noForbiddenCharacterComesOutOfRubbish()
    {
        QRandomGenerator random(4711);
        LogLineParser parser;
        for (int round = 0; round < 500; ++round) {
            QByteArray bytes(200, Qt::Uninitialized);
            for (char &byte : bytes) {
                static constexpr char likely[] = "\x1b[]P\\\x07\r\n;m\xc2\x9b\x9d";
                byte = random.bounded(2) ? likely[random.bounded(int(sizeof likely - 1))] : char(random.bounded(256));
            }
            for (const QString &line : parser.feed(bytes)) {
                for (const QChar character : line)
                    QVERIFY(character == u'\t' || (character >= u' ' && (character < QChar(0x7F) || character > QChar(0x9F))));
            }
        }
        parser.feed("\n");
        QCOMPARE(parser.feed("clean\n"), QStringList{ QStringLiteral("clean") });
    }
};

QTEST_GUILESS_MAIN(LogLineParserTest)
#include "tst_loglineparser.moc"
