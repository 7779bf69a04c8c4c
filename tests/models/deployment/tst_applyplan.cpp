// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/applyplan.h"
#include "models/deployment/drift/backendplace.h"

#include <QTest>

using namespace pilothouse;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// "r" restart, "l" load, "n" next request, "e" elsewhere, other words are services.
ApplyStep stepOf(const QString &words)
{
    ApplyStep step;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        if (word == s("r"))
            step.restart = true;
        else if (word == s("l"))
            step.reloadModel = true;
        else if (word == s("n"))
            step.nextRequest = true;
        else if (word == s("e"))
            step.elsewhere = true;
        else
            step.services << word;
    }
    return step;
}

RunningValue differing(const char *key, const ApplyStep &step)
{
    RunningValue value;
    value.key = s(key);
    value.saved = s("new");
    value.running = s("old");
    value.differs = true;
    value.apply = step;
    return value;
}

ProviderStatus ready(bool own = true)
{
    ProviderStatus status;
    status.state = ProviderState::Ready;
    status.ownProcess = own;
    status.providerName = s("Ollama");
    return status;
}

LaunchSpec specOf(LauncherKind kind)
{
    LaunchSpec spec;
    spec.kind = kind;
    spec.model = ModelName(s("m:1"));
    return spec;
}

} // namespace

class ApplyPlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLeastStepCoversAll_data();
    void theLeastStepCoversAll();
    void theButtonSaysWhatItDoes_data();
    void theButtonSaysWhatItDoes();
    void obstaclesAreTold_data();
    void obstaclesAreTold();
    void aModelThatSomebodyElseLoadedIsReplaced();
    void wrongModelOfTheBackendHasACause_data();
    void wrongModelOfTheBackendHasACause();
    void theBackendIsFound();
};

void ApplyPlanTest::theLeastStepCoversAll_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QString>("least");
    const auto row = [](std::initializer_list<const char *> steps, const char *least) {
        QStringList list;
        for (const char *step : steps)
            list << s(step);
        QTest::newRow(qPrintable(list.join(s(" + ")) + s(" = ") + s(least))) << list << s(least);
    };
    row({}, "nothing");
    row({ "" }, "nothing");
    row({ "n" }, "next-request");
    row({ "n", "l" }, "reload-model");
    row({ "n", "r" }, "restart");
    row({ "l", "r" }, "restart");
    row({ "r", "r" }, "restart");
    row({ "vllm" }, "up -d vllm");
    row({ "vllm", "backend", "vllm" }, "up -d vllm backend");
    row({ "backend vllm", "n" }, "up -d backend vllm");
    row({ "backend", "l" }, "up -d backend, reload-model");
    row({ "backend", "r", "l" }, "restart, up -d backend");
    row({ "e" }, "restart-elsewhere");
    row({ "e", "n", "l" }, "reload-model, restart-elsewhere");
}

void ApplyPlanTest::theLeastStepCoversAll()
{
    QFETCH(QStringList, steps);
    QList<ApplyStep> list;
    for (const QString &step : steps)
        list << stepOf(step);
    QTEST(applyStepName(leastStep(list)), "least");
}

void ApplyPlanTest::theButtonSaysWhatItDoes_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("inSentence");
    QTest::newRow("restart") << s("r") << s("Apply: restart") << s("running requests are cut");
    QTest::newRow("containers") << s("vllm backend") << s("Apply: up -d vllm, backend") << s("vllm, backend");
    QTest::newRow("load") << s("l") << s("Apply: load the model") << s("m:1");
    QTest::newRow("both") << s("backend l") << s("Apply: up -d backend, load the model") << s("m:1");
}

void ApplyPlanTest::theButtonSaysWhatItDoes()
{
    QFETCH(QString, step);
    QFETCH(QString, inSentence);
    const ApplyPlan plan = applyPlan(
        { differing("KEY_ONE", stepOf(step)), RunningValue{ s("SAME"), s("x") } }, specOf(LauncherKind::Compose), ready());
    QTEST(plan.button, "button");
    QVERIFY2(plan.sentence.contains(inSentence), qPrintable(plan.sentence));
    QVERIFY(plan.sentence.contains(s("KEY_ONE")) && !plan.sentence.contains(s("SAME")));
    QCOMPARE(plan.keys, QStringList{ s("KEY_ONE") });
    QVERIFY2(plan.obstacle.isEmpty(), qPrintable(plan.obstacle));
}

void ApplyPlanTest::obstaclesAreTold_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("own");
    QTest::addColumn<QString>("obstacle");
    const auto row = [](const char *name, const char *step, LauncherKind kind, bool own, const char *obstacle) {
        QTest::newRow(name) << s(step) << int(kind) << own << s(obstacle);
    };
    row("own process", "r", LauncherKind::Ollama, true, "");
    row("somebody else's process", "r", LauncherKind::Ollama, false, "where it was started");
    row("a load needs no ownership", "l", LauncherKind::Ollama, false, "");
    row("compose beside a native provider", "backend", LauncherKind::Ollama, true, "docker compose up -d backend");
    row("only elsewhere", "e", LauncherKind::Ollama, true, "Pilothouse does not run");
    row("elsewhere and here", "e r", LauncherKind::Ollama, true, "");
}

void ApplyPlanTest::obstaclesAreTold()
{
    QFETCH(QString, step);
    QFETCH(int, kind);
    QFETCH(bool, own);
    QFETCH(QString, obstacle);
    const ApplyPlan plan = applyPlan({ differing("KEY", stepOf(step)) }, specOf(LauncherKind(kind)), ready(own));
    QCOMPARE(plan.obstacle.isEmpty(), obstacle.isEmpty());
    QVERIFY2(plan.obstacle.contains(obstacle), qPrintable(plan.obstacle));
}

void ApplyPlanTest::aModelThatSomebodyElseLoadedIsReplaced()
{
    ProviderStatus status = ready(false);
    QVERIFY(applyPlan({}, specOf(LauncherKind::Ollama), status).isEmpty()); // none loaded: the next request loads it
    status.served = { { ModelName(s("other:1")), {}, {}, {}, {} } };
    QCOMPARE(applyPlan({}, specOf(LauncherKind::Ollama), status).button, s("Apply: load the model"));
    status.served.append({ ModelName(s("m:1")), {}, {}, {}, {} });
    QVERIFY(applyPlan({}, specOf(LauncherKind::Ollama), status).isEmpty());
}

void ApplyPlanTest::wrongModelOfTheBackendHasACause_data()
{
    using Cause = BackendVerdict::Cause;
    QTest::addColumn<QString>("llmModel");
    QTest::addColumn<QString>("vllmModel");
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("served");
    QTest::addColumn<int>("cause"); // -1: none
    const auto row = [](const char *name, const char *llm, const char *vllm, const char *backend, const char *served, int cause) {
        QTest::newRow(name) << s(llm) << s(vllm) << s(backend) << s(served) << cause;
    };
    row("all agree", "a/m", "a/m", "a/m", "a/m", -1);
    row("the backend is silent", "a/m", "b/m", "", "b/m", -1);
    row("nothing is served yet", "a/m", "a/m", "a/m", "", -1);
    row("LLM_MODEL and VLLM_MODEL differ", "a/m", "b/m", "a/m", "b/m", int(Cause::KeysDiffer));
    row("the backend has the old value", "a/m", "a/m", "old/m", "a/m", int(Cause::OldValues));
    row("old value, keys differ too: first the backend", "a/m", "b/m", "old/m", "b/m", int(Cause::OldValues));
    row("the provider has the old value", "a/m", "a/m", "a/m", "old/m", int(Cause::ProviderDiffers));
}

void ApplyPlanTest::wrongModelOfTheBackendHasACause()
{
    QFETCH(QString, llmModel);
    QFETCH(QString, vllmModel);
    QFETCH(QString, backend);
    QFETCH(QString, served);
    QFETCH(int, cause);
    RunningInputs inputs;
    inputs.saved = { { s("LLM_MODE"), s("vllm") }, { s("LLM_MODEL"), llmModel }, { s("VLLM_MODEL"), vllmModel } };
    inputs.status = ready();
    if (!served.isEmpty())
        inputs.status.served = { { ModelName(served), {}, {}, {}, {} } };
    inputs.backend.answered = true;
    inputs.backend.service = s("backend");
    inputs.backend.model = backend;
    const auto verdict = backendVerdict(inputs);
    QCOMPARE(verdict.has_value(), cause >= 0);
    if (!verdict)
        return;
    QCOMPARE(int(verdict->cause), cause);
    QVERIFY(verdict->message.contains(backend) || verdict->message.contains(llmModel));
    QVERIFY(!verdict->fix.isEmpty());
    if (verdict->cause == BackendVerdict::Cause::OldValues)
        QVERIFY(verdict->fix.contains(s("up -d backend")));
}

void ApplyPlanTest::theBackendIsFound()
{
    ConfigTrace trace;
    TracedService service;
    service.name = s("api");
    service.ports = { { s("8000"), s("127.0.0.1:18000") } };
    trace.services = { service };
    KeyTrace key;
    key.key = s("LLM_MODEL");
    TraceReader reader;
    reader.kind = TraceReaderKind::Environment;
    reader.service = s("api");
    reader.variable = s("LLM_MODEL");
    key.readers = { reader };
    trace.keys = { key };
    BackendFacts place = backendPlace({}, trace);
    QCOMPARE(place.service, s("api"));
    QCOMPARE(place.endpoint.text(), s("http://127.0.0.1:18000"));
    QVERIFY(!place.described);

    DeploymentDescription description;
    description.backend = s("http://localhost:9000");
    place = backendPlace(description, trace);
    QCOMPARE(place.endpoint.port(), 9000);
    QVERIFY(place.described);
    description.backend = s("http://backend.example:9000"); // the folder's own file does not decide that
    QVERIFY(!backendPlace(description, trace).endpoint.isValid());

    trace.services[0].ports = { { s("8000"), s("127.0.0.1:") } }; // a random port
    QVERIFY(!backendPlace({}, trace).endpoint.isValid());
    trace.services[0].program = s("vllm");
    QVERIFY(backendPlace({}, trace).service.isEmpty());
}

QTEST_GUILESS_MAIN(ApplyPlanTest)
#include "tst_applyplan.moc"
