// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markdown/markdownblocks.h"

#include "tests/ui/markdown/corpus.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace pilothouse;
using Kind = MarkdownPiece::Kind;

namespace {

QList<MarkdownPiece> split(const QString &text, const QList<qsizetype> &cuts = {})
{
    MarkdownBlocks blocks;
    QList<MarkdownPiece> pieces;
    qsizetype at = 0;
    for (const qsizetype cut : cuts) {
        blocks.append(QStringView(text).mid(at, cut - at));
        blocks.open();
        pieces += blocks.take();
        at = cut;
    }
    blocks.append(QStringView(text).mid(at));
    blocks.finish();
    return pieces + blocks.take();
}

QString describe(const QList<MarkdownPiece> &pieces)
{
    QStringList lines;
    for (const MarkdownPiece &piece : pieces)
        lines << QStringLiteral("%1/%2/%3 %4%5")
                     .arg(int(piece.kind))
                     .arg(piece.depth)
                     .arg(piece.number)
                     .arg(piece.continues ? QStringLiteral("+") : QString(), piece.text.left(40));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestMarkdownBlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chunksDoNotChangeThePieces()
    {
        QRandomGenerator random(7);
        for (const QString &text : markdownCorpus()) {
            const QList<MarkdownPiece> whole = split(text);
            QList<qsizetype> every;
            for (qsizetype i = 1; i < text.size(); ++i)
                every << i;
            QCOMPARE(describe(split(text, every)), describe(whole));
            for (int round = 0; round < 8; ++round) {
                QList<qsizetype> cuts;
                for (qsizetype at = random.bounded(1, 40); at < text.size(); at += random.bounded(1, 40))
                    cuts << at;
                QVERIFY(split(text, cuts) == whole);
            }
        }
    }

    void noCharacterOfTheTextIsLost()
    {
        QRandomGenerator random(11);
        const QString alphabet = QStringLiteral("ab \n\n`-*>#|1.\t~_[]()!<&");
        for (int round = 0; round < 3000; ++round) {
            QString text;
            for (int i = random.bounded(120); i > 0; --i)
                text += alphabet.at(random.bounded(int(alphabet.size())));
            const auto letters = [](const QString &of) { return of.count(QLatin1Char('a')) + of.count(QLatin1Char('b')); };
            QString kept;
            for (const MarkdownPiece &piece : split(text))
                kept += piece.text;
            // The info string after the language of a fence is the one thing that is not shown.
            if (!text.contains(QLatin1String("```")) && !text.contains(QLatin1String("~~~")))
                QCOMPARE(letters(kept), letters(text));
        }
    }

    void listsKeepDepthAndNumbers()
    {
        const QList<MarkdownPiece> pieces
            = split(QStringLiteral("3. three\n   - inner\n   - more\n4. four\n\n   still four\n\nout"));
        QCOMPARE(pieces.size(), 6);
        QCOMPARE(pieces.at(0).number, 3);
        QCOMPARE(pieces.at(1).depth, 2);
        QCOMPARE(pieces.at(3).number, 4);
        QCOMPARE(pieces.at(4).kind, Kind::Text);
        QCOMPARE(pieces.at(4).depth, 1);
        QCOMPARE(pieces.at(5).depth, 0);
    }

    void fenceInsideAnItemIsCode()
    {
        const QList<MarkdownPiece> pieces = split(QStringLiteral("1. run\n   ```sh\n   ls -l\n     x\n   ```\n2. next"));
        QCOMPARE(pieces.size(), 6);
        QCOMPARE(pieces.at(1).kind, Kind::CodeStart);
        QCOMPARE(pieces.at(1).text, QStringLiteral("sh"));
        QCOMPARE(pieces.at(2).text, QStringLiteral("ls -l"));
        QCOMPARE(pieces.at(3).text, QStringLiteral("  x"));
        QCOMPARE(pieces.at(5).number, 2);
    }

    void longParagraphIsCutAtSpacesAndLosesNothing()
    {
        const QString text = QStringLiteral("word ").repeated(4000);
        QString joined;
        for (const MarkdownPiece &piece : split(text)) {
            QVERIFY(piece.text.size() <= 2 * MarkdownBlocks::longestLeaf);
            QCOMPARE(piece.continues, !joined.isEmpty());
            joined += piece.text;
        }
        QCOMPARE(joined, text);
    }

    void overTheLimitTextIsLiteral()
    {
        const QString text = QStringLiteral("a *b* c\n").repeated(40'000);
        const QList<MarkdownPiece> pieces = split(text);
        QVERIFY(pieces.last().kind == Kind::Plain);
        QCOMPARE(pieces.last().text, QStringLiteral("a *b* c"));
    }

    void openEndIsPreviewedAndMarksAreHeldBack()
    {
        MarkdownBlocks blocks;
        blocks.append(QStringLiteral("a para"));
        QCOMPARE(blocks.open().size(), 1);
        blocks.append(QStringLiteral("\n-"));
        QCOMPARE(blocks.open().first().text, QStringLiteral("a para"));
        blocks.append(QStringLiteral(" item"));
        QCOMPARE(blocks.open().size(), 2);
        QVERIFY(blocks.take().isEmpty());
    }

    void costIsLinear()
    {
        const auto cost = [](int times) {
            const QString text = QStringLiteral("- item *with* `code` and words\n> quote\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n")
                                     .repeated(times);
            QElapsedTimer timer;
            timer.start();
            MarkdownBlocks blocks;
            for (qsizetype i = 0; i < text.size(); i += 4)
                blocks.append(QStringView(text).mid(i, 4));
            blocks.finish();
            return std::max<qint64>(1, timer.nsecsElapsed());
        };
        cost(200);
        qint64 small = cost(500);
        qint64 large = cost(2000);
        for (int i = 0; i < 4; ++i) { // the best of five: other work on the machine only adds
            small = std::min(small, cost(500));
            large = std::min(large, cost(2000));
        }
        QVERIFY2(large < 8 * small, qPrintable(QStringLiteral("%1 against %2").arg(large).arg(small)));
    }
};

QTEST_GUILESS_MAIN(TestMarkdownBlocks)
#include "tst_markdownblocks.moc"
