// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/courselinebuilder.h"
#include "models/deployment/drift/runningvalues.h"

#include <QTest>

using namespace pilothouse;

namespace {

QString s(const char *text)
{
    return QString::fromLatin1(text);
}

using Values = QMap<QString, QString>;

const Values ollamaEnv{ { s("LLM_MODE"), s("ollama") }, { s("LLM_MODEL"), s("smollm2:135m") }, { s("OLLAMA_NUM_CTX"), s("4096") },
    { s("VLLM_MODEL"), s("o/m") }, { s("VLLM_MAX_MODEL_LEN"), s("8192") }, { s("LLM_TEMPERATURE"), s("0.2") } };

LaunchSpec specOf(const char *model, LauncherKind kind = LauncherKind::Ollama)
{
    LaunchSpec spec;
    spec.kind = kind;
    spec.model = ModelName(s(model));
    return spec;
}

ProviderStatus readyOllama()
{
    ProviderStatus status;
    status.launcher = LauncherKind::Ollama;
    status.state = ProviderState::Ready;
    status.pid = 2217;
    status.providerName = s("Ollama");
    status.providerVersion = s("0.32.15");
    status.applied
        = { { s("LLM_MODE"), s("ollama") }, { s("LLM_MODEL"), s("smollm2:135m") }, { s("OLLAMA_NUM_CTX"), s("4096") } };
    status.served = { { ModelName(s("smollm2:135m")), {}, {}, 4096, QDateTime::currentDateTime().addSecs(60) } };
    return status;
}

const CourseRow &rowOf(const CourseLine &line, const char *label)
{
    for (const CourseRow &row : line.rows) {
        if (row.label == QLatin1String(label))
            return row;
    }
    static const CourseRow none;
    return none;
}

/// Without a look at the process: what was recorded and what the API serves.
QList<DriftEntry> drift(const Values &saved, const ProviderStatus &status)
{
    RunningInputs inputs;
    inputs.saved = saved;
    inputs.status = status;
    return driftOf(runningValues(inputs));
}

QStringList partsOf(const DriftEntry &entry)
{
    return { entry.key, entry.saved, entry.running, entry.apply };
}

QStringList keysOf(const QList<DriftEntry> &entries)
{
    QStringList keys;
    for (const DriftEntry &entry : entries)
        keys << entry.key;
    keys.sort();
    return keys;
}

} // namespace

class CourseLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allAgree();
    void stoppedProviderHasNoUsesAndServes();
    void changedModelDiffers();
    void loadedModelInPlaceIsNoDrift();
    void otherModelServedIsShown();
    void foreignProviderIsNotReported();
    void vllmRows();
    void addedAndRemovedKeysDrift();
    void requestKeysNeverDrift();
    void secretsNeverDrift();
    void spellingIsNoDrift_data();
    void spellingIsNoDrift();
    void modeNoneHasOneRow();
    void unloadedModelIsNoDrift();
    void automaticContextIsNoDifference();
};

void CourseLineTest::allAgree()
{
    const CourseLine line = courseLine({ ollamaEnv, specOf("smollm2:135m"), readyOllama() });
    QCOMPARE(line.differing, 0);
    QCOMPARE(line.agreeing, 3);
    QCOMPARE(line.rows.size(), 4);
    QCOMPARE(line.usesCaption, s("PID 2217"));
    QCOMPARE(line.servesCaption, s("/api/ps"));
    const CourseRow &model = rowOf(line, "Model");
    QVERIFY(model.subject);
    QCOMPARE(model.serves, s("smollm2:135m"));
    QCOMPARE(rowOf(line, "Context length").key, s("OLLAMA_NUM_CTX"));
    const CourseRow &engine = rowOf(line, "vLLM engine");
    QVERIFY(!engine.used);
    QVERIFY(engine.says.startsWith(u'2'));
    QVERIFY(line.footnote.contains(QLatin1String("unloads")));
    QVERIFY(drift(ollamaEnv, readyOllama()).isEmpty());
}

void CourseLineTest::stoppedProviderHasNoUsesAndServes()
{
    ProviderStatus status;
    status.state = ProviderState::Stopped;
    const CourseLine line = courseLine({ ollamaEnv, specOf("smollm2:135m"), status });
    QCOMPARE(line.differing, 0);
    QCOMPARE(line.agreeing, 0);
    QVERIFY(rowOf(line, "Model").uses.isEmpty());
    QCOMPARE(rowOf(line, "Model").usesNote, s("not running"));
    QVERIFY(drift(ollamaEnv, status).isEmpty());
}

void CourseLineTest::changedModelDiffers()
{
    Values env = ollamaEnv;
    env[s("LLM_MODEL")] = s("other:1");
    const CourseLine line = courseLine({ env, specOf("other:1"), readyOllama() });
    const CourseRow &model = rowOf(line, "Model");
    QCOMPARE(model.saysToUses, CourseLink::Different);
    QCOMPARE(model.usesToServes, CourseLink::Equal);
    QCOMPARE(line.differing, 1);
    const QList<DriftEntry> entries = drift(env, readyOllama());
    QCOMPARE(entries.size(), 1);
    QCOMPARE(partsOf(entries.first()), (QStringList{ s("LLM_MODEL"), s("other:1"), s("smollm2:135m"), s("reload-model") }));
}

void CourseLineTest::loadedModelInPlaceIsNoDrift()
{
    Values env = ollamaEnv;
    env[s("LLM_MODEL")] = s("other:1");
    ProviderStatus status = readyOllama();
    status.served.append({ ModelName(s("other:1")), {}, {}, {}, {} });
    QVERIFY(drift(env, status).isEmpty());
}

void CourseLineTest::otherModelServedIsShown()
{
    ProviderStatus status = readyOllama();
    status.served = { { ModelName(s("stranger:1")), {}, {}, {}, {} } };
    const CourseRow model = rowOf(courseLine({ ollamaEnv, specOf("smollm2:135m"), status }), "Model");
    QCOMPARE(model.serves, s("stranger:1"));
    QCOMPARE(model.usesToServes, CourseLink::Different);
}

void CourseLineTest::foreignProviderIsNotReported()
{
    ProviderStatus status = readyOllama();
    status.applied.clear();
    const CourseLine line = courseLine({ ollamaEnv, specOf("smollm2:135m"), status });
    QCOMPARE(rowOf(line, "Model").usesNote, s("not reported"));
    QCOMPARE(rowOf(line, "Model").saysToUses, CourseLink::NotReported);
    QCOMPARE(rowOf(line, "Model").usesToServes, CourseLink::Equal); // compared with what .env says
    QVERIFY(drift(ollamaEnv, status).isEmpty());
    status.served = { { ModelName(s("stranger:1")), {}, {}, {}, {} } };
    QCOMPARE(keysOf(drift(ollamaEnv, status)), QStringList{ s("LLM_MODEL") });
}

void CourseLineTest::vllmRows()
{
    const Values env{ { s("LLM_MODE"), s("vllm") }, { s("VLLM_MODEL"), s("o/m") }, { s("LLM_MODEL"), s("o/m") },
        { s("VLLM_MAX_MODEL_LEN"), s("16384") }, { s("VLLM_GPU_MEMORY_UTILIZATION"), s("0.9") } };
    ProviderStatus status;
    status.launcher = LauncherKind::Vllm;
    status.state = ProviderState::Ready;
    status.providerName = s("vLLM");
    status.applied = env;
    status.applied[s("VLLM_MAX_MODEL_LEN")] = s("8192");
    status.served = { { ModelName(s("o/m")), {}, {}, 8192, {} } };
    const CourseLine line = courseLine({ env, specOf("o/m", LauncherKind::Vllm), status });
    QCOMPARE(rowOf(line, "Model").key, s("VLLM_MODEL"));
    QCOMPARE(rowOf(line, "Context length").saysToUses, CourseLink::Different);
    QCOMPARE(rowOf(line, "Context length").usesToServes, CourseLink::Equal);
    QCOMPARE(rowOf(line, "GPU memory share").saysToUses, CourseLink::Equal);
    QVERIFY(rowOf(line, "Tensor parallel").label.isEmpty());
    QCOMPARE(line.servesCaption, s("/v1/models"));
    QCOMPARE(partsOf(drift(env, status).first()), (QStringList{ s("VLLM_MAX_MODEL_LEN"), s("16384"), s("8192"), s("restart") }));
}

void CourseLineTest::addedAndRemovedKeysDrift()
{
    Values env = ollamaEnv;
    env.remove(s("OLLAMA_NUM_CTX"));
    env.insert(s("OLLAMA_KEEP_ALIVE"), s("1h"));
    QCOMPARE(keysOf(drift(env, readyOllama())), (QStringList{ s("OLLAMA_KEEP_ALIVE"), s("OLLAMA_NUM_CTX") }));
}

void CourseLineTest::requestKeysNeverDrift()
{
    Values env = ollamaEnv;
    env[s("LLM_TEMPERATURE")] = s("0.9");
    env[s("LLM_MAX_TOKENS")] = s("9");
    env[s("LLM_STREAM_ENABLED")] = s("true");
    env[s("LLM_TIMEOUT")] = s("9");
    QVERIFY(drift(env, readyOllama()).isEmpty());
}

void CourseLineTest::secretsNeverDrift()
{
    Values env = ollamaEnv;
    env[s("OLLAMA_API_KEY")] = s("secret-key");
    env[s("VLLM_API_KEY")] = s("secret-key");
    QVERIFY(drift(env, readyOllama()).isEmpty());
}

void CourseLineTest::spellingIsNoDrift_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *left, const char *right, bool same) { QTest::newRow(left) << s(left) << s(right) << same; };
    row("0.90", "0.9", true);
    row("True", "true", true);
    row(" 5", "5", true);
    row("a", "A", false);
    row("8192", "8193", false);
    row("", "x", false);
}

void CourseLineTest::spellingIsNoDrift()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(bool, same);
    QCOMPARE(sameSetting(left, right), same);
}

void CourseLineTest::modeNoneHasOneRow()
{
    const CourseLine line = courseLine({ { { s("LLM_MODE"), s("none") } }, {}, {} });
    QCOMPARE(line.rows.size(), 1);
    QVERIFY(line.footnote.contains(QLatin1String("none")));
}

void CourseLineTest::unloadedModelIsNoDrift()
{
    ProviderStatus status = readyOllama();
    status.served.clear();
    QVERIFY(drift(ollamaEnv, status).isEmpty());
    const CourseRow model = rowOf(courseLine({ ollamaEnv, specOf("smollm2:135m"), status }), "Model");
    QCOMPARE(model.servesNote, s("not loaded"));
    QVERIFY(!model.differs());
}

void CourseLineTest::automaticContextIsNoDifference()
{
    Values env = ollamaEnv;
    env.remove(s("OLLAMA_NUM_CTX"));
    ProviderStatus status = readyOllama();
    status.applied.remove(s("OLLAMA_NUM_CTX"));
    const CourseRow row = rowOf(courseLine({ env, specOf("smollm2:135m"), status }), "Context length");
    QCOMPARE(row.says, s("automatic"));
    QCOMPARE(row.serves, s("4096"));
    QVERIFY(!row.differs());
}

QTEST_GUILESS_MAIN(CourseLineTest)
#include "tst_courseline.moc"
