// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/runningvalues.h"
#include "models/deployment/launchplan.h"
#include "models/deployment/trace/configtracer.h"
#include "models/env/envdocument.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

using Values = QMap<QString, QString>;

QStringList words(const char *text)
{
    return s(text).split(u' ', Qt::SkipEmptyParts);
}

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

const RunningValue &valueOf(const QList<RunningValue> &values, const char *key)
{
    for (const RunningValue &value : values) {
        if (value.key == QLatin1String(key))
            return value;
    }
    static const RunningValue none;
    return none;
}

constexpr char composeFile[] = R"(services:
  vllm:
    image: vllm/vllm-openai:v0.11.0
    command: ["--model", "${VLLM_MODEL}", "--max-model-len", "${VLLM_MAX_MODEL_LEN:-8192}"]
    environment:
      HF_TOKEN: ${HF_TOKEN:-}
      VLLM_ENABLE_FP8: ${VLLM_ENABLE_FP8:-false}
    ports: ["8001:8001"]
  backend:
    build: .
    environment:
      LLM_MODE: ${LLM_MODE}
      LLM_MODEL: ${LLM_MODEL}
      LLM_TIMEOUT: 60
      LLM_MAX_TOKENS: ${LLM_MAX_TOKENS:-256}
    ports: ["8000:8000"]
)";

constexpr char composeEnv[] = "LLM_MODE=vllm\nLLM_MODEL=o/new\nVLLM_MODEL=o/new\nVLLM_MAX_MODEL_LEN=16384\nLLM_TIMEOUT=30\n"
                              "LLM_MAX_TOKENS=512\nHF_TOKEN=hf_newtokennewtoken\nVLLM_ENABLE_FP8=true\nOTHER=1\n"
                              "LLM_VLLM_URL=http://vllm:8001/v1\n";

} // namespace

/// What runs is told from processes, containers, records and answers; the trace and the launch plan are the real ones.
class RunningValuesTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    RunningInputs inputsOf(const QByteArray &env, const QByteArray &compose, const QByteArray &description = {}) const
    {
        for (const char *name : { "docker-compose.yml", ".pilothouse.json" })
            QFile::remove(m_folder.filePath(QLatin1String(name)));
        write(m_folder.filePath(s(".env")), env);
        if (!compose.isEmpty())
            write(m_folder.filePath(s("docker-compose.yml")), compose);
        if (!description.isEmpty())
            write(m_folder.filePath(s(".pilothouse.json")), description);
        RunningInputs inputs;
        const EnvDocument document(env);
        for (const QString &key : document.keys())
            inputs.saved.insert(key, document.value(key).value_or(QString()));
        TraceInputs trace;
        trace.deployment = { m_folder.path(), s("test"), m_folder.filePath(s(".env")) };
        if (!description.isEmpty())
            trace.description = *parseDescription(description);
        trace.envBytes = env;
        inputs.trace = traceConfiguration(trace, VariableSchema::load(s("en")));
        LaunchInputs launch;
        launch.deployment = trace.deployment;
        launch.description = trace.description;
        launch.values = inputs.saved;
        launch.searchPath = m_folder.path();
        inputs.spec = launchPlan(launch);
        inputs.status.launcher = inputs.spec.kind;
        inputs.status.state = ProviderState::Ready;
        inputs.status.ownProcess = true;
        inputs.status.pid = 4711;
        inputs.status.endpoint = inputs.spec.endpoint;
        return inputs;
    }
    static ProcessFacts process(const Values &environment, const QStringList &arguments, bool own = true)
    {
        return { 4711, own, environment, arguments, QDateTime::currentDateTime() };
    }
    RunningInputs composeInputs() const
    {
        RunningInputs inputs = inputsOf(composeEnv, composeFile);
        inputs.status.launcher = LauncherKind::Compose;
        inputs.status.ownProcess = false;
        inputs.status.providerName = s("vLLM");
        ContainerFacts vllm;
        vllm.service = s("vllm");
        vllm.state = s("running");
        vllm.environment = { { s("HF_TOKEN"), s("hf_oldtokenoldtoken1") }, { s("VLLM_ENABLE_FP8"), s("false") } };
        vllm.arguments = words("vllm serve --model o/new --max-model-len 8192");
        ContainerFacts backend;
        backend.service = s("backend");
        backend.state = s("running");
        backend.environment = { { s("LLM_MODE"), s("vllm") }, { s("LLM_MODEL"), s("o/old") }, { s("LLM_TIMEOUT"), s("60") },
            { s("LLM_MAX_TOKENS"), s("512") } };
        inputs.status.containers = { vllm, backend };
        return inputs;
    }

private Q_SLOTS:
    void initTestCase();
    void environmentBytesAreRead_data();
    void environmentBytesAreRead();
    void ollamaProcessIsCompared();
    void vllmProcessIsCompared();
    void switchesAreCompared();
    void commandWithPlaceholdersIsCompared();
    void whatIsNotReadableIsUnknown();
    void aStrangersMissingFlagIsUnknown();
    void secretsAreComparedAndMasked();
    void containersAreCompared();
    void stoppedContainersSayNothing();
    void aPlainModelArgumentOfAContainerIsCompared();
    void theBackendsWordCounts();
    void requestValuesNeedNothing();
    void aRealProcessIsRead();
    void theProcessOnAPortMustBeAProvider();
};

void RunningValuesTest::initTestCase()
{
    for (const char *name : { "ollama", "vllm", "llama-server" })
        write(m_folder.filePath(QLatin1String(name)), "#!/bin/sh\n");
}

void RunningValuesTest::environmentBytesAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<Values>("values");
    const auto row = [](const char *name, const QByteArray &bytes, bool readable, const Values &values) {
        QTest::newRow(name) << bytes << readable << values;
    };
    row("two", QByteArray("A=1\0B=x=y\0", 10), true, { { s("A"), s("1") }, { s("B"), s("x=y") } });
    row("no end mark", QByteArray("A=1", 3), true, { { s("A"), s("1") } });
    row("empty value", QByteArray("A=\0", 3), true, { { s("A"), QString() } });
    row("the first of two counts", QByteArray("A=1\0A=2\0", 8), true, { { s("A"), s("1") } });
    row("line breaks", QByteArray("A=1\n2\0", 6), true, { { s("A"), s("1\n2") } });
    row("a title", QByteArray("VLLM::EngineCore\0\0\0", 19), false, {});
    row("the rest of a title", QByteArray("ngineCore\0A=1\0", 14), false, {});
    row("wiped", QByteArray(40, '\0'), false, {});
    row("empty", QByteArray(), false, {});
}

void RunningValuesTest::environmentBytesAreRead()
{
    QFETCH(QByteArray, bytes);
    const auto values = environmentOf(bytes);
    QTEST(values.has_value(), "readable");
    QTEST(values.value_or(Values()), "values");
}

void RunningValuesTest::ollamaProcessIsCompared()
{
    RunningInputs inputs = inputsOf("LLM_MODE=ollama\nLLM_MODEL=a:1\nOLLAMA_NUM_CTX=4096\nOLLAMA_KEEP_ALIVE=1h\n"
                                    "OLLAMA_HOST=127.0.0.1:11500\n",
        {});
    inputs.status.providerName = s("Ollama");
    inputs.process = process(
        { { s("OLLAMA_CONTEXT_LENGTH"), s("2048") }, { s("OLLAMA_HOST"), s("127.0.0.1:11500") } }, words("ollama serve"));
    const QList<RunningValue> values = runningValues(inputs);
    const RunningValue &context = valueOf(values, "OLLAMA_NUM_CTX");
    QVERIFY(context.differs);
    QCOMPARE(context.running, std::optional(s("2048")));
    QCOMPARE(context.source, s("OLLAMA_CONTEXT_LENGTH in the environment of process 4711"));
    QCOMPARE(applyStepName(context.apply), s("restart"));
    const RunningValue &keep = valueOf(values, "OLLAMA_KEEP_ALIVE");
    QVERIFY(keep.differs && keep.notSet && !keep.running);
    const RunningValue &host = valueOf(values, "OLLAMA_HOST");
    QVERIFY(host.isKnown() && !host.differs);
    QCOMPARE(host.source, s("environment of process 4711"));
    QVERIFY(!valueOf(values, "LLM_MODEL").isKnown()); // neither recorded nor served
    inputs.status.served = { { ModelName(s("b:1")), {}, {}, {}, {} } };
    const QList<RunningValue> served = runningValues(inputs);
    QCOMPARE(valueOf(served, "LLM_MODEL").running, std::optional(s("b:1")));
    QCOMPARE(valueOf(served, "LLM_MODEL").source, s("GET /api/ps of the provider"));
    QCOMPARE(applyStepName(valueOf(served, "LLM_MODEL").apply), s("reload-model"));
}

void RunningValuesTest::vllmProcessIsCompared()
{
    RunningInputs inputs = inputsOf("LLM_MODE=vllm\nLLM_MODEL=o/new\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\n"
                                    "VLLM_MAX_MODEL_LEN=16384\nVLLM_GPU_MEMORY_UTILIZATION=0.90\n",
        {});
    QVERIFY(!inputs.spec.blocked);
    inputs.process = process({ { s("PATH"), s("/bin") } },
        words("python3 vllm serve o/old --host 127.0.0.1 --port 8001 --max-model-len=8192 --gpu-memory-utilization 0.9"));
    // taken out of .env after the start
    inputs.status.applied = { { s("VLLM_MAX_NUM_SEQS"), s("4") }, { s("LLM_MODE"), s("vllm") } };
    inputs.process->arguments += words("--max-num-seqs 4");
    const QList<RunningValue> values = runningValues(inputs);
    QCOMPARE(valueOf(values, "LLM_MODEL").running, std::optional(s("o/old")));
    QVERIFY(valueOf(values, "LLM_MODEL").differs);
    QCOMPARE(applyStepName(valueOf(values, "LLM_MODEL").apply), s("restart"));
    const RunningValue &length = valueOf(values, "VLLM_MAX_MODEL_LEN");
    QCOMPARE(length.running, std::optional(s("8192")));
    QCOMPARE(length.source, s("argument --max-model-len of process 4711"));
    QVERIFY(length.differs);
    QVERIFY(valueOf(values, "VLLM_GPU_MEMORY_UTILIZATION").isKnown());
    QVERIFY(!valueOf(values, "VLLM_GPU_MEMORY_UTILIZATION").differs);
    QVERIFY(!valueOf(values, "LLM_VLLM_URL").differs);
    QVERIFY(valueOf(values, "VLLM_MAX_NUM_SEQS").differs);
    QCOMPARE(valueOf(values, "VLLM_MAX_NUM_SEQS").saved, QString());
    QVERIFY(!valueOf(values, "LLM_MODE").differs);
    QCOMPARE(valueOf(values, "LLM_MODE").source, s("recorded at the start"));
}

void RunningValuesTest::switchesAreCompared()
{
    const QByteArray env = "LLM_MODE=vllm\nLLM_MODEL=o/m\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\nVLLM_ENFORCE_EAGER=true\n";
    RunningInputs inputs = inputsOf(env, {});
    inputs.process = process({}, words("python3 vllm serve o/m --host 127.0.0.1 --port 8001"));
    QVERIFY(valueOf(runningValues(inputs), "VLLM_ENFORCE_EAGER").differs);
    QCOMPARE(valueOf(runningValues(inputs), "VLLM_ENFORCE_EAGER").running, std::optional(s("false")));
    inputs.process->arguments << s("--enforce-eager");
    QVERIFY(!valueOf(runningValues(inputs), "VLLM_ENFORCE_EAGER").differs);
    inputs = inputsOf(QByteArray(env).replace("true", "false"), {});
    inputs.process = process({}, words("python3 vllm serve o/m --host 127.0.0.1 --port 8001 --enforce-eager"));
    QVERIFY(valueOf(runningValues(inputs), "VLLM_ENFORCE_EAGER").differs);
}

void RunningValuesTest::commandWithPlaceholdersIsCompared()
{
    RunningInputs inputs = inputsOf("LLM_MODE=vllm\nLLM_MODEL=tiny\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\nCTX=512\nTHREADS=1\n",
        {},
        R"({"launcher":"command","program":"llama-server","args":["-m","dir/${LLM_MODEL}.gguf","--alias","${LLM_MODEL}","--ctx-size","${CTX}"],
                "environment":{"LLAMA_ARG_THREADS":"${THREADS}"}})");
    QVERIFY2(!inputs.spec.blocked, inputs.spec.blocked ? qPrintable(inputs.spec.blocked->message) : "");
    inputs.process
        = process({ { s("LLAMA_ARG_THREADS"), s("2") } }, words("llama-server -m dir/old.gguf --alias old --ctx-size 256"));
    const QList<RunningValue> values = runningValues(inputs);
    QCOMPARE(valueOf(values, "CTX").running, std::optional(s("256")));
    QCOMPARE(valueOf(values, "LLM_MODEL").running, std::optional(s("old"))); // not the file's name
    QVERIFY(valueOf(values, "LLM_MODEL").differs);
    QVERIFY(valueOf(values, "CTX").differs);
    QCOMPARE(valueOf(values, "THREADS").running, std::optional(s("2")));
    QCOMPARE(applyStepName(valueOf(values, "THREADS").apply), s("restart"));
}

void RunningValuesTest::whatIsNotReadableIsUnknown()
{
    RunningInputs inputs = inputsOf("LLM_MODE=ollama\nLLM_MODEL=a:1\nOLLAMA_NUM_CTX=4096\n", {});
    inputs.status.providerName = s("Ollama");
    inputs.process = process({}, words("ollama serve"));
    inputs.process->environment.reset();
    QVERIFY(driftOf(runningValues(inputs)).isEmpty());
    QVERIFY(!valueOf(runningValues(inputs), "OLLAMA_NUM_CTX").isKnown());
    inputs.process.reset();
    QVERIFY(!valueOf(runningValues(inputs), "OLLAMA_NUM_CTX").isKnown());
    inputs.status.state = ProviderState::Stopped;
    inputs.process = process({ { s("A"), s("1") } }, words("ollama serve"));
    QVERIFY(!valueOf(runningValues(inputs), "OLLAMA_NUM_CTX").isKnown());
}

void RunningValuesTest::aStrangersMissingFlagIsUnknown()
{
    RunningInputs inputs
        = inputsOf("LLM_MODE=vllm\nLLM_MODEL=o/m\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\nVLLM_MAX_MODEL_LEN=16384\n", {});
    inputs.process = process({}, words("vllm serve o/m --config x.yaml"), false);
    QVERIFY(!valueOf(runningValues(inputs), "VLLM_MAX_MODEL_LEN").isKnown());
    QVERIFY(!valueOf(runningValues(inputs), "LLM_VLLM_URL").differs); // it answers there
    inputs.process->own = true;
    QVERIFY(valueOf(runningValues(inputs), "VLLM_MAX_MODEL_LEN").notSet);
}

void RunningValuesTest::secretsAreComparedAndMasked()
{
    RunningInputs inputs = inputsOf("LLM_MODE=vllm\nLLM_MODEL=o/m\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\n"
                                    "HF_TOKEN=hf_newtokennewtoken\nVLLM_API_KEY=same-key-same-key\n",
        {});
    inputs.process = process({ { s("HF_TOKEN"), s("hf_oldtokenoldtoken1") }, { s("VLLM_API_KEY"), s("same-key-same-key") } },
        words("python3 vllm serve o/m --host 127.0.0.1 --port 8001"));
    const QList<RunningValue> values = runningValues(inputs);
    QVERIFY(valueOf(values, "HF_TOKEN").differs);
    QVERIFY(valueOf(values, "VLLM_API_KEY").isKnown() && !valueOf(values, "VLLM_API_KEY").differs);
    for (const RunningValue &value : values) {
        for (const char *secret : { "newtoken", "oldtoken", "same-key" }) {
            QVERIFY(!value.saved.contains(QLatin1String(secret)));
            QVERIFY(!value.running.value_or(QString()).contains(QLatin1String(secret)));
        }
    }
}

void RunningValuesTest::containersAreCompared()
{
    const QList<RunningValue> values = runningValues(composeInputs());
    const auto entryOf = [&](const char *key) {
        const RunningValue &value = valueOf(values, key);
        return QStringList{ value.running.value_or(s("?")), value.differs ? s("differs") : s("same"),
            applyStepName(value.apply) };
    };
    QCOMPARE(entryOf("VLLM_MAX_MODEL_LEN"), (QStringList{ s("8192"), s("differs"), s("up -d vllm") }));
    QCOMPARE(valueOf(values, "VLLM_MAX_MODEL_LEN").source, s("argument --max-model-len of container vllm"));
    QCOMPARE(entryOf("VLLM_MODEL"), (QStringList{ s("o/new"), s("same"), s("up -d vllm") }));
    QCOMPARE(entryOf("LLM_MODEL"), (QStringList{ s("o/old"), s("differs"), s("up -d backend") }));
    QCOMPARE(valueOf(values, "LLM_MODEL").source, s("LLM_MODEL in the environment of container backend"));
    QCOMPARE(entryOf("LLM_MAX_TOKENS"), (QStringList{ s("512"), s("same"), s("up -d backend") }));
    QCOMPARE(entryOf("LLM_TIMEOUT"), (QStringList{ s("60"), s("same"), s("nothing") })); // shadowed: .env does not decide
    QCOMPARE(entryOf("VLLM_ENABLE_FP8"), (QStringList{ s("false"), s("same"), s("nothing") })); // arrives, nothing uses it
    QCOMPARE(entryOf("OTHER"), (QStringList{ s("?"), s("same"), s("nothing") }));
    QVERIFY(valueOf(values, "HF_TOKEN").differs);
    QVERIFY(!valueOf(values, "HF_TOKEN").running->contains(s("token")));
    QList<ApplyStep> steps;
    for (const DriftEntry &entry : driftOf(values))
        steps << entry.step;
    QCOMPARE(leastStep(steps).services.size(), 2);
}

void RunningValuesTest::stoppedContainersSayNothing()
{
    RunningInputs inputs = composeInputs();
    for (ContainerFacts &container : inputs.status.containers)
        container.state = s("exited");
    QVERIFY(driftOf(runningValues(inputs)).isEmpty());
}

void RunningValuesTest::aPlainModelArgumentOfAContainerIsCompared()
{
    RunningInputs inputs = inputsOf("LLM_MODE=vllm\nLLM_MODEL=o/new\nVLLM_MODEL=o/new\nLLM_VLLM_URL=http://vllm:8001/v1\n",
        "services:\n  vllm:\n    image: vllm/vllm-openai\n    entrypoint: [vllm, serve]\n    command: [\"${VLLM_MODEL}\"]\n"
        "    container_name: vllm-${VLLM_MODEL}\n");
    inputs.status.launcher = LauncherKind::Compose;
    ContainerFacts vllm;
    vllm.service = s("vllm");
    vllm.state = s("running");
    vllm.arguments = words("vllm serve o/old");
    inputs.status.containers = { vllm };
    const RunningValue old = valueOf(runningValues(inputs), "VLLM_MODEL");
    QVERIFY(old.differs);
    QCOMPARE(old.running, std::optional(s("o/old")));
    inputs.status.containers[0].arguments = words("vllm serve o/new");
    QVERIFY(!valueOf(runningValues(inputs), "VLLM_MODEL").differs);
}

void RunningValuesTest::theBackendsWordCounts()
{
    RunningInputs inputs = inputsOf(composeEnv, composeFile);
    inputs.status = {};
    inputs.status.state = ProviderState::Ready;
    inputs.status.launcher = LauncherKind::Compose;
    inputs.backend.answered = true;
    inputs.backend.service = s("backend");
    inputs.backend.model = s("o/old");
    inputs.backend.mode = s("vllm");
    inputs.backend.source = s("GET /health");
    const QList<RunningValue> values = runningValues(inputs);
    QVERIFY(valueOf(values, "LLM_MODEL").differs);
    QCOMPARE(valueOf(values, "LLM_MODEL").source, s("GET /health of the backend"));
    QCOMPARE(applyStepName(valueOf(values, "LLM_MODEL").apply), s("up -d backend"));
    QVERIFY(!valueOf(values, "LLM_MODE").differs);
    inputs.backend.service.clear(); // known only by its address
    QCOMPARE(applyStepName(valueOf(runningValues(inputs), "LLM_MODEL").apply), s("restart-elsewhere"));
    inputs.backend.answered = false;
    QVERIFY(driftOf(runningValues(inputs)).isEmpty());
}

void RunningValuesTest::requestValuesNeedNothing()
{
    const RunningInputs inputs = inputsOf("LLM_MODE=ollama\nLLM_MODEL=a:1\nLLM_TEMPERATURE=0.2\nUNREAD=1\n", {});
    const QList<RunningValue> values = runningValues(inputs);
    const RunningValue &temperature = valueOf(values, "LLM_TEMPERATURE");
    QVERIFY(!temperature.differs);
    QCOMPARE(temperature.running, std::optional(s("0.2")));
    QCOMPARE(applyStepName(temperature.apply), s("next-request"));
    QVERIFY(!valueOf(values, "UNREAD").isKnown());
    QVERIFY(valueOf(values, "UNREAD").apply.isNothing());
}

void RunningValuesTest::aRealProcessIsRead()
{
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment;
        environment.insert(s("OLLAMA_NUM_CTX"), s("a b\nc"));
        return environment;
    }());
    process.start(QStandardPaths::findExecutable(s("sleep")), { s("60") });
    QVERIFY(process.waitForStarted());
    std::optional<ProcessFacts> facts;
    QTRY_VERIFY((facts = readProcessFacts(ProcFs(), process.processId(), true)) && facts->environment);
    QTRY_COMPARE(readProcessFacts(ProcFs(), process.processId(), true)->arguments.value(1), s("60")); // after exec
    facts = readProcessFacts(ProcFs(), process.processId(), true);
    QCOMPARE(facts->environment->value(s("OLLAMA_NUM_CTX")), s("a b\nc"));
    const qint64 pid = process.processId();
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(!readProcessFacts(ProcFs(), pid, true));
}

void RunningValuesTest::theProcessOnAPortMustBeAProvider()
{
    QProcess server;
    server.start(QStandardPaths::findExecutable(s("python3")),
        { s("-u"), s("-c"),
            s("import socket,time\ns=socket.socket()\ns.bind(('127.0.0.1',0))\ns.listen()\n"
              "print(s.getsockname()[1])\ntime.sleep(60)") });
    QVERIFY(server.waitForReadyRead(20'000));
    const int port = server.readLine().trimmed().toInt();
    QVERIFY(port > 0);
    QVERIFY(!providerOnPort(ProcFs(), port, { s("ollama"), s("vllm") }));
    const auto found = providerOnPort(ProcFs(), port, { s("python3") });
    QCOMPARE(found, std::optional<qint64>(server.processId()));
    server.kill();
    QVERIFY(server.waitForFinished());
}

QTEST_GUILESS_MAIN(RunningValuesTest)
#include "tst_runningvalues.moc"
