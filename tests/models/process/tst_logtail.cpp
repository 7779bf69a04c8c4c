// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/logtail.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;

class LogTailTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path;
    QStringList m_lines;

    void append(const QByteArray &bytes) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write(bytes);
    }

    void collect(LogTail &tail)
    {
        connect(&tail, &LogTail::linesArrived, this, [this](const QStringList &lines) { m_lines += lines; });
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_path = m_folder.filePath(QStringLiteral("%1.log").arg(++number));
        m_lines.clear();
    }

    void whatIsAppendedArrivesLineByLine()
    {
        append("first\nhalf");
        LogTail tail;
        collect(tail);
        tail.follow(m_path);
        QCOMPARE(m_lines, QStringList{ QStringLiteral("first") });
        append(" and half\nlast\n");
        QTRY_COMPARE(m_lines, (QStringList{ QStringLiteral("first"), QStringLiteral("half and half"), QStringLiteral("last") }));
    }

    void aFileThatAppearsLaterIsFollowed()
    {
        LogTail tail;
        collect(tail);
        tail.follow(m_path);
        append("now\n");
        QTRY_COMPARE(m_lines, QStringList{ QStringLiteral("now") });
    }

    void theBacklogIsTheLastFiveThousandLines()
    {
        QByteArray bytes;
        for (int line = 0; line < 20'000; ++line)
            bytes += "line " + QByteArray::number(line) + '\n';
        append(bytes);
        LogTail tail;
        collect(tail);
        tail.follow(m_path);
        QCOMPARE(m_lines.size(), LogTail::maxBacklogLines);
        QCOMPARE(m_lines.first(), QStringLiteral("line 15000"));
        QCOMPARE(m_lines.last(), QStringLiteral("line 19999"));
    }

    void truncationStartsAnew()
    {
        append("old line\n");
        LogTail tail;
        collect(tail);
        QSignalSpy restarted(&tail, &LogTail::restarted);
        tail.follow(m_path);
        QVERIFY(QFile::resize(m_path, 0));
        append("new\n");
        QTRY_COMPARE(m_lines.last(), QStringLiteral("new"));
        QCOMPARE(restarted.count(), 1);
    }

    void aReplacedFileIsReadToItsEndAndTheNewOneFromItsStart()
    {
        append("old\n");
        LogTail tail;
        collect(tail);
        QSignalSpy restarted(&tail, &LogTail::restarted);
        tail.follow(m_path);
        append("end of old\n");
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".1")));
        append("a much longer first line of the new file\n");
        QTRY_COMPARE(m_lines,
            (QStringList{ QStringLiteral("old"), QStringLiteral("end of old"),
                QStringLiteral("a much longer first line of the new file") }));
        QCOMPARE(restarted.count(), 1);
    }

    void whoFallsFarBehindSkipsAndSaysSo()
    {
        append("start\n");
        LogTail tail;
        collect(tail);
        tail.follow(m_path);
        append(QByteArray(20 << 20, 'x') + "\nthe end\n");
        QTRY_COMPARE(m_lines.last(), QStringLiteral("the end"));
        QVERIFY(m_lines[1].contains(QLatin1String("skipped")));
    }

    void aFifoAtThePathDoesNotHangUs()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        LogTail tail;
        collect(tail);
        tail.follow(m_path);
        QVERIFY(m_lines.isEmpty());
        QVERIFY(lastLogLines(m_path, 5).isEmpty());
    }

    void lastLinesIncludeTheOpenOne()
    {
        append("a\nb\nc\nopen");
        QCOMPARE(lastLogLines(m_path, 2), (QStringList{ QStringLiteral("c"), QStringLiteral("open") }));
        QVERIFY(lastLogLines(m_path + QStringLiteral("none"), 2).isEmpty());
    }
};

QTEST_GUILESS_MAIN(LogTailTest)
#include "tst_logtail.moc"
