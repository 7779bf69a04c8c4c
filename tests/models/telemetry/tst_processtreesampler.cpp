// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/processtreesampler.h"
#include "models/telemetry/systemmemory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace pilothouse;

class TestProcessTreeSampler : public QObject
{
    Q_OBJECT

    QTemporaryDir m_proc;

    void write(qint64 pid, const QString &file, const QByteArray &text)
    {
        const QString folder = m_proc.path() + QStringLiteral("/%1").arg(pid);
        QVERIFY(QDir().mkpath(folder));
        QFile out(folder + QLatin1Char('/') + file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }
    /// Fields of proc(5): 14 utime, 15 stime, 22 start, 24 rss in pages.
    void process(qint64 pid, qint64 parent, const QByteArray &comm, quint64 utime, quint64 start, qint64 pages,
        const QByteArray &commandLine = {}, char state = 'S')
    {
        const QByteArray stat = QByteArray::number(pid) + " (" + comm + ") " + state + ' ' + QByteArray::number(parent) + ' '
            + QByteArray::number(pid) + ' ' + QByteArray::number(pid) + " 0 -1 0 0 0 0 0 " + QByteArray::number(utime)
            + " 0 0 0 20 0 1 0 " + QByteArray::number(start) + " 1000000 " + QByteArray::number(pages) + " 0 0 0\n";
        write(pid, QStringLiteral("stat"), stat);
        write(pid, QStringLiteral("cmdline"), commandLine);
    }

private Q_SLOTS:
    void init() { QVERIFY(QDir(m_proc.path()).removeRecursively() && QDir().mkpath(m_proc.path())); }

    void treeWithMemoryAndNames()
    {
        process(10, 1, "ollama", 0, 100, 50, QByteArray("/opt/ollama/bin/ollama\0serve\0", 29));
        process(11, 10, "llama) (server", 0, 120, 200, QByteArray());
        process(12, 1, "other", 0, 130, 999);
        ProcessTreeSampler sampler(m_proc.path());
        const QList<ProcessSample> tree = sampler.sample(10, 0);
        QCOMPARE(tree.size(), 2);
        QCOMPARE(tree[0].name, QStringLiteral("ollama serve"));
        QCOMPARE(tree[0].residentBytes.value(), 50 * sysconf(_SC_PAGESIZE));
        QCOMPARE(tree[1].name, QStringLiteral("llama) (server"));
        QCOMPARE(tree[1].depth, 1);
        QVERIFY(!tree[0].cpuPercent.hasValue()); // nothing to compare with yet
    }

    void cpuIsTheDifferenceBetweenTwoSamples()
    {
        const quint64 second = quint64(ProcFs::ticksPerSecond());
        process(10, 1, "a", 1000, 100, 1);
        ProcessTreeSampler sampler(m_proc.path());
        sampler.sample(10, 5000);
        process(10, 1, "a", 1000 + second, 100, 1);
        QCOMPARE(sampler.sample(10, 7000).first().cpuPercent.value(), 50.0);
        QCOMPARE(sampler.sample(10, 8000).first().cpuPercent.value(), 0.0); // a true 0: it slept
    }

    void reusedPidIsAnotherProcess()
    {
        process(10, 1, "a", 1000, 100, 1);
        process(11, 10, "b", 500, 110, 1);
        ProcessTreeSampler sampler(m_proc.path());
        sampler.sample(10, 0);
        process(11, 10, "c", 9000, 400, 1);
        const QList<ProcessSample> tree = sampler.sample(10, 1000);
        QVERIFY(tree[0].cpuPercent.hasValue());
        QVERIFY(!tree[1].cpuPercent.hasValue());
    }

    void goneProcessIsAnEmptyTree()
    {
        ProcessTreeSampler sampler(m_proc.path());
        QVERIFY(sampler.sample(4711, 0).isEmpty());
        process(10, 1, "a", 0, 100, 1, {}, 'Z');
        QVERIFY(sampler.sample(10, 0).isEmpty());
    }

    void namesAreShortAndPlain_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("name");
        QTest::newRow("options are left out")
            << QStringList{ QStringLiteral("/x/llama-server"), QStringLiteral("--model") } << QStringLiteral("llama-server");
        QTest::newRow("script") << QStringList{ QStringLiteral("/v/bin/python3"), QStringLiteral("/v/bin/vllm"),
            QStringLiteral("serve"), QStringLiteral("m") }
                                << QStringLiteral("vllm serve");
        QTest::newRow("module") << QStringList{ QStringLiteral("python"), QStringLiteral("-m"), QStringLiteral("http.server") }
                                << QStringLiteral("http.server");
        QTest::newRow("code is no name") << QStringList{ QStringLiteral("python3"), QStringLiteral("-c"), QStringLiteral("x=1") }
                                         << QStringLiteral("python3");
        QTest::newRow("title") << QStringList{ QStringLiteral("VLLM::EngineCore") } << QStringLiteral("VLLM::EngineCore");
        QTest::newRow("kernel thread") << QStringList() << QStringLiteral("comm");
        QTest::newRow("a key is no word") << QStringList{ QStringLiteral("srv"), QStringLiteral("sk-12345678901234567890") }
                                          << QStringLiteral("srv");
    }
    void namesAreShortAndPlain()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, name);
        QCOMPARE(processDisplayName(arguments, QStringLiteral("comm")), name);
    }

    void ownProcessIsMeasured()
    {
        ProcessTreeSampler sampler(QStringLiteral("/proc"));
        const QList<ProcessSample> tree = sampler.sample(getpid(), 0);
        QVERIFY(!tree.isEmpty());
        QVERIFY(tree.first().residentBytes.value() > 1 << 20);
    }

    void meminfoUsedIsTotalWithoutAvailable()
    {
        const SystemMemory memory = parseMeminfo("MemTotal:       16314120 kB\nMemFree: 5 kB\nMemAvailable:    6314120 kB\n");
        QCOMPARE(memory.total.value(), 16314120LL * 1024);
        QCOMPARE(memory.used.value(), 10'000'000LL * 1024);
        QVERIFY(!parseMeminfo("MemTotal: 5 kB\n").used.hasValue()); // an old kernel: missing, not everything
        QCOMPARE(systemMemory(QStringLiteral("/nonexistent")).used.state(), Reading<qint64>::State::Failed);
    }
};

QTEST_GUILESS_MAIN(TestProcessTreeSampler)
#include "tst_processtreesampler.moc"
