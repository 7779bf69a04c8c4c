// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envfile.h"
#include "models/env/envversions.h"

#include <QProcess>
#include <QtTest>

#include <thread>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace pilothouse;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

void write(const QString &path, const QByteArray &bytes, uint mode = 0600)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

struct stat statOf(const QString &path)
{
    struct stat facts = {};
    ::stat(QFile::encodeName(path).constData(), &facts);
    return facts;
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return process.readAll();
}

} // namespace

class EnvFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void savedBytesAreInPlaceAndRightsAreKept_data();
    void savedBytesAreInPlaceAndRightsAreKept();
    void newFileIsPrivateUnderAnyUmask();
    void linkStaysALink();
    void danglingLinkCreatesItsTarget();
    void circleOfLinksIsAnError();
    void otherNameOfAHardLinkKeepsTheOldContent();
    void ownerAclAndAttributesAreKept();
    void whatIsNoFileIsRefused();
    void unreadableFileIsAClearError();
    void anotherUsersFileIsReadOnly();
    void largeAndBinaryFilesAreReadOnly();
    void changeByAnotherProgramIsNotOverwritten();
    void deletedFileIsNotRecreatedUnasked();
    void appearedFileIsNotReplaced();
    void everySaveIsKept();
    void historyIsBounded();
    void tighteningTakesOnlyForeignRights();
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void noInodesKeepsTheOldFile();
    void fullStateFolderRefusesTheSave();
    void readOnlyFileSystemIsRefused();
    void readOnlyBindMountIsRefused();
    void immutableFileIsRefused();
    void twoSaversNeverLoseAKey();
    void staleTemporaryFilesAreSwept();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    Result<EnvSaveReport> save(const QString &path, const QByteArray &bytes) const;
    QStringList leftovers(const QString &folder) const;
    bool mountTmpfs(const QString &folder, const QString &options);

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_mounts;
};

void EnvFileTest::initTestCase()
{
    // Full disks, foreign owners and read-only mounts need root; the mounts stay in a namespace of this test.
    QVERIFY2(
        ::geteuid() == 0, "This test mounts small file systems: run it as root, or under “unshare --map-root-user --mount”.");
    QVERIFY2(::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0,
        "This test needs a mount namespace of its own (CAP_SYS_ADMIN).");
}

void EnvFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void EnvFileTest::cleanup()
{
    for (const QString &mount : std::exchange(m_mounts, {}))
        run(QStringLiteral("umount"), { mount });
    m_folder.reset();
}

Result<EnvSaveReport> EnvFileTest::save(const QString &path, const QByteArray &bytes) const
{
    const Result<EnvFileContent> present = readEnvFile(path);
    if (!present)
        return present.error();
    return saveEnvFile({ path, bytes, present->hash, file(QStringLiteral("state")) });
}

QStringList EnvFileTest::leftovers(const QString &folder) const
{
    return QDir(folder).entryList({ QStringLiteral(".~env.*") }, QDir::Files | QDir::Hidden);
}

bool EnvFileTest::mountTmpfs(const QString &folder, const QString &options)
{
    QDir().mkpath(folder);
    const QByteArray said = run(QStringLiteral("mount"),
        { QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options, QStringLiteral("tmpfs"), folder });
    if (!said.isEmpty())
        qWarning("%s", said.constData());
    m_mounts << folder;
    return said.isEmpty();
}

void EnvFileTest::savedBytesAreInPlaceAndRightsAreKept_data()
{
    QTest::addColumn<uint>("mode");
    for (const uint mode : { 0600u, 0640u, 0644u, 0400u, 0660u })
        QTest::addRow("%o", mode) << mode;
}

void EnvFileTest::savedBytesAreInPlaceAndRightsAreKept()
{
    QFETCH(uint, mode);
    write(file(QStringLiteral(".env")), "A=1\n", mode);
    const Result<EnvSaveReport> report = save(file(QStringLiteral(".env")), "A=2\n");
    QVERIFY2(report.hasValue(), qPrintable(report ? QString() : report.error().message));
    QVERIFY(report->durable);
    QCOMPARE(contentOf(file(QStringLiteral(".env"))), QByteArray("A=2\n"));
    QCOMPARE(uint(statOf(file(QStringLiteral(".env"))).st_mode & 07777), mode);
    QVERIFY(leftovers(m_folder->path()).isEmpty());
}

void EnvFileTest::newFileIsPrivateUnderAnyUmask()
{
    const mode_t before = ::umask(0);
    const Result<EnvSaveReport> report = save(file(QStringLiteral(".env")), "A=1\n");
    ::umask(before);
    QVERIFY(report.hasValue());
    QCOMPARE(statOf(file(QStringLiteral(".env"))).st_mode & 07777, mode_t(0600));
    QCOMPARE(statOf(file(QStringLiteral(".env"))).st_nlink, nlink_t(1));
    QCOMPARE(contentOf(file(QStringLiteral(".env"))), QByteArray("A=1\n"));
    QVERIFY(leftovers(m_folder->path()).isEmpty());
}

void EnvFileTest::linkStaysALink()
{
    QDir().mkpath(file(QStringLiteral("shared")));
    write(file(QStringLiteral("shared/real.env")), "A=1\n");
    QVERIFY(QFile::link(QStringLiteral("shared/real.env"), file(QStringLiteral("middle"))));
    QVERIFY(QFile::link(QStringLiteral("middle"), file(QStringLiteral(".env"))));
    QVERIFY(save(file(QStringLiteral(".env")), "A=2\n"));
    QVERIFY(QFileInfo(file(QStringLiteral(".env"))).isSymLink());
    QCOMPARE(contentOf(file(QStringLiteral("shared/real.env"))), QByteArray("A=2\n"));
}

void EnvFileTest::danglingLinkCreatesItsTarget()
{
    QVERIFY(QFile::link(QStringLiteral("later.env"), file(QStringLiteral(".env"))));
    QVERIFY(!readEnvFile(file(QStringLiteral(".env")))->exists);
    QVERIFY(save(file(QStringLiteral(".env")), "A=1\n"));
    QCOMPARE(contentOf(file(QStringLiteral("later.env"))), QByteArray("A=1\n"));
    QVERIFY(QFileInfo(file(QStringLiteral(".env"))).isSymLink());
}

void EnvFileTest::circleOfLinksIsAnError()
{
    QVERIFY(QFile::link(QStringLiteral("b"), file(QStringLiteral("a"))));
    QVERIFY(QFile::link(QStringLiteral("a"), file(QStringLiteral("b"))));
    QCOMPARE(readEnvFile(file(QStringLiteral("a"))).error().code, QStringLiteral("env.link"));
    QCOMPARE(saveEnvFile({ file(QStringLiteral("a")), "x", {}, file(QStringLiteral("state")) }).error().code,
        QStringLiteral("env.link"));
    QCOMPARE(readEnvFile(file(QStringLiteral("missing/.env"))).error().code, QStringLiteral("env.link"));
}

void EnvFileTest::otherNameOfAHardLinkKeepsTheOldContent()
{
    write(file(QStringLiteral(".env")), "A=1\n");
    QCOMPARE(::link(QFile::encodeName(file(QStringLiteral(".env"))).constData(),
                 QFile::encodeName(file(QStringLiteral("other"))).constData()),
        0);
    QCOMPARE(readEnvFile(file(QStringLiteral(".env")))->links, 2u);
    QVERIFY(save(file(QStringLiteral(".env")), "A=2\n"));
    QCOMPARE(contentOf(file(QStringLiteral("other"))), QByteArray("A=1\n"));
}

void EnvFileTest::ownerAclAndAttributesAreKept()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=1\n", 0640);
    QCOMPARE(run(QStringLiteral("setfacl"), { QStringLiteral("-m"), QStringLiteral("u:daemon:r"), path }), QByteArray());
    QCOMPARE(run(QStringLiteral("setfattr"),
                 { QStringLiteral("-n"), QStringLiteral("user.note"), QStringLiteral("-v"), QStringLiteral("kept"), path }),
        QByteArray());
    QCOMPARE(::chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
    const QByteArray acl = run(QStringLiteral("getfacl"), { QStringLiteral("-p"), path });
    QVERIFY(save(path, "A=2\n"));
    QCOMPARE(contentOf(path), QByteArray("A=2\n"));
    QCOMPARE(run(QStringLiteral("getfacl"), { QStringLiteral("-p"), path }), acl);
    QVERIFY(run(QStringLiteral("getfattr"),
        { QStringLiteral("-n"), QStringLiteral("user.note"), QStringLiteral("--absolute-names"), path })
                .contains("kept"));
    QCOMPARE(statOf(path).st_uid, uid_t(65534));
}

void EnvFileTest::whatIsNoFileIsRefused()
{
    QCOMPARE(::mkfifo(QFile::encodeName(file(QStringLiteral("fifo"))).constData(), 0600), 0);
    QDir().mkpath(file(QStringLiteral("folder")));
    for (const QString &path : { file(QStringLiteral("fifo")), file(QStringLiteral("folder")), QStringLiteral("/dev/null") }) {
        QCOMPARE(readEnvFile(path).error().code, QStringLiteral("env.not-a-file"));
        const EnvSaveRequest request{ path, "x", envHash("x"), file(QStringLiteral("state")) };
        QCOMPARE(saveEnvFile(request).error().code, QStringLiteral("env.not-a-file"));
    }
}

void EnvFileTest::unreadableFileIsAClearError()
{
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755)));
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=1\n", 0000);
    QDir().mkpath(file(QStringLiteral("state")));
    const QByteArray said = run(QStringLiteral("setpriv"),
        { QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups"),
            QStringLiteral(PILOTHOUSE_SAVETOOL), path, QStringLiteral("/etc/hostname"), QStringLiteral("/tmp") });
    QCOMPARE(said, QByteArray("refused env.unreadable\n"));
    QCOMPARE(statOf(path).st_size, off_t(4));
}

void EnvFileTest::anotherUsersFileIsReadOnly()
{
    // Root may write anything, so the save runs as another user: in a folder that he may write, on a 0400 file that is not his.
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=1\n", 0444);
    QDir().mkpath(file(QStringLiteral("state")));
    QVERIFY(QFile::setPermissions(file(QStringLiteral("state")), QFile::Permissions(0x7777)));
    QCOMPARE(::chown(QFile::encodeName(file(QStringLiteral("state"))).constData(), 65534, 65534), 0);
    const QByteArray said = run(QStringLiteral("setpriv"),
        { QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"), QStringLiteral("--clear-groups"),
            QStringLiteral(PILOTHOUSE_SAVETOOL), path, QStringLiteral("/etc/hostname"), file(QStringLiteral("state")) });
    QCOMPARE(said, QByteArray("refused env.metadata\n"));
    QCOMPARE(contentOf(path), QByteArray("A=1\n"));
    QCOMPARE(uint(statOf(path).st_mode & 07777), 0444u);
    QVERIFY(leftovers(m_folder->path()).isEmpty());
}

void EnvFileTest::largeAndBinaryFilesAreReadOnly()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, QByteArray("A=1\0\x01\x02\n", 7));
    QVERIFY(readEnvFile(path)->readOnlyReason.contains(QLatin1String("binary")));
    write(path, QByteArray(envEditLimit - 1, '#'));
    QVERIFY(readEnvFile(path)->readOnlyReason.isEmpty());
    write(path, QByteArray(envEditLimit, '#'));
    const Result<EnvFileContent> large = readEnvFile(path);
    QVERIFY(large->readOnlyReason.contains(QLatin1String("10 MB")) && large->partial);
    QVERIFY(large->bytes.size() < 1'000'000);
    QCOMPARE(saveEnvFile({ path, "A=1\n", large->hash, file(QStringLiteral("state")) }).error().code,
        QStringLiteral("env.changed-on-disk"));
}

void EnvFileTest::changeByAnotherProgramIsNotOverwritten()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=1\n");
    const QByteArray hash = readEnvFile(path)->hash;
    write(path, "A=9\n"); // same size; the time may be the same too
    const Result<EnvSaveReport> report = saveEnvFile({ path, "A=2\n", hash, file(QStringLiteral("state")) });
    QCOMPARE(report.error().code, QStringLiteral("env.changed-on-disk"));
    QCOMPARE(contentOf(path), QByteArray("A=9\n"));
}

void EnvFileTest::deletedFileIsNotRecreatedUnasked()
{
    const QString path = file(QStringLiteral(".env"));
    QCOMPARE(saveEnvFile({ path, "A=2\n", envHash("A=1\n"), file(QStringLiteral("state")) }).error().code,
        QStringLiteral("env.changed-on-disk"));
    QVERIFY(!QFile::exists(path));
}

void EnvFileTest::appearedFileIsNotReplaced()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=1\n");
    QCOMPARE(
        saveEnvFile({ path, "A=2\n", {}, file(QStringLiteral("state")) }).error().code, QStringLiteral("env.changed-on-disk"));
    QCOMPARE(contentOf(path), QByteArray("A=1\n"));
}

void EnvFileTest::everySaveIsKept()
{
    const QString path = file(QStringLiteral(".env"));
    const QString state = file(QStringLiteral("state"));
    write(path, "A=1\n", 0644);
    const Result<EnvSaveReport> first = save(path, "A=2\n");
    QVERIFY(first->versionKept);
    QVERIFY(saveEnvFile({ path, "A=2\nHF_TOKEN=x\n", first->hash, state, EnvWriterKind::Switch }));
    write(path, "B=5\n"); // another program
    QVERIFY(save(path, "B=6\n"));
    const QList<EnvVersion> versions = *listEnvVersions(path, state);
    QStringList told;
    for (const EnvVersion &version : versions) {
        told << QStringLiteral("%1 %2 %3").arg(version.id).arg(envWriterName(version.writer), version.keys.join(u','));
        QVERIFY(version.time.secsTo(QDateTime::currentDateTimeUtc()) < 600);
        QCOMPARE(envHash(*readEnvVersion(path, version.id, state)), version.hash);
    }
    QCOMPARE(told,
        QStringList({ QStringLiteral("5 window B"), QStringLiteral("4 other B,A,HF_TOKEN"), QStringLiteral("3 switch HF_TOKEN"),
            QStringLiteral("2 window A"), QStringLiteral("1 other ") }));
    QCOMPARE(*readEnvVersion(path, 1, state), QByteArray("A=1\n"));
    QCOMPARE(*readEnvVersion(path, 3, state), QByteArray("A=2\nHF_TOKEN=x\n"));
    QCOMPARE(readEnvVersion(path, 9, state).error().code, QStringLiteral("env.no-version"));
    const QString folder = state + QStringLiteral("/history/")
        + QDir(state + QStringLiteral("/history")).entryList(QDir::AllDirs | QDir::NoDotAndDotDot).value(0);
    QCOMPARE(uint(statOf(folder).st_mode & 07777), 0700u);
    QCOMPARE(uint(statOf(folder + QStringLiteral("/00000001")).st_mode & 07777), 0600u);
    // A version cut by a power loss is not offered.
    QVERIFY(QFile::resize(folder + QStringLiteral("/00000003"), statOf(folder + QStringLiteral("/00000003")).st_size - 1));
    QCOMPARE(listEnvVersions(path, state)->size(), 4);
    QVERIFY(!readEnvVersion(path, 3, state));
}

void EnvFileTest::historyIsBounded()
{
    const QString state = file(QStringLiteral("state"));
    EnvVersions versions(state, "/some/.env");
    for (int n = 1; n <= envVersionLimit + 5; ++n)
        QVERIFY(versions.add("A=" + QByteArray::number(n) + '\n', EnvWriterKind::Window, QDateTime::currentDateTimeUtc()));
    QCOMPARE(versions.list().size(), envVersionLimit);
    QCOMPARE(versions.list().last().id, 6);
    QVERIFY(versions.add(QByteArray(12'000'000, '#'), EnvWriterKind::Window, QDateTime::currentDateTimeUtc()));
    QVERIFY(versions.add(QByteArray(12'000'000, '!'), EnvWriterKind::Window, QDateTime::currentDateTimeUtc()));
    QCOMPARE(versions.list().size(), 2);
}

void EnvFileTest::tighteningTakesOnlyForeignRights()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=1\n", 0664);
    run(QStringLiteral("setfacl"), { QStringLiteral("-m"), QStringLiteral("u:65534:r"), path });
    QVERIFY(tightenEnvFile(path));
    QCOMPARE(uint(statOf(path).st_mode & 07777), 0600u);
    QVERIFY(run(QStringLiteral("getfacl"), { QStringLiteral("-pe"), path }).contains("#effective:---"));
    QCOMPARE(tightenEnvFile(file(QStringLiteral("none"))).error().code, QStringLiteral("env.rights"));
}

void EnvFileTest::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("freePages");
    QTest::addColumn<int>("size");
    for (int pages = 0; pages <= 16; ++pages) {
        for (const int size : { 1, 100, 4096, 16383, 16384, 16385, 200'000 })
            QTest::addRow("%d pages, %d bytes", pages, size) << pages << size;
    }
}

void EnvFileTest::fullDiskKeepsTheOldFile()
{
    QFETCH(int, freePages);
    QFETCH(int, size);
    const QString folder = file(QStringLiteral("small"));
    QVERIFY(mountTmpfs(folder, QStringLiteral("size=128k")));
    const QString path = folder + QLatin1String("/.env");
    write(path, "A=old\n");
    QFile filler(folder + QLatin1String("/filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'f')) == 4096) { }
    QVERIFY(filler.resize(filler.size() / 4096 * 4096 - freePages * 4096));
    const QByteArray bytes(size, '#');
    const Result<EnvSaveReport> report = save(path, bytes);
    QCOMPARE(contentOf(path), report ? bytes : QByteArray("A=old\n"));
    QCOMPARE(report.hasValue(), bytes.size() <= freePages * 4096);
    if (!report)
        QVERIFY2(report.error().code == QLatin1String("env.unwritten") && report.error().cause.contains(QLatin1String("full")),
            qPrintable(report.error().cause));
    QVERIFY(leftovers(folder).isEmpty());
}

void EnvFileTest::noInodesKeepsTheOldFile()
{
    const QString folder = file(QStringLiteral("small"));
    QVERIFY(mountTmpfs(folder, QStringLiteral("size=64k,nr_inodes=2")));
    write(folder + QLatin1String("/.env"), "A=old\n");
    QCOMPARE(save(folder + QLatin1String("/.env"), "A=new\n").error().code, QStringLiteral("env.unwritten"));
    QCOMPARE(contentOf(folder + QLatin1String("/.env")), QByteArray("A=old\n"));
}

void EnvFileTest::fullStateFolderRefusesTheSave()
{
    write(file(QStringLiteral(".env")), "A=old\n");
    QVERIFY(mountTmpfs(file(QStringLiteral("state")), QStringLiteral("size=4k")));
    write(file(QStringLiteral("state/filler")), QByteArray(4096, 'f'));
    const Result<EnvSaveReport> report = save(file(QStringLiteral(".env")), "A=new\n");
    QCOMPARE(report.error().code, QStringLiteral("env.history"));
    QCOMPARE(contentOf(file(QStringLiteral(".env"))), QByteArray("A=old\n"));
}

void EnvFileTest::readOnlyFileSystemIsRefused()
{
    const QString folder = file(QStringLiteral("small"));
    QVERIFY(mountTmpfs(folder, QStringLiteral("size=64k")));
    write(folder + QLatin1String("/.env"), "A=old\n");
    QCOMPARE(run(QStringLiteral("mount"), { QStringLiteral("-o"), QStringLiteral("remount,ro"), folder }), QByteArray());
    QVERIFY(!readEnvFile(folder + QLatin1String("/.env"))->readOnlyReason.isEmpty());
    const Result<EnvSaveReport> report = save(folder + QLatin1String("/.env"), "A=new\n");
    QVERIFY(report.error().cause.contains(QLatin1String("read-only")));
    QCOMPARE(contentOf(folder + QLatin1String("/.env")), QByteArray("A=old\n"));
}

void EnvFileTest::readOnlyBindMountIsRefused()
{
    const QByteArray folder = QFile::encodeName(file(QStringLiteral("bound")));
    QVERIFY(QDir().mkpath(QFile::decodeName(folder)));
    write(QFile::decodeName(folder) + QStringLiteral("/.env"), "A=old\n");
    QCOMPARE(::mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr), 0);
    m_mounts << QFile::decodeName(folder);
    QCOMPARE(::mount(nullptr, folder.constData(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
    const QString path = QFile::decodeName(folder) + QStringLiteral("/.env");
    QVERIFY(!readEnvFile(path)->readOnlyReason.isEmpty());
    const Result<EnvSaveReport> report = save(path, "A=new\n");
    QVERIFY2(report.error().cause.contains(QLatin1String("read-only")), qPrintable(report.error().cause));
    QCOMPARE(contentOf(path), QByteArray("A=old\n"));
}

void EnvFileTest::immutableFileIsRefused()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, "A=old\n");
    QCOMPARE(run(QStringLiteral("chattr"), { QStringLiteral("+i"), path }), QByteArray());
    const Result<EnvSaveReport> report = save(path, "A=new\n");
    const bool readOnly = !readEnvFile(path)->readOnlyReason.isEmpty();
    QCOMPARE(run(QStringLiteral("chattr"), { QStringLiteral("-i"), path }), QByteArray());
    QVERIFY(readOnly);
    QCOMPARE(report.error().code, QStringLiteral("env.unwritten"));
    QVERIFY2(report.error().cause.contains(QLatin1String("permission")), qPrintable(report.error().cause));
    QCOMPARE(contentOf(path), QByteArray("A=old\n"));
    QVERIFY(leftovers(m_folder->path()).isEmpty());
}

void EnvFileTest::twoSaversNeverLoseAKey()
{
    const QString path = file(QStringLiteral(".env"));
    write(path, "START=1\n");
    const auto work = [&](char name) {
        for (int n = 0; n < 40;) {
            const Result<EnvFileContent> present = readEnvFile(path);
            const QByteArray line = QByteArray(1, name) + QByteArray::number(n) + "=1\n";
            n += saveEnvFile({ path, present->bytes + line, present->hash, file(QStringLiteral("state")) }).hasValue() ? 1 : 0;
        }
    };
    std::thread first(work, 'A');
    std::thread second(work, 'B');
    first.join();
    second.join();
    const QByteArray bytes = contentOf(path);
    QCOMPARE(bytes.count('\n'), 81);
    for (int n = 0; n < 40; ++n)
        QVERIFY(bytes.contains("A" + QByteArray::number(n) + "=1\n") && bytes.contains("B" + QByteArray::number(n) + "=1\n"));
}

void EnvFileTest::staleTemporaryFilesAreSwept()
{
    write(file(QStringLiteral(".env")), "A=1\n");
    write(file(QStringLiteral(".~env.fresh")), "x");
    QVERIFY(save(file(QStringLiteral(".env")), "A=2\n"));
    // The change time of a file cannot be set, so only the other half is seen here: a fresh one belongs to a running save.
    QVERIFY(QFile::exists(file(QStringLiteral(".~env.fresh"))));
}

QTEST_GUILESS_MAIN(EnvFileTest)
#include "tst_envfile.moc"
