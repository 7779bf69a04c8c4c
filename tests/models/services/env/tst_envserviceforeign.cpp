// SPDX-License-Identifier: GPL-3.0-or-later
#include "envservicefixture.h"

using namespace pilothouse;

/// The file as others leave it: changed, replaced, deleted, unreadable, too large.
class EnvServiceForeignTest : public EnvServiceFixture
{
    Q_OBJECT
private Q_SLOTS:
    void foreignChangeReloadsACleanDocument_data();
    void foreignChangeReloadsACleanDocument();
    void everyReplacementIsSeen();
    void foreignChangeKeepsUnsavedEdits();
    void saveOverAForeignChangeMergesOtherKeys();
    void deletedFileIsRestoredBySave();
    void openedAgainElsewhereDropsStaleAnswers();
    void unreadableFileFailsOnceAndOpensLater();
    void hugeAndBinaryFilesAreReadOnly();
};

void EnvServiceForeignTest::foreignChangeReloadsACleanDocument_data()
{
    QTest::addColumn<bool>("byRename");
    QTest::newRow("in place") << false;
    QTest::newRow("replaced") << true;
}

void EnvServiceForeignTest::foreignChangeReloadsACleanDocument()
{
    QFETCH(bool, byRename);
    open();
    QSignalSpy reloaded(m_service.get(), &EnvService::reloaded);
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    byRename ? replace("LLM_MODEL=new:1\n") : write("LLM_MODEL=new:1\n");
    QTRY_COMPARE(m_service->savedValue(key("LLM_MODEL")), key("new:1"));
    QVERIFY(reloaded.size() >= 1);
    QCOMPARE(changed.size(), 0);
}

void EnvServiceForeignTest::everyReplacementIsSeen()
{
    open();
    for (int n = 0; n < 4; ++n) {
        const QByteArray value = "m:" + QByteArray::number(n);
        replace("LLM_MODEL=" + value + '\n');
        QTRY_COMPARE(m_service->savedValue(key("LLM_MODEL")), QString::fromLatin1(value));
    }
}

void EnvServiceForeignTest::foreignChangeKeepsUnsavedEdits()
{
    open();
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->unset(key("LLM_TEMPERATURE"));
    replace("# theirs\n" + QByteArray(content).replace("smollm2:135m", "their:1b"));
    QVERIFY(changed.wait());
    QCOMPARE(m_service->value(key("LLM_MODEL")), key("their:1b"));
    QCOMPARE(m_service->value(key("APP_PORT")), key("9"));
    QCOMPARE(state().changedCount, 2);
    QVERIFY(state().text.startsWith(key("# theirs\n# desk")));
}

void EnvServiceForeignTest::saveOverAForeignChangeMergesOtherKeys()
{
    open();
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("9"));
    replace(QByteArray(content).replace("0.7", "0.1")); // the watch has not spoken yet: no event loop ran
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(disk(), QByteArray(content).replace("0.7", "0.1").replace("8080", "9"));
}

void EnvServiceForeignTest::deletedFileIsRestoredBySave()
{
    open();
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    QVERIFY(QFile::remove(path()));
    QVERIFY(changed.wait());
    QVERIFY(!state().fileExists && state().canSave);
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(disk(), content);
}

void EnvServiceForeignTest::openedAgainElsewhereDropsStaleAnswers()
{
    QTemporaryDir other;
    QFile file(other.filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("LLM_MODEL=second:1\n");
    file.close();
    QSignalSpy opened(m_service.get(), &EnvService::opened);
    m_service->open(path());
    m_service->open(file.fileName());
    QVERIFY(opened.wait());
    QTest::qWait(50);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(m_service->value(key("LLM_MODEL")), key("second:1"));
    QCOMPARE(m_service->path(), file.fileName());
}

void EnvServiceForeignTest::unreadableFileFailsOnceAndOpensLater()
{
    QFile::remove(path());
    QVERIFY(QDir().mkdir(path()));
    QSignalSpy failed(m_service.get(), &EnvService::failed);
    QSignalSpy opened(m_service.get(), &EnvService::opened);
    m_service->open(path());
    QVERIFY(failed.wait());
    QVERIFY(state().readOnly && !state().readOnlyReason.isEmpty());
    m_service->setValue(key("A"), key("1"));
    QVERIFY(state().rows.isEmpty() || state().changedCount == 0);
    QVERIFY(QDir().rmdir(path()));
    write(content);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!state().readOnly);
}

void EnvServiceForeignTest::hugeAndBinaryFilesAreReadOnly()
{
    write(QByteArray(11'000'000, '#'));
    open();
    QVERIFY(state().readOnly && state().readOnlyReason.contains(key("10 MB")));
    m_service->setValue(key("A"), key("1"));
    QVERIFY(!state().canSave);
    write(QByteArray("A=1\0\n", 5));
    QTRY_VERIFY(state().readOnlyReason.contains(key("binary")));
    QVERIFY(!state().canSave);
}

QTEST_GUILESS_MAIN(EnvServiceForeignTest)
#include "tst_envserviceforeign.moc"
