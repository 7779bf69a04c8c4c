// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/providerverdict.h"

#include <QTest>

using namespace pilothouse;

class ProviderVerdictTest : public QObject
{
    Q_OBJECT

    static ProbeResult ollama(const QStringList &served, const QStringList &installed)
    {
        ProbeResult probe;
        probe.connected = probe.answered = probe.installedKnown = true;
        probe.providerName = QStringLiteral("Ollama");
        for (const QString &name : served)
            probe.served << ServedModel{ ModelName(name), {}, {}, {}, {} };
        for (const QString &name : installed) {
            ModelEntry entry;
            entry.name = ModelName(name);
            probe.installed << entry;
        }
        return probe;
    }

    static ProviderExpectation starting(const QString &model, LauncherKind launcher = LauncherKind::Ollama)
    {
        return { launcher, Endpoint::loopback(1), ModelName(model), true, true };
    }

    static ProbeResult refused()
    {
        ProbeResult probe;
        probe.refused = true;
        probe.error = Error{ QStringLiteral("http.refused"), QStringLiteral("refused"), {}, {}, {} };
        return probe;
    }

private Q_SLOTS:
    void aServedModelIsReady()
    {
        QCOMPARE(
            judgeProbe(ollama({ QStringLiteral("a:latest") }, {}), starting(QStringLiteral("a"))).state, ProviderState::Ready);
    }

    void anInstalledModelIsLoadedOnlyWhileOursStarts()
    {
        const ProbeResult probe = ollama({}, { QStringLiteral("a:1") });
        ProviderExpectation expected = starting(QStringLiteral("a:1"));
        QVERIFY(judgeProbe(probe, expected).loadModel);
        QCOMPARE(judgeProbe(probe, expected).phase, ProviderPhase::LoadingModel);
        expected.starting = false; // Ollama unloaded it when idle
        QVERIFY(!judgeProbe(probe, expected).loadModel);
        QCOMPARE(judgeProbe(probe, expected).state, ProviderState::Ready);
        expected.starting = true;
        expected.ownProcess = false;
        QVERIFY(!judgeProbe(probe, expected).loadModel);
    }

    void aMissingModelNamesTheInstalledOnesAndTheCommand()
    {
        const auto verdict = judgeProbe(ollama({}, { QStringLiteral("b:1") }), starting(QStringLiteral("a:1")));
        QCOMPARE(verdict.state, ProviderState::Degraded);
        QCOMPARE(verdict.failure->code, QStringLiteral("model.missing"));
        QVERIFY(verdict.failure->cause.contains(QLatin1String("b:1")));
        QVERIFY(verdict.failure->fix.contains(QLatin1String("ollama pull a:1")));
    }

    void anUnknownListIsNoMissingModel()
    {
        ProbeResult probe = ollama({}, {});
        probe.installedKnown = false;
        QCOMPARE(judgeProbe(probe, starting(QStringLiteral("a:1"))).phase, ProviderPhase::CheckingModel);
    }

    void anotherServedModelIsNotReady()
    {
        ProbeResult probe = ollama({ QStringLiteral("x") }, {});
        probe.providerName = QStringLiteral("vLLM");
        const auto verdict = judgeProbe(probe, starting(QStringLiteral("org/y"), LauncherKind::Vllm));
        QCOMPARE(verdict.failure->code, QStringLiteral("model.not-served"));
        QVERIFY(verdict.failure->cause.contains(QLatin1String("x")));
    }

    void refusalWhileLoadingIsLoading()
    {
        QCOMPARE(judgeProbe(refused(), starting(QStringLiteral("m"), LauncherKind::Vllm)).phase, ProviderPhase::LoadingModel);
        QCOMPARE(
            judgeProbe(refused(), starting(QStringLiteral("m"), LauncherKind::Command)).phase, ProviderPhase::WaitingForPort);
        ProbeResult loading;
        loading.connected = loading.answered = loading.loading = true;
        QCOMPARE(judgeProbe(loading, starting(QStringLiteral("m"))).phase, ProviderPhase::LoadingModel);
    }

    void withoutAProcessOfOursSilenceIsStoppedOrUnreachable()
    {
        ProviderExpectation expected{ LauncherKind::Ollama, Endpoint::loopback(1), ModelName(QStringLiteral("m")), false, false };
        QCOMPARE(judgeProbe(refused(), expected).state, ProviderState::Stopped);
        expected.launcher = LauncherKind::Remote;
        QCOMPARE(judgeProbe(refused(), expected).failure->code, QStringLiteral("endpoint.unreachable"));
    }

    void aRefusedKeyIsDegraded()
    {
        ProbeResult probe;
        probe.connected = true;
        probe.error = Error{ QStringLiteral("probe.unauthorized"), QStringLiteral("401"), {}, {}, {} };
        QCOMPARE(judgeProbe(probe, starting(QStringLiteral("m"))).state, ProviderState::Degraded);
    }
};

QTEST_GUILESS_MAIN(ProviderVerdictTest)
#include "tst_providerverdict.moc"
