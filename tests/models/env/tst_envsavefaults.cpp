// SPDX-License-Identifier: GPL-3.0-or-later
// Every system call of a save fails in turn, or the process is killed at it: the file is old or new, never a mix, and
// "saved" is only said when the new bytes are in place. Uses strace's injection on savetool.
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

#include <sys/stat.h>

namespace {

const QByteArray oldBytes = "LLM_MODEL=old\n";
const QByteArray newBytes = "LLM_MODEL=new\nLLM_TEMPERATURE=0.2\n";

/// One call of the traced save: its name, and which of that name's calls in the whole process it is.
struct Call
{
    QString name;
    int when = 0;
    bool last = false; ///< the folder's fsync: by then the new bytes are in place
};

} // namespace

class EnvSaveFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void failingCallIsNeverAFalseSuccess_data();
    void failingCallIsNeverAFalseSuccess();
    void killLeavesOldOrNew_data();
    void killLeavesOldOrNew();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QByteArray trace(const QStringList &options) const;
    void findCalls();
    void rows(bool kill);
    QByteArray content() const;
    void checkRights() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<Call> m_calls;
};

void EnvSaveFaultsTest::initTestCase()
{
    init();
    findCalls();
    QStringList names;
    for (const Call &call : m_calls)
        names << call.name;
    for (const char *needed : { "openat", "write", "fsync", "linkat", "renameat", "fchmod", "flock" })
        QVERIFY2(names.contains(QLatin1String(needed)), needed);
}

void EnvSaveFaultsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const auto &[name, bytes] :
        { std::pair(QStringLiteral(".env"), oldBytes), std::pair(QStringLiteral("new"), newBytes) }) {
        QFile output(file(name));
        QVERIFY(output.open(QIODevice::WriteOnly));
        output.write(bytes);
        QVERIFY(output.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
}

QByteArray EnvSaveFaultsTest::trace(const QStringList &options) const
{
    QProcess process;
    process.start(QStringLiteral("strace"),
        QStringList{ QStringLiteral("-o"), file(QStringLiteral("trace")) } + options
            + QStringList{ QStringLiteral(PILOTHOUSE_SAVETOOL), file(QStringLiteral(".env")), file(QStringLiteral("new")),
                file(QStringLiteral("state")) });
    process.waitForFinished(30'000);
    return process.readAllStandardOutput().trimmed();
}

/// Traces one good save; the calls between the two getpriority() marks are the save's own.
void EnvSaveFaultsTest::findCalls()
{
    QCOMPARE(trace({}), QByteArray("saved"));
    QFile log(file(QStringLiteral("trace")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    static const QSet<QString> touching{ QStringLiteral("openat"), QStringLiteral("open"), QStringLiteral("write"),
        QStringLiteral("read"), QStringLiteral("fsync"), QStringLiteral("linkat"), QStringLiteral("renameat"),
        QStringLiteral("fchmod"), QStringLiteral("fchown"), QStringLiteral("flistxattr"), QStringLiteral("fstat"),
        QStringLiteral("newfstatat"), QStringLiteral("flock"), QStringLiteral("mkdir"), QStringLiteral("close"),
        QStringLiteral("readlink"), QStringLiteral("chmod"), QStringLiteral("getdents64"), QStringLiteral("statx") };
    QHash<QString, int> seen;
    int marks = 0;
    while (!log.atEnd()) {
        const QString line = QString::fromUtf8(log.readLine());
        const QString name = line.left(line.indexOf(u'('));
        marks += name == QLatin1String("getpriority") ? 1 : 0;
        const int when = ++seen[name];
        if (marks == 1 && touching.contains(name))
            m_calls << Call{ name, when };
    }
    QCOMPARE(marks, 2);
    for (auto call = m_calls.rbegin(); call != m_calls.rend(); ++call) {
        if (call->name == QLatin1String("fsync")) {
            call->last = true;
            break;
        }
    }
}

void EnvSaveFaultsTest::rows(bool kill)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("inject");
    QTest::addColumn<bool>("last");
    static const QHash<QString, QStringList> errors{
        { QStringLiteral("write"), { QStringLiteral("ENOSPC"), QStringLiteral("EIO"), QStringLiteral("EDQUOT") } },
        { QStringLiteral("fsync"), { QStringLiteral("EIO"), QStringLiteral("ENOSPC") } },
        { QStringLiteral("openat"), { QStringLiteral("EMFILE"), QStringLiteral("EACCES") } },
        { QStringLiteral("linkat"), { QStringLiteral("ENOSPC"), QStringLiteral("EXDEV") } },
        { QStringLiteral("renameat"), { QStringLiteral("EIO"), QStringLiteral("EXDEV"), QStringLiteral("EACCES") } },
    };
    for (const Call &call : m_calls) {
        const QStringList faults
            = kill ? QStringList{ QStringLiteral("signal=SIGKILL") } : errors.value(call.name, { QStringLiteral("EIO") });
        for (const QString &fault : faults) {
            const QString inject = QStringLiteral("inject=%1:%2:when=%3")
                                       .arg(call.name, kill ? fault : QStringLiteral("error=") + fault)
                                       .arg(call.when);
            QTest::addRow("%s", qPrintable(inject)) << call.name << inject << call.last;
        }
    }
}

QByteArray EnvSaveFaultsTest::content() const
{
    QFile input(file(QStringLiteral(".env")));
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray("<gone>");
}

void EnvSaveFaultsTest::checkRights() const
{
    for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden)) {
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(info.filePath()).constData(), &facts), 0);
        if (info.fileName().startsWith(QLatin1String(".")))
            QCOMPARE(facts.st_mode & 077, mode_t(0));
    }
}

void EnvSaveFaultsTest::failingCallIsNeverAFalseSuccess_data()
{
    rows(false);
}

void EnvSaveFaultsTest::failingCallIsNeverAFalseSuccess()
{
    QFETCH(QString, name);
    QFETCH(QString, inject);
    QFETCH(bool, last);
    const QByteArray said = trace({ QStringLiteral("-e"), QStringLiteral("trace=") + name, QStringLiteral("-e"), inject });
    const QByteArray now = content();
    QVERIFY2(now == oldBytes || now == newBytes, now.constData());
    if (said == "saved" || said == "unsure")
        QCOMPARE(now, newBytes);
    else
        QVERIFY2(said.startsWith("refused env.") && now == oldBytes, (said + " / " + now).constData());
    if (last)
        QCOMPARE(said, QByteArray("unsure"));
    else if (QStringList(
                 { QStringLiteral("write"), QStringLiteral("fsync"), QStringLiteral("renameat"), QStringLiteral("fchmod") })
                 .contains(name))
        QVERIFY2(said.startsWith("refused"), said.constData());
    checkRights();
    const QStringList rest = QDir(m_folder->path()).entryList({ QStringLiteral(".~env.*") }, QDir::Files | QDir::Hidden);
    QVERIFY2(rest.isEmpty(), qPrintable(rest.join(u' ')));
}

void EnvSaveFaultsTest::killLeavesOldOrNew_data()
{
    rows(true);
}

void EnvSaveFaultsTest::killLeavesOldOrNew()
{
    QFETCH(QString, name);
    QFETCH(QString, inject);
    const QByteArray said = trace({ QStringLiteral("-e"), QStringLiteral("trace=") + name, QStringLiteral("-e"), inject });
    QCOMPARE(said, QByteArray());
    const QByteArray now = content();
    QVERIFY2(now == oldBytes || now == newBytes, now.constData());
    checkRights();
    // What a kill leaves behind does not stand in the way of the next save.
    QProcess again;
    again.start(QStringLiteral(PILOTHOUSE_SAVETOOL),
        { file(QStringLiteral(".env")), file(QStringLiteral("new")), file(QStringLiteral("state")) });
    QVERIFY(again.waitForFinished(30'000));
    QCOMPARE(again.readAllStandardOutput().trimmed(), QByteArray("saved"));
    QCOMPARE(content(), newBytes);
}

QTEST_GUILESS_MAIN(EnvSaveFaultsTest)
#include "tst_envsavefaults.moc"
