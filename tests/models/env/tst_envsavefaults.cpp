// SPDX-License-Identifier: GPL-3.0-or-later
// Every system call of a save fails in turn, or the process is killed at each of its stops: the file is old or new, never a
// mix, "saved" is only said when the new bytes are in place and synced, and nothing is ever readable for more people.
// PILOTHOUSE_FAULTS=full runs all shapes on both file systems.
#include "models/env/envversions.h"
#include "tracedsave.h"

#include <QProcess>
#include <QtTest>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace pilothouse;

namespace {

const QByteArray oldBytes = "LLM_MODEL=old\nHF_TOKEN=hf_abcdefghijkl\n";

/// What lies there before the save.
struct Shape
{
    const char *name;
    bool exists = true;
    bool link = false;
    bool attributes = false; ///< ACL, xattr, mode 0640, a foreign owner
    bool withoutTmpfile = false;
    bool firstSave = false; ///< no state folder yet
    qsizetype size = 0; ///< of the new content; 0: a small one
};

constexpr Shape shapes[] = {
    { "plain file" },
    { "first save", true, false, false, false, true },
    { "link", true, true },
    { "attributes", true, false, true },
    { "no file yet", false },
    { "no O_TMPFILE", true, false, false, true },
    { "large", true, false, false, false, false, 200'000 },
};

/// Calls that touch files, with what they can answer.
const QHash<long, QList<int>> &failures()
{
    static const QHash<long, QList<int>> table
    {
        { SYS_openat, { EMFILE, ENFILE, EACCES, EROFS, EIO, ENOSPC, EINTR } }, { SYS_write, { ENOSPC, EIO, EDQUOT, EINTR } },
            { SYS_read, { EIO, EINTR } }, { SYS_fsync, { EIO, ENOSPC, EDQUOT } },
            { SYS_linkat, { ENOSPC, EXDEV, EPERM, EIO, EDQUOT } }, { SYS_renameat, { EIO, EXDEV, EACCES, ENOSPC, EROFS } },
            { SYS_unlinkat, { EIO, EACCES } }, { SYS_fchmod, { EPERM, EIO, EROFS } }, { SYS_fchown, { EPERM, EIO, EDQUOT } },
            { SYS_fgetxattr, { EIO, EACCES } }, { SYS_fsetxattr, { EPERM, ENOSPC, EDQUOT } }, { SYS_flistxattr, { EIO, EACCES } },
            { SYS_newfstatat, { EIO, EACCES } }, { SYS_fstat, { EIO } }, { SYS_statx, { EIO } }, { SYS_flock, { EINTR, ENOLCK } },
            { SYS_close, { EIO, EINTR } }, { SYS_getdents64, { EIO } },
#if defined(SYS_mkdir) // calls that younger platforms do not have
            { SYS_mkdir, { EACCES, ENOSPC, EROFS } }, { SYS_chmod, { EPERM, EROFS } }, { SYS_readlink, { EIO, EACCES } },
#endif
            { SYS_mkdirat, { EACCES, ENOSPC, EROFS } }, { SYS_fchmodat, { EPERM, EROFS } }, { SYS_readlinkat, { EIO, EACCES } },
    };
    return table;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class EnvSaveFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killLeavesOldOrNew_data() { rows(false); }
    void killLeavesOldOrNew();
    void failingCallIsNeverAFalseSuccess_data() { rows(true); }
    void failingCallIsNeverAFalseSuccess();
    void cleanupTestCase();

private:
    void rows(bool injections);
    void prepare(const Shape &shape);
    QString target() const { return m_place + QStringLiteral("/real/.env"); }
    QString state() const { return m_place + QStringLiteral("/state"); }
    QByteArray newBytes(const Shape &shape) const;
    EnvSaveRequest request(const Shape &shape) const;
    QString whatIsWrong(const Shape &shape, SaveEnd end, bool killed) const;
    QString widerThanAllowed(const Shape &shape) const;
    QString wrongHistory(const Shape &shape) const;

    std::unique_ptr<QTemporaryDir> m_memory;
    std::unique_ptr<QTemporaryDir> m_disk;
    QString m_place;
    int m_kills = 0;
    int m_injections = 0;
};

void EnvSaveFaultsTest::initTestCase()
{
    m_memory = std::make_unique<QTemporaryDir>(QStringLiteral("/dev/shm/pilothouse-XXXXXX"));
    m_disk = std::make_unique<QTemporaryDir>();
    QVERIFY(m_memory->isValid() && m_disk->isValid());
    ::umask(0); // what must be private is so by its own mode
}

void EnvSaveFaultsTest::rows(bool injections)
{
    QTest::addColumn<int>("shape");
    QTest::addColumn<QString>("place");
    const bool full = qgetenv("PILOTHOUSE_FAULTS") == "full";
    for (size_t n = 0; n < std::size(shapes); ++n) {
        // The first save and a large file make the same calls as the plain one.
        if (full || !injections || !(shapes[n].firstSave || shapes[n].size > 0))
            QTest::addRow("%s, in memory", shapes[n].name) << int(n) << m_memory->path();
        if (full || (n == 0 && !injections))
            QTest::addRow("%s, on disk", shapes[n].name) << int(n) << m_disk->path();
    }
}

QByteArray EnvSaveFaultsTest::newBytes(const Shape &shape) const
{
    QByteArray bytes = "LLM_MODEL=new\nLLM_TEMPERATURE=0.2\n";
    while (bytes.size() < shape.size)
        bytes += "# a long comment that fills the file\n";
    return bytes;
}

void EnvSaveFaultsTest::prepare(const Shape &shape)
{
    for (const char *name : { "real", "state" })
        QDir(m_place + u'/' + QLatin1String(name)).removeRecursively();
    QFile::remove(m_place + QStringLiteral("/link"));
    QVERIFY(QDir().mkpath(m_place + QStringLiteral("/real")));
    if (!shape.firstSave)
        QVERIFY(makeStateFolder(state(), QStringLiteral("locks")));
    if (shape.link)
        QVERIFY(QFile::link(QStringLiteral("real/.env"), m_place + QStringLiteral("/link")));
    if (!shape.exists)
        return;
    const QByteArray path = QFile::encodeName(target());
    QFile file(target());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(oldBytes), oldBytes.size());
    file.close();
    QCOMPARE(::chmod(path.constData(), shape.attributes ? 0640 : 0600), 0);
    if (shape.attributes) {
        // system.posix_acl_access: user::rw-, user:65534:r--, group::r--, mask::r--, other::---
        const QByteArray acl
            = QByteArray::fromHex("0200000001000600ffffffff02000400feff000004000400ffffffff10000400ffffffff20000000ffffffff");
        QCOMPARE(::setxattr(path.constData(), "system.posix_acl_access", acl.constData(), size_t(acl.size()), 0), 0);
        QCOMPARE(::setxattr(path.constData(), "user.note", "kept", 4, 0), 0);
        if (::geteuid() == 0)
            QCOMPARE(::chown(path.constData(), 65534, 65534), 0);
    }
}

EnvSaveRequest EnvSaveFaultsTest::request(const Shape &shape) const
{
    return { shape.link ? m_place + QStringLiteral("/link") : target(), newBytes(shape),
        shape.exists ? envHash(oldBytes) : QByteArray(), state(), EnvWriterKind::Window };
}

/// Nothing in the two folders is open to more people than the file was.
QString EnvSaveFaultsTest::widerThanAllowed(const Shape &shape) const
{
    const mode_t allowed = shape.attributes ? 0640 : 0600;
    QDirIterator files(m_place, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        struct stat facts = {};
        const QString path = files.next();
        if (::lstat(QFile::encodeName(path).constData(), &facts) == 0 && S_ISREG(facts.st_mode)
            && (facts.st_mode & 07777 & ~(path.startsWith(state()) ? 0600 : allowed)) != 0)
            return QStringLiteral("%1 has mode %2").arg(path).arg(facts.st_mode & 07777, 0, 8);
    }
    return {};
}

/// Each listed version is whole, and what was there before is among them once the new bytes are in place.
QString EnvSaveFaultsTest::wrongHistory(const Shape &shape) const
{
    bool holdsOld = !shape.exists || contentOf(target()) == oldBytes;
    const Result<QList<EnvVersion>> versions = listEnvVersions(target(), state());
    if (!versions)
        return versions.error().message;
    for (const EnvVersion &version : *versions) {
        const Result<QByteArray> bytes = readEnvVersion(target(), version.id, state());
        if (!bytes)
            return QStringLiteral("version %1 is listed and damaged").arg(version.id);
        holdsOld = holdsOld || *bytes == oldBytes;
    }
    return holdsOld ? QString() : QStringLiteral("the old content is lost");
}

QString EnvSaveFaultsTest::whatIsWrong(const Shape &shape, SaveEnd end, bool killed) const
{
    const bool there = QFile::exists(target());
    const QByteArray now = contentOf(target());
    const bool isOld = shape.exists ? there && now == oldBytes : !there;
    const bool isNew = there && now == newBytes(shape);
    if (!isOld && !isNew)
        return QStringLiteral("a mix of %1 bytes").arg(now.size());
    if (killed)
        return end == SaveEnd::Killed ? widerThanAllowed(shape) + wrongHistory(shape) : QStringLiteral("not killed");
    if ((end == SaveEnd::Saved || end == SaveEnd::Unsure) && !isNew)
        return QStringLiteral("a false “saved”");
    if (end == SaveEnd::Refused && !isOld)
        return QStringLiteral("refused, but changed");
    if (end == SaveEnd::Killed || end == SaveEnd::Broken)
        return QStringLiteral("no answer");
    struct stat facts = {};
    if (there && shape.attributes && ::stat(QFile::encodeName(target()).constData(), &facts) == 0
        && ((facts.st_mode & 07777) != 0640 || (::geteuid() == 0 && facts.st_uid != 65534)))
        return QStringLiteral("mode or owner changed");
    return widerThanAllowed(shape) + wrongHistory(shape);
}

void EnvSaveFaultsTest::killLeavesOldOrNew()
{
    QFETCH(int, shape);
    QFETCH(QString, place);
    m_place = place;
    const Shape &each = shapes[shape];
    int kills = 0;
    int olds = 0;
    for (;; ++kills) {
        prepare(each);
        const EnvSaveRequest request = this->request(each);
        const SaveEnd end = TracedSave(request, each.withoutTmpfile).killAt(kills + 1);
        if (end != SaveEnd::Killed) {
            QCOMPARE(end, SaveEnd::Saved);
            break;
        }
        const QString wrong = whatIsWrong(each, end, true);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("stop %1: %2").arg(kills + 1).arg(wrong)));
        const bool isOld = contentOf(target()) != request.bytes;
        olds += isOld ? 1 : 0;
        // What a kill leaves behind does not stand in the way of the next save.
        EnvSaveRequest again = request;
        again.expectedHash = isOld ? request.expectedHash : envHash(request.bytes);
        const Result<EnvSaveReport> saved = saveEnvFile(again);
        QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().message + saved.error().cause));
        QCOMPARE(contentOf(target()), request.bytes);
    }
    QVERIFY(olds > 0 && olds < kills); // both sides of the rename were met
    m_kills += kills;
    qInfo("%d kills: %d old, %d new", kills, olds, kills - olds);
}

void EnvSaveFaultsTest::failingCallIsNeverAFalseSuccess()
{
    QFETCH(int, shape);
    QFETCH(QString, place);
    m_place = place;
    const Shape &each = shapes[shape];
    prepare(each);
    const EnvSaveRequest request = this->request(each);
    TracedSave save(request, each.withoutTmpfile);
    QList<TracedCall> calls;
    QCOMPARE(save.record(calls), SaveEnd::Saved);
    int ends[3] = {};
    QSet<long> met;
    for (const TracedCall &call : std::as_const(calls)) {
        const bool ofState = call.file.startsWith(QFile::encodeName(state()));
        QList<Fault> faults;
        for (const int error : failures().value(call.number))
            faults << Fault{ Fault::Kind::Error, error };
        if (call.number == SYS_write)
            faults << Fault{ Fault::Kind::Short, 0 } << Fault{ Fault::Kind::Lie, 0 };
        for (const Fault &fault : faults) {
            prepare(each);
            const SaveEnd end = save.inject(call.index, fault);
            met << call.number;
            ++m_injections;
            QString wrong = whatIsWrong(each, end, false);
            const bool harmless = fault.kind == Fault::Kind::Short || fault.error == EINTR;
            if (wrong.isEmpty() && !harmless && !call.renamed
                && (call.number == SYS_write || call.number == SYS_fsync || call.number == SYS_fchmod
                    || call.number == SYS_fchown)
                && end != SaveEnd::Refused)
                wrong = QStringLiteral("not refused");
            if (wrong.isEmpty() && call.number == SYS_fsync && call.renamed && !ofState && end != SaveEnd::Unsure)
                wrong = QStringLiteral("an unsynced folder is not told");
            if (wrong.isEmpty() && call.number == SYS_write && harmless && end != SaveEnd::Saved)
                wrong = QStringLiteral("a short or interrupted write is not continued");
            QVERIFY2(wrong.isEmpty(),
                qPrintable(QStringLiteral("call %1 (number %2, %3), fault %4/%5, end %6: %7")
                               .arg(call.index)
                               .arg(call.number)
                               .arg(QString::fromUtf8(call.file))
                               .arg(int(fault.kind))
                               .arg(fault.error)
                               .arg(int(end))
                               .arg(wrong)));
            ++ends[int(end)];
        }
    }
    for (const long needed : { SYS_openat, SYS_write, SYS_fsync, SYS_linkat, SYS_flock })
        QVERIFY2(met.contains(needed), qPrintable(QString::number(needed)));
    qInfo("%d injections: %d saved, %d unsure, %d refused", ends[0] + ends[1] + ends[2], ends[0], ends[1], ends[2]);
}

void EnvSaveFaultsTest::cleanupTestCase()
{
    qInfo("%d kills, %d injected faults", m_kills, m_injections);
    if (!QTest::currentTestFailed() && QCoreApplication::arguments().size() == 1) {
        QVERIFY(m_kills >= 1700);
        QVERIFY(m_injections >= 180);
    }
}

QTEST_GUILESS_MAIN(EnvSaveFaultsTest)
#include "tst_envsavefaults.moc"
