// SPDX-License-Identifier: GPL-3.0-or-later
#include "envfilefixture.h"
#include "models/env/envversions.h"

#include <thread>

using namespace pilothouse;

class EnvFileTest : public EnvFileFixture
{
    Q_OBJECT
private Q_SLOTS:
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
    void twoSaversNeverLoseAKey();
    void staleTemporaryFilesAreSwept();
};

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
