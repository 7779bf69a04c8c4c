// SPDX-License-Identifier: GPL-3.0-or-later
#include "envfilefixture.h"

using namespace pilothouse;

/// Disks that are full, read-only or closed to the save: the old file stays.
class EnvDiskTest : public EnvFileFixture
{
    Q_OBJECT
private Q_SLOTS:
    void fullDiskKeepsTheOldFile_data();
    void fullDiskKeepsTheOldFile();
    void noInodesKeepsTheOldFile();
    void fullStateFolderRefusesTheSave();
    void readOnlyFileSystemIsRefused();
    void readOnlyBindMountIsRefused();
    void immutableFileIsRefused();
};

void EnvDiskTest::fullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<int>("freePages");
    QTest::addColumn<int>("size");
    for (int pages = 0; pages <= 16; ++pages) {
        for (const int size : { 1, 100, 4096, 16383, 16384, 16385, 200'000 })
            QTest::addRow("%d pages, %d bytes", pages, size) << pages << size;
    }
}

void EnvDiskTest::fullDiskKeepsTheOldFile()
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

void EnvDiskTest::noInodesKeepsTheOldFile()
{
    const QString folder = file(QStringLiteral("small"));
    QVERIFY(mountTmpfs(folder, QStringLiteral("size=64k,nr_inodes=2")));
    write(folder + QLatin1String("/.env"), "A=old\n");
    QCOMPARE(save(folder + QLatin1String("/.env"), "A=new\n").error().code, QStringLiteral("env.unwritten"));
    QCOMPARE(contentOf(folder + QLatin1String("/.env")), QByteArray("A=old\n"));
}

void EnvDiskTest::fullStateFolderRefusesTheSave()
{
    write(file(QStringLiteral(".env")), "A=old\n");
    QVERIFY(mountTmpfs(file(QStringLiteral("state")), QStringLiteral("size=4k")));
    write(file(QStringLiteral("state/filler")), QByteArray(4096, 'f'));
    const Result<EnvSaveReport> report = save(file(QStringLiteral(".env")), "A=new\n");
    QCOMPARE(report.error().code, QStringLiteral("env.history"));
    QCOMPARE(contentOf(file(QStringLiteral(".env"))), QByteArray("A=old\n"));
}

void EnvDiskTest::readOnlyFileSystemIsRefused()
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

void EnvDiskTest::readOnlyBindMountIsRefused()
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

void EnvDiskTest::immutableFileIsRefused()
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

QTEST_GUILESS_MAIN(EnvDiskTest)
#include "tst_envdisk.moc"
