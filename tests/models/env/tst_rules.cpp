// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/rules.h"
#include "models/env/secretkeys.h"

#include <QtTest>

using namespace pilothouse;

class RulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void schemaKnowsTheThirteenVariables();
    void ruleIsFound_data();
    void ruleIsFound();
    void ruleIsNotFound_data();
    void ruleIsNotFound();
    void soundFilesHaveNoProblems();
    void fixesRemoveTheProblem_data();
    void fixesRemoveTheProblem();
    void messagesArePlain();
    void secretsAreMasked();
};

namespace {

const QByteArray vllm = "LLM_MODE=vllm\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\n";
const QByteArray vllmModels = vllm + "LLM_MODEL=Qwen/Qwen3-8B\nVLLM_MODEL=Qwen/Qwen3-8B\n";

QList<Problem> check(const QByteArray &bytes, uint mode = 0600, uint links = 1)
{
    return checkEnv(EnvDocument(bytes), VariableSchema::load(QStringLiteral("en")), { mode, links });
}

const Problem *found(const QList<Problem> &problems, const QString &id)
{
    const auto match = std::find_if(problems.begin(), problems.end(), [&](const Problem &problem) { return problem.id == id; });
    return match == problems.end() ? nullptr : &*match;
}

} // namespace

void RulesTest::schemaKnowsTheThirteenVariables()
{
    const VariableSchema english = VariableSchema::load(QStringLiteral("en_US"));
    const VariableSchema russian = VariableSchema::load(QStringLiteral("ru"));
    QCOMPARE(english.variables().size(), 13);
    QSet<QString> keys;
    for (const VariableSpec &spec : english.variables()) {
        const VariableSpec *other = russian.find(spec.key);
        QVERIFY(other && !spec.label.isEmpty() && !spec.help.isEmpty() && !spec.readBy.isEmpty());
        QVERIFY2(other->help != spec.help && !other->help.isEmpty() && !other->label.isEmpty(), qPrintable(spec.key));
        QVERIFY(QStringList(
            { QStringLiteral("provider"), QStringLiteral("model"), QStringLiteral("request"), QStringLiteral("vllm") })
                    .contains(spec.group));
        keys.insert(spec.key);
    }
    QCOMPARE(keys.size(), 13);
    const VariableSpec *share = english.find(u"VLLM_GPU_MEMORY_UTILIZATION");
    QVERIFY(share->minimumExclusive && share->minimum == 0.0 && share->maximum == 1.0 && share->type == VariableType::Number);
    QCOMPARE(english.defaultValue(u"LLM_TIMEOUT"), QStringLiteral("240"));
    QVERIFY(!VariableSchema::isUsed(*share, LlmMode::Ollama) && VariableSchema::isUsed(*share, LlmMode::Vllm));
    QCOMPARE(russian.find(u"LLM_TEMPERATURE")->label, QStringLiteral("Температура"));
}

void RulesTest::ruleIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("line");
    int number = 0;
    const auto row = [&](const QByteArray &bytes, const char *id, const char *level, const char *key, int line) {
        QTest::addRow("%02d %s", ++number, id)
            << bytes << QString::fromLatin1(id) << QString::fromLatin1(level) << QString::fromLatin1(key) << line;
    };
    row("LLM_MODE=other\n", "mode.unknown", "error", "LLM_MODE", 1);
    row("LLM_MODE=VLLM\n", "mode.unknown", "error", "LLM_MODE", 1);
    row("LLM_MODE=\n", "mode.unknown", "error", "LLM_MODE", 1);
    row("LLM_MODE=none\nLLM_MODEL=x\n", "mode.none.ignored", "info", "LLM_MODEL", 2);
    row("LLM_MODE=none\nVLLM_MODEL=x\n", "mode.none.ignored", "info", "VLLM_MODEL", 2);
    row("LLM_MODE=ollama\nLLM_MODEL=\n", "model.required", "error", "LLM_MODEL", 2);
    row(vllm, "model.required", "error", "LLM_MODEL", 0);
    row(vllm + "LLM_MODEL=\nVLLM_MODEL=a/b\n", "model.required", "error", "LLM_MODEL", 3);
    row(vllm + "LLM_MODEL=a/b\nVLLM_MODEL=a/c\n", "model.mismatch", "error", "LLM_MODEL", 3);
    row(vllm + "VLLM_MODEL=a/c\n", "model.mismatch", "error", "LLM_MODEL", 0);
    row(vllm + "LLM_MODEL=a/b\nVLLM_MODEL=\n", "model.mismatch", "error", "LLM_MODEL", 3);
    row(vllm + "LLM_MODEL=llama3.1:8b\nVLLM_MODEL=a/b\n", "model.ollama-format-in-vllm", "error", "LLM_MODEL", 3);
    row(vllm + "LLM_MODEL=a/b\nVLLM_MODEL=qwen3:8b\n", "model.ollama-format-in-vllm", "error", "VLLM_MODEL", 4);
    row("LLM_MODE=ollama\nLLM_MODEL=Qwen/Qwen3-8B\n", "model.hf-format-in-ollama", "warning", "LLM_MODEL", 2);
    row(vllm + "LLM_MODEL=a/b\n", "vllm-model.fallback", "info", "VLLM_MODEL", 0);
    row("LLM_MODE=vllm\nLLM_MODEL=a/b\n", "url.required", "error", "LLM_VLLM_URL", 0);
    row("LLM_MODE=vllm\nLLM_VLLM_URL=\n", "url.required", "error", "LLM_VLLM_URL", 2);
    row("LLM_VLLM_URL=vllm:8001/v1\n", "url.invalid", "error", "LLM_VLLM_URL", 1);
    row("LLM_VLLM_URL=ftp://x/v1\n", "url.invalid", "error", "LLM_VLLM_URL", 1);
    row("LLM_VLLM_URL=http:///v1\n", "url.invalid", "error", "LLM_VLLM_URL", 1);
    row("LLM_VLLM_URL=\"http://a b/v1\"\n", "url.invalid", "error", "LLM_VLLM_URL", 1);
    row("LLM_VLLM_URL=http://h:99999/v1\n", "url.invalid", "error", "LLM_VLLM_URL", 1);
    row("LLM_VLLM_URL=http://h:8001\n", "url.no-v1", "warning", "LLM_VLLM_URL", 1);
    row("LLM_VLLM_URL=http://h:8001/v1/\n", "url.no-v1", "warning", "LLM_VLLM_URL", 1);
    row("LLM_MODE=vllm\nLLM_VLLM_URL=http://vllm:8001/v1\n", "url.container-only", "info", "LLM_VLLM_URL", 2);
    row("LLM_TEMPERATURE=3\n", "range.LLM_TEMPERATURE", "error", "LLM_TEMPERATURE", 1);
    row("LLM_TEMPERATURE=-0.1\n", "range.LLM_TEMPERATURE", "error", "LLM_TEMPERATURE", 1);
    row("LLM_TIMEOUT=0\n", "range.LLM_TIMEOUT", "error", "LLM_TIMEOUT", 1);
    row("LLM_MAX_TOKENS=-5\n", "range.LLM_MAX_TOKENS", "error", "LLM_MAX_TOKENS", 1);
    row("VLLM_GPU_MEMORY_UTILIZATION=0\n", "range.VLLM_GPU_MEMORY_UTILIZATION", "error", "VLLM_GPU_MEMORY_UTILIZATION", 1);
    row("VLLM_GPU_MEMORY_UTILIZATION=1.01\n", "range.VLLM_GPU_MEMORY_UTILIZATION", "error", "VLLM_GPU_MEMORY_UTILIZATION", 1);
    row("VLLM_MAX_MODEL_LEN=0\n", "range.VLLM_MAX_MODEL_LEN", "error", "VLLM_MAX_MODEL_LEN", 1);
    row("VLLM_TENSOR_PARALLEL_SIZE=0\n", "range.VLLM_TENSOR_PARALLEL_SIZE", "error", "VLLM_TENSOR_PARALLEL_SIZE", 1);
    row("LLM_TIMEOUT=2m\n", "type.LLM_TIMEOUT", "error", "LLM_TIMEOUT", 1);
    row("LLM_TIMEOUT=1.5\n", "type.LLM_TIMEOUT", "error", "LLM_TIMEOUT", 1);
    row("LLM_MAX_TOKENS=1__0\n", "type.LLM_MAX_TOKENS", "error", "LLM_MAX_TOKENS", 1);
    row("LLM_MAX_TOKENS=0x10\n", "type.LLM_MAX_TOKENS", "error", "LLM_MAX_TOKENS", 1);
    row("LLM_TEMPERATURE=0,5\n", "type.LLM_TEMPERATURE", "error", "LLM_TEMPERATURE", 1);
    row("LLM_TEMPERATURE=nan\n", "type.LLM_TEMPERATURE", "error", "LLM_TEMPERATURE", 1);
    row("LLM_STREAM_ENABLED=maybe\n", "type.LLM_STREAM_ENABLED", "error", "LLM_STREAM_ENABLED", 1);
    row("LLM_STREAM_ENABLED=1\n", "bool.not-true", "warning", "LLM_STREAM_ENABLED", 1);
    row("VLLM_ENABLE_FP8=Yes\n", "bool.not-true", "warning", "VLLM_ENABLE_FP8", 1);
    row("VLLM_USE_FLASHINFER='true '\n", "bool.not-true", "warning", "VLLM_USE_FLASHINFER", 1);
    row("LLM_TIMEOUT=\n", "value.empty-number", "error", "LLM_TIMEOUT", 1);
    row("VLLM_MAX_MODEL_LEN=''\n", "value.empty-number", "error", "VLLM_MAX_MODEL_LEN", 1);
    row(vllmModels + "LLM_MAX_TOKENS=4096\nVLLM_MAX_MODEL_LEN=4096\n", "tokens.exceed-context", "warning", "LLM_MAX_TOKENS", 5);
    row("VLLM_MAX_MODEL_LEN=256\n", "tokens.exceed-context", "warning", "LLM_MAX_TOKENS", 0);
    row("A=1\nB=2\nA=3\n", "key.duplicate", "warning", "A", 3);
    row("A=1\nsome words\n", "syntax.not-an-assignment", "warning", "", 2);
    row("A='x\nB=1\n", "syntax.unterminated-quote", "warning", "A", 1);
    row("A='x'y\n", "syntax.text-after-quote", "warning", "A", 1);
    row("A=1\nB=\xff\n", "syntax.not-utf8", "warning", "", 2);
    row(QByteArray("A=1\nB=\0\n", 8), "syntax.nul", "warning", "", 2);
    row("HF_TOKEN=hf_abcdefghijkl\n# open\n", "permissions.open", "warning", "HF_TOKEN", 1);
    row("URL=http://u:p@h/\n# open\n", "permissions.open", "warning", "URL", 1);
    row("# links\n", "file.hard-link", "warning", "", 0);
}

void RulesTest::ruleIsFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, id);
    QFETCH(QString, key);
    const QList<Problem> problems = check(bytes, bytes.contains("# open") ? 0640 : 0600, bytes.contains("# links") ? 2 : 1);
    const auto match = std::find_if(
        problems.begin(), problems.end(), [&](const Problem &problem) { return problem.id == id && problem.key == key; });
    QVERIFY2(match != problems.end(), "the rule did not speak");
    QTEST(problemLevelName(match->level), "level");
    QTEST(match->line, "line");
    QVERIFY(!match->message.isEmpty() && !match->message.contains(QLatin1String("%1")));
}

void RulesTest::ruleIsNotFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("prefix");
    int number = 0;
    const auto row = [&](const QByteArray &bytes, const char *prefix) {
        QTest::addRow("%02d %s", ++number, prefix) << bytes << QString::fromLatin1(prefix);
    };
    row("LLM_MODEL=x\n", "mode.");
    row("LLM_MODE=none\n", "m");
    row("LLM_MODE=none\nLLM_MODEL=\n", "model.");
    row("LLM_MODE=ollama\n", "model.");
    row("LLM_MODE=ollama\nLLM_MODEL=llama3.1:8b\nVLLM_MODEL=a/b\n", "model.");
    row("LLM_MODE=ollama\nLLM_MODEL=hf.co/org/name:Q4_K_M\n", "model.");
    row(vllmModels, "model.");
    row(vllmModels, "vllm-model.");
    row(vllmModels, "url.");
    row("LLM_MODE=ollama\n", "url.");
    row("LLM_MODE=ollama\nLLM_VLLM_URL=http://vllm:8001/v1\n", "url.");
    row("LLM_MODE=vllm\nLLM_VLLM_URL=https://llm.example.test/api/v1\n", "url.");
    row("LLM_MODE=vllm\nLLM_VLLM_URL=http://[::1]:8001/v1\n", "url.");
    row("LLM_MODE=vllm\nLLM_VLLM_URL=http://${HOST}:8001\n", "url.");
    row("LLM_TEMPERATURE=0\n", "range.");
    row("LLM_TEMPERATURE=1\n", "range.");
    row("LLM_TEMPERATURE=' 1e-1 '\n", "type.");
    row("LLM_TEMPERATURE=.5\n", "type.");
    row("LLM_TIMEOUT=1_000\n", "type.");
    row("LLM_TIMEOUT=+30\n", "type.");
    row("LLM_TIMEOUT=${T:-30}\n", "type.");
    row("VLLM_GPU_MEMORY_UTILIZATION=1.0\n", "range.");
    row("VLLM_TENSOR_PARALLEL_SIZE=1\n", "range.");
    row("LLM_STREAM_ENABLED=True\n", "bool.");
    row("LLM_STREAM_ENABLED=off\nVLLM_ENABLE_FP8=\n", "bool.");
    row("LLM_STREAM_ENABLED=0\n", "type.");
    row("LLM_MODEL=\n", "value.");
    row("LLM_MAX_TOKENS=255\nVLLM_MAX_MODEL_LEN=256\n", "tokens.");
    row("A=1\n#A=2\nB=1\n", "key.");
    row("A=1\nexport B\nC\n\n# x\n", "syntax.");
    row("HF_TOKEN=\n# open\n", "permissions.");
    row("LLM_MAX_TOKENS=256\n# open\n", "permissions.");
    row("HF_TOKEN=hf_abcdefghijkl\n", "permissions.");
    row("A=1\n", "file.");
}

void RulesTest::ruleIsNotFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, prefix);
    for (const Problem &problem : check(bytes, bytes.contains("# open") ? 0644 : 0600))
        QVERIFY2(!problem.id.startsWith(prefix), qPrintable(problem.id + QStringLiteral(": ") + problem.message));
}

void RulesTest::soundFilesHaveNoProblems()
{
    QVERIFY(check("LLM_MODE=ollama\nLLM_MODEL=llama3.1:8b\n").isEmpty());
    QVERIFY(check("LLM_MODE=none\n").isEmpty());
    QVERIFY(check(vllmModels).isEmpty());
    QVERIFY(check("").isEmpty());
}

void RulesTest::fixesRemoveTheProblem_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("id");
    int number = 0;
    for (const auto &[bytes, id] :
        std::initializer_list<std::pair<QByteArray, const char *>>{ { "LLM_MODE=vLLM\n", "mode.unknown" },
            { "LLM_MODEL=\n", "model.required" }, { vllm + "LLM_MODEL=a/b\nVLLM_MODEL=a/c\n", "model.mismatch" },
            { vllm + "LLM_MODEL=a/b\n", "vllm-model.fallback" }, { "LLM_MODE=vllm\nLLM_MODEL=a/b\n", "url.required" },
            { "LLM_VLLM_URL=vllm:8001\n", "url.invalid" }, { "LLM_VLLM_URL=http://h:1/v1//\n", "url.no-v1" },
            { "LLM_TEMPERATURE=3\n", "range.LLM_TEMPERATURE" }, { "LLM_TIMEOUT=-1\n", "range.LLM_TIMEOUT" },
            { "LLM_TIMEOUT=x\n", "type.LLM_TIMEOUT" }, { "LLM_STREAM_ENABLED=1\n", "bool.not-true" },
            { "LLM_TIMEOUT=\n", "value.empty-number" }, { "VLLM_MAX_MODEL_LEN=\n", "value.empty-number" },
            { "LLM_MODEL=a/b\n", "model.hf-format-in-ollama" }, { "A='x y\nB=1\n", "syntax.unterminated-quote" } })
        QTest::addRow("%02d %s", ++number, id) << bytes << QString::fromLatin1(id);
}

void RulesTest::fixesRemoveTheProblem()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, id);
    const QList<Problem> problems = check(bytes);
    const Problem *problem = found(problems, id);
    QVERIFY(problem && !problem->fixes.isEmpty());
    for (const ProblemFix &fix : problem->fixes) {
        QVERIFY(!fix.label.isEmpty());
        EnvDocument document(bytes);
        for (const QString &key : fix.unsetKeys)
            QVERIFY(document.unset(key));
        for (const auto &[key, value] : fix.setValues)
            QVERIFY(document.setValue(key, value));
        QVERIFY2(!found(check(document.bytes()), id), document.bytes().constData());
    }
}

void RulesTest::messagesArePlain()
{
    QCOMPARE(found(check("LLM_TEMPERATURE=3\n"), QStringLiteral("range.LLM_TEMPERATURE"))->message,
        QStringLiteral("Temperature must be between 0 and 1; it is 3."));
    QCOMPARE(found(check("VLLM_TENSOR_PARALLEL_SIZE=0\n"), QStringLiteral("range.VLLM_TENSOR_PARALLEL_SIZE"))->message,
        QStringLiteral("Tensor parallel must be at least 1; it is 0."));
}

void RulesTest::secretsAreMasked()
{
    for (const char *name :
        { "HF_TOKEN", "OPENAI_API_KEY", "db_password", "SESSION_SECRET", "KEY", "X_PASSWD", "GOOGLE_CREDENTIALS", "SMTP_PASS" })
        QVERIFY2(isSecretName(QString::fromLatin1(name)), name);
    for (const char *name : { "LLM_MAX_TOKENS", "MONKEY", "PWD", "PATH", "LLM_MODEL" })
        QVERIFY2(!isSecretName(QString::fromLatin1(name)), name);
    QFile file(QStringLiteral(PILOTHOUSE_SOURCE_DIR "/tests/fixtures/env/23-secrets.env"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const EnvDocument document(file.readAll());
    const QString text = maskedText(document);
    for (const char *secret : { "hf_abc", "sk-abc", "s3cretpw", "ghp_abc" })
        QVERIFY2(!text.contains(QLatin1String(secret)), secret);
    QVERIFY(text.contains(QLatin1String("PUBLIC=yes")) && text.contains(QLatin1String("HF_TOKEN=")));
    QCOMPARE(text.count(u'\n'), document.bytes().count('\n'));
    const EnvDocument lines("PRIVATE_KEY=\"a\nb\nc\"\nX=1\n");
    QCOMPARE(maskedText(lines).count(u'\n'), 4);
}

QTEST_APPLESS_MAIN(RulesTest)
#include "tst_rules.moc"
