// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfile.h"
#include "models/process/logcap.h"
#include "models/process/logreader.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace pilothouse;

class LogReaderTest : public QObject
{
    Q_OBJECT

    struct Seen
    {
        explicit Seen(LogReader &reader)
        {
            connect(&reader, &LogReader::changed, &reader, [this](const LogState &newState, const LogSlice &newSlice) {
                state = newState;
                slice = newSlice;
                ++news;
            });
            connect(&reader, &LogReader::found, &reader, [this](quint64, std::optional<qint64> newRow) {
                row = newRow;
                ++answers;
            });
        }
        LogState state;
        LogSlice slice;
        std::optional<qint64> row;
        int news = 0;
        int answers = 0;
    };

private Q_SLOTS:
    void theLastRowsComeByThemselves()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 1'000));
        LogReader reader;
        Seen seen(reader);
        reader.setWindow({ 0, 10, true });
        reader.follow(log.path());
        QTRY_COMPARE(seen.state.endRow, 1'000);
        QCOMPARE(seen.slice.lines.size(), 10);
        QCOMPARE(seen.slice.lines.last().text, QStringLiteral("line 999"));
        log.append("more\n");
        QTRY_COMPARE(seen.slice.lines.last().text, QStringLiteral("more"));
        reader.setWindow({ 500, 2, false });
        QTRY_COMPARE(seen.slice.firstRow, 500);
        QCOMPARE(seen.slice.lines.size(), 2);
    }

    void whatDoesNotChangeIsNotTold()
    {
        LogFile log;
        log.append("a\n");
        LogReader reader;
        Seen seen(reader);
        reader.setWindow({ 0, 10, true });
        reader.follow(log.path());
        QTRY_COMPARE(seen.state.endRow, 1);
        QTest::qWait(100);
        const int news = seen.news;
        QTest::qWait(300);
        QCOMPARE(seen.news, news);
    }

    void aHitThatIsNotReadYetIsFoundLater()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 400'000) + "needle\n");
        LogReader reader;
        Seen seen(reader);
        reader.follow(log.path());
        LogQuery query;
        query.text = QStringLiteral("needle");
        reader.setQuery(query);
        reader.seek(LogReader::Seek::NextHit, -1);
        QTRY_COMPARE(seen.answers, 1);
        QCOMPARE(*seen.row, 400'000);
        query.text = QStringLiteral("not there");
        reader.setQuery(query);
        reader.seek(LogReader::Seek::NextHit, -1);
        QTRY_COMPARE(seen.answers, 2);
        QVERIFY(!seen.row);
    }

    void aFileThatIsLeftTellsNothingMore()
    {
        LogFile log;
        LogFile other;
        log.append(LogFile::numbered(0, 100'000));
        other.append("other\n");
        LogReader reader;
        reader.setWindow({ 0, 10, true });
        reader.follow(log.path());
        reader.follow(other.path());
        Seen seen(reader);
        QTRY_VERIFY(seen.news > 0);
        QCOMPARE(seen.slice.lines.first().text, QStringLiteral("other"));
        reader.stop();
        const int news = seen.news;
        other.append("more\n");
        QTest::qWait(150);
        QCOMPARE(seen.news, news);
    }

    void aFloodWithRotationIsReadToItsEnd()
    {
        LogFile log;
        log.append("# Pilothouse x\n");
        LogReader reader;
        Seen seen(reader);
        reader.setWindow({ 0, 50, true });
        reader.follow(log.path());
        LogCap cap(1 << 20);
        cap.watch(log.path());
        constexpr int lines = 200'000;
        std::thread writer([&log] {
            for (int line = 0; line < lines; line += 100)
                log.append(LogFile::numbered(line, line + 100));
        });
        writer.join();
        QTRY_VERIFY(!seen.slice.lines.isEmpty() && seen.slice.lines.last().text == QStringLiteral("line %1").arg(lines - 1));
        const qint64 first = seen.slice.lines.first().text.mid(5).toLongLong();
        for (qsizetype i = 0; i < seen.slice.lines.size(); ++i)
            QCOMPARE(seen.slice.lines[i].text, QStringLiteral("line %1").arg(first + i));
    }

    void goingAwayInTheMiddleOfWorkIsSafe()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 500'000));
        for (int round = 0; round < 10; ++round) {
            LogReader reader;
            reader.setWindow({ 0, 50, true });
            reader.follow(log.path());
            LogQuery query;
            query.text = QStringLiteral("7");
            reader.setQuery(query);
            reader.save(log.beside(QStringLiteral("copy")));
            QTest::qWait(round * 3);
        }
    }
};

QTEST_GUILESS_MAIN(LogReaderTest)
#include "tst_logreader.moc"
