// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/composeprovider.h"
#include "models/deployment/launchplan.h"
#include "models/env/envdocument.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace pilothouse;

// Which deployments are run by compose, and with which command.
class ComposeProviderTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    TraceInputs m_inputs;

    void write(const QString &name, const QByteArray &bytes, bool program = false)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        if (program)
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    LaunchSpec plan(const std::optional<LauncherKind> &choice = {})
    {
        LaunchInputs launch;
        launch.deployment = m_inputs.deployment;
        launch.description = m_inputs.description;
        launch.choice.launcher = choice;
        const EnvDocument document(m_inputs.envBytes);
        for (const QString &key : document.keys())
            launch.values.insert(key, document.value(key).value_or(QString()));
        launch.searchPath = m_inputs.shell.value(QStringLiteral("PATH"));
        const LlmMode mode = llmModeFromText(valueInForce(launch.values, QStringLiteral("LLM_MODE")));
        const ComposeProviders found = findComposeProviders(m_inputs);
        if (found.contains(mode))
            launch.compose = found.value(mode);
        return launchPlan(launch);
    }

    void env(const QByteArray &bytes)
    {
        m_inputs.envBytes = bytes;
        write(QStringLiteral(".env"), bytes);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_inputs = {};
        m_inputs.deployment = { m_folder->path(), QStringLiteral("d"), m_folder->filePath(QStringLiteral(".env")) };
        write(QStringLiteral("bin/docker"), "#!/bin/false\n", true);
        write(QStringLiteral("home/.docker/cli-plugins/docker-compose"), "#!/bin/false\n", true);
        m_inputs.shell = { { QStringLiteral("PATH"), m_folder->filePath(QStringLiteral("bin")) },
            { QStringLiteral("HOME"), m_folder->filePath(QStringLiteral("home")) } };
        env("LLM_MODE=vllm\nLLM_MODEL=org/m\nLLM_VLLM_URL=http://vllm:8000/v1\n");
        write(QStringLiteral("docker-compose.yml"),
            "services:\n  backend:\n    build: .\n    environment: [LLM_MODE]\n  redis:\n    image: redis\n");
        write(QStringLiteral("docker-compose.vllm.yml"),
            "services:\n  vllm:\n    image: vllm/vllm-openai:v0.11.0\n    command: --model ${LLM_MODEL}\n    ports: "
            "['8001:8000']\n");
    }

    void aServiceThatRunsVllmIsRunByCompose()
    {
        const LaunchSpec spec = plan();
        QCOMPARE(spec.kind, LauncherKind::Compose);
        QVERIFY2(!spec.blocked, qPrintable(spec.blocked ? spec.blocked->message : QString()));
        QCOMPARE(spec.program, m_folder->filePath(QStringLiteral("bin/docker")));
        QCOMPARE(spec.argumentTexts().join(u' '), QStringLiteral("compose -f docker-compose.vllm.yml up -d vllm"));
        QCOMPARE(spec.endpoint.text(), QStringLiteral("http://127.0.0.1:8001"));
        QCOMPARE(spec.configuredEndpoint.text(), QStringLiteral("http://vllm:8000"));
        QVERIFY(spec.reason.contains(QStringLiteral("docker-compose.vllm.yml line 2")));
        QVERIFY(!spec.trustHash.isEmpty());
        QCOMPARE(spec.compose->backend, QStringLiteral("backend"));
        QCOMPARE(spec.arguments.constLast().origin, QStringLiteral("docker-compose.vllm.yml line 2"));
    }

    void theOperatorsChoiceWins()
    {
        QCOMPARE(plan(LauncherKind::Vllm).kind, LauncherKind::Vllm);
        m_inputs.description.launcher = LauncherKind::Command;
        QCOMPARE(plan().kind, LauncherKind::Command);
    }

    void aModeThatNoServiceServesStaysNative()
    {
        env("LLM_MODE=ollama\nLLM_MODEL=llama3.1:8b\n");
        const LaunchSpec spec = plan();
        QCOMPARE(spec.kind, LauncherKind::Ollama);
        QVERIFY(spec.trustHash.isEmpty());
    }

    void aLoopbackPortThatIsNotPublishedMeansAnotherProgram()
    {
        env("LLM_MODE=vllm\nLLM_MODEL=org/m\nLLM_VLLM_URL=http://127.0.0.1:9999/v1\n");
        QCOMPARE(plan().kind, LauncherKind::Vllm);
        env("LLM_MODE=vllm\nLLM_MODEL=org/m\nLLM_VLLM_URL=http://127.0.0.1:8001/v1\n");
        QCOMPARE(plan().kind, LauncherKind::Compose);
    }

    void anotherMachineStaysRemote()
    {
        env("LLM_MODE=vllm\nLLM_MODEL=org/m\nLLM_VLLM_URL=http://gpu.example.com:8001/v1\n");
        QCOMPARE(plan().kind, LauncherKind::Remote);
    }

    void consentIsForTheContentOfTheComposeFiles()
    {
        const QString before = plan().trustHash;
        env("LLM_MODE=vllm\nLLM_MODEL=org/other\nLLM_VLLM_URL=http://vllm:8000/v1\n");
        QCOMPARE(plan().trustHash, before); // .env is the operator's own
        write(QStringLiteral("docker-compose.vllm.yml"),
            "services:\n  vllm:\n    image: evil/vllm-openai\n    ports: ['8001:8000']\n");
        QVERIFY(plan().trustHash != before);
    }

    void aServiceOfSeveralIsChosenByTheAddress()
    {
        write(QStringLiteral("docker-compose.vllm.yml"),
            "services:\n  vllm-a:\n    image: vllm/vllm-openai\n    ports: ['8001:8000']\n"
            "  vllm-b:\n    image: vllm/vllm-openai\n    ports: ['8002:8000']\n");
        env("LLM_MODE=vllm\nLLM_MODEL=org/m\nLLM_VLLM_URL=http://vllm-b:8000/v1\n");
        QCOMPARE(plan().compose->service, QStringLiteral("vllm-b"));
        QCOMPARE(plan().endpoint.port(), 8002);
        env("LLM_MODE=vllm\nLLM_MODEL=org/m\nLLM_VLLM_URL=http://localhost:8002/v1\n");
        QCOMPARE(plan().compose->service, QStringLiteral("vllm-b"));
    }

    void anEngineOnAnotherMachineIsAskedThere()
    {
        m_inputs.shell.insert(QStringLiteral("DOCKER_HOST"), QStringLiteral("ssh://me@gpu1"));
        const LaunchSpec spec = plan();
        QCOMPARE(spec.kind, LauncherKind::Compose);
        QCOMPARE(spec.compose->host, QStringLiteral("gpu1"));
        QCOMPARE(spec.endpoint.text(), QStringLiteral("http://gpu1:8001"));
    }

    void theCurrentContextIsRead()
    {
        write(QStringLiteral("home/.docker/config.json"), "{\"currentContext\":\"lab\"}");
        const QByteArray id = QCryptographicHash::hash("lab", QCryptographicHash::Sha256).toHex();
        write(QStringLiteral("home/.docker/contexts/meta/%1/meta.json").arg(QString::fromLatin1(id)),
            "{\"Name\":\"lab\",\"Endpoints\":{\"docker\":{\"Host\":\"tcp://10.1.2.3:2376\"}}}");
        QCOMPARE(findDockerTools(m_inputs.shell).host, QStringLiteral("10.1.2.3"));
        m_inputs.shell.insert(QStringLiteral("DOCKER_HOST"), QStringLiteral("unix:///run/docker.sock"));
        QCOMPARE(findDockerTools(m_inputs.shell).host, QString());
    }

    void theOtherComposeProgramsAreRecognised()
    {
        QFile::remove(m_folder->filePath(QStringLiteral("home/.docker/cli-plugins/docker-compose")));
        QFile::remove(m_folder->filePath(QStringLiteral("bin/docker")));
        QCOMPARE(findDockerTools(m_inputs.shell).missing->code, QStringLiteral("docker.absent"));
        QCOMPARE(plan().blocked->code, QStringLiteral("docker.absent"));
        write(QStringLiteral("bin/podman-compose"), "#!/bin/false\n", true);
        QCOMPARE(findDockerTools(m_inputs.shell).tool, ComposeTool::Podman);
        write(QStringLiteral("bin/docker-compose"), "#!/bin/false\n", true);
        const LaunchSpec spec = plan();
        QCOMPARE(spec.compose->tool, ComposeTool::Standalone);
        QCOMPARE(spec.argumentTexts().join(u' '), QStringLiteral("-f docker-compose.vllm.yml up -d vllm"));
        QVERIFY(spec.reason.contains(QStringLiteral("docker-compose.")));
    }

    void anotherEnvFileIsNamed()
    {
        write(QStringLiteral(".env.vllm"), m_inputs.envBytes);
        m_inputs.deployment.envPath = m_folder->filePath(QStringLiteral(".env.vllm"));
        QVERIFY(plan().argumentTexts().join(u' ').contains(QStringLiteral("--env-file .env.vllm up -d vllm")));
    }

    void withoutAModelInEnvTheComposeFilesModelIsExpected()
    {
        env("LLM_MODE=vllm\n");
        write(QStringLiteral("docker-compose.vllm.yml"),
            "services:\n  vllm:\n    image: vllm/vllm-openai\n    command: --model ${VLLM_MODEL:-org/default} "
            "--served-model-name short\n"
            "    ports: ['127.0.0.1:8001:8000']\n");
        const LaunchSpec spec = plan();
        QCOMPARE(spec.model.text(), QStringLiteral("short"));
        QCOMPARE(spec.endpoint.port(), 8001); // without LLM_VLLM_URL, too
    }
};

QTEST_GUILESS_MAIN(ComposeProviderTest)
#include "tst_composeprovider.moc"
