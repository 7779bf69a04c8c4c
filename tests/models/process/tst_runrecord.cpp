// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/privatefile.h"
#include "models/process/runrecord.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;

class RunRecordTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_stranger;

    RunRecord recordOf(qint64 pid, const QString &marker) const
    {
        const ProcFs procFs;
        RunRecord record;
        record.process = procFs.stat(pid)->identity();
        record.bootId = procFs.bootId();
        record.marker = marker;
        record.program = QStringLiteral("/usr/bin/sleep");
        record.endpoint = Endpoint::loopback(1234);
        record.model = ModelName(QStringLiteral("m:1"));
        record.launcher = LauncherKind::Ollama;
        record.startedAt = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
        record.applied = { { QStringLiteral("LLM_MODEL"), QStringLiteral("m:1") } };
        record.members = { { 77, 18446744073709551615u } };
        return record;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1String(runMarkerVariable), QStringLiteral("abc"));
        m_stranger.setProcessEnvironment(environment);
        m_stranger.start(QStringLiteral("sleep"), { QStringLiteral("300") });
        QVERIFY(m_stranger.waitForStarted());
    }

    void cleanupTestCase()
    {
        m_stranger.kill();
        m_stranger.waitForFinished();
    }

    void aRecordComesBackAsItWasWritten()
    {
        const QString path = m_folder.filePath(QStringLiteral("state/runs/x.json"));
        const RunRecord record = recordOf(m_stranger.processId(), QStringLiteral("abc"));
        QVERIFY(record.write(path));
        const auto read = RunRecord::read(path);
        QVERIFY(read);
        QCOMPARE(read->process, record.process);
        QCOMPARE(read->members, record.members);
        QCOMPARE(read->applied, record.applied);
        QCOMPARE(read->startedAt, record.startedAt);
        QCOMPARE(read->endpoint, record.endpoint);
        QCOMPARE(read->launcher, record.launcher);
        QCOMPARE(read->verify(ProcFs()), RecordVerdict::Match);
        struct stat info
        {
        };
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        QCOMPARE(::stat(QFile::encodeName(m_folder.filePath(QStringLiteral("state/runs"))).constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0700u);
    }

    void everyHalfWrittenRecordIsAbsent()
    {
        const QString path = m_folder.filePath(QStringLiteral("half.json"));
        QVERIFY(recordOf(m_stranger.processId(), QStringLiteral("abc")).write(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll().trimmed();
        for (qsizetype length = 0; length < whole.size(); ++length) {
            QVERIFY(writePrivateFile(path, whole.left(length)));
            QVERIFY2(!RunRecord::read(path), whole.left(length).constData());
        }
    }

    void anotherStartTimeBootOrMarkerIsAMismatch()
    {
        RunRecord record = recordOf(m_stranger.processId(), QStringLiteral("abc"));
        record.process.startTicks += 1;
        QCOMPARE(record.verify(ProcFs()), RecordVerdict::Mismatch);
        record = recordOf(m_stranger.processId(), QStringLiteral("abc"));
        record.bootId = QStringLiteral("another boot");
        QCOMPARE(record.verify(ProcFs()), RecordVerdict::Mismatch);
        record = recordOf(m_stranger.processId(), QStringLiteral("forged"));
        QCOMPARE(record.verify(ProcFs()), RecordVerdict::Mismatch);
    }

    void withoutABootIdNothingIsVerified()
    {
        QCOMPARE(
            recordOf(m_stranger.processId(), QStringLiteral("abc")).verify(ProcFs(m_folder.path())), RecordVerdict::Unverifiable);
    }

    void writingIntoAFullOrMissingFolderFailsInWords()
    {
        const Result<void> written = writePrivateFile(QStringLiteral("/proc/nothing/x.json"), "x");
        QVERIFY(!written);
        QCOMPARE(written.error().code, QStringLiteral("state.write"));
        QVERIFY(written.error().message.contains(QLatin1String("/proc/nothing/x.json")));
    }
};

QTEST_GUILESS_MAIN(RunRecordTest)
#include "tst_runrecord.moc"
