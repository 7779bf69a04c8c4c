// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfile.h"
#include "models/process/logcap.h"
#include "models/process/logstream.h"
#include "models/process/logtail.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <sys/stat.h>
#include <thread>

using namespace pilothouse;

class LogCapTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 limit = 64 << 10;

    static QByteArray both(const LogFile &log) { return LogFile::contentOf(log.olderPath()) + LogFile::contentOf(log.path()); }

private Q_SLOTS:
    void aShortLogStays()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 100));
        const Result<bool> result = capLog(log.path(), limit);
        QVERIFY(result && !*result);
        QVERIFY(!QFile::exists(log.olderPath()));
        const Result<bool> missing = capLog(log.beside(QStringLiteral("none")), limit);
        QVERIFY(missing && !*missing);
    }

    void nothingIsLostAndTheWriterGoesOn_data()
    {
        QTest::addColumn<bool>("collapse");
        QTest::newRow("collapse") << true;
        QTest::newRow("truncate") << false;
    }
    void nothingIsLostAndTheWriterGoesOn()
    {
        QFETCH(bool, collapse);
        LogFile log;
        const QByteArray first = "# Pilothouse x\n" + LogFile::numbered(0, 10'000);
        log.append(first);
        const Result<bool> result = capLog(log.path(), limit, collapse ? LogCut::Collapse : LogCut::Truncate);
        QVERIFY(result && *result);
        log.append("after\n");
        QCOMPARE(both(log), first + "after\n");
        QVERIFY(QFileInfo(log.path()).size() <= 8192); // the rest of a block, or only what came after
        struct stat info
        {
        };
        ::stat(QFile::encodeName(log.olderPath()).constData(), &info);
        QCOMPARE(info.st_mode & 0777, 0600u);
        QCOMPARE(QFile::exists(log.olderPath() + QStringLiteral(".new")), false);
    }

    void ofALogThatGrewUnwatchedOnlyTheEndIsKept()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 100'000));
        QVERIFY(capLog(log.path(), limit).hasValue());
        QVERIFY(QFileInfo(log.olderPath()).size() <= limit + 8192);
        QVERIFY(both(log).endsWith("line 99999\n"));
        QVERIFY(LogFile::numbered(0, 100'000).endsWith(both(log)));
    }

    void whoReadsOverARotationMissesNothingAndGetsNothingTwice_data() { nothingIsLostAndTheWriterGoesOn_data(); }
    void whoReadsOverARotationMissesNothingAndGetsNothingTwice()
    {
        QFETCH(bool, collapse);
        LogFile log;
        QByteArray all = "# Pilothouse x\n";
        log.append(all);
        LogStream stream(log.path());
        QCOMPARE(stream.refresh(), LogStream::Change::Restarted);
        QByteArray seen;
        int rotations = 0;
        for (int round = 0; round < 60; ++round) {
            const QByteArray more = LogFile::numbered(round * 1'000, round * 1'000 + 1'000);
            log.append(more);
            all += more;
            if (round % 3 == 0)
                QVERIFY(capLog(log.path(), limit, collapse ? LogCut::Collapse : LogCut::Truncate).hasValue());
            const LogStream::Change change = stream.refresh();
            QVERIFY(change != LogStream::Change::Restarted);
            rotations += change == LogStream::Change::Rotated;
            seen += stream.read(seen.size(), all.size());
            QCOMPARE(seen.size(), all.size());
        }
        QVERIFY(rotations > 3);
        QVERIFY(seen == all);
        const qint64 kept = stream.end() - stream.begin();
        QVERIFY(stream.read(stream.begin(), kept) == all.last(kept)); // the older part and the file are one
        QVERIFY(!stream.isWhole());
    }

    void aStreamOpenedAfterARotationHasBothParts()
    {
        LogFile log;
        const QByteArray all = "# Pilothouse x\n" + LogFile::numbered(0, 10'000);
        log.append(all);
        QVERIFY(capLog(log.path(), limit).hasValue());
        LogStream stream(log.path());
        stream.refresh();
        QVERIFY(stream.read(0, all.size() * 2) == all);
        QVERIFY(stream.isWhole());
        log.startAnew();
        log.append("# Pilothouse y\nnew run\n");
        QCOMPARE(stream.refresh(), LogStream::Change::Restarted);
        QCOMPARE(stream.read(0, 1'000), QByteArray("# Pilothouse y\nnew run\n")); // the earlier run is not its older part
    }

    void aCopyWhoseLogWasNotCutIsNoOlderPart()
    {
        LogFile log;
        const QByteArray all = "# Pilothouse x\n" + LogFile::numbered(0, 10'000);
        log.append(all);
        QVERIFY(QFile::copy(log.path(), log.olderPath())); // the copying program died here
        QCOMPARE(::chmod(QFile::encodeName(log.olderPath()).constData(), 0600 | logUncutMark), 0);
        LogStream stream(log.path());
        stream.refresh();
        QVERIFY(stream.read(0, all.size() * 2) == all);
        QVERIFY(capLog(log.path(), limit).hasValue());
        QCOMPARE(stream.refresh(), LogStream::Change::Rotated);
        QCOMPARE(stream.end(), all.size());
        QVERIFY(both(log) == all);
    }

    void aLogCutByHandStartsAnew()
    {
        LogFile log;
        log.append("one\ntwo\n");
        LogStream stream(log.path());
        stream.refresh();
        QVERIFY(QFile::resize(log.path(), 0));
        log.append("x\n");
        QCOMPARE(stream.refresh(), LogStream::Change::Restarted);
        QCOMPARE(stream.read(0, 100), QByteArray("x\n"));
    }

    void aTailGoesOnOverRotation()
    {
        LogFile log;
        log.append("# Pilothouse x\n");
        LogTail tail;
        QStringList lines;
        connect(&tail, &LogTail::linesArrived, this, [&lines](const QStringList &more) { lines += more; });
        QSignalSpy restarted(&tail, &LogTail::restarted);
        tail.follow(log.path());
        QByteArray all = "# Pilothouse x\n";
        for (int round = 0; round < 5; ++round) {
            const QByteArray more = LogFile::numbered(round * 10'000, round * 10'000 + 10'000);
            log.append(more);
            all += more;
            const auto rotated = capLog(log.path(), limit);
            QVERIFY(rotated && *rotated);
            QTRY_COMPARE(lines.size(), all.count('\n'));
        }
        QCOMPARE(lines.join(u'\n').toLatin1() + '\n', all);
        QCOMPARE(restarted.count(), 0);
        QCOMPARE(lastLogLines(log.path(), 1), QStringList{ QStringLiteral("line 49999") });
        QCOMPARE(lastLogLines(log.path(), 10'000).size(), 10'000); // more than the file alone has
    }

    void aWriterInFullFlightLosesNothingWhereTheFileSystemCanCollapse()
    {
        LogFile log;
        log.append("# Pilothouse x\n");
        std::atomic_bool stop = false;
        std::atomic_int written = 0;
        std::thread writer([&] {
            while (!stop) {
                if (QFileInfo(log.path()).size() < limit * 3 / 2) // of a log beyond twice its limit only the end is kept
                    log.append("line " + QByteArray::number(written++) + '\n');
            }
        });
        LogStream stream(log.path());
        QByteArray seen;
        int rotations = 0;
        bool restarted = false;
        stream.refresh();
        while (rotations < 20 && !restarted) {
            QVERIFY(capLog(log.path(), limit).hasValue());
            const LogStream::Change change = stream.refresh();
            rotations += change == LogStream::Change::Rotated;
            restarted = change == LogStream::Change::Restarted;
            seen += stream.read(seen.size(), 8 << 20);
        }
        stop = true;
        writer.join();
        stream.refresh();
        seen += stream.read(seen.size(), 64 << 20);
        QVERIFY(!restarted);
        QVERIFY(seen == "# Pilothouse x\n" + LogFile::numbered(0, written));
    }

    void whoReadsIsToldWhenTheBeginningWasDropped()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 1'000));
        LogStream stream(log.path());
        stream.refresh();
        log.append(LogFile::numbered(1'000, 100'000));
        QVERIFY(capLog(log.path(), limit).hasValue());
        log.append(LogFile::numbered(100'000, 200'000)); // more than was dropped
        QCOMPARE(stream.refresh(), LogStream::Change::Restarted);
        QCOMPARE(stream.read(stream.begin(), 64 << 20), both(log));
    }

    void twoRotationsBetweenTwoLooksAreNotTakenForOne()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 10'000));
        LogStream stream(log.path());
        stream.refresh();
        QVERIFY(capLog(log.path(), limit).hasValue());
        log.append(LogFile::numbered(10'000, 20'000));
        QVERIFY(capLog(log.path(), limit).hasValue());
        log.append(LogFile::numbered(20'000, 60'000));
        QCOMPARE(stream.refresh(), LogStream::Change::Restarted);
        QCOMPARE(stream.read(stream.begin(), 64 << 20), both(log));
    }

    void aLogIsWatched()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 20'000));
        LogCap cap(limit);
        QSignalSpy rotated(&cap, &LogCap::rotated);
        QSignalSpy failed(&cap, &LogCap::failed);
        cap.watch(log.path());
        QTRY_COMPARE(rotated.count(), 1);
        log.append(LogFile::numbered(0, 20'000));
        QTRY_COMPARE(rotated.count(), 2);
        QCOMPARE(failed.count(), 0);
    }
};

QTEST_GUILESS_MAIN(LogCapTest)
#include "tst_logcap.moc"
