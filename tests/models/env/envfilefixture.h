// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/envfile.h"

#include <QProcess>
#include <QtTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

inline void write(const QString &path, const QByteArray &bytes, uint mode = 0600)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

inline struct stat statOf(const QString &path)
{
    struct stat facts = {};
    ::stat(QFile::encodeName(path).constData(), &facts);
    return facts;
}

inline QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return process.readAll();
}

/// A folder for one test, in a mount namespace of the test's own.
class EnvFileFixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // Full disks, foreign owners and read-only mounts need root; the mounts stay in a namespace of this test.
        QVERIFY2(
            ::geteuid() == 0, "This test mounts small file systems: run it as root, or under “unshare --map-root-user --mount”.");
        QVERIFY2(::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0,
            "This test needs a mount namespace of its own (CAP_SYS_ADMIN).");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        for (const QString &mount : std::exchange(m_mounts, {}))
            run(QStringLiteral("umount"), { mount });
        m_folder.reset();
    }

protected:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    pilothouse::Result<pilothouse::EnvSaveReport> save(const QString &path, const QByteArray &bytes) const
    {
        const pilothouse::Result<pilothouse::EnvFileContent> present = pilothouse::readEnvFile(path);
        if (!present)
            return present.error();
        return pilothouse::saveEnvFile({ path, bytes, present->hash, file(QStringLiteral("state")) });
    }
    QStringList leftovers(const QString &folder) const
    {
        return QDir(folder).entryList({ QStringLiteral(".~env.*") }, QDir::Files | QDir::Hidden);
    }
    bool mountTmpfs(const QString &folder, const QString &options)
    {
        QDir().mkpath(folder);
        const QByteArray said = run(QStringLiteral("mount"),
            { QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options, QStringLiteral("tmpfs"), folder });
        if (!said.isEmpty())
            qWarning("%s", said.constData());
        m_mounts << folder;
        return said.isEmpty();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_mounts;
};
