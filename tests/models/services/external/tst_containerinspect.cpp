// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/external/containerinspect.h"
#include "models/services/external/externalverdict.h"

#include <QFile>
#include <QTest>

using namespace pilothouse;

// "docker inspect" of a real engine (docker.io 20.10 with containers of compose 2.40.3).
class ContainerInspectTest : public QObject
{
    Q_OBJECT

    QByteArray m_json;

    ContainerFacts of(const char *service, bool here = true) const
    {
        const Result<QList<ContainerFacts>> read = readInspect(m_json, here);
        for (const ContainerFacts &facts : read ? *read : QList<ContainerFacts>()) {
            if (facts.service == QLatin1String(service))
                return facts;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/docker/inspect.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_json = file.readAll();
    }

    void aRunningContainer()
    {
        const ContainerFacts facts = of("vllm");
        QCOMPARE(facts.state, QStringLiteral("running"));
        QCOMPARE(facts.health, QStringLiteral("healthy"));
        QCOMPARE(facts.image, QStringLiteral("pilothouse/llama-server:test"));
        QCOMPARE(facts.id.size(), 64);
        QVERIFY(facts.pid && *facts.pid > 0);
        QVERIFY(!facts.exitCode);
        QVERIFY(facts.startedAt.isValid());
        QCOMPARE(facts.environment.value(QStringLiteral("A")), QStringLiteral("1"));
        QCOMPARE(facts.arguments.mid(0, 5),
            (QStringList{ QStringLiteral("llama-server"), QStringLiteral("-m"), QStringLiteral("/models/tiny.gguf"),
                QStringLiteral("--alias"), QStringLiteral("tiny") }));
        QCOMPARE(facts.ports, (QList<QPair<int, QString>>{ { 8000, QStringLiteral("127.0.0.1:8001") } }));
    }

    void anEngineElsewhereHasNoPidHere() { QVERIFY(!of("vllm", false).pid); }

    void aCrashedContainer()
    {
        const ContainerFacts facts = of("crash");
        QCOMPARE(facts.state, QStringLiteral("exited"));
        QCOMPARE(facts.exitCode, 1);
        QVERIFY(!facts.pid);
        QVERIFY(!facts.isRunning());
    }

    void aContainerThatCouldNotBeStarted()
    {
        const ContainerFacts facts = of("gpu");
        QCOMPARE(facts.state, QStringLiteral("created"));
        QVERIFY(!facts.exitCode);
        QVERIFY(!facts.startedAt.isValid());
        ExternalFacts external;
        external.end = ExternalEnd{ {}, false, false, facts.error, {} };
        LaunchSpec spec;
        spec.compose = ComposeTarget{};
        QCOMPARE(explainExternalEnd(external, spec, false, Redactor()).code, QStringLiteral("docker.gpu-runtime"));
    }

    void theKernelsEndIsNamed()
    {
        ExternalFacts facts;
        facts.end = ExternalEnd{ 137, true, false, {}, {} };
        const Error error = explainExternalEnd(facts, LaunchSpec(), true, Redactor());
        QCOMPARE(error.code, QStringLiteral("memory.container"));
        QVERIFY(error.cause.contains(QStringLiteral("137")));
    }

    void logLinesAreRedacted()
    {
        ExternalFacts facts;
        facts.end = ExternalEnd{ 3, false, false, {}, { QStringLiteral("key is hf_secretsecretsecret") } };
        const Redactor redactor({ { QStringLiteral("HF_TOKEN"), QStringLiteral("hf_secretsecretsecret") } });
        const Error error = explainExternalEnd(facts, LaunchSpec(), false, redactor);
        QVERIFY(error.cause.contains(QStringLiteral("exit code 3")));
        QVERIFY(!error.detail.contains(QStringLiteral("secretsecret")));
    }

    void whatIsNoAnswerIsAnError()
    {
        QVERIFY(!readInspect("", true));
        QVERIFY(!readInspect("{\"a\":1}", true));
        QVERIFY(readInspect("[{}, 3, null]", true));
        QCOMPARE(readInspect("[]", true)->size(), 0);
    }
};

QTEST_GUILESS_MAIN(ContainerInspectTest)
#include "tst_containerinspect.moc"
