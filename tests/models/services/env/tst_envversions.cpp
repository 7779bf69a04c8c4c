// SPDX-License-Identifier: GPL-3.0-or-later
#include "envfixture.h"

#include "models/services/historyservice.h"
#include "models/services/profileservice.h"

using namespace pilothouse;

namespace {

const QByteArray content = "LLM_MODE=ollama\nLLM_MODEL=a:1\nAPP_PORT=8080\nHF_TOKEN=abc\n";

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

/// History and profiles as the window uses them.
class EnvVersionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void eachSaveIsListedWithItsWriterAndKeys();
    void versionIsComparedAndRestored();
    void missingVersionIsAnError();
    void profileIsAppliedAsOneStepOfUndo();
    void namedKeysAloneAreApplied();
    void presentStateBecomesAProfile();
    void missingProfileIsAnError();

private:
    void save(const char *name, const char *value);
    QList<EnvVersion> versions();

    std::unique_ptr<EnvFixture> m_fixture;
    std::unique_ptr<EnvService> m_service;
};

void EnvVersionsTest::init()
{
    m_fixture = std::make_unique<EnvFixture>();
    m_fixture->write(content);
    m_service = m_fixture->open();
    QVERIFY(m_service);
}

void EnvVersionsTest::cleanup()
{
    m_service.reset();
    m_fixture.reset();
}

void EnvVersionsTest::save(const char *name, const char *value)
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key(name), key(value));
    m_service->save();
    QVERIFY(saved.wait());
}

QList<EnvVersion> EnvVersionsTest::versions()
{
    HistoryService history(*m_service);
    QSignalSpy changed(&history, &HistoryService::versionsChanged);
    history.refresh();
    return changed.wait() ? changed.first().first().value<QList<EnvVersion>>() : QList<EnvVersion>();
}

void EnvVersionsTest::eachSaveIsListedWithItsWriterAndKeys()
{
    save("APP_PORT", "1");
    save("APP_PORT", "2");
    m_service->setWriter(EnvWriterKind::Command);
    save("NEW", "x");
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->saveChanges({ { key("LLM_MODEL"), key("a:1"), key("b:1") } });
    QVERIFY(saved.wait());
    QStringList told;
    for (const EnvVersion &version : versions())
        told << QStringLiteral("%1 %2 %3").arg(version.id).arg(envWriterName(version.writer), version.keys.join(u','));
    QCOMPARE(told,
        QStringList({ key("5 switch LLM_MODEL"), key("4 ctl NEW"), key("3 window APP_PORT"), key("2 window APP_PORT"),
            key("1 other ") }));
    QVERIFY(
        !QDir(m_fixture->folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).contains(key("history")));
}

void EnvVersionsTest::versionIsComparedAndRestored()
{
    save("APP_PORT", "1");
    save("HF_TOKEN", "secret-2");
    HistoryService history(*m_service);
    QSignalSpy compared(&history, &HistoryService::compared);
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    history.compare(1);
    QVERIFY(compared.wait());
    const auto diff = compared.first().last().value<QList<EnvDiffLine>>();
    QCOMPARE(diff.size(), 2);
    QCOMPARE(diff.first(), (EnvDiffLine{ 3, 3, key("APP_PORT=1"), key("APP_PORT=8080"), key("APP_PORT"), key("APP_PORT") }));
    QVERIFY(!diff.last().oldText.contains(key("secret")) && !diff.last().newText.contains(key("abc")));
    history.restore(1);
    QVERIFY(saved.wait());
    QCOMPARE(m_fixture->disk(), content);
    QCOMPARE(saved.first().first().toStringList(), QStringList({ key("APP_PORT"), key("HF_TOKEN") }));
    QCOMPARE(versions().first().writer, EnvWriterKind::Restore);
    history.restore(2); // and forth again
    QVERIFY(saved.wait());
    QCOMPARE(m_fixture->disk(), QByteArray(content).replace("8080", "1"));
}

void EnvVersionsTest::missingVersionIsAnError()
{
    HistoryService history(*m_service);
    QSignalSpy failed(&history, &HistoryService::failed);
    history.restore(7);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, key("env.no-version"));
    QCOMPARE(m_fixture->disk(), content);
}

void EnvVersionsTest::profileIsAppliedAsOneStepOfUndo()
{
    m_fixture->write("LLM_MODE=ollama\nLLM_MODEL=p:1\nLLM_TEMPERATURE=0.2\n", m_fixture->path(".env.fast"));
    ProfileService profiles(*m_service);
    QSignalSpy listed(&profiles, &ProfileService::profilesChanged);
    QSignalSpy compared(&profiles, &ProfileService::compared);
    QSignalSpy applied(&profiles, &ProfileService::applied);
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    profiles.refresh();
    QVERIFY(listed.wait());
    QCOMPARE(listed.first().first().value<QList<EnvProfile>>().size(), 1);
    profiles.compare(key("fast"));
    QVERIFY(compared.wait());
    QCOMPARE(compared.first().last().value<QList<ProfileChange>>().size(), 4);
    profiles.apply(key("fast"));
    QVERIFY(applied.wait());
    QCOMPARE(applied.first().last().toStringList(), QStringList({ key("LLM_MODEL"), key("LLM_TEMPERATURE") }));
    QCOMPARE(m_service->currentBytes(), QByteArray(content).replace("a:1", "p:1") + "LLM_TEMPERATURE=0.2\n");
    m_service->undo();
    QCOMPARE(m_service->currentBytes(), content);
    m_service->redo();
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(versions().first().writer, EnvWriterKind::Profile);
}

void EnvVersionsTest::namedKeysAloneAreApplied()
{
    m_fixture->write("LLM_MODEL=p:1\nLLM_TEMPERATURE=0.2\n", m_fixture->path(".env.fast"));
    ProfileService profiles(*m_service);
    QSignalSpy applied(&profiles, &ProfileService::applied);
    profiles.apply(key("fast"), { key("LLM_TEMPERATURE"), key("APP_PORT") });
    QVERIFY(applied.wait());
    QCOMPARE(m_service->currentBytes(), QByteArray(content).replace("APP_PORT=8080\n", "") + "LLM_TEMPERATURE=0.2\n");
}

void EnvVersionsTest::presentStateBecomesAProfile()
{
    ProfileService profiles(*m_service);
    QSignalSpy saved(&profiles, &ProfileService::saved);
    QSignalSpy failed(&profiles, &ProfileService::failed);
    m_service->setValue(key("APP_PORT"), key("9"));
    profiles.saveAs(key("mine"), ProfileSave::New);
    QVERIFY(saved.wait());
    QFile file(m_fixture->path(".env.mine"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(content).replace("8080", "9"));
    profiles.saveAs(key("mine"), ProfileSave::New);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, key("profile.exists"));
}

void EnvVersionsTest::missingProfileIsAnError()
{
    ProfileService profiles(*m_service);
    QSignalSpy failed(&profiles, &ProfileService::failed);
    for (const char *name : { "none", "../x", "" }) {
        profiles.apply(key(name));
        QVERIFY(failed.wait());
        QCOMPARE(failed.takeLast().first().value<Error>().code, key("profile.missing"));
    }
    QCOMPARE(m_service->currentBytes(), content);
}

QTEST_GUILESS_MAIN(EnvVersionsTest)
#include "tst_envversions.moc"
