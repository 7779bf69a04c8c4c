// SPDX-License-Identifier: GPL-3.0-or-later
#include "logfile.h"
#include "models/process/logbook.h"
#include "models/process/logcap.h"
#include "models/secrets/redactor.h"

#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;

class LogBookTest : public QObject
{
    Q_OBJECT

    static void readAll(LogBook &book)
    {
        while (book.advance()) { }
    }
    static QStringList texts(const LogBook &book)
    {
        QStringList list;
        const LogState state = book.state();
        for (const LogLine &line : book.slice(state.firstRow, int(state.rows())).lines)
            list << line.text;
        return list;
    }
    static LogRedactor redactor(const QString &secret)
    {
        return [redact = Redactor({ { QStringLiteral("HF_TOKEN"), secret } })](
                   const QString &text) { return redact.redacted(text); };
    }

private Q_SLOTS:
    void rowsAreTheLinesAndTheOpenOne()
    {
        LogFile log;
        log.append("a\n10%\r90%\r100%\r\n\x1b[31mred\x1b[0m\n\nopen 1\ropen 2");
        LogBook book;
        book.follow(log.path());
        readAll(book);
        QCOMPARE(texts(book),
            (QStringList{
                QStringLiteral("a"), QStringLiteral("100%"), QStringLiteral("red"), QString(), QStringLiteral("open 2") }));
        log.append("\ropen 3\nnext\n");
        readAll(book);
        QCOMPARE(texts(book).mid(4), (QStringList{ QStringLiteral("open 3"), QStringLiteral("next") }));
    }

    void anyRowOfALongLogIsFound()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 50'000));
        LogBook book;
        book.follow(log.path());
        readAll(book);
        QCOMPARE(book.state().rows(), 50'000);
        QCOMPARE(book.state().percent, 100);
        for (const int row : { 0, 1, 63, 64, 65, 12'345, 49'998, 49'999 }) {
            const LogSlice slice = book.slice(row, 3);
            QCOMPARE(slice.firstRow, row);
            QCOMPARE(slice.lines.first().text, QStringLiteral("line %1").arg(row));
            QCOMPARE(slice.lines.size(), qMin(3, 50'000 - row));
        }
        QVERIFY(book.slice(50'000, 3).lines.isEmpty());
    }

    void theQueryChoosesRows()
    {
        LogFile log;
        for (int line = 0; line < 1'000; ++line)
            log.append((line % 10 ? "INFO 11-24 14:33:05 ok " : "ERROR 11-24 14:33:05 bad ") + QByteArray::number(line) + '\n');
        LogBook book;
        book.follow(log.path());
        readAll(book);
        const quint64 generation = book.state().generation;
        LogQuery query;
        query.level = LogLevel::Error;
        book.setQuery(query);
        readAll(book);
        QCOMPARE(book.state().rows(), 100);
        QVERIFY(book.state().generation != generation);
        QCOMPARE(book.state().levels[size_t(LogLevel::Info)], 900); // counts are of the log, not of the rows
        query.text = QStringLiteral("BAD 99");
        query.onlyMatches = true;
        book.setQuery(query);
        readAll(book);
        QCOMPARE(texts(book), QStringList{ QStringLiteral("ERROR 11-24 14:33:05 bad 990") });
        QCOMPARE(book.slice(0, 1).lines.first().number, 990);
        query.level.reset();
        query.text = QStringLiteral("99");
        book.setQuery(query);
        readAll(book);
        QCOMPARE(book.state().rows(), 19);
        log.append("a 99 more\nnone\n");
        readAll(book);
        QCOMPARE(book.state().rows(), 20);
        QCOMPARE(book.rowOfLine(990), 9 + 0);
    }

    void searchLeavesTheRowsAsTheyAre()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 1'000));
        LogBook book;
        book.follow(log.path());
        readAll(book);
        const quint64 generation = book.state().generation;
        LogQuery query;
        query.text = QStringLiteral("LINE 50");
        book.setQuery(query);
        readAll(book);
        QCOMPARE(book.state().generation, generation);
        QCOMPARE(book.state().rows(), 1'000);
        QCOMPARE(book.state().hits, 11);
        QCOMPARE(*book.hitAfter(-1), 50);
        QCOMPARE(*book.hitAfter(50), 500);
        QVERIFY(!book.hitAfter(509));
        QCOMPARE(*book.hitBefore(500), 50);
        QVERIFY(!book.hitBefore(50));
        QVERIFY(!book.firstError());
        log.append("Error: no\n");
        readAll(book);
        QCOMPARE(*book.firstError(), 1'000);
    }

    void secretsAreNeitherShownNorFoundNorCopiedNorSaved()
    {
        const QString secret = QStringLiteral("canary-0123456789-secret");
        const QByteArray bytes = secret.toUtf8();
        LogFile log;
        log.append("token=" + bytes + "\n\x1b[1m" + bytes.first(10) + "\x1b[0m" + bytes.sliced(10) + " coloured\n");
        for (int pad = 0; pad < 30; ++pad) // the cut goes through the secret at every place
            log.append(QByteArray(LogLineParser::maxLineLength - pad, 'x') + bytes + '\n');
        log.append(QByteArray((64 << 10) - 40, 'y') + bytes + " across two reads\nhf_abcdefghijklmnop\nopen " + bytes);
        LogBook book;
        book.setRedactor(redactor(secret));
        book.follow(log.path());
        readAll(book);
        const auto clean = [&secret](const QString &text) {
            return !text.contains(secret.first(6)) && !text.contains(QLatin1String("abcdefgh"));
        };
        QVERIFY(clean(texts(book).join(u'\n')));
        QVERIFY(texts(book).first().contains(Redactor::mask()));
        QVERIFY(clean(book.text({ 0, 0 }, { book.state().endRow, 0 })));
        const QString copy = log.beside(QStringLiteral("copy.log"));
        QVERIFY(book.save(copy, std::atomic_bool(false)).hasValue());
        const QByteArray saved = LogFile::contentOf(copy);
        QVERIFY(clean(QString::fromUtf8(saved)));
        QVERIFY(saved.contains("across two reads")); // not cut
        LogQuery query;
        query.text = secret;
        book.setQuery(query);
        readAll(book);
        QCOMPARE(book.state().hits, 0);
        struct stat info
        {
        };
        ::stat(QFile::encodeName(copy).constData(), &info);
        QCOMPARE(info.st_mode & 0777, 0600u);
    }

    void aSecretOfSeveralLinesIsMaskedLineByLine()
    {
        LogFile log;
        log.append("key:\n-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----\n");
        LogBook book;
        const Redactor redact({ { QStringLiteral("TLS_PRIVATE_KEY"),
            QStringLiteral("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END PRIVATE KEY-----") } });
        book.setRedactor([redact](const QString &text) { return redact.redacted(text); });
        book.follow(log.path());
        readAll(book);
        QVERIFY(!texts(book).join(u'\n').contains(QLatin1String("MIIEvQ")));
    }

    void copyTakesTheRowsFromPlaceToPlace()
    {
        LogFile log;
        log.append(LogFile::numbered(0, 1'000));
        LogBook book;
        book.follow(log.path());
        readAll(book);
        QCOMPARE(book.text({ 7, 5 }, { 7, 6 }), QStringLiteral("7"));
        QCOMPARE(book.text({ 7, 5 }, { 9, 4 }), QStringLiteral("7\nline 8\nline"));
        QCOMPARE(book.text({ 0, 0 }, { 999, 99 }).toLatin1() + '\n', LogFile::numbered(0, 1'000));
    }

    void rowsKeepTheirNumbersOverRotation()
    {
        LogFile log;
        log.append("# Pilothouse x\n" + LogFile::numbered(1, 10'000));
        LogBook book;
        book.follow(log.path());
        readAll(book);
        for (int round = 0; round < 3; ++round) {
            const quint64 generation = book.state().generation;
            const auto rotated = capLog(log.path(), 80 << 10);
            QVERIFY(rotated && *rotated);
            const int next = 10'000 + round * 10'000;
            log.append(LogFile::numbered(next, next + 10'000));
            readAll(book);
            const LogState state = book.state();
            QCOMPARE(state.generation, generation);
            QCOMPARE(state.endRow, next + 10'000);
            QCOMPARE(state.dropped, round > 0);
            for (qint64 row = state.firstRow; row < state.endRow; row += 97)
                QCOMPARE(book.slice(row, 1).lines.first().text,
                    row ? QStringLiteral("line %1").arg(row) : QStringLiteral("# Pilothouse x"));
        }
        LogBook later; // opened afterwards: the first line is a whole one
        later.follow(log.path());
        readAll(later);
        QVERIFY(later.state().dropped);
        QVERIFY(texts(later).first().startsWith(QLatin1String("line ")));
        QCOMPARE(texts(later).last(), QStringLiteral("line 39999"));
    }

    void aNewRunStartsAnew()
    {
        LogFile log;
        log.append("# Pilothouse x\nold\n");
        LogBook book;
        book.follow(log.path());
        readAll(book);
        const quint64 generation = book.state().generation;
        log.startAnew();
        log.append("# Pilothouse y\nnew\n");
        readAll(book);
        QVERIFY(book.state().generation != generation);
        QCOMPARE(texts(book), (QStringList{ QStringLiteral("# Pilothouse y"), QStringLiteral("new") }));
    }

    void aLineOfFiveMegabytesIsOneRowAmongOthers()
    {
        LogFile log;
        log.append("before\n" + QByteArray(5 << 20, 'x') + "\nafter\n");
        LogBook book;
        book.follow(log.path());
        readAll(book);
        const QStringList lines = texts(book);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1].size(), LogLineParser::maxLineLength + 1);
        QCOMPARE(lines[2], QStringLiteral("after"));
    }

    void saveDoesNotReplaceWhatItCannotWrite()
    {
        LogFile log;
        log.append("x\n");
        LogBook book;
        book.follow(log.path());
        readAll(book);
        const Result<void> failed = book.save(QStringLiteral("/nonexistent/copy.log"), std::atomic_bool(false));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, QStringLiteral("log.save"));
        const QString copy = log.beside(QStringLiteral("kept.log"));
        QFile kept(copy);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
        kept.close();
        QVERIFY(!book.save(copy, std::atomic_bool(true)));
        QCOMPARE(LogFile::contentOf(copy), QByteArray("kept"));
    }
};

QTEST_GUILESS_MAIN(LogBookTest)
#include "tst_logbook.moc"
