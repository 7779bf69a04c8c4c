// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/trace/configtracer.h"
#include "models/deployment/trace/tracerules.h"
#include "tests/support/composecase.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace pilothouse;
using namespace Qt::StringLiterals;

// Where each key of .env goes, in the kinds of deployments that the specification lists.
class ConfigTraceTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    TraceInputs m_inputs;
    ConfigTrace m_trace;

    void trace(const ComposeCase &one, const QMap<QString, QString> &shell = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(one.lay(m_folder->path()));
        m_inputs = {};
        m_inputs.deployment = { m_folder->path(), QStringLiteral("d"), m_folder->filePath(QStringLiteral(".env")) };
        m_inputs.envBytes = readDeploymentFile(m_inputs.deployment.envPath).value();
        m_inputs.shell = shell;
        again();
    }

    void trace(const char *text, const QMap<QString, QString> &shell = {})
    {
        ComposeCase one;
        one.parse(QString::fromUtf8(text));
        trace(one, shell);
    }

    void again() { m_trace = traceConfiguration(m_inputs, VariableSchema::load(QStringLiteral("en"))); }

    KeyTrace key(const char *name) const
    {
        const KeyTrace *found = m_trace.find(QString::fromLatin1(name));
        return found ? *found : KeyTrace();
    }
    QString verdict(const char *name) const { return traceVerdictName(key(name).verdict); }
    QString effective(const char *name) const { return key(name).effective.value_or(QStringLiteral("(none)")); }
    QString by(const char *name) const { return QStringLiteral("%1:%2").arg(key(name).by.file).arg(key(name).by.line); }

    /// "docker-compose.yml:8 vllm VLLM_MODEL --model" of each reader.
    QStringList readers(const char *name) const
    {
        QStringList lines;
        for (const TraceReader &reader : key(name).readers) {
            lines << QStringLiteral("%1:%2 %3 %4 %5")
                         .arg(reader.place.file)
                         .arg(reader.place.line)
                         .arg(reader.service, reader.variable, reader.flag)
                         .simplified();
        }
        return lines;
    }

    Problem problem(const char *id, const char *name = nullptr) const
    {
        const EnvDocument document(m_inputs.envBytes);
        const QList<Problem> problems = checkTrace(document, m_trace, VariableSchema::load(QStringLiteral("en")));
        for (const Problem &each : problems) {
            if (each.id == QLatin1String(id) && (!name || each.key == QLatin1String(name)))
                return each;
        }
        return {};
    }

private Q_SLOTS:
    void literalsShadow() // case 1
    {
        trace(ComposeCase::read(QStringLiteral("01-ollama-literals.txt")));
        QCOMPARE(verdict("LLM_MODE"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODE"), u"docker-compose.yml:7"_s);
        QCOMPARE(effective("LLM_MODE"), u"ollama"_s);
        QCOMPARE(verdict("LLM_MODEL"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODEL"), u"docker-compose.yml:8"_s);
        QCOMPARE(verdict("LLM_TIMEOUT"), u"applies"_s);
        QCOMPARE(effective("LLM_TIMEOUT"), u"120"_s);
        QCOMPARE(readers("LLM_TIMEOUT"), QStringList{ u"docker-compose.yml:9 backend LLM_TIMEOUT"_s });
        QCOMPARE(verdict("LLM_TEMPERATURE"), u"unused"_s); // known, not set, not read
        QVERIFY(m_trace.consumers.compose);
        QVERIFY(m_trace.consumers.pythonDotenv);
    }

    void anotherVariableShadows() // case 2
    {
        trace(ComposeCase::read(QStringLiteral("02-vllm-full.txt")));
        QCOMPARE(verdict("LLM_MODEL"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODEL"), u"docker-compose.vllm.yml:7"_s);
        QCOMPARE(effective("LLM_MODEL"), u"meta-llama/Meta-Llama-3.1-8B-Instruct"_s);
        QCOMPARE(verdict("VLLM_MODEL"), u"applies"_s);
        QCOMPARE(readers("VLLM_MODEL"),
            (QStringList{ u"docker-compose.vllm.yml:7 backend LLM_MODEL"_s, u"docker-compose.vllm.yml:13 vllm --model"_s }));
        QCOMPARE(readers("VLLM_MAX_MODEL_LEN"), QStringList{ u"docker-compose.vllm.yml:16 vllm --max-model-len"_s });
        QCOMPARE(effective("VLLM_MAX_MODEL_LEN"), u"8192"_s);
        QCOMPARE(effective("LLM_TEMPERATURE"), u"0.7"_s); // the default of the compose file
    }

    void whatNothingConsumesIsDead() // case 3
    {
        trace(ComposeCase::read(QStringLiteral("02-vllm-full.txt")));
        for (const char *name : { "VLLM_ENABLE_FP8", "VLLM_USE_FLASHINFER", "VLLM_MAX_NUM_SEQS" })
            QCOMPARE(verdict(name), u"dead"_s);
        QCOMPARE(readers("VLLM_ENABLE_FP8"), QStringList{ u"docker-compose.vllm.yml:20 vllm VLLM_ENABLE_FP8"_s });
        QCOMPARE(effective("VLLM_ENABLE_FP8"), u"true"_s);
        QCOMPARE(problem("key.unused", "VLLM_ENABLE_FP8").id, QString());
    }

    void tooFewGpusAreAnError() // case 4
    {
        trace(ComposeCase::read(QStringLiteral("02-vllm-full.txt")));
        const Problem found = problem("gpu.parallel-exceeds");
        QCOMPARE(found.level, ProblemLevel::Error);
        QCOMPARE(found.key, u"VLLM_TENSOR_PARALLEL_SIZE"_s);
        QCOMPARE(found.line, 7);
        QCOMPARE(found.fixes.constFirst().setValues.constFirst().second, u"1"_s);
        trace(ComposeCase::read(QStringLiteral("16-explicit-files.txt")));
        m_inputs.envBytes += "\nLLM_MODE=vllm\nVLLM_TENSOR_PARALLEL_SIZE=3\n";
        m_inputs.description.composeFiles
            = QStringList{ QStringLiteral("docker-compose.yml"), QStringLiteral("docker-compose.gpu.yml") };
        again();
        QVERIFY(problem("gpu.parallel-exceeds").message.contains(QLatin1String("only 2")));
        m_inputs.envBytes.replace("SIZE=3", "SIZE=2");
        again();
        QCOMPARE(problem("gpu.parallel-exceeds").id, QString());
    }

    void theOtherTokenNameIsSaid() // case 5
    {
        trace(ComposeCase::read(QStringLiteral("02-vllm-full.txt")));
        QCOMPARE(verdict("HUGGING_FACE_HUB_TOKEN"), u"unused"_s);
        QVERIFY(key("HUGGING_FACE_HUB_TOKEN").secret);
        const Problem found = problem("token.name");
        QCOMPARE(found.key, u"HUGGING_FACE_HUB_TOKEN"_s);
        QCOMPARE(found.fixes.constFirst().setValues.constFirst().first, u"HF_TOKEN"_s);
        QVERIFY(!found.message.contains(QLatin1String("hf_0")));
    }

    void makefileIsAReaderOfItsOwn() // case 6
    {
        trace(
            "-- .env --\nLLM_MODE=vllm\nLLM_MODEL=\"a/b\"\nVLLM_MODEL=a/b#c\nEXTRA=1\n"
            "-- docker-compose.vllm.yml --\nservices:\n  vllm:\n    image: vllm/vllm-openai\n    command: --model ${VLLM_MODEL}\n"
            "  backend:\n    build: .\n    environment: [LLM_MODEL]\n"
            "-- Makefile --\ninclude .env\nexport\nLLM_MODE = none\nup-vllm:\n\tdocker compose -f docker-compose.vllm.yml up -d\n"
            "logs-vllm:\n\tdocker compose -f docker-compose.vllm.yml logs -f vllm\n"
            "switch-vllm:\n\tcp .env.vllm .env\n\t@echo $(EXTRA)\n");
        QVERIFY(m_trace.consumers.make);
        QCOMPARE(m_trace.overwritingTargets, QStringList{ u"Makefile:9 switch-vllm"_s });
        QCOMPARE(effective("VLLM_MODEL"), u"a/b"_s); // make cuts at "#"
        QCOMPARE(effective("LLM_MODEL"), u"\"a/b\""_s); // and keeps quotes
        QCOMPARE(verdict("EXTRA"), u"applies"_s);
        QCOMPARE(readers("EXTRA"), QStringList{ u"Makefile:10 switch-vllm"_s });
        trace("-- .env --\nLLM_MODE=vllm\n-- compose.yaml --\nservices:\n  backend:\n    build: .\n    environment: [LLM_MODE]\n"
              "-- Makefile --\n-include .env\nLLM_MODE := none\nexport\nup:\n\tdocker compose up -d\n");
        QCOMPARE(verdict("LLM_MODE"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODE"), u"Makefile:2"_s);
        QCOMPARE(effective("LLM_MODE"), u"none"_s);
    }

    void severalServicesOnSlices() // case 10
    {
        trace(ComposeCase::read(QStringLiteral("36-mig-services.txt")));
        QCOMPARE(readers("VLLM_MODEL_B"), QStringList{ u"docker-compose.yml:14 vllm-b --model"_s });
        QCOMPARE(verdict("MIG_A"), u"applies"_s);
        QCOMPARE(readers("MIG_A"), QStringList{ u"docker-compose.yml:9 vllm-a NVIDIA_VISIBLE_DEVICES"_s });
        QCOMPARE(m_trace.services[1].ports.constFirst(), qMakePair(QStringLiteral("8002"), QStringLiteral("127.0.0.1:8002")));
    }

    void fallbackIsRecognised()
    {
        trace(ComposeCase::read(QStringLiteral("37-one-variable-mode.txt")));
        QCOMPARE(m_trace.modelFallsBack, std::optional(true));
        QCOMPARE(problem("vllm-model.fallback").level, ProblemLevel::Info);
        QCOMPARE(verdict("LLM_MODEL"), u"applies"_s);
        QCOMPARE(verdict("VLLM_MODEL"), u"applies"_s); // setting it would count
        m_inputs.envBytes += "\nVLLM_MODEL=c/d\n";
        again();
        QCOMPARE(effective("VLLM_MODEL"), u"c/d"_s);
        QCOMPARE(readers("LLM_MODEL"),
            (QStringList{ u"docker-compose.yml:4 backend LLM_MODEL"_s, u"docker-compose.yml:7 vllm --model"_s }));
        QVERIFY(!key("LLM_MODEL").readers[1].takesValue);
        QCOMPARE(key("LLM_MODEL").readers[1].by, (TracePlace{ QStringLiteral(".env"), 4 }));

        trace(ComposeCase::read(QStringLiteral("02-vllm-full.txt")));
        m_inputs.envBytes.replace("VLLM_MODEL=", "NO_MODEL=");
        again();
        QCOMPARE(m_trace.modelFallsBack, std::optional(false));
        QCOMPARE(problem("vllm-model.fallback").level, ProblemLevel::Error);
    }

    void fallbackInsideAShellIsRecognised()
    {
        trace("-- .env --\nLLM_MODE=vllm\nLLM_MODEL=a/b\nVLLM_MAX_MODEL_LEN=4096\n-- compose.yaml --\nservices:\n  vllm:\n"
              "    image: vllm/vllm-openai\n    entrypoint: [\"/bin/sh\", \"-c\"]\n"
              "    command: ['exec vllm serve \"$$VLLM_MODEL\" --max-model-len $${VLLM_MAX_MODEL_LEN:-2048}']\n"
              "    environment:\n      VLLM_MODEL: ${VLLM_MODEL:-${LLM_MODEL}}\n      VLLM_MAX_MODEL_LEN:\n      "
              "VLLM_ENABLE_FP8:\n");
        QCOMPARE(m_trace.modelFallsBack, std::optional(true));
        QCOMPARE(readers("VLLM_MAX_MODEL_LEN"), QStringList{ u"compose.yaml:8 vllm VLLM_MAX_MODEL_LEN --max-model-len"_s });
        QCOMPARE(verdict("VLLM_MAX_MODEL_LEN"), u"applies"_s);
        QCOMPARE(verdict("LLM_MODEL"), u"applies"_s);
        QCOMPARE(verdict("VLLM_ENABLE_FP8"), u"dead"_s);
    }

    void publishedPortIsSaid()
    {
        trace(ComposeCase::read(QStringLiteral("02-vllm-full.txt")));
        QVERIFY(problem("url.container-only").message.contains(QLatin1String("http://127.0.0.1:8001/v1")));
        QCOMPARE(problem("url.container-only").level, ProblemLevel::Info);
    }

    void shellBeatsTheFile()
    {
        const ComposeCase one = ComposeCase::read(QStringLiteral("10-os-environment-wins.txt"));
        trace(one, one.shell);
        QCOMPARE(verdict("LLM_MODEL"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODEL"), u"shell environment:0"_s);
        QCOMPARE(effective("LLM_MODEL"), u"from-shell"_s);
        trace(one);
        QCOMPARE(verdict("LLM_MODEL"), u"applies"_s);
    }

    void envFileBeatsTheShellAndIsBeatenByEnvironment()
    {
        trace("-- .env --\nLLM_TIMEOUT=1\nLLM_MODEL=m\nVLLM_MODEL=a/b\nQDRANT_URL=q\n-- compose.yaml --\nservices:\n  backend:\n"
              "    build: .\n    env_file: .env\n    environment: {LLM_TIMEOUT: 5}\n",
            { { QStringLiteral("LLM_MODEL"), QStringLiteral("shell") } });
        QCOMPARE(verdict("LLM_TIMEOUT"), u"shadowed"_s);
        QCOMPARE(by("LLM_TIMEOUT"), u"compose.yaml:5"_s);
        QCOMPARE(verdict("LLM_MODEL"), u"applies"_s);
        QCOMPARE(effective("LLM_MODEL"), u"m"_s);
        QCOMPARE(verdict("VLLM_MODEL"), u"dead"_s); // the schema says that vLLM reads it, not the backend
        QCOMPARE(verdict("QDRANT_URL"), u"applies"_s);
        QCOMPARE(verdict("LLM_TEMPERATURE"), u"applies"_s); // not set, and would arrive
        QVERIFY(!key("LLM_TEMPERATURE").effective);
        QVERIFY(!m_trace.consumers.dockerEnvFile);
    }

    void modeDecidesBetweenFiles()
    {
        const char *text
            = "-- .env --\nLLM_MODE=%1\nLLM_MODEL=m\n-- docker-compose.yml --\nservices:\n  backend:\n    build: .\n"
              "    environment: [LLM_MODEL=llama3.1:8b, LLM_MODE=ollama]\n"
              "-- docker-compose.vllm.yml --\nservices:\n  backend:\n    build: .\n    environment: [LLM_MODEL, LLM_MODE]\n";
        trace(QString::fromLatin1(text).arg(QStringLiteral("vllm")).toUtf8().constData());
        QCOMPARE(verdict("LLM_MODEL"), u"applies"_s);
        trace(QString::fromLatin1(text).arg(QStringLiteral("ollama")).toUtf8().constData());
        QCOMPARE(verdict("LLM_MODEL"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODEL"), u"docker-compose.yml:4"_s);
    }

    void unusedIsSaidWithAFix()
    {
        trace("-- .env --\nLLM_MODEL=m\nNOBODY=1\n-- compose.yaml --\nservices:\n  backend:\n    build: .\n    environment: "
              "[LLM_MODEL]\n");
        QCOMPARE(verdict("NOBODY"), u"unused"_s);
        const Problem found = problem("key.unused");
        QCOMPARE(found.key, u"NOBODY"_s);
        QCOMPARE(found.line, 2);
        QCOMPARE(found.fixes.constFirst().unsetKeys, QStringList{ u"NOBODY"_s });
    }

    void lineThatRefersToAnotherUsesIt()
    {
        trace("-- .env --\nBASE=a/b\nIDLE=x\nVLLM_MODEL=${BASE}\nOTHER=${IDLE}\n-- compose.yaml --\nservices:\n  vllm:\n"
              "    image: vllm/vllm-openai\n    command: --model $VLLM_MODEL\n");
        QCOMPARE(verdict("BASE"), u"applies"_s);
        QCOMPARE(effective("BASE"), u"a/b"_s);
        QCOMPARE(readers("BASE"), QStringList{ u".env:3 VLLM_MODEL"_s });
        QVERIFY(verdict("IDLE") != QLatin1String("applies"));
    }

    void dockerfileCountsToo()
    {
        trace("-- .env --\nLLM_MODEL=m\nVLLM_MAX_MODEL_LEN=10\nPY=3.12\nNOARG=1\n-- compose.yaml --\nservices:\n  backend:\n    "
              "build:\n"
              "      context: backend\n      args: [PY, NOARG]\n  vllm:\n    build: vllm\n    environment: [VLLM_MAX_MODEL_LEN]\n"
              "-- backend/Dockerfile --\nARG PY=3.11\nFROM python:${PY}\nARG PY\nENV LLM_MODEL=llama3.1:8b \\\n    X=1\nCMD "
              "python app.py\n"
              "-- vllm/Dockerfile --\nFROM vllm/vllm-openai:v1 AS base\nFROM base\n"
              "ENTRYPOINT vllm serve m --max-model-len $VLLM_MAX_MODEL_LEN\n");
        QCOMPARE(verdict("LLM_MODEL"), u"shadowed"_s);
        QCOMPARE(by("LLM_MODEL"), u"backend/Dockerfile:4"_s);
        QCOMPARE(verdict("VLLM_MAX_MODEL_LEN"), u"applies"_s);
        QCOMPARE(key("VLLM_MAX_MODEL_LEN").readers.constFirst().flag, u"--max-model-len"_s);
        QCOMPARE(verdict("PY"), u"applies"_s);
        QCOMPARE(verdict("NOARG"), u"dead"_s);
    }

    void unitsAndScriptsRead()
    {
        trace("-- .env --\nVLLM_MODEL=a/b\nVLLM_ENABLE_FP8=true\nVLLM_API_KEY=k\nPORT=1\n"
              "-- vllm.service --\n[Service]\nEnvironmentFile=-/opt/app/.env\nExecStart=/opt/vllm/bin/vllm serve ${VLLM_MODEL} "
              "\\\n  --port 1\n"
              "-- scripts/run.sh --\n#!/bin/sh\nset -a\n. ./.env\nPORT=2\nexec server --port \"$PORT\"\n");
        QVERIFY(m_trace.consumers.systemd);
        QVERIFY(m_trace.consumers.sh);
        QVERIFY(!m_trace.consumers.compose);
        QVERIFY(readers("VLLM_MODEL").contains(QStringLiteral("vllm.service:3 vllm VLLM_MODEL")));
        QCOMPARE(verdict("VLLM_ENABLE_FP8"), u"dead"_s);
        QCOMPARE(verdict("VLLM_API_KEY"), u"applies"_s);
        QCOMPARE(verdict("PORT"), u"shadowed"_s);
        QCOMPARE(by("PORT"), u"scripts/run.sh:4"_s);
    }

    void folderWithoutComposeIsStartedByPilothouse()
    {
        trace("-- .env "
              "--\nLLM_MODE=vllm\nLLM_MODEL=a/b\nVLLM_MODEL=a/b\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\nVLLM_MAX_MODEL_LEN=4096\n"
              "VLLM_ENABLE_FP8=true\nLLM_TEMPERATURE=0.2\nHF_TOKEN=hf_x\nQDRANT_URL=q\n");
        QCOMPARE(readers("VLLM_MAX_MODEL_LEN"), QStringList{ u":0 Pilothouse --max-model-len"_s });
        QCOMPARE(readers("VLLM_ENABLE_FP8"), QStringList{ u":0 Pilothouse --quantization"_s });
        QCOMPARE(effective("LLM_TEMPERATURE"), u"0.2"_s);
        for (const char *name :
            { "LLM_MODE", "LLM_MODEL", "VLLM_MODEL", "LLM_VLLM_URL", "LLM_TEMPERATURE", "LLM_TIMEOUT", "HF_TOKEN" })
            QCOMPARE(verdict(name), u"applies"_s);
        QCOMPARE(verdict("QDRANT_URL"), u"unused"_s);
        QCOMPARE(problem("key.unused").id, QString()); // nobody here tells who reads the file
        QVERIFY(m_trace.consumers.pythonDotenv);
    }

    void describedCommandReads()
    {
        trace("-- .env --\nLLM_MODE=vllm\nLLM_MODEL=m\nTHREADS=4\n");
        m_inputs.description.launcher = LauncherKind::Command;
        m_inputs.description.program = QStringLiteral("llama-server");
        m_inputs.description.args = QStringList{ QStringLiteral("-m"), QStringLiteral("models/${LLM_MODEL}.gguf"),
            QStringLiteral("--threads=${THREADS}") };
        again();
        QCOMPARE(readers("THREADS"), QStringList{ u".pilothouse.json:0 Pilothouse --threads"_s });
        QVERIFY(readers("LLM_MODEL").contains(QStringLiteral(".pilothouse.json:0 Pilothouse -m")));
    }

    void faultsDoNotHideTheRest()
    {
        trace("-- .env --\nLLM_MODEL=m\n-- compose.yaml --\nservices:\n  backend:\n    build: .\n    environment:\n      - "
              "LLM_MODEL\n"
              "      - X=${}\n");
        QCOMPARE(m_trace.faults.size(), 1);
        QCOMPARE(m_trace.faults.constFirst().place, (TracePlace{ QStringLiteral("compose.yaml"), 6 }));
        QCOMPARE(verdict("LLM_MODEL"), u"applies"_s);
        QVERIFY(problem("compose.invalid").message.contains(QLatin1String("line 6")));
    }

    void largeFilesAreTracedSoon()
    {
        QByteArray env;
        for (int i = 0; i < 10'000; ++i)
            env += "KEY_" + QByteArray::number(i) + "=${KEY_" + QByteArray::number(i / 2) + ":-x}\n";
        trace("-- .env --\nA=1\n-- compose.yaml --\nservices:\n  a: {build: ., env_file: .env}\n  b: {image: vllm/vllm-openai, "
              "env_file: .env}\n");
        m_inputs.envBytes = env;
        QElapsedTimer timer;
        timer.start();
        again();
        qInfo("10,000 keys, two services: %lld ms", timer.elapsed());
        QVERIFY2(timer.elapsed() < 20'000, "quadratic");
        QCOMPARE(verdict("KEY_9999"), u"applies"_s);
    }

    void tracedProblemsReplaceTheGuess()
    {
        Problem guess;
        guess.id = QStringLiteral("vllm-model.fallback");
        guess.key = QStringLiteral("VLLM_MODEL");
        Problem other;
        other.id = QStringLiteral("mode.unknown");
        Problem known = guess;
        known.level = ProblemLevel::Error;
        known.message = QStringLiteral("sure");
        QCOMPARE(withTraceProblems({ guess, other }, { known }), (QList<Problem>{ other, known }));
    }
};

QTEST_GUILESS_MAIN(ConfigTraceTest)
#include "tst_configtrace.moc"
