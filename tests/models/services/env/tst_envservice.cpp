// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice.h"

#include <QSignalSpy>
#include <QtTest>

#include <sys/stat.h>

using namespace pilothouse;

namespace {

const QByteArray content
    = "# desk\nLLM_MODE=ollama\nLLM_MODEL=smollm2:135m # small\nLLM_TEMPERATURE=0.7\nAPP_PORT=8080\nHF_TOKEN=hf_abcdefghijkl\n";

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

const FormRow *rowOf(const FormState &state, const char *name)
{
    const auto row = std::find_if(
        state.rows.begin(), state.rows.end(), [&](const FormRow &each) { return each.spec.key == QLatin1String(name); });
    return row == state.rows.end() ? nullptr : &*row;
}

} // namespace

class EnvServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_service.reset(); }

    void openShowsKnownRowsThenOthersInFileOrder();
    void wrongValueBlocksSaveAndRightOneSavesOnlyItsBytes();
    void undoRedoAndDiscardGoStepByStep();
    void resetBringsTheFilesOwnBytesBack();
    void fixOfAMismatchIsOneUndoStep();
    void fixOfADoubleKeepsTheLastLine();
    void unwritableValueIsShownBesideItsField();
    void missingFileOpensEmptyAndSaveCreatesIt();
    void templateCreatesTheFileOnce();
    void foreignChangeReloadsACleanDocument_data();
    void foreignChangeReloadsACleanDocument();
    void everyReplacementIsSeen();
    void foreignChangeKeepsUnsavedEdits();
    void saveOverAForeignChangeMergesOtherKeys();
    void deletedFileIsRestoredBySave();
    void openedAgainElsewhereDropsStaleAnswers();
    void saveCalledTwiceSavesTheLastEdit();
    void unreadableFileFailsOnceAndOpensLater();
    void hugeAndBinaryFilesAreReadOnly();
    void tenThousandLinesStayQuick();
    void modeGreysWhatItDoesNotUse();
    void secretsNeverReachTheText();

private:
    QString path() const { return m_folder->filePath(QStringLiteral(".env")); }
    void write(const QByteArray &bytes) const;
    void replace(const QByteArray &bytes) const;
    QByteArray disk() const;
    void open();
    const FormState &state() const { return m_service->state(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EnvService> m_service;
};

void EnvServiceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
    m_service = std::make_unique<EnvService>();
    m_service->setLanguage(QStringLiteral("en"));
    write(content);
}

void EnvServiceTest::write(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
}

void EnvServiceTest::replace(const QByteArray &bytes) const
{
    QFile file(path() + QLatin1String(".tmp"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QCOMPARE(::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path()).constData()), 0);
}

QByteArray EnvServiceTest::disk() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

void EnvServiceTest::open()
{
    QSignalSpy opened(m_service.get(), &EnvService::opened);
    m_service->open(path());
    QVERIFY(opened.wait());
}

void EnvServiceTest::openShowsKnownRowsThenOthersInFileOrder()
{
    open();
    QVERIFY(state().fileExists && !state().readOnly && !state().canSave && state().savedAt.isValid());
    QCOMPARE(state().rows.size(), 15);
    QCOMPARE(state().rows.first().spec.key, key("LLM_MODE"));
    QCOMPARE(state().rows.at(13).spec.key, key("APP_PORT"));
    QCOMPARE(state().rows.at(13).spec.group, key("other"));
    QCOMPARE(rowOf(state(), "LLM_MODEL")->line, 3);
    QVERIFY(!rowOf(state(), "LLM_TIMEOUT")->present);
    QCOMPARE(m_service->value(key("LLM_TIMEOUT")), key("240"));
    QCOMPARE(m_service->savedValue(key("LLM_MODEL")), key("smollm2:135m"));
    QCOMPARE(m_service->savedLine(key("APP_PORT")), 5);
    QVERIFY(m_service->savedHas(key("APP_PORT")) && !m_service->savedHas(key("LLM_TIMEOUT")));
    QCOMPARE(m_service->savedValues().size(), 5);
    QCOMPARE(m_service->savedBytes(), content);
}

void EnvServiceTest::wrongValueBlocksSaveAndRightOneSavesOnlyItsBytes()
{
    open();
    QSignalSpy failed(m_service.get(), &EnvService::failed);
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("LLM_TEMPERATURE"), key("3"));
    QVERIFY(!state().canSave);
    QCOMPARE(state().saveBlockedBy, key("Temperature must be between 0 and 1; it is 3."));
    QCOMPARE(rowOf(state(), "LLM_TEMPERATURE")->problems.size(), 1);
    m_service->save();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(disk(), content);
    m_service->setValue(key("LLM_TEMPERATURE"), key("0.2"));
    QVERIFY(state().canSave);
    QCOMPARE(state().changedCount, 1);
    QVERIFY(rowOf(state(), "LLM_TEMPERATURE")->problems.isEmpty());
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(saved.first().first().toStringList(), QStringList{ key("LLM_TEMPERATURE") });
    QCOMPARE(disk(), QByteArray(content).replace("0.7", "0.2"));
    QVERIFY(!state().canSave);
    QCOMPARE(state().changedCount, 0);
    QCOMPARE(m_service->savedValue(key("LLM_TEMPERATURE")), key("0.2"));
}

void EnvServiceTest::undoRedoAndDiscardGoStepByStep()
{
    open();
    QVERIFY(!state().canUndo);
    m_service->setValue(key("APP_PORT"), key("1"));
    m_service->unset(key("LLM_TEMPERATURE"));
    m_service->setValue(key("NEW_KEY"), key("x y"));
    QCOMPARE(state().changedCount, 3);
    QCOMPARE(rowOf(state(), "NEW_KEY")->value, key("x y"));
    m_service->undo();
    QVERIFY(!rowOf(state(), "NEW_KEY"));
    m_service->undo();
    QCOMPARE(rowOf(state(), "LLM_TEMPERATURE")->value, key("0.7"));
    m_service->redo();
    QVERIFY(!rowOf(state(), "LLM_TEMPERATURE")->present && rowOf(state(), "LLM_TEMPERATURE")->changed);
    m_service->discard();
    QCOMPARE(state().changedCount, 0);
    m_service->undo();
    QCOMPARE(state().changedCount, 2);
    m_service->undo();
    m_service->undo();
    QCOMPARE(state().changedCount, 0);
    QVERIFY(!state().canUndo);
}

void EnvServiceTest::resetBringsTheFilesOwnBytesBack()
{
    write("A=\"x\"\nB=1\n");
    open();
    m_service->setValue(key("A"), key("say \"hi\""));
    m_service->setValue(key("B"), key("2"));
    m_service->resetKey(key("A"));
    QCOMPARE(state().changedCount, 1);
    QVERIFY(state().text.startsWith(key("A=\"x\"\nB=2")));
    m_service->resetKey(key("B"));
    QVERIFY(!state().canSave);
    QCOMPARE(state().changedCount, 0);
}

void EnvServiceTest::fixOfAMismatchIsOneUndoStep()
{
    write("LLM_MODE=vllm\nLLM_MODEL=a/b\nVLLM_MODEL=a/c\nLLM_VLLM_URL=http://127.0.0.1:1/v1\n");
    open();
    const FormRow *row = rowOf(state(), "LLM_MODEL");
    QCOMPARE(row->problems.first().id, key("model.mismatch"));
    QCOMPARE(row->problems.first().fixes.size(), 2);
    m_service->applyFix(ProblemFix(row->problems.first().fixes.last()));
    QCOMPARE(m_service->value(key("VLLM_MODEL")), key("a/b"));
    QVERIFY(state().problems.isEmpty() && state().canSave);
    m_service->undo();
    QCOMPARE(m_service->value(key("VLLM_MODEL")), key("a/c"));
}

void EnvServiceTest::fixOfADoubleKeepsTheLastLine()
{
    write("A=1\nB=2\nA=3 # last\n");
    open();
    QCOMPARE(state().problems.first().id, key("key.duplicate"));
    m_service->applyFix(ProblemFix(state().problems.first().fixes.first()));
    QCOMPARE(state().text, key("B=2\nA=3 # last\n"));
    QVERIFY(state().canSave);
}

void EnvServiceTest::unwritableValueIsShownBesideItsField()
{
    open();
    m_service->setValue(key("APP_PORT"), key("C:\\dir\\"));
    QCOMPARE(rowOf(state(), "APP_PORT")->value, key("C:\\dir\\"));
    QCOMPARE(rowOf(state(), "APP_PORT")->problems.first().id, key("value.unwritable"));
    QVERIFY(state().canSave); // Save asks how it is written: tst_envchoices
    m_service->setValue(key("APP_PORT"), QString(QChar(0)));
    QVERIFY(!state().canSave);
    m_service->setValue(key("APP_PORT"), key("8080"));
    QVERIFY(rowOf(state(), "APP_PORT")->problems.isEmpty());
    QCOMPARE(state().changedCount, 0);
}

void EnvServiceTest::missingFileOpensEmptyAndSaveCreatesIt()
{
    QFile::remove(path());
    open();
    QVERIFY(!state().fileExists && !state().readOnly && !state().canSave);
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("LLM_MODEL"), key("x:1"));
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(disk(), QByteArray("LLM_MODEL=x:1\n"));
    QVERIFY(state().fileExists);
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void EnvServiceTest::templateCreatesTheFileOnce()
{
    QFile::remove(path());
    open();
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    QSignalSpy failed(m_service.get(), &EnvService::failed);
    m_service->createFromTemplate("LLM_MODE=ollama\n");
    QVERIFY(saved.wait());
    QCOMPARE(disk(), QByteArray("LLM_MODE=ollama\n"));
    QVERIFY(state().fileExists);
    m_service->createFromTemplate("LLM_MODE=none\n");
    QVERIFY(failed.wait());
    QCOMPARE(disk(), QByteArray("LLM_MODE=ollama\n"));
}

void EnvServiceTest::foreignChangeReloadsACleanDocument_data()
{
    QTest::addColumn<bool>("byRename");
    QTest::newRow("in place") << false;
    QTest::newRow("replaced") << true;
}

void EnvServiceTest::foreignChangeReloadsACleanDocument()
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

void EnvServiceTest::everyReplacementIsSeen()
{
    open();
    for (int n = 0; n < 4; ++n) {
        const QByteArray value = "m:" + QByteArray::number(n);
        replace("LLM_MODEL=" + value + '\n');
        QTRY_COMPARE(m_service->savedValue(key("LLM_MODEL")), QString::fromLatin1(value));
    }
}

void EnvServiceTest::foreignChangeKeepsUnsavedEdits()
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

void EnvServiceTest::saveOverAForeignChangeMergesOtherKeys()
{
    open();
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("9"));
    replace(QByteArray(content).replace("0.7", "0.1")); // the watch has not spoken yet: no event loop ran
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(disk(), QByteArray(content).replace("0.7", "0.1").replace("8080", "9"));
}

void EnvServiceTest::deletedFileIsRestoredBySave()
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

void EnvServiceTest::openedAgainElsewhereDropsStaleAnswers()
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

void EnvServiceTest::saveCalledTwiceSavesTheLastEdit()
{
    open();
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("1"));
    m_service->save();
    m_service->setValue(key("APP_PORT"), key("2"));
    m_service->save();
    QTRY_COMPARE(saved.size(), 2);
    QVERIFY(disk().contains("APP_PORT=2\n"));
    QCOMPARE(state().changedCount, 0);
}

void EnvServiceTest::unreadableFileFailsOnceAndOpensLater()
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

void EnvServiceTest::hugeAndBinaryFilesAreReadOnly()
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

void EnvServiceTest::tenThousandLinesStayQuick()
{
    QByteArray bytes = content;
    for (int n = 0; n < 10'000; ++n)
        bytes += "KEY_" + QByteArray::number(n) + "=value number " + QByteArray::number(n) + "\n";
    write(bytes);
    open();
    QElapsedTimer timer;
    timer.start();
    for (int n = 0; n < 20; ++n)
        m_service->setValue(key("LLM_MODEL"), key("m:%1").arg(n));
    qInfo("one keystroke in 10,000 lines: %.1f ms", double(timer.nsecsElapsed()) / 20e6);
    QCOMPARE(state().changedCount, 1);
    QCOMPARE(rowOf(state(), "KEY_9999")->line, 10'006);
    m_service->setValue(key("KEY_5000"), key("x"));
    QCOMPARE(rowOf(state(), "KEY_5000")->value, key("x"));
    QCOMPARE(state().changedCount, 2);
}

void EnvServiceTest::modeGreysWhatItDoesNotUse()
{
    open();
    QVERIFY(rowOf(state(), "LLM_MODEL")->usedInMode && !rowOf(state(), "VLLM_MODEL")->usedInMode);
    m_service->setValue(key("LLM_MODE"), key("none"));
    QVERIFY(!rowOf(state(), "LLM_MODEL")->usedInMode && rowOf(state(), "LLM_MODE")->usedInMode
        && rowOf(state(), "APP_PORT")->usedInMode);
    QCOMPARE(rowOf(state(), "LLM_MODEL")->value, key("smollm2:135m"));
}

void EnvServiceTest::secretsNeverReachTheText()
{
    open();
    QVERIFY(rowOf(state(), "HF_TOKEN")->secret);
    m_service->setValue(key("HF_TOKEN"), key("hf_zyxwvutsrqponm"));
    QVERIFY(!state().text.contains(key("hf_")) && state().text.contains(key("HF_TOKEN=")));
}

QTEST_GUILESS_MAIN(EnvServiceTest)
#include "tst_envservice.moc"
