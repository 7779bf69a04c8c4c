// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/drift/runningvalues.h"
#include "models/deployment/launchbuilder.h"
#include "models/deployment/launchplan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pilothouse;

using Values = QMap<QString, QString>;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Values values(std::initializer_list<std::pair<const char *, const char *>> list)
{
    Values result;
    for (const auto &[key, value] : list)
        result.insert(s(key), s(value));
    return result;
}

QStringList environmentOf(const LaunchSpec &spec)
{
    QStringList texts;
    for (const LaunchArgument &entry : spec.environment)
        texts << entry.text;
    texts.sort();
    return texts;
}

} // namespace

class LaunchPlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void ollamaIsServedWithItsOwnVariables();
    void ollamaHost_data();
    void ollamaHost();
    void ollamaOnAllInterfacesNeedsConsent();
    void vllmGetsEveryFlagWithItsOrigin();
    void vllmSecretsGoThroughTheEnvironmentOnly();
    void vllmModelFallsBack();
    void containerNameIsReachedOnLoopback();
    void providerOnAnotherMachineIsRemote();
    void commandTakesValuesOfEnv();
    void commandBlocks_data();
    void commandBlocks();
    void shellTextStaysOneArgument();
    void precedenceIsChoiceFileDetection();
    void trustFollowsTheContent();
    void anotherMachineNamedByTheFileNeedsConsentForTheKey();
    void secretsAmongDescribedArgumentsAreMasked();
    void dangerousVariablesAreRefused();
    void blocked_data();
    void blocked();
    void modeNoneRunsNothing();
    void programInTheDeploymentsFolderIsNotTaken();

private:
    LaunchSpec planned(const Values &env, const QByteArray &description = "{}", const OperatorChoice &choice = {}) const;
    QTemporaryDir m_folder;
    QString m_bin;
};

void LaunchPlanTest::initTestCase()
{
    m_bin = m_folder.filePath(QStringLiteral("bin"));
    QDir().mkpath(m_bin);
    for (const char *name : { "ollama", "vllm", "llama-server" }) {
        QFile file(m_bin + u'/' + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
}

LaunchSpec LaunchPlanTest::planned(const Values &env, const QByteArray &description, const OperatorChoice &choice) const
{
    LaunchInputs inputs;
    inputs.deployment = { m_folder.path(), QStringLiteral("d"), m_folder.filePath(QStringLiteral(".env")) };
    inputs.description = parseDescription(description).value();
    inputs.choice = choice;
    inputs.values = env;
    inputs.lineOf = [&env](const QString &key) { return env.contains(key) ? int(env.keys().indexOf(key)) + 1 : 0; };
    inputs.searchPath = m_bin;
    return launchPlan(inputs);
}

void LaunchPlanTest::ollamaIsServedWithItsOwnVariables()
{
    const LaunchSpec spec = planned(values({ { "LLM_MODE", "ollama" }, { "LLM_MODEL", "a:1" }, { "OLLAMA_NUM_CTX", "4096" },
        { "OLLAMA_KEEP_ALIVE", "10m" }, { "OLLAMA_MODELS", "/m" }, { "HF_TOKEN", "hf_secret12" },
        { "VLLM_API_KEY", "secret-key" }, { "LLM_TEMPERATURE", "0.2" } }));
    QVERIFY(spec.canStart());
    QCOMPARE(spec.kind, LauncherKind::Ollama);
    QCOMPARE(spec.program, m_bin + QStringLiteral("/ollama"));
    QCOMPARE(spec.argumentTexts(), QStringList{ s("serve") });
    QCOMPARE(environmentOf(spec),
        (QStringList{ s("OLLAMA_CONTEXT_LENGTH=4096"), s("OLLAMA_HOST=127.0.0.1:11434"), s("OLLAMA_KEEP_ALIVE=10m"),
            s("OLLAMA_MODELS=/m") }));
    QCOMPARE(spec.environment.at(1).origin, s("OLLAMA_NUM_CTX, .env line 7"));
    QCOMPARE(spec.endpoint.text(), s("http://127.0.0.1:11434"));
    QCOMPARE(spec.model.text(), s("a:1"));
    QCOMPARE(spec.appliedValues.keys(),
        (QStringList{ s("LLM_MODE"), s("LLM_MODEL"), s("OLLAMA_KEEP_ALIVE"), s("OLLAMA_MODELS"), s("OLLAMA_NUM_CTX") }));
    QVERIFY(spec.trustHash.isEmpty());
    QCOMPARE(planned({}).model.text(), s("llama3.1:8b")); // the defaults of an empty file
}

void LaunchPlanTest::ollamaHost_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *text, const char *url) { QTest::newRow(text) << s(text) << s(url); };
    row("", "http://127.0.0.1:11434");
    row("127.0.0.1:11500", "http://127.0.0.1:11500");
    row("localhost", "http://localhost:11434");
    row("0.0.0.0", "http://0.0.0.0:11434");
    row(":8080", "http://0.0.0.0:8080");
    row("http://h", "http://h:80");
    row("https://h", "https://h:443");
    row("http://h:5/path", "http://h:5");
    row(" \"127.0.0.1:7\" ", "http://127.0.0.1:7");
    row("[::1]:9", "http://[::1]:9");
    row("::1", "http://[::1]:11434");
    row("h:99999", "http://h:11434");
    row("h:", "http://h:11434");
}

void LaunchPlanTest::ollamaHost()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QCOMPARE(ollamaHostUrl(text).toString(), url);
}

void LaunchPlanTest::ollamaOnAllInterfacesNeedsConsent()
{
    const LaunchSpec spec = planned(values({ { "OLLAMA_HOST", "0.0.0.0:11500" } }));
    QVERIFY(spec.canStart());
    QCOMPARE(environmentOf(spec), QStringList{ s("OLLAMA_HOST=0.0.0.0:11500") });
    QCOMPARE(spec.endpoint.text(), s("http://127.0.0.1:11500"));
    QVERIFY(!spec.trustHash.isEmpty());
    QVERIFY(spec.notes.join(u' ').contains(QLatin1String("network")));
}

void LaunchPlanTest::vllmGetsEveryFlagWithItsOrigin()
{
    const LaunchSpec spec
        = planned(values({ { "LLM_MODE", "vllm" }, { "LLM_MODEL", "o/m" }, { "LLM_VLLM_URL", "http://127.0.0.1:8001/v1" },
                      { "VLLM_ENABLE_FP8", "True" }, { "VLLM_ENFORCE_EAGER", "1" }, { "VLLM_GPU_MEMORY_UTILIZATION", "0.85" },
                      { "VLLM_MAX_MODEL_LEN", "8192" }, { "VLLM_MODEL", "o/m" }, { "VLLM_TENSOR_PARALLEL_SIZE", "2" },
                      { "VLLM_USE_FLASHINFER", "true" } }),
            R"({"args":["--seed","1"]})");
    QVERIFY(spec.canStart());
    QCOMPARE(spec.kind, LauncherKind::Vllm);
    QCOMPARE(spec.argumentTexts().join(u' '),
        s("serve o/m --host 127.0.0.1 --port 8001 --max-model-len 8192 --gpu-memory-utilization 0.85 "
          "--tensor-parallel-size 2 --quantization fp8 --seed 1"));
    QCOMPARE(spec.arguments.at(1).origin, s("VLLM_MODEL, .env line 8"));
    QCOMPARE(environmentOf(spec), QStringList{ s("VLLM_ATTENTION_BACKEND=FLASHINFER") });
    QVERIFY(spec.notes.join(u' ').contains(QLatin1String("--attention-backend")));
    QVERIFY(!spec.trustHash.isEmpty()); // args of the file
    QCOMPARE(spec.appliedValues.value(s("VLLM_MAX_MODEL_LEN")), s("8192"));
}

void LaunchPlanTest::vllmSecretsGoThroughTheEnvironmentOnly()
{
    const LaunchSpec spec = planned(values({ { "LLM_MODE", "vllm" }, { "VLLM_MODEL", "o/m" },
        { "LLM_VLLM_URL", "http://127.0.0.1:8001/v1" }, { "HF_TOKEN", "hf_secret12" }, { "VLLM_API_KEY", "secret-key" } }));
    QVERIFY(!spec.argumentTexts().join(u' ').contains(QLatin1String("secret")));
    QCOMPARE(environmentOf(spec), (QStringList{ s("HF_TOKEN=hf_secret12"), s("VLLM_API_KEY=secret-key") }));
    QVERIFY(spec.environment.at(0).secret && spec.environment.at(1).secret);
    QVERIFY(!spec.appliedValues.contains(s("VLLM_API_KEY")));
}

void LaunchPlanTest::vllmModelFallsBack()
{
    const LaunchSpec spec
        = planned(values({ { "LLM_MODE", "vllm" }, { "LLM_MODEL", "o/f" }, { "LLM_VLLM_URL", "http://127.0.0.1:8001/v1" } }));
    QCOMPARE(spec.model.text(), s("o/f"));
    QCOMPARE(spec.argumentTexts().value(1), s("o/f"));
}

void LaunchPlanTest::containerNameIsReachedOnLoopback()
{
    const LaunchSpec spec
        = planned(values({ { "LLM_MODE", "vllm" }, { "VLLM_MODEL", "o/m" }, { "LLM_VLLM_URL", "http://vllm:8001/v1" } }));
    QCOMPARE(spec.endpoint.text(), s("http://127.0.0.1:8001"));
    QCOMPARE(spec.configuredEndpoint.text(), s("http://vllm:8001"));
    QVERIFY(spec.argumentTexts().join(u' ').contains(QLatin1String("--host 127.0.0.1 --port 8001")));
    QVERIFY(spec.notes.join(u' ').contains(QLatin1String("compose network")));
}

void LaunchPlanTest::providerOnAnotherMachineIsRemote()
{
    const LaunchSpec spec
        = planned(values({ { "LLM_MODE", "vllm" }, { "VLLM_MODEL", "o/m" }, { "LLM_VLLM_URL", "https://gpu.example.org/v1" } }));
    QCOMPARE(spec.kind, LauncherKind::Remote);
    QVERIFY(spec.program.isEmpty() && !spec.canStart() && !spec.blocked);
    QCOMPARE(spec.endpoint.text(), s("https://gpu.example.org"));
    QCOMPARE(spec.model.text(), s("o/m"));
}

void LaunchPlanTest::commandTakesValuesOfEnv()
{
    const LaunchSpec spec = planned(values({ { "LLM_MODE", "vllm" }, { "LLM_MODEL", "smollm2" },
                                        { "LLM_MODEL_FILE", "/m/a b.gguf" }, { "API_KEY", "secret-key" } }),
        R"({"launcher":"command","program":"llama-server","endpoint":"http://127.0.0.1:8001/v1","environment":{"LLAMA_API_KEY":"${API_KEY}"},
            "args":["-m","${LLM_MODEL_FILE}","--alias","x-${LLM_MODEL}-y","--port","8001"]})");
    QVERIFY2(spec.canStart(), spec.blocked ? qPrintable(spec.blocked->message) : "");
    QCOMPARE(spec.kind, LauncherKind::Command);
    QCOMPARE(spec.program, m_bin + QStringLiteral("/llama-server"));
    QCOMPARE(
        spec.argumentTexts(), (QStringList{ s("-m"), s("/m/a b.gguf"), s("--alias"), s("x-smollm2-y"), s("--port"), s("8001") }));
    QCOMPARE(environmentOf(spec), QStringList{ s("LLAMA_API_KEY=secret-key") });
    QVERIFY(spec.environment.first().secret);
    QCOMPARE(spec.endpoint.text(), s("http://127.0.0.1:8001"));
    QCOMPARE(spec.model.text(), s("smollm2"));
    QCOMPARE(spec.appliedValues.value(s("LLM_MODEL_FILE")), s("/m/a b.gguf"));
    QVERIFY(!spec.appliedValues.contains(s("API_KEY")));
    QVERIFY(!spec.trustHash.isEmpty());
}

void LaunchPlanTest::commandBlocks_data()
{
    QTest::addColumn<QByteArray>("args");
    QTest::addColumn<QString>("code");
    QTest::newRow("key without value") << QByteArray(R"("args":["${NOT_THERE}"],"program":"ollama")") << s("command.key-missing");
    QTest::newRow("secret") << QByteArray(R"("args":["--api-key","${API_KEY}"],"program":"ollama")")
                            << s("command.secret-argument");
    QTest::newRow("option as value") << QByteArray(R"("args":["-m","${ODD}"],"program":"ollama")") << s("command.option-value");
    QTest::newRow("no program") << QByteArray(R"("args":["x"])") << s("command.no-program");
    QTest::newRow("relative program") << QByteArray(R"("program":"bin/ollama")") << s("program.relative");
    QTest::newRow("missing program") << QByteArray(R"("program":"/none/x")") << s("program.missing");
}

void LaunchPlanTest::commandBlocks()
{
    QFETCH(QByteArray, args);
    QFETCH(QString, code);
    const LaunchSpec spec
        = planned(values({ { "API_KEY", "secret-key" }, { "ODD", "-rf" } }), R"({"launcher":"command",)" + args + '}');
    QVERIFY(spec.blocked);
    QCOMPARE(spec.blocked->code, code);
    QVERIFY(!spec.argumentTexts().join(u' ').contains(QLatin1String("secret-key")));
}

void LaunchPlanTest::shellTextStaysOneArgument()
{
    const QString nasty = s("$(touch X) `id`; rm -rf /\n\"'${LLM_MODE}");
    Values env = values({ { "LLM_MODE", "ollama" } });
    env.insert(s("NASTY"), nasty);
    const LaunchSpec spec = planned(env, R"({"launcher":"command","program":"ollama","args":["${NASTY}"]})");
    QCOMPARE(spec.argumentTexts(), QStringList{ nasty }); // neither split nor expanded a second time
}

void LaunchPlanTest::precedenceIsChoiceFileDetection()
{
    const Values env = values({ { "LLM_MODE", "ollama" }, { "OLLAMA_HOST", "127.0.0.1:1" } });
    const QByteArray file = R"({"launcher":"remote","endpoint":"http://127.0.0.1:2"})";
    QCOMPARE(planned(env).endpoint.port(), 1);
    QCOMPARE(planned(env, file).endpoint.port(), 2);
    QCOMPARE(planned(env, file).kind, LauncherKind::Remote);
    const OperatorChoice choice{ LauncherKind::Ollama, m_bin + s("/llama-server"), s("http://127.0.0.1:3") };
    const LaunchSpec spec = planned(env, file, choice);
    QCOMPARE(spec.kind, LauncherKind::Ollama);
    QCOMPARE(spec.program, m_bin + s("/llama-server"));
    QCOMPARE(spec.endpoint.port(), 3);
    QCOMPARE(environmentOf(spec), QStringList{ s("OLLAMA_HOST=127.0.0.1:3") });
    QVERIFY(!spec.reason.isEmpty());
}

void LaunchPlanTest::trustFollowsTheContent()
{
    const Values env = values({ { "LLM_MODEL", "a" } });
    const QByteArray first = R"({"launcher":"command","program":"ollama","args":["${LLM_MODEL}"]})";
    const QString hash = planned(env, first).trustHash;
    QVERIFY(!hash.isEmpty());
    QCOMPARE(planned(values({ { "LLM_MODEL", "b" } }), first).trustHash, hash); // .env is the operator's own
    QVERIFY(planned(env, R"({"launcher":"command","program":"ollama","args":["${LLM_MODEL}","x"]})").trustHash != hash);
    QVERIFY(planned(env, R"({"launcher":"command","program":"ollama","args":["${LLM_MODEL}"],"environment":{"A":"b"}})").trustHash
        != hash);
    QVERIFY(planned(env, R"({"launcher":"ollama"})").trustHash.isEmpty());
}

void LaunchPlanTest::anotherMachineNamedByTheFileNeedsConsentForTheKey()
{
    const Values env = values({ { "LLM_MODE", "vllm" }, { "LLM_MODEL", "m" }, { "LLM_VLLM_URL", "http://10.0.0.5:8001" } });
    QVERIFY(planned(env).keyAllowed); // the operator's own .env
    QVERIFY(planned(env).trustHash.isEmpty());
    const auto described = [](const char *address) { return QByteArray("{\"endpoint\":\"http://") + address + "\"}"; };
    const LaunchSpec far = planned(env, described("10.0.0.6:8001"));
    QCOMPARE(far.kind, LauncherKind::Remote);
    QVERIFY(!far.trustHash.isEmpty());
    QVERIFY(!far.keyAllowed);
    QVERIFY(planned(env, described("10.0.0.7:8001")).trustHash != far.trustHash);
    const LaunchSpec near = planned(env, described("127.0.0.1:8001"));
    QVERIFY(near.keyAllowed);
    QVERIFY(near.trustHash.isEmpty());
    OperatorChoice choice;
    choice.endpoint = s("http://10.0.0.8:8001");
    QVERIFY(planned(env, described("10.0.0.6:8001"), choice).keyAllowed);
    QVERIFY(!planned(values({ { "OLLAMA_HOST", "10.0.0.5" } })).keyAllowed);
}

void LaunchPlanTest::secretsAmongDescribedArgumentsAreMasked()
{
    const Values env
        = values({ { "LLM_MODE", "vllm" }, { "LLM_MODEL", "m" }, { "LLM_VLLM_URL", "http://me:pa55word@127.0.0.1:8001" } });
    const LaunchSpec spec = planned(env, R"({"launcher":"command","program":"ollama","args":["--api-key","plain","--hf-token=abc",
        "--tokenizer","t","--max-tokens","9","--password","--verbose","sk-0123456789abc","${LLM_VLLM_URL}"]})");
    QCOMPARE(spec.argumentTexts().at(1), s("plain")); // what runs is not changed
    QCOMPARE(spec.shownArguments(),
        (QStringList{ s("--api-key"), s("••••••"), s("--hf-token=••••••"), s("--tokenizer"), s("t"), s("--max-tokens"), s("9"),
            s("--password"), s("--verbose"), s("••••••"), s("••••••") }));
    const QString applied = spec.appliedValues.value(s("LLM_VLLM_URL"));
    QVERIFY(!applied.isEmpty() && !applied.contains(s("pa55word")));
    ProviderStatus status;
    status.state = ProviderState::Ready;
    status.launcher = spec.kind;
    status.applied = spec.appliedValues;
    RunningInputs inputs;
    inputs.saved = env;
    inputs.status = status;
    QVERIFY(driftOf(runningValues(inputs)).isEmpty()); // masked on both sides
}

void LaunchPlanTest::dangerousVariablesAreRefused()
{
    for (const char *name :
        { "LD_PRELOAD", "LD_LIBRARY_PATH", "PYTHONPATH", "BASH_ENV", "PATH", "NODE_OPTIONS", "GIT_SSH_COMMAND" }) {
        const LaunchSpec spec = planned({}, QByteArray(R"({"launcher":"ollama","environment":{")") + name + R"(":"x"}})");
        QVERIFY2(spec.blocked && spec.blocked->code == QLatin1String("environment.refused"), name);
        QVERIFY(!environmentOf(spec).join(u' ').contains(QLatin1String(name)));
    }
}

void LaunchPlanTest::blocked_data()
{
    QTest::addColumn<Values>("env");
    QTest::addColumn<QString>("code");
    QTest::newRow("mode") << values({ { "LLM_MODE", "openai" } }) << s("mode.unknown");
    QTest::newRow("empty model") << values({ { "LLM_MODEL", " " } }) << s("model.required");
    QTest::newRow("option model") << values({ { "LLM_MODEL", "-rf" } }) << s("model.invalid");
    QTest::newRow("no url") << values({ { "LLM_MODE", "vllm" }, { "VLLM_MODEL", "o/m" } }) << s("url.required");
    QTest::newRow("bad url") << values({ { "LLM_MODE", "vllm" }, { "VLLM_MODEL", "o/m" }, { "LLM_VLLM_URL", "vllm:8001" } })
                             << s("url.invalid");
    QTest::newRow("context") << values({ { "OLLAMA_NUM_CTX", "many" } }) << s("range.OLLAMA_NUM_CTX");
    QTest::newRow("share") << values({ { "LLM_MODE", "vllm" }, { "VLLM_MODEL", "o/m" },
        { "LLM_VLLM_URL", "http://127.0.0.1:1/v1" }, { "VLLM_GPU_MEMORY_UTILIZATION", "1.5" } })
                           << s("range.VLLM_GPU_MEMORY_UTILIZATION");
}

void LaunchPlanTest::blocked()
{
    QFETCH(Values, env);
    QFETCH(QString, code);
    const LaunchSpec spec = planned(env);
    QVERIFY(!spec.canStart());
    QVERIFY(spec.blocked);
    QCOMPARE(spec.blocked->code, code);
    QVERIFY(!spec.blocked->message.isEmpty() && !spec.blocked->fix.isEmpty());
}

void LaunchPlanTest::modeNoneRunsNothing()
{
    const LaunchSpec spec = planned(values({ { "LLM_MODE", "none" } }), R"({"launcher":"command","program":"ollama"})");
    QCOMPARE(spec.kind, LauncherKind::None);
    QVERIFY(!spec.canStart() && !spec.blocked && spec.program.isEmpty());
}

void LaunchPlanTest::programInTheDeploymentsFolderIsNotTaken()
{
    LaunchInputs inputs;
    inputs.deployment = { m_bin, QStringLiteral("bin"), m_bin + QStringLiteral("/.env") };
    inputs.searchPath = QStringLiteral(".::relative");
    const LaunchSpec spec = launchPlan(inputs); // the deployment's own folder holds an "ollama"
    QVERIFY(spec.blocked);
    QCOMPARE(spec.blocked->code, QStringLiteral("program.missing"));
}

QTEST_GUILESS_MAIN(LaunchPlanTest)
#include "tst_launchplan.moc"
