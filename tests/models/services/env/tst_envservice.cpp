// SPDX-License-Identifier: GPL-3.0-or-later
#include "envservicefixture.h"

using namespace pilothouse;

class EnvServiceTest : public EnvServiceFixture
{
    Q_OBJECT
private Q_SLOTS:
    void openShowsKnownRowsThenOthersInFileOrder();
    void wrongValueBlocksSaveAndRightOneSavesOnlyItsBytes();
    void undoRedoAndDiscardGoStepByStep();
    void resetBringsTheFilesOwnBytesBack();
    void fixOfAMismatchIsOneUndoStep();
    void fixOfADoubleKeepsTheLastLine();
    void unwritableValueIsShownBesideItsField();
    void missingFileOpensEmptyAndSaveCreatesIt();
    void templateCreatesTheFileOnce();
    void saveCalledTwiceSavesTheLastEdit();
    void tenThousandLinesStayQuick();
    void modeGreysWhatItDoesNotUse();
    void secretsNeverReachTheText();
};

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
