// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logindex.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pilothouse;

class LogIndexTest : public QObject
{
    Q_OBJECT

    static QByteArray sample(int lines)
    {
        QByteArray bytes;
        for (int line = 0; line < lines; ++line) {
            bytes += line % 7 == 3 ? "ERROR 11-24 14:33:05 [a.py:1] "
                : line % 5 == 2    ? "10%\r40%\rWARNING 11-24 x "
                                   : "INFO 11-24 ";
            bytes += QByteArray(line % 200, 'x') + (line % 3 ? "\n" : "\r\n");
        }
        return bytes;
    }

private Q_SLOTS:
    void chunksMakeNoDifference()
    {
        const QByteArray bytes = sample(3'000);
        LogIndex whole;
        whole.add(bytes);
        QCOMPARE(whole.endLine(), 3'000);
        QCOMPARE(whole.counts()[size_t(LogLevel::Error)], 429);
        QRandomGenerator random(1);
        LogIndex parts;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype size = qMin<qsizetype>(1 + random.bounded(40), bytes.size() - at);
            parts.add(QByteArrayView(bytes).sliced(at, size));
            at += size;
        }
        QCOMPARE(parts.counts(), whole.counts());
        QCOMPARE(parts.position(), whole.position());
        for (qint64 line = 0; line < 3'000; ++line)
            QCOMPARE(parts.level(line), whole.level(line));
    }

    void marksStandAtTheBeginningOfTheirLines()
    {
        const QByteArray bytes = sample(3'000) + QByteArray(300'000, 'y') + "\nafter\n";
        LogIndex index;
        index.add(bytes);
        for (qint64 line = 0; line < index.endLine(); line += 17) {
            const LogIndex::Mark mark = index.markFor(line);
            QVERIFY(mark.line <= line && line - mark.line <= 64);
            QCOMPARE(bytes.first(mark.position).count('\n'), mark.line);
            QVERIFY(mark.position == 0 || bytes[mark.position - 1] == '\n');
        }
        QCOMPARE(index.markFor(3'001).line, 3'001); // a long line is not read again to get behind it
    }

    void theOpenLineCountsOnceItHasBytes()
    {
        LogIndex index;
        index.add("a\n");
        QCOMPARE(index.endLine(), 1);
        index.add("ERROR: x");
        QCOMPARE(index.endLine(), 2);
        QCOMPARE(index.closedLines(), 1);
        QCOMPARE(index.level(1), LogLevel::Error);
        QCOMPARE(index.openLine().bytes(), QByteArrayView("ERROR: x"));
    }

    void whatIsDroppedChangesNoNumber()
    {
        const QByteArray bytes = sample(20'000);
        LogIndex index;
        index.add(bytes);
        LogIndex before;
        before.add(bytes);
        index.dropBefore(bytes.size() / 2);
        QVERIFY(index.firstLine() > 9'000 && index.firstLine() < 11'000);
        QCOMPARE(index.endLine(), 20'000);
        std::array<qint64, logLevelCount> counted{};
        for (qint64 line = index.firstLine(); line < index.endLine(); ++line) {
            QCOMPARE(index.level(line), before.level(line));
            ++counted[size_t(index.level(line))];
        }
        QCOMPARE(index.counts(), counted);
        QVERIFY(index.markFor(index.firstLine()).position >= bytes.size() / 2);
        index.dropBefore(bytes.size());
        QCOMPARE(index.firstLine(), 20'000);
        index.add("ERROR: more\n");
        QCOMPARE(index.level(20'000), LogLevel::Error);
        QCOMPARE(index.endLine(), 20'001);
    }

    void aMillionLinesTakeAboutAByteEach()
    {
        LogIndex index;
        const QByteArray thousand = sample(1'000);
        for (int round = 0; round < 1'000; ++round)
            index.add(thousand);
        QCOMPARE(index.endLine(), 1'000'000);
        QVERIFY2(index.bytesUsed() < 1'000'000, qPrintable(QString::number(index.bytesUsed())));
    }

    void aLineOfFiveMegabytesCostsNoMemory()
    {
        LogIndex index;
        for (int chunk = 0; chunk < 80; ++chunk)
            index.add(QByteArray(64 << 10, 'x'));
        QVERIFY(index.openLine().bytes().size() <= 32 << 10);
        index.add("\nafter\n");
        QCOMPARE(index.endLine(), 2);
    }
};

QTEST_GUILESS_MAIN(LogIndexTest)
#include "tst_logindex.moc"
