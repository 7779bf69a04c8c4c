// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/telemetry/gpujson.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace pilothouse;

class TestGpuJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreNumbersAndUnknownOnesNull()
    {
        GpuSample gpu;
        gpu.id = QStringLiteral("GPU-1");
        gpu.name = QStringLiteral("Fake");
        gpu.vendor = QStringLiteral("NVIDIA");
        gpu.source = QStringLiteral("NVML 1");
        gpu.totalBytes = 25'769'803'776LL;
        gpu.usedBytes = Reading<qint64>::failed(QStringLiteral("why"));
        gpu.utilizationPercent = 0;
        gpu.processesKnown = true;
        gpu.processes = { { 7, QStringLiteral("ollama"), Reading<qint64>(5) }, { 8, QString(), {} } };
        gpu.problems = { QStringLiteral("why") };
        QCOMPARE(QJsonDocument(gpuJson({ gpu })).toJson(QJsonDocument::Compact),
            QByteArray("[{\"id\":\"GPU-1\",\"memory\":{\"free_bytes\":null,\"reserved_bytes\":null,"
                       "\"total_bytes\":25769803776,\"used_bytes\":null},\"name\":\"Fake\",\"power_w\":null,"
                       "\"problems\":[\"why\"],\"processes\":[{\"bytes\":5,\"name\":\"ollama\",\"pid\":7},"
                       "{\"bytes\":null,\"name\":null,\"pid\":8}],\"source\":\"NVML 1\",\"temperature_c\":null,"
                       "\"utilization_percent\":0,\"vendor\":\"NVIDIA\"}]"));
    }

    void unreadProcessListIsNull()
    {
        const QJsonObject gpu = gpuJson({ GpuSample() }).first().toObject();
        QVERIFY(gpu.value(QStringLiteral("processes")).isNull());
        QVERIFY(gpuJson({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGpuJson)
#include "tst_gpujson.moc"
