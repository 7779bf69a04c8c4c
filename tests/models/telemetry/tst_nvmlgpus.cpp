// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/nvmlerror.h"
#include "models/telemetry/nvmlgpus.h"
#include "models/telemetry/nvmlprocesses.h"
#include "tests/support/fakenvml/fakenvmlcontrol.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace pilothouse;

class TestNvmlGpus : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;

    NvmlGpus gpus(const QString &variant = QStringLiteral("full"))
    {
        if (QFile::exists(fakenvml::path(variant)))
            fakenvml::reset(variant);
        return NvmlGpus(
            { fakenvml::path(variant), m_root.path() + QStringLiteral("/proc"), m_root.path() + QStringLiteral("/sys") });
    }
    void write(const QString &path, const QByteArray &text)
    {
        const QString whole = m_root.path() + QLatin1Char('/') + path;
        QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void addPciGpu(const QString &address, const QByteArray &status)
    {
        const QString folder = QStringLiteral("sys/bus/pci/devices/") + address;
        write(folder + QStringLiteral("/vendor"), "0x10de\n");
        write(folder + QStringLiteral("/class"), "0x030000\n");
        write(folder + QStringLiteral("/power/runtime_status"), status + '\n');
    }

private Q_SLOTS:
    void init() { QVERIFY(QDir(m_root.path()).removeRecursively() && QDir().mkpath(m_root.path())); }

    void allFiguresOfAHealthyGpu()
    {
        NvmlGpus reader = gpus();
        const GpuReport report = reader.sample(0, true);
        QCOMPARE(report.gpus.size(), 1);
        QVERIFY(report.absence.isEmpty());
        const GpuSample gpu = report.gpus.first();
        QCOMPARE(gpu.id, QStringLiteral("GPU-0"));
        QCOMPARE(gpu.name, QStringLiteral("Fake GPU"));
        QCOMPARE(gpu.source, QStringLiteral("NVML 550.54.14"));
        QCOMPARE(gpu.totalBytes.value(), 24LL << 30);
        QCOMPARE(gpu.usedBytes.value(), 8'000'000'000LL); // without reserved
        QCOMPARE(gpu.reservedBytes.value(), 400'000'000LL);
        QCOMPARE(gpu.freeBytes.value(), (24LL << 30) - 8'400'000'000LL);
        QCOMPARE(gpu.utilizationPercent.value(), 42);
        QCOMPARE(gpu.temperatureCelsius.value(), 61);
        QCOMPARE(gpu.powerWatts.value(), 123.4);
        QVERIFY(gpu.problems.isEmpty());
    }

    void processInBothListsCountsOnceWithTheLargerFigure()
    {
        NvmlGpus reader = gpus();
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QVERIFY(gpu.processesKnown);
        QCOMPARE(gpu.processes.size(), 2);
        QCOMPARE(gpu.processes[1].pid, 1001);
        QCOMPARE(gpu.processes[1].bytes.value(), 2'000'000);
    }

    void processListIsReadOnlyWhenAsked()
    {
        NvmlGpus reader = gpus();
        QVERIFY(!reader.sample(0, false).gpus.first().processesKnown);
        QCOMPARE(fakenvml::calls("nvmlDeviceGetComputeRunningProcesses_v3"), 0);
        reader.sample(1000, true);
        const GpuSample kept = reader.sample(2000, false).gpus.first();
        QCOMPARE(kept.processes.size(), 2); // of the sample before
        QCOMPARE(fakenvml::calls("nvmlDeviceGetComputeRunningProcesses_v3"), 2); // length, then content
    }

    void growingProcessListIsAskedAgain()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("procs=40;grow=3");
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QCOMPARE(gpu.processes.size(), 40);
        QCOMPARE(gpu.processes.last().bytes.value(), 40'000'000);
    }

    void processListThatNeverStopsGrowingIsUnknown()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("grow=1000");
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QVERIFY(!gpu.processesKnown);
        QCOMPARE(gpu.usedBytes.value(), 8'000'000'000LL);
    }

    void emptyProcessListIsKnownToBeEmpty()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("procs=0");
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QVERIFY(gpu.processesKnown);
        QVERIFY(gpu.processes.isEmpty());
    }

    void unavailableProcessMemoryIsMissingAndNotHuge()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("na=1");
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QCOMPARE(gpu.processes.size(), 2);
        QVERIFY(!gpu.processes.first().bytes.hasValue());
    }

    void longElementOfAnEarly535DriverIsReadRight_data()
    {
        QTest::addColumn<QString>("variant");
        QTest::newRow("announced by its symbols") << QStringLiteral("quirk535");
        QTest::newRow("found by what was written") << QStringLiteral("full");
    }
    void longElementOfAnEarly535DriverIsReadRight()
    {
        QFETCH(QString, variant);
        NvmlGpus reader = gpus(variant);
        fakenvml::set("stride=32;procs=3");
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QCOMPARE(gpu.processes.size(), 3);
        QCOMPARE(gpu.processes[2].pid, 1002);
        QCOMPARE(gpu.processes[2].bytes.value(), 3'000'000);
    }

    void elementSizeFallsBackToTheExpectedOne()
    {
        QByteArray buffer(96, 'x');
        QCOMPARE(nvmlElementSize(buffer, 2, char(0xA5), 24), 24); // all written: tells nothing
        buffer.fill(char(0xA5));
        QCOMPARE(nvmlElementSize(buffer, 0, char(0xA5), 24), 24);
        buffer.replace(0, 50, QByteArray(50, 'x'));
        QCOMPARE(nvmlElementSize(buffer, 2, char(0xA5), 24), 24); // 25 is no known size
    }

    void oldestInterfaceIsEnough()
    {
        NvmlGpus reader = gpus(QStringLiteral("oldest"));
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QCOMPARE(gpu.usedBytes.value(), 8'400'000'000LL); // that interface counts reserved as used
        QVERIFY(!gpu.reservedBytes.hasValue());
        QCOMPARE(gpu.temperatureCelsius.value(), 61);
        QCOMPARE(gpu.processes.size(), 2);
        QCOMPARE(gpu.processes[1].bytes.value(), 2'000'000);
    }

    void anyOneMissingSymbolCostsOnlyItsFigure_data()
    {
        QTest::addColumn<QString>("symbol");
        for (const char *symbol : { "nvmlSystemGetDriverVersion", "nvmlSystemGetNVMLVersion", "nvmlDeviceGetHandleByPciBusId_v2",
                 "nvmlDeviceGetName", "nvmlDeviceGetUUID", "nvmlDeviceGetPciInfo_v3", "nvmlDeviceGetMemoryInfo",
                 "nvmlDeviceGetMemoryInfo_v2", "nvmlDeviceGetUtilizationRates", "nvmlDeviceGetTemperature",
                 "nvmlDeviceGetTemperatureV", "nvmlDeviceGetPowerUsage", "nvmlDeviceGetComputeRunningProcesses_v3",
                 "nvmlDeviceGetGraphicsRunningProcesses_v3", "nvmlDeviceGetMigMode", "nvmlDeviceGetMaxMigDeviceCount",
                 "nvmlDeviceGetMigDeviceHandleByIndex", "nvmlInit_v2", "nvmlDeviceGetCount_v2", "nvmlDeviceGetHandleByIndex_v2" })
            QTest::newRow(symbol) << QString::fromLatin1(symbol);
    }
    void anyOneMissingSymbolCostsOnlyItsFigure()
    {
        QFETCH(QString, symbol);
        NvmlGpus reader = gpus(QStringLiteral("without_") + symbol);
        const GpuReport report = reader.sample(0, true);
        QCOMPARE(report.gpus.size(), 1);
        const GpuSample gpu = report.gpus.first();
        QVERIFY2(gpu.problems.isEmpty(), qPrintable(gpu.problems.join(QLatin1Char('\n'))));
        QVERIFY(!gpu.id.isEmpty());
        QVERIFY(gpu.usedBytes.hasValue());
        QVERIFY(gpu.temperatureCelsius.hasValue());
        QCOMPARE(gpu.processes.size(), 2);
        QCOMPARE(gpu.utilizationPercent.hasValue(), symbol != QLatin1String("nvmlDeviceGetUtilizationRates"));
        QCOMPARE(gpu.powerWatts.hasValue(), symbol != QLatin1String("nvmlDeviceGetPowerUsage"));
    }

    void missingRequiredSymbolIsSaid()
    {
        NvmlGpus reader = gpus(QStringLiteral("without_nvmlErrorString"));
        const GpuReport report = reader.sample(0, true);
        QVERIFY(report.gpus.isEmpty());
        QVERIFY(report.absence.contains(QStringLiteral("lacks functions")));
    }

    void missingLibraryIsSaid()
    {
        NvmlGpus reader = gpus(QStringLiteral("does-not-exist"));
        const GpuReport report = reader.sample(0, true);
        QVERIFY(report.gpus.isEmpty());
        QVERIFY(report.absence.contains(QStringLiteral("No NVIDIA driver library")));
    }

    void wrongStructVersionFallsBackToTheOldCall()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("memv2=25");
        QCOMPARE(reader.sample(0, true).gpus.first().usedBytes.value(), 8'400'000'000LL);
        fakenvml::set("");
        QCOMPARE(reader.sample(1000, true).gpus.first().usedBytes.value(), 8'400'000'000LL); // one history, one way of counting
        QCOMPARE(fakenvml::calls("nvmlDeviceGetMemoryInfo_v2"), 1);
    }

    void usedThatHoldsReservedIsCorrected()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("reserved=1");
        const GpuSample gpu = reader.sample(0, true).gpus.first();
        QCOMPARE(gpu.usedBytes.value(), 8'000'000'000LL);
    }

    void notSupportedIsRememberedPerMetric()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("util=3");
        for (int i = 0; i < 5; ++i) {
            const GpuSample gpu = reader.sample(i * 1000, false).gpus.first();
            QCOMPARE(gpu.utilizationPercent.state(), Reading<int>::State::NotSupported);
            QVERIFY(gpu.powerWatts.hasValue());
            QVERIFY(gpu.problems.isEmpty());
        }
        QCOMPARE(fakenvml::calls("nvmlDeviceGetUtilizationRates"), 1);
    }

    void noPermissionIsAskedAgain()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("power=4");
        const GpuSample refused = reader.sample(0, false).gpus.first();
        QCOMPARE(refused.powerWatts.state(), Reading<double>::State::Failed);
        QVERIFY(refused.problems.first().contains(QStringLiteral("refused")));
        QVERIFY(refused.usedBytes.hasValue());
        fakenvml::set("");
        QVERIFY(reader.sample(1000, false).gpus.first().powerWatts.hasValue());
    }

    void unifiedMemoryShowsTheSystems()
    {
        write(QStringLiteral("proc/meminfo"), "MemTotal: 1000 kB\nMemFree: 1 kB\nMemAvailable: 400 kB\n");
        for (const QByteArray &settings : { QByteArray("mem=3"), QByteArray("zerototal=1") }) {
            NvmlGpus reader = gpus();
            fakenvml::set(settings);
            for (int i = 0; i < 2; ++i) {
                const GpuSample gpu = reader.sample(i * 1000, false).gpus.first();
                QVERIFY(gpu.unifiedMemory);
                QCOMPARE(gpu.totalBytes.value(), 1000 * 1024);
                QCOMPARE(gpu.usedBytes.value(), 600 * 1024);
            }
        }
    }

    void otherMemoryErrorIsNotTakenForUnifiedMemory()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("mem=10");
        const GpuSample gpu = reader.sample(0, false).gpus.first();
        QVERIFY(!gpu.unifiedMemory);
        QCOMPARE(gpu.usedBytes.state(), Reading<qint64>::State::Failed);
    }

    void lostGpuIsNotCalledAgainAndTheOtherGoesOn()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("count=2");
        QCOMPARE(reader.sample(0, false).gpus.size(), 2);
        fakenvml::set("count=2;lost=1");
        const GpuSample lost = reader.sample(1000, false).gpus[1];
        QCOMPARE(lost.usedBytes.state(), Reading<qint64>::State::Failed);
        QVERIFY(lost.problems.first().contains(QStringLiteral("fell off the bus")));
        const int before = fakenvml::calls("nvmlDeviceGetMemoryInfo_v2");
        const GpuReport later = reader.sample(2000, true);
        QCOMPARE(fakenvml::calls("nvmlDeviceGetMemoryInfo_v2"), before + 1); // only GPU 0
        QVERIFY(later.gpus[0].usedBytes.hasValue());
        QCOMPARE(later.gpus[1].id, QStringLiteral("GPU-1"));
        QVERIFY(!later.gpus[1].usedBytes.hasValue());
        QVERIFY(!later.gpus[1].processesKnown);
    }

    void oneGpuThatCannotBeOpenedDoesNotHideTheOthers()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("count=2;handle0=4");
        const GpuReport report = reader.sample(0, false);
        QCOMPARE(report.gpus.size(), 1);
        QCOMPARE(report.gpus.first().id, QStringLiteral("GPU-1"));
        QVERIFY(report.gpus.first().problems.first().contains(QStringLiteral("Another GPU could not be opened")));
    }

    void versionMismatchNamesBothVersionsAndWaits()
    {
        write(QStringLiteral("proc/driver/nvidia/version"),
            "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12\nGCC version: gcc 12\n");
        NvmlGpus reader = gpus();
        fakenvml::set("init=18");
        const GpuReport report = reader.sample(0, false);
        QVERIFY(report.absence.contains(QStringLiteral("550.54.14")));
        QVERIFY(report.absence.contains(QStringLiteral("535.183.01")));
        QVERIFY(report.absence.contains(QStringLiteral("Reboot")));
        fakenvml::set("");
        QVERIFY(reader.sample(59'000, false).gpus.isEmpty());
        QCOMPARE(fakenvml::calls("nvmlInit_v2"), 1);
        QCOMPARE(reader.sample(60'000, false).gpus.size(), 1);
    }

    void driverNotLoadedIsTriedAgainSlowly()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("init=9");
        QVERIFY(reader.sample(0, false).absence.contains(QStringLiteral("not loaded")));
        reader.sample(10'000, false);
        QCOMPARE(fakenvml::calls("nvmlInit_v2"), 1);
        fakenvml::set("");
        QCOMPARE(reader.sample(30'000, false).gpus.size(), 1);
    }

    void moduleVersionIsReadFromBothKindsOfDriver()
    {
        QCOMPARE(nvidiaModuleVersion("NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  555.42.02  Release Build\n"),
            QStringLiteral("555.42.02"));
        QVERIFY(nvidiaModuleVersion("something else").isEmpty());
    }

    void unknownErrorCountsAsLostOnlyAfterSeveralInARow()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("util=999");
        QVERIFY(reader.sample(0, false).gpus.first().usedBytes.hasValue());
        fakenvml::set("util=999;memv2=999;temp=999;power=999");
        reader.sample(1000, false);
        reader.sample(2000, false);
        const int before = fakenvml::calls("nvmlDeviceGetPowerUsage");
        QVERIFY(!reader.sample(3000, false).gpus.first().usedBytes.hasValue());
        QCOMPARE(fakenvml::calls("nvmlDeviceGetPowerUsage"), before);
    }

    void migInstancesAreLeavesAndHolesAreSkipped()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("count=2;mig=0");
        const GpuReport report = reader.sample(0, true);
        QCOMPARE(report.gpus.size(), 3);
        QCOMPARE(report.gpus[0].id, QStringLiteral("MIG-100"));
        QCOMPARE(report.gpus[1].id, QStringLiteral("MIG-102")); // after the hole
        QCOMPARE(report.gpus[2].id, QStringLiteral("GPU-1"));
        QVERIFY(report.gpus[1].usedBytes.hasValue());
        QCOMPARE(report.gpus[1].utilizationPercent.state(), Reading<int>::State::NotSupported);
    }

    void removedGpuKeepsItsRowAndReturnsByItsId()
    {
        NvmlGpus reader = gpus();
        fakenvml::set("count=2");
        QCOMPARE(reader.sample(0, false).gpus.size(), 2);
        fakenvml::set("count=1");
        const GpuReport removed = reader.sample(10'000, false);
        QCOMPARE(removed.gpus.size(), 2);
        QVERIFY(removed.gpus[1].problems.first().contains(QStringLiteral("no longer present")));
        fakenvml::set("count=2");
        QVERIFY(reader.sample(30'000, false).gpus[1].usedBytes.hasValue());
    }

    void sleepingGpuIsNotCalled()
    {
        addPciGpu(QStringLiteral("0000:01:00.0"), "active");
        NvmlGpus reader = gpus();
        QVERIFY(reader.sample(0, true).gpus.first().usedBytes.hasValue());
        addPciGpu(QStringLiteral("0000:01:00.0"), "suspended");
        const int before = fakenvml::calls("nvmlDeviceGetMemoryInfo_v2");
        const GpuSample asleep = reader.sample(1000, true).gpus.first();
        QCOMPARE(asleep.id, QStringLiteral("GPU-0"));
        QCOMPARE(asleep.usedBytes.state(), Reading<qint64>::State::Failed);
        QVERIFY(asleep.problems.first().contains(QStringLiteral("asleep")));
        QCOMPARE(fakenvml::calls("nvmlDeviceGetMemoryInfo_v2"), before);
    }

    void gpuAsleepAtTheStartHasARowAndTheLibraryIsNotStarted()
    {
        addPciGpu(QStringLiteral("0000:01:00.0"), "suspended");
        NvmlGpus reader = gpus();
        const GpuReport report = reader.sample(0, true);
        QCOMPARE(report.gpus.size(), 1);
        QCOMPARE(report.gpus.first().id, QStringLiteral("0000:01:00.0"));
        QCOMPARE(fakenvml::calls("nvmlInit_v2"), 0);
        addPciGpu(QStringLiteral("0000:01:00.0"), "active");
        QCOMPARE(reader.sample(1000, true).gpus.first().id, QStringLiteral("GPU-0"));
    }

    void besideASleepingGpuOnlyTheAwakeOneIsOpened()
    {
        addPciGpu(QStringLiteral("0000:01:00.0"), "suspended");
        addPciGpu(QStringLiteral("0000:02:00.0"), "active");
        NvmlGpus reader = gpus();
        fakenvml::set("count=2");
        QCOMPARE(reader.sample(0, true).gpus.size(), 2);
        QCOMPARE(fakenvml::calls("nvmlDeviceGetHandleByIndex_v2"), 0);
        addPciGpu(QStringLiteral("0000:01:00.0"), "active");
        const GpuReport woken = reader.sample(20'000, true);
        QCOMPARE(woken.gpus.size(), 2);
        QVERIFY(woken.gpus[0].usedBytes.hasValue() && woken.gpus[1].usedBytes.hasValue());
    }

    void lostConnectionToTheDriverIsOpenedAgain()
    {
        NvmlGpus reader = gpus();
        reader.sample(0, false);
        fakenvml::reset(); // the library forgot nvmlInit
        QVERIFY(!reader.sample(1000, false).gpus.first().usedBytes.hasValue());
        QVERIFY(reader.sample(2000, false).gpus.first().usedBytes.hasValue());
    }

    void busAddressOfAnyDomainWidthMatchesSysfs()
    {
        QCOMPARE(pciAddressFromNvml(QStringLiteral("00000000:0A:00.0")), QStringLiteral("0000:0a:00.0"));
        QCOMPARE(pciAddressFromNvml(QStringLiteral("000F:01:00.0")), QStringLiteral("000f:01:00.0"));
        QCOMPARE(pciAddressFromNvml(QStringLiteral("00010000:01:00.0")), QStringLiteral("10000:01:00.0"));
    }
};

QTEST_GUILESS_MAIN(TestNvmlGpus)
#include "tst_nvmlgpus.moc"
