// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/diagnosis/dockerfailures.h"

#include <QLocale>
#include <QTest>

using namespace pilothouse;

// What docker and compose really said (docker.io 20.10, docker 28.2, compose 2.40.3), and what we make of it.
class DockerFailuresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachComplaintHasItsOwnSentence_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *output, const char *code) {
            QTest::newRow(name) << QString::fromUtf8(output) << QString::fromLatin1(code);
        };
        row("gpu by name",
            " Container dep-gpu-1  Starting\n"
            "Error response from daemon: could not select device driver \"nvidia\" with capabilities: [[gpu]]",
            "docker.gpu-runtime");
        row("gpus: all", "Error response from daemon: could not select device driver \"\" with capabilities: [[gpu]]",
            "docker.gpu-runtime");
        row("nvidia driver",
            "Error response from daemon: failed to create task for container: nvidia-container-cli: initialization error: "
            "load library failed: libnvidia-ml.so.1: cannot open shared object file: no such file or directory: unknown",
            "docker.gpu-driver");
        row("port",
            "Error response from daemon: driver failed programming external connectivity on endpoint dep-clash-1 (4631886c84): "
            "Bind for 127.0.0.1:8001 failed: port is already allocated",
            "port.allocated");
        row("no registry",
            " missing Pulling \n missing Error Get \"https://registry.invalid/v2/\": dial tcp: lookup registry.invalid: no such "
            "host\n"
            "Error response from daemon: Get \"https://registry.invalid/v2/\": dial tcp: lookup registry.invalid: no such host",
            "image.unreachable");
        row("denied",
            "Error response from daemon: pull access denied for nosuch, repository does not exist or may require 'docker login': "
            "denied: requested access to the resource is denied",
            "image.denied");
        row("tag", "Error response from daemon: manifest for vllm/vllm-openai:v9 not found: manifest unknown: manifest unknown",
            "image.missing");
        row("program",
            "Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to "
            "start container process: exec: \"nosuchprog\": executable file not found in $PATH: unknown",
            "container.no-program");
        row("service", "no such service: nosuch", "compose.no-service");
        row("file", "open /tmp/dep/nofile.yml: no such file or directory", "compose.file-missing");
        row("yaml", "yaml: did not find expected node content", "compose.invalid");
        row("schema", "validating /tmp/dep/bad2.yml: services.a additional properties 'imagee' not allowed", "compose.invalid");
        row("daemon", "Cannot connect to the Docker daemon at unix:///none.sock. Is the docker daemon running?",
            "docker.not-running");
        row("daemon, 28",
            "failed to connect to the docker API at unix:///none.sock; check if the path is correct and if the daemon is "
            "running: "
            "dial unix /none.sock: connect: no such file or directory",
            "docker.not-running");
        row("permission",
            "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "
            "\"http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json\": dial unix /var/run/docker.sock: connect: permission "
            "denied",
            "docker.permission");
        row("no plugin", "docker: unknown command: docker compose\n\nRun 'docker --help' for more information",
            "docker.no-compose");
        row("unknown", "something new", "docker.failed");
    }

    void eachComplaintHasItsOwnSentence()
    {
        QFETCH(QString, output);
        QFETCH(QString, code);
        const Error error = explainDocker({ 1, output.split(u'\n'), QStringLiteral("vllm") });
        QCOMPARE(error.code, code);
        QVERIFY(!error.message.isEmpty());
        QVERIFY(!error.fix.isEmpty());
        QVERIFY2(!error.message.contains(u'%') && !error.fix.contains(u'%'), qPrintable(error.message + error.fix));
        QVERIFY(output.contains(error.cause));
    }

    void silenceIsToldAsSuch()
    {
        const Error error = explainDocker({ 17, {}, QStringLiteral("vllm") });
        QCOMPARE(error.code, QStringLiteral("docker.failed"));
        QVERIFY(error.cause.contains(QStringLiteral("17")));
    }

    void wordsAreInTheOperatorsLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::Russian));
        const Error error = explainDocker({ 1, { QStringLiteral("no such service: x") }, QStringLiteral("x") });
        QLocale::setDefault(QLocale::c());
        QCOMPARE(error.message, QString::fromUtf8("В файлах compose нет сервиса x."));
    }

    void detailHoldsTheLastTwentyLines()
    {
        QStringList lines;
        for (int i = 0; i < 50; ++i)
            lines << QString::number(i);
        QCOMPARE(explainDocker({ 1, lines, {} }).detail.split(u'\n'), lines.mid(30));
    }
};

QTEST_GUILESS_MAIN(DockerFailuresTest)
#include "tst_dockerfailures.moc"
