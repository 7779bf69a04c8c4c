// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/procfs.h"

#include <QDir>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace pilothouse;

class ProcFsTest : public QObject
{
    Q_OBJECT

    // a made-up /proc: pid, parent, group, session, state, start
    static void addProcess(
        const QString &root, qint64 pid, qint64 parent, qint64 group, qint64 session, char state, quint64 start)
    {
        QDir().mkpath(QStringLiteral("%1/%2").arg(root).arg(pid));
        QFile file(QStringLiteral("%1/%2/stat").arg(root).arg(pid));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral("%1 (a) b) %2 %3 %4 %5 0 -1 0 0 0 0 0 7 5 0 0 20 0 1 0 %6 1000 3 0\n")
                       .arg(pid)
                       .arg(QLatin1Char(state))
                       .arg(parent)
                       .arg(group)
                       .arg(session)
                       .arg(start)
                       .toUtf8());
    }

private Q_SLOTS:
    void aNameWithParenthesesDoesNotShiftTheFields()
    {
        QTemporaryDir root;
        addProcess(root.path(), 42, 7, 40, 39, 'S', 1234);
        const auto stat = ProcFs(root.path()).stat(42);
        QVERIFY(stat);
        QCOMPARE(stat->name, QStringLiteral("a) b"));
        QCOMPARE(stat->parentPid, 7);
        QCOMPARE(stat->group, 40);
        QCOMPARE(stat->session, 39);
        QCOMPARE(stat->startTicks, 1234u);
        QCOMPARE(stat->cpuTicks, 12u);
        QCOMPARE(stat->residentBytes, 3 * ::sysconf(_SC_PAGESIZE));
    }

    void zombiesAndOtherStartTimesAreNotAlive()
    {
        QTemporaryDir root;
        addProcess(root.path(), 42, 1, 42, 42, 'Z', 5);
        addProcess(root.path(), 43, 1, 43, 43, 'S', 6);
        const ProcFs procFs(root.path());
        QVERIFY(!procFs.isAlive({ 42, 5 }));
        QVERIFY(procFs.isAlive({ 43, 6 }));
        QVERIFY(!procFs.isAlive({ 43, 7 }));
        QVERIFY(!procFs.isAlive({ 44, 1 }));
    }

    void theTreeHoldsDescendantsAndOrphansOfTheGroupParentsFirst()
    {
        QTemporaryDir root;
        addProcess(root.path(), 10, 1, 10, 10, 'S', 1);
        addProcess(root.path(), 11, 10, 10, 10, 'S', 2);
        addProcess(root.path(), 12, 11, 12, 12, 'S', 3); // own session, still a descendant
        addProcess(root.path(), 13, 1, 10, 10, 'S', 4); // its parent is gone
        addProcess(root.path(), 14, 10, 10, 10, 'Z', 5);
        addProcess(root.path(), 15, 1, 15, 15, 'S', 6); // a stranger
        QList<qint64> pids;
        QList<int> depths;
        for (const ProcessNode &node : ProcFs(root.path()).tree(10)) {
            pids << node.stat.pid;
            depths << node.depth;
        }
        QCOMPARE(pids, (QList<qint64>{ 10, 11, 12, 13 }));
        QCOMPARE(depths, (QList<int>{ 0, 1, 2, 1 }));
    }

    void weAreFoundAsTheHolderOfOurPort()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const ProcFs procFs;
        QVERIFY(procFs.isListening(server.serverPort()));
        const auto holder = procFs.portHolder(server.serverPort());
        QVERIFY(holder);
        QCOMPARE(holder->pid, std::optional<qint64>(::getpid()));
        QCOMPARE(holder->user, procFs.user(::getpid()));
        QVERIFY(holder->commandLine.contains(QLatin1String("tst_procfs")));
        const int port = server.serverPort();
        server.close();
        QVERIFY(!procFs.isListening(port));
        QVERIFY(!procFs.portHolder(port));
    }

    void aHolderWithHiddenDescriptorsStillHasItsUser()
    {
        QTemporaryDir root;
        QDir().mkpath(root.path() + QStringLiteral("/net"));
        QFile table(root.path() + QStringLiteral("/net/tcp"));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
                    "   0: 0100007F:2CAA 00000000:0000 0A 00000000:00000000 00:00000000 00000000     1        0 4711 1\n");
        table.close();
        const auto holder = ProcFs(root.path()).portHolder(11434);
        QVERIFY(holder);
        QVERIFY(!holder->pid);
        QCOMPARE(holder->user, QStringLiteral("daemon"));
    }

    void ourOwnDataIsReadable()
    {
        const ProcFs procFs;
        QVERIFY(!procFs.bootId().isEmpty());
        QVERIFY(procFs.commandLine(::getpid()).first().contains(QLatin1String("tst_procfs")));
        QCOMPARE(procFs.userId(::getpid()), std::optional<uint>(::geteuid()));
        QVERIFY(procFs.environment(::getpid())->contains("QT_QPA_PLATFORM") || !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"));
    }
};

QTEST_GUILESS_MAIN(ProcFsTest)
#include "tst_procfs.moc"
