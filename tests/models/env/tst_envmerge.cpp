// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdiff.h"
#include "models/env/envmerge.h"
#include "models/env/linediff.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace pilothouse;

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

EnvMerge merged(const char *base, const char *mine, const char *theirs, const ConflictChoices &choices = {})
{
    return mergeEnv(EnvDocument(base), EnvDocument(mine), EnvDocument(theirs), choices);
}

} // namespace

class EnvMergeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothSidesAreKept_data();
    void bothSidesAreKept();
    void conflictShowsBothValues_data();
    void conflictShowsBothValues();
    void choiceDecides();
    void conflictTextMasksSecrets();
    void valueThatWouldSwallowTheirLinesIsToldNotWritten();
    void randomMergesLoseNothing();
    void tenThousandLinesMergeQuickly();
    void diffShowsOnlyChangedLines();
    void diffMasksSecrets();
    void diffOfRandomTextsRebuildsTheText();
};

void EnvMergeTest::bothSidesAreKept_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *base, const char *mine, const char *theirs, const char *expected) {
        QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << QByteArray(expected);
    };
    row("nothing happened", "A=1\n", "A=1\n", "A=1\n", "A=1\n");
    row("only mine", "A=1\nB=1\n", "A=2\nB=1\n", "A=1\nB=1\n", "A=2\nB=1\n");
    row("only theirs", "A=1\n", "A=1\n", "# new\nA=3\n", "# new\nA=3\n");
    row("different keys", "A=1\nB=1\nC=1\n", "A=2\nB=1\nC=1\n", "A=1\nB=1\nC=3\n", "A=2\nB=1\nC=3\n");
    row("neighbours", "A=1\nB=1\n", "A=2\nB=1\n", "A=1\nB=3\n", "A=2\nB=3\n");
    row("their comment on my line", "A=1\nB=1\n", "A=2\nB=1\n", "A=1 # why\nB=1\n", "A=2 # why\nB=1\n");
    row("their spacing and quotes elsewhere", "A=1\nB=1\n", "A=2\nB=1\n", "\nA=1\n\nexport B='1'\n", "\nA=2\n\nexport B='1'\n");
    row("their order", "A=1\nB=1\nC=1\n", "A=1\nB=2\nC=1\n", "C=1\nB=1\nA=1\n", "C=1\nB=2\nA=1\n");
    row("my comment", "A=1\nB=1\nC=1\n", "# mine\nA=1\nB=1\nC=1\n", "A=1\nB=1\nC=3\n", "# mine\nA=1\nB=1\nC=3\n");
    row("both comments at one place", "A=1\n", "# mine\nA=1\n", "# theirs\nA=1\n", "# theirs\n# mine\nA=1\n");
    row("both append", "A=1\n", "A=1\nM=1\n", "A=1\nT=1\n", "A=1\nT=1\nM=1\n");
    row("both append the same", "A=1\n", "A=1\nN=1\n", "A=1\nN=1\n", "A=1\nN=1\n");
    row("both set the same value", "A=1\n", "A=2\n", "A=2 # theirs\n", "A=2 # theirs\n");
    row("I delete", "A=1\nB=1\nC=1\n", "A=1\nC=1\n", "A=1\nB=1\nC=3\n", "A=1\nC=3\n");
    row("they delete", "A=1\nB=1\nC=1\n", "A=1\nB=1\nC=2\n", "A=1\nC=1\n", "A=1\nC=2\n");
    row("both delete", "A=1\nB=1\n", "A=1\n", "A=1\n", "A=1\n");
    row("I delete a key with a comment of theirs", "A=1\nB=1\n", "A=1\n", "A=1\nB=1 # note\n", "A=1\n");
    row("I rename", "A=1\nB=1\n", "NEW=1\nB=1\n", "A=1\nB=3\n", "NEW=1\nB=3\n");
    row("they rename", "A=1\nB=1\n", "A=1\nB=2\n", "NEW=1\nB=1\n", "NEW=1\nB=2\n");
    row("I remove a double", "A=1\nA=2\nB=1\n", "A=2\nB=1\n", "A=1\nA=2\nB=3\n", "A=2\nB=3\n");
    row("they add a double of the same value", "A=1\nB=1\n", "A=1\nB=2\n", "A=1\nB=1\nA=1\n", "A=1\nB=2\nA=1\n");
    row("I delete, they doubled", "A=1\nB=1\n", "B=1\n", "A=1\nB=1\nA=1\n", "B=1\n");
    row("no line end on either side", "A=1", "A=1\nM=1", "A=1\nT=1", "A=1\nT=1\nM=1");
    row("carriage returns", "A=1\r\nB=1\r\n", "A=2\r\nB=1\r\n", "A=1\r\nB=3\r\n", "A=2\r\nB=3\r\n");
    row("value of several lines", "A=\"x\ny\"\nB=1\n", "A=\"x\nz\"\nB=1\n", "A=\"x\ny\"\nB=3\n", "A=\"x\nz\"\nB=3\n");
    row("my quotes stay", "A=1\nB=1\n", "A='x y'\nB=1\n", "A=1 # c\nB=1\n", "A='x y' # c\nB=1\n");
    row("bare key of mine", "A=1\n", "A=1\nexport NAME\n", "A=1\nT=1\n", "A=1\nT=1\nexport NAME\n");
    row("bytes that are no UTF-8", "A=\xff\nB=1\n", "A=\xff\nB=2\n", "A=\xff\nB=1\nC=\xfe\n", "A=\xff\nB=2\nC=\xfe\n");
}

void EnvMergeTest::bothSidesAreKept()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const EnvMerge merge = mergeEnv(EnvDocument(base), EnvDocument(mine), EnvDocument(theirs));
    QTEST(merge.document.bytes(), "expected");
    QVERIFY(merge.conflicts.isEmpty() && merge.unwritable.isEmpty());
}

void EnvMergeTest::conflictShowsBothValues_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<EnvConflict>("conflict");
    QTest::newRow("both changed") << QByteArray("A=1\n") << QByteArray("A=2\n") << QByteArray("A=3\n")
                                  << EnvConflict{ key("A"), key("1"), key("2"), key("3"), false };
    QTest::newRow("I delete, they change") << QByteArray("A=1\nB=1\n") << QByteArray("B=1\n") << QByteArray("A=3\nB=1\n")
                                           << EnvConflict{ key("A"), key("1"), std::nullopt, key("3"), false };
    QTest::newRow("I change, they delete") << QByteArray("A=1\nB=1\n") << QByteArray("A=2\nB=1\n") << QByteArray("B=1\n")
                                           << EnvConflict{ key("A"), key("1"), key("2"), std::nullopt, false };
    QTest::newRow("I rename, they change") << QByteArray("A=1\nB=1\n") << QByteArray("N=1\nB=1\n") << QByteArray("A=3\nB=1\n")
                                           << EnvConflict{ key("A"), key("1"), std::nullopt, key("3"), false };
    QTest::newRow("both add") << QByteArray("B=1\n") << QByteArray("B=1\nA=2\n") << QByteArray("A=3\nB=1\n")
                              << EnvConflict{ key("A"), std::nullopt, key("2"), key("3"), false };
    QTest::newRow("they double with another value")
        << QByteArray("A=1\nB=1\n") << QByteArray("A=2\nB=1\n") << QByteArray("A=1\nB=1\nA=3\n")
        << EnvConflict{ key("A"), key("1"), key("2"), key("3"), false };
    QTest::newRow("secret") << QByteArray("HF_TOKEN=a\n") << QByteArray("HF_TOKEN=b\n") << QByteArray("HF_TOKEN=c\n")
                            << EnvConflict{ key("HF_TOKEN"), key("a"), key("b"), key("c"), true };
}

void EnvMergeTest::conflictShowsBothValues()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(EnvConflict, conflict);
    const EnvMerge open = mergeEnv(EnvDocument(base), EnvDocument(mine), EnvDocument(theirs));
    QCOMPARE(open.conflicts, QList<EnvConflict>{ conflict });
    QCOMPARE(open.document.value(conflict.key), conflict.mine);
    const EnvMerge mineWins
        = mergeEnv(EnvDocument(base), EnvDocument(mine), EnvDocument(theirs), { { conflict.key, ConflictChoice::Mine } });
    QCOMPARE(mineWins.document.value(conflict.key), conflict.mine);
    QVERIFY(mineWins.conflicts.isEmpty());
    const EnvMerge theirsWins
        = mergeEnv(EnvDocument(base), EnvDocument(mine), EnvDocument(theirs), { { conflict.key, ConflictChoice::Theirs } });
    QCOMPARE(theirsWins.document.value(conflict.key), conflict.theirs);
    QVERIFY(theirsWins.conflicts.isEmpty());
}

void EnvMergeTest::choiceDecides()
{
    const ConflictChoices choices{ { key("A"), ConflictChoice::Theirs }, { key("B"), ConflictChoice::Mine } };
    const EnvMerge merge = merged("A=1\nB=1\nC=1\n", "A=2\nB=2\nC=2\n", "A=3 # t\nB=3 # t\nC=3 # t\n", choices);
    QCOMPARE(merge.document.bytes(), QByteArray("A=3 # t\nB=2 # t\nC=2 # t\n"));
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.conflicts.first().key, key("C"));
}

void EnvMergeTest::conflictTextMasksSecrets()
{
    const QString open = conflictText(merged("A=1\n", "A=2\n", "").conflicts.first());
    QVERIFY2(open.contains(key("A")) && open.contains(QStringLiteral("“2”")) && open.contains(key("removed")), qPrintable(open));
    const QString secret = conflictText(merged("KEY=1\n", "KEY=hunter2\n", "KEY=hunter3\n").conflicts.first());
    QVERIFY2(!secret.contains(key("hunter")), qPrintable(secret));
}

void EnvMergeTest::valueThatWouldSwallowTheirLinesIsToldNotWritten()
{
    // Theirs has an open quote: whatever is appended below it would be part of that value.
    const EnvMerge merge = merged("B=1\n", "B=1\nNEW=x\n", "B=1\nT=\"open\n");
    const bool there = merge.document.value(u"NEW") == key("x");
    QVERIFY(there || (merge.unwritable.size() == 1 && merge.unwritable.first().key == key("NEW")));
    QCOMPARE(merge.document.value(u"T"), EnvDocument("B=1\nT=\"open\n").value(u"T"));
}

void EnvMergeTest::randomMergesLoseNothing()
{
    QRandomGenerator random(20240611);
    const auto change = [&](QByteArray bytes, const QByteArray &tag, QByteArrayList &comments) {
        for (int n = 0; n < 3; ++n) {
            QList<QByteArray> lines = bytes.split('\n');
            lines.removeAll(QByteArray());
            const qsizetype at = lines.isEmpty() ? 0 : random.bounded(lines.size());
            switch (random.bounded(6)) {
            case 0:
                if (!lines.isEmpty() && !lines[at].startsWith('#'))
                    lines.removeAt(at);
                break;
            case 1:
                lines.insert(at, tag + "_" + QByteArray::number(random.bounded(5)) + "=" + tag);
                break;
            case 2:
                comments << "# " + tag + QByteArray::number(random.generate());
                lines.insert(at, comments.last());
                break;
            case 3:
                if (lines.size() > 1)
                    lines.swapItemsAt(at, random.bounded(lines.size()));
                break;
            default:
                if (!lines.isEmpty() && lines[at].contains('=') && !lines[at].startsWith('#'))
                    lines[at] = lines[at].left(lines[at].indexOf('=') + 1) + tag + QByteArray::number(random.bounded(9));
            }
            bytes = lines.join('\n') + '\n';
        }
        return bytes;
    };
    for (int round = 0; round < 3000; ++round) {
        QByteArrayList comments;
        const EnvDocument base("# head\nA=1\nB=1\n\nC=1\nD=1\nA=2\nE=1\n");
        const EnvDocument mine(change(base.bytes(), "m", comments));
        const EnvDocument theirs(change(base.bytes(), "t", comments));
        const EnvMerge merge = mergeEnv(base, mine, theirs);
        const QByteArray what = mine.bytes() + "<<<>>>" + theirs.bytes() + "===>" + merge.document.bytes();
        for (const QByteArray &comment : comments)
            QVERIFY2(merge.document.bytes().contains(comment), what);
        QVERIFY2(merge.unwritable.isEmpty(), what);
        QSet<QString> conflicts;
        for (const EnvConflict &conflict : merge.conflicts)
            conflicts << conflict.key;
        for (const QString &name : QStringList(base.keys() + mine.keys() + theirs.keys())) {
            const auto was = base.value(name);
            const auto my = mine.value(name);
            const auto their = theirs.value(name);
            QCOMPARE(conflicts.contains(name), my != was && their != was && my != their);
            QVERIFY2(merge.document.value(name) == (my == was ? their : my), what);
        }
    }
}

void EnvMergeTest::tenThousandLinesMergeQuickly()
{
    QByteArray base;
    for (int n = 0; n < 10'000; ++n)
        base += "KEY_" + QByteArray::number(n) + "=value " + QByteArray::number(n) + "\n";
    const QByteArray mine = QByteArray(base).replace("KEY_500=value", "KEY_500=mine").replace("KEY_9000=value", "KEY_9000=mine");
    QByteArray theirs;
    for (const QByteArray &line : base.split('\n'))
        theirs.prepend(line + '\n'); // the whole file turned round
    theirs.replace("KEY_9000=value", "KEY_9000=their");
    QElapsedTimer timer;
    timer.start();
    const EnvMerge merge = mergeEnv(EnvDocument(base), EnvDocument(mine), EnvDocument(theirs));
    qInfo("merge of 10,000 lines in another order: %lld ms", timer.elapsed());
    QCOMPARE(merge.conflicts.size(), 1);
    QCOMPARE(merge.document.value(u"KEY_500"), key("mine 500"));
    QCOMPARE(merge.document.entries().size(), size_t(10'000));
}

void EnvMergeTest::diffShowsOnlyChangedLines()
{
    const QList<EnvDiffLine> diff = diffEnv(EnvDocument("A=1\nB=1\nC=1\nD=1\r\n"), EnvDocument("A=1\nB=2\nC=1\nNEW=x y\nD=1\n"));
    const QList<EnvDiffLine> expected{ { 2, 2, key("B=1"), key("B=2"), key("B"), key("B") },
        { 4, 4, key("D=1"), key("NEW=x y"), key("D"), key("NEW") }, { 0, 5, QString(), key("D=1"), QString(), key("D") } };
    QCOMPARE(diff, expected);
    QVERIFY(diffEnv(EnvDocument("A=1\n"), EnvDocument("A=1\n")).isEmpty());
    QCOMPARE(diffEnv(EnvDocument(""), EnvDocument("A=1\n")), (QList<EnvDiffLine>{ { 0, 1, QString(), key("A=1"), QString(), key("A") } }));
    const QList<EnvDiffLine> several = diffEnv(EnvDocument("A='x\ny'\n"), EnvDocument("A='x\nz'\n# c\n"));
    QCOMPARE(several.size(), 2);
    QCOMPARE(several.first().newKey, key("A")); // the second line of a value belongs to its key
    QCOMPARE(several.last().newKey, QString());
}

void EnvMergeTest::diffMasksSecrets()
{
    const QList<EnvDiffLine> diff = diffEnv(EnvDocument("HF_TOKEN=hunter22\nPEM_KEY=\"one\ntwo\"\nX=1\n"),
        EnvDocument("HF_TOKEN=hunter33\nPEM_KEY=\"one\nten\"\nX=2\n"));
    QCOMPARE(diff.size(), 3);
    QCOMPARE(diff.last(), (EnvDiffLine{ 4, 4, key("X=1"), key("X=2"), key("X"), key("X") }));
    for (const EnvDiffLine &line : diff) {
        QVERIFY(!line.oldText.contains(key("hunter")) && !line.newText.contains(key("hunter")));
        QVERIFY(!line.oldText.contains(key("two")) && !line.newText.contains(key("ten")));
    }
}

void EnvMergeTest::diffOfRandomTextsRebuildsTheText()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        QByteArray texts[2];
        for (QByteArray &text : texts) {
            for (int n = random.bounded(12); n > 0; --n)
                text += QByteArray(1, char('a' + random.bounded(6))) + '\n';
        }
        const QList<QByteArrayView> before = linesOf(texts[0]);
        const QList<QByteArrayView> after = linesOf(texts[1]);
        QByteArray rebuilt;
        qsizetype at = 0;
        for (const DiffHunk &hunk : diffPieces(before, after)) {
            for (; at < hunk.oldFrom; ++at)
                rebuilt += before[at];
            for (qsizetype n = hunk.newFrom; n < hunk.newTo; ++n)
                rebuilt += after[n];
            at = hunk.oldTo;
        }
        for (; at < before.size(); ++at)
            rebuilt += before[at];
        QCOMPARE(rebuilt, texts[1]);
    }
}

QTEST_GUILESS_MAIN(EnvMergeTest)
#include "tst_envmerge.moc"
