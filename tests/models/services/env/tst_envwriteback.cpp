// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice.h"

#include <QSignalSpy>
#include <QtTest>

using namespace pilothouse;

namespace {

const QByteArray content
    = "# desk\nLLM_MODE=ollama\nLLM_MODEL=smollm2:135m # small\nLLM_TEMPERATURE=0.7\nAPP_PORT=8080\nHF_TOKEN=hf_abcdefghijkl\n";

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

/// What a switch does to the file: its own keys in, and out again without losing what others saved meanwhile.
class EnvWriteBackTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_service.reset(); }
    void saveChangesLeavesUnsavedEditsUnsaved();
    void restoreWritesExactBytes();
    void takingBackKeepsWhatOthersSavedMeanwhile();

private:
    QByteArray disk() const;
    std::optional<EnvWrite> switchedModel();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EnvService> m_service;
};

void EnvWriteBackTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    m_service = std::make_unique<EnvService>();
    QSignalSpy opened(m_service.get(), &EnvService::opened);
    m_service->open(file.fileName());
    QVERIFY(opened.wait());
}

QByteArray EnvWriteBackTest::disk() const
{
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

std::optional<EnvWrite> EnvWriteBackTest::switchedModel()
{
    std::optional<EnvWrite> write;
    m_service->saveChanges({ { key("LLM_MODEL"), key("smollm2:135m"), key("other:1b") } },
        [&write](const Result<EnvWrite> &done) { write = *done; });
    return QTest::qWaitFor([&write] { return write.has_value(); }) ? write : std::nullopt;
}

void EnvWriteBackTest::saveChangesLeavesUnsavedEditsUnsaved()
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->saveChanges(
        { { key("LLM_MODEL"), key("smollm2:135m"), key("other:1b") }, { key("VLLM_MODEL"), std::nullopt, key("a/b") } });
    QVERIFY(saved.wait());
    QCOMPARE(saved.first().first().toStringList(), QStringList({ key("LLM_MODEL"), key("VLLM_MODEL") }));
    QCOMPARE(disk(), QByteArray(content).replace("smollm2:135m", "other:1b") + "VLLM_MODEL=a/b\n");
    QCOMPARE(m_service->value(key("APP_PORT")), key("9"));
    QCOMPARE(m_service->savedValue(key("APP_PORT")), key("8080"));
    QCOMPARE(m_service->state().changedCount, 1);
    QVERIFY(m_service->state().canSave);
}

void EnvWriteBackTest::restoreWritesExactBytes()
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    const std::optional<EnvWrite> write = switchedModel();
    QVERIFY(write);
    m_service->takeBack(*write);
    QVERIFY(saved.wait());
    QCOMPARE(disk(), content);
    QCOMPARE(m_service->value(key("LLM_MODEL")), key("smollm2:135m"));
    QCOMPARE(m_service->savedBytes(), content);
}

void EnvWriteBackTest::takingBackKeepsWhatOthersSavedMeanwhile()
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    const std::optional<EnvWrite> write = switchedModel();
    QVERIFY(write);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->save();
    QVERIFY(saved.wait());
    m_service->takeBack(*write);
    QVERIFY(saved.wait());
    QCOMPARE(disk(), QByteArray(content).replace("APP_PORT=8080", "APP_PORT=9"));
}

QTEST_GUILESS_MAIN(EnvWriteBackTest)
#include "tst_envwriteback.moc"
