// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/deploymentdescription.h"
#include "models/deployment/envtemplate.h"
#include "models/deployment/launchplan.h"
#include "models/deployment/opendeployment.h"
#include "models/deployment/programsearch.h"
#include "models/env/envdocument.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace pilothouse;

class DeploymentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void folderWithoutEnvIsADeployment();
    void fileOfAnyNameIsADeployment();
    void whatIsNotThereIsSaid();
    void fifoIsNoDeployment();
    void descriptionIsRead();
    void everyFieldIsOptionalAndUnknownOnesAreIgnored();
    void wrongTypeNamesTheField_data();
    void wrongTypeNamesTheField();
    void missingDescriptionIsEmpty();
    void descriptionThatIsAFifoDoesNotBlock();
    void templatesAreReadableAndComplete();
    void programIsFoundOnPathAndNeverInTheCurrentFolder();
    void programBelowTheFolderNeedsADot();
    void programThatCannotRunIsSaid();

private:
    QString makeProgram(const QString &path, QFile::Permissions more = QFile::ExeOwner) const;
    QString at(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DeploymentTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString DeploymentTest::makeProgram(const QString &path, QFile::Permissions more) const
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write("#!/bin/true\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | more);
    return path;
}

void DeploymentTest::folderWithoutEnvIsADeployment()
{
    const Deployment deployment = openDeployment(m_folder->path() + QStringLiteral("/./")).value();
    QCOMPARE(deployment.folder, QFileInfo(m_folder->path()).canonicalFilePath());
    QCOMPARE(deployment.envPath, deployment.folder + QStringLiteral("/.env"));
    QCOMPARE(deployment.name, QDir(deployment.folder).dirName());
}

void DeploymentTest::fileOfAnyNameIsADeployment()
{
    makeProgram(at(".env.prod"));
    QVERIFY(QFile::link(at(".env.prod"), at("link.env")));
    QCOMPARE(openDeployment(at(".env.prod")).value().envPath, QFileInfo(at(".env.prod")).canonicalFilePath());
    QCOMPARE(QFileInfo(openDeployment(at("link.env")).value().envPath).fileName(), QStringLiteral("link.env"));
}

void DeploymentTest::whatIsNotThereIsSaid()
{
    QCOMPARE(openDeployment(at("none")).error().code, QStringLiteral("deployment.missing"));
    QCOMPARE(openDeployment({}).error().code, QStringLiteral("deployment.missing"));
    QVERIFY(QFile::link(at("gone"), at("dangling")));
    const Result<Deployment> dangling = openDeployment(at("dangling"));
    QVERIFY(dangling.error().cause.contains(QLatin1String("gone")));
}

void DeploymentTest::fifoIsNoDeployment()
{
    QCOMPARE(::mkfifo(QFile::encodeName(at("pipe")).constData(), 0600), 0);
    QCOMPARE(openDeployment(at("pipe")).error().code, QStringLiteral("deployment.not-file"));
}

void DeploymentTest::descriptionIsRead()
{
    const DeploymentDescription description
        = parseDescription(R"({"launcher":"command","program":"llama-server","args":["-m","${LLM_MODEL_FILE}"],
        "environment":{"K":"V"},"compose":{"files":["a.yml"],"service":"vllm","backend":"backend"},
        "endpoint":"http://127.0.0.1:8001/v1","backend":"http://127.0.0.1:8000","smoke":"smoke.json"})")
              .value();
    QCOMPARE(description.launcher, std::optional(LauncherKind::Command));
    QCOMPARE(description.args, (QStringList{ QStringLiteral("-m"), QStringLiteral("${LLM_MODEL_FILE}") }));
    QCOMPARE(description.environment.value(QStringLiteral("K")), QStringLiteral("V"));
    QCOMPARE(description.composeFiles, QStringList{ QStringLiteral("a.yml") });
    QCOMPARE(description.composeService, QStringLiteral("vllm"));
    QCOMPARE(description.endpoint, QStringLiteral("http://127.0.0.1:8001/v1"));
    QVERIFY(description.decidesWhatRuns());
}

void DeploymentTest::everyFieldIsOptionalAndUnknownOnesAreIgnored()
{
    QCOMPARE(parseDescription("{}").value(), DeploymentDescription());
    QCOMPARE(parseDescription(R"({"later":[1,2],"compose":{"new":true}})").value(), DeploymentDescription());
    QVERIFY(!parseDescription(R"({"launcher":"ollama"})").value().decidesWhatRuns());
}

void DeploymentTest::wrongTypeNamesTheField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("launcher") << QByteArray(R"({"launcher":"docker"})") << QStringLiteral("launcher");
    QTest::newRow("launcher type") << QByteArray(R"({"launcher":3})") << QStringLiteral("launcher");
    QTest::newRow("args text") << QByteArray(R"({"args":"-m x"})") << QStringLiteral("args");
    QTest::newRow("args number") << QByteArray(R"({"args":["-c",512]})") << QStringLiteral("args");
    QTest::newRow("environment") << QByteArray(R"({"environment":{"A":1}})") << QStringLiteral("environment");
    QTest::newRow("program null") << QByteArray(R"({"program":null})") << QStringLiteral("program");
    QTest::newRow("compose") << QByteArray(R"({"compose":{"files":"a.yml"}})") << QStringLiteral("compose.files");
    QTest::newRow("json") << QByteArray("{\n\"a\":1,\n}") << QStringLiteral("Line 3");
    QTest::newRow("array") << QByteArray("[]") << QStringLiteral("object");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("JSON");
}

void DeploymentTest::wrongTypeNamesTheField()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const Result<DeploymentDescription> result = parseDescription(json);
    QVERIFY(!result);
    QCOMPARE(result.error().code, QStringLiteral("description.invalid"));
    QVERIFY2(result.error().cause.contains(named), qPrintable(result.error().cause));
    QVERIFY(!result.error().fix.isEmpty());
}

void DeploymentTest::missingDescriptionIsEmpty()
{
    QCOMPARE(readDescription(m_folder->path()).value(), DeploymentDescription());
}

void DeploymentTest::descriptionThatIsAFifoDoesNotBlock()
{
    QCOMPARE(::mkfifo(QFile::encodeName(at(".pilothouse.json")).constData(), 0600), 0);
    QCOMPARE(readDescription(m_folder->path()).error().code, QStringLiteral("description.invalid"));
}

void DeploymentTest::templatesAreReadableAndComplete()
{
    for (const auto &[mode, name] :
        { std::pair(LlmMode::Ollama, "ollama"), std::pair(LlmMode::Vllm, "vllm"), std::pair(LlmMode::None, "none") }) {
        const EnvDocument document(envTemplate(mode));
        QVERIFY(document.strangeLines().empty());
        QCOMPARE(document.value(u"LLM_MODE").value(), QLatin1String(name));
        QVERIFY(document.has(u"LLM_TIMEOUT"));
    }
    const EnvDocument vllm(envTemplate(LlmMode::Vllm));
    QCOMPARE(vllm.value(u"LLM_MODEL"), vllm.value(u"VLLM_MODEL"));
}

void DeploymentTest::programIsFoundOnPathAndNeverInTheCurrentFolder()
{
    makeProgram(at("cwd/tool"));
    makeProgram(at("bin/tool"));
    const QString before = QDir::currentPath();
    QDir::setCurrent(at("cwd"));
    const QString path = QStringLiteral(":.:") + QStringLiteral("cwd:") + at("none") + u':' + at("bin");
    QCOMPARE(findProgram(QStringLiteral("tool"), path, at("cwd")).value(), at("bin/tool"));
    QCOMPARE(
        findProgram(QStringLiteral("tool"), QStringLiteral(":.:"), at("cwd")).error().code, QStringLiteral("program.missing"));
    QDir::setCurrent(before);
}

void DeploymentTest::programBelowTheFolderNeedsADot()
{
    makeProgram(at("bin/tool"));
    QCOMPARE(findProgram(QStringLiteral("./bin/tool"), {}, m_folder->path()).value(), at("bin/tool"));
    QCOMPARE(
        findProgram(QStringLiteral("bin/tool"), at("bin"), m_folder->path()).error().code, QStringLiteral("program.relative"));
    QCOMPARE(findProgram(QString(), at("bin"), m_folder->path()).error().code, QStringLiteral("program.relative"));
}

void DeploymentTest::programThatCannotRunIsSaid()
{
    makeProgram(at("bin/plain"), {});
    QDir(m_folder->path()).mkpath(QStringLiteral("bin/folder"));
    QCOMPARE(findProgram(at("bin/plain"), {}, {}).error().code, QStringLiteral("program.not-executable"));
    QCOMPARE(findProgram(at("bin/folder"), {}, {}).error().code, QStringLiteral("program.not-executable"));
    QCOMPARE(findProgram(at("bin/none"), {}, {}).error().code, QStringLiteral("program.missing"));
    const Error error = findProgram(QStringLiteral("plain"), at("bin"), {}).error(); // not executable: not found
    QVERIFY(error.cause.contains(at("bin")));
}

QTEST_GUILESS_MAIN(DeploymentTest)
#include "tst_deployment.moc"
