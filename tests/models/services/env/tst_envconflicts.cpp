// SPDX-License-Identifier: GPL-3.0-or-later
#include "envfixture.h"

using namespace pilothouse;

namespace {

const QByteArray content
    = "# desk\nLLM_MODE=ollama\nLLM_MODEL=smollm2:135m # small\nLLM_TEMPERATURE=0.7\nAPP_PORT=8080\nAPI_TOKEN=abc\n";

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

/// Two programs change the same variable: nothing is decided silently.
class EnvConflictsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void withNobodyToAskTheSaveFailsAndNamesBothValues();
    void saveWaitsUntilEachConflictIsDecided();
    void conflictSeenBeforeTheSaveIsAskedAtTheSave();
    void cancelledSaveKeepsEditsAndConflicts();
    void decidingForTheirsIsAStepOfUndo();
    void sameValueOnBothSidesIsNoConflict();
    void newForeignValueReplacesTheOldOneInTheQuestion();
    void deletedHereChangedThere();
    void discardEndsTheConflict();
    void switchDoesNotOverwriteAForeignValue();
    void takingBackLeavesWhatAnotherSetSince();
    void foreignCommentsAndOrderStay();
    void pendingDiffIsWhatSaveChanges();
    void rightsAreTightenedByTheFix();
    void restoredVersionIsUndoable();

private:
    std::unique_ptr<EnvFixture> m_fixture;
    std::unique_ptr<EnvService> m_service;
};

void EnvConflictsTest::init()
{
    m_fixture = std::make_unique<EnvFixture>();
    m_fixture->write(content);
    m_service = m_fixture->open();
    QVERIFY(m_service);
}

void EnvConflictsTest::cleanup()
{
    m_service.reset();
    m_fixture.reset();
}

void EnvConflictsTest::withNobodyToAskTheSaveFailsAndNamesBothValues()
{
    QSignalSpy failed(m_service.get(), &EnvService::failed);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->setValue(key("API_TOKEN"), key("mine-secret"));
    const QByteArray theirs = QByteArray(content).replace("8080", "7").replace("abc", "their-secret");
    m_fixture->replace(theirs);
    m_service->save();
    QVERIFY(failed.wait());
    const Error error = failed.first().first().value<Error>();
    QCOMPARE(error.code, key("env.conflict"));
    QVERIFY2(error.cause.contains(QStringLiteral("APP_PORT: yours is “9”, theirs is “7”.")), qPrintable(error.cause));
    QVERIFY2(error.cause.contains(key("API_TOKEN")) && !error.cause.contains(key("secret")), qPrintable(error.cause));
    QCOMPARE(m_fixture->disk(), theirs);
    QCOMPARE(m_service->value(key("APP_PORT")), key("9"));
    QCOMPARE(m_service->savedValue(key("APP_PORT")), key("7"));
}

void EnvConflictsTest::saveWaitsUntilEachConflictIsDecided()
{
    QSignalSpy found(m_service.get(), &EnvService::conflictsFound);
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->setValue(key("LLM_MODEL"), key("mine:1b"));
    m_service->setValue(key("NEW"), key("n"));
    m_fixture->replace(QByteArray(content).replace("8080", "7").replace("smollm2:135m", "their:1b").replace("0.7", "0.1"));
    m_service->save();
    QVERIFY(found.wait());
    const QList<EnvConflict> conflicts = found.first().first().value<QList<EnvConflict>>();
    const QList<EnvConflict> expected{ { key("APP_PORT"), key("8080"), key("9"), key("7"), false },
        { key("LLM_MODEL"), key("smollm2:135m"), key("mine:1b"), key("their:1b"), false } };
    QCOMPARE(conflicts, expected);
    const QList<EnvConflict> merged{ { key("NEW"), std::nullopt, key("n"), std::nullopt, false },
        { key("LLM_TEMPERATURE"), key("0.7"), key("0.7"), key("0.1"), false } };
    QCOMPARE(m_service->mergedChanges(), merged);
    m_service->resolveConflicts({ { key("APP_PORT"), ConflictChoice::Mine } });
    QTest::qWait(100);
    QVERIFY(saved.isEmpty());
    m_service->resolveConflicts({ { key("LLM_MODEL"), ConflictChoice::Theirs } });
    QVERIFY(saved.wait());
    QCOMPARE(m_fixture->disk(),
        QByteArray(content).replace("8080", "9").replace("smollm2:135m", "their:1b").replace("0.7", "0.1") + "NEW=n\n");
    QVERIFY(m_service->conflicts().isEmpty());
    QVERIFY(m_service->mergedChanges().isEmpty());
}

void EnvConflictsTest::conflictSeenBeforeTheSaveIsAskedAtTheSave()
{
    QSignalSpy found(m_service.get(), &EnvService::conflictsFound);
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_fixture->replace(QByteArray(content).replace("8080", "7"));
    QVERIFY(changed.wait());
    QVERIFY(found.isEmpty()); // nobody is interrupted while typing
    QCOMPARE(m_service->conflicts().size(), 1);
    m_service->save();
    QCOMPARE(found.size(), 1);
    QVERIFY(m_fixture->disk().contains("APP_PORT=7\n"));
}

void EnvConflictsTest::cancelledSaveKeepsEditsAndConflicts()
{
    QSignalSpy found(m_service.get(), &EnvService::conflictsFound);
    QSignalSpy failed(m_service.get(), &EnvService::failed);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_fixture->replace(QByteArray(content).replace("8080", "7"));
    m_service->save();
    QVERIFY(found.wait());
    m_service->cancelConflicts();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(m_service->value(key("APP_PORT")), key("9"));
    QCOMPARE(m_service->conflicts().size(), 1);
    m_service->cancelConflicts(); // no save waits any more
    QCOMPARE(failed.size(), 1);
    m_service->save();
    QCOMPARE(found.size(), 2);
    QVERIFY(m_fixture->disk().contains("APP_PORT=7\n"));
}

void EnvConflictsTest::decidingForTheirsIsAStepOfUndo()
{
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_fixture->replace(QByteArray(content).replace("8080", "7"));
    QVERIFY(changed.wait());
    m_service->resolveConflicts({ { key("APP_PORT"), ConflictChoice::Theirs } });
    QCOMPARE(m_service->value(key("APP_PORT")), key("7"));
    QCOMPARE(m_service->state().changedCount, 0);
    m_service->undo();
    QCOMPARE(m_service->value(key("APP_PORT")), key("9"));
}

void EnvConflictsTest::sameValueOnBothSidesIsNoConflict()
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_fixture->replace(QByteArray(content).replace("8080", "9"));
    m_service->save();
    QVERIFY(saved.wait());
    QVERIFY(m_service->conflicts().isEmpty());
}

void EnvConflictsTest::newForeignValueReplacesTheOldOneInTheQuestion()
{
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_fixture->replace(QByteArray(content).replace("8080", "7"));
    QVERIFY(changed.wait());
    m_fixture->replace(QByteArray(content).replace("8080", "6").replace("0.7", "0.3"));
    QVERIFY(changed.wait());
    const QList<EnvConflict> expected{ { key("APP_PORT"), key("8080"), key("9"), key("6"), false } };
    QCOMPARE(m_service->conflicts(), expected);
    m_fixture->replace(QByteArray(content).replace("8080", "9"));
    QVERIFY(changed.wait());
    QVERIFY(m_service->conflicts().isEmpty());
}

void EnvConflictsTest::deletedHereChangedThere()
{
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    m_service->unset(key("APP_PORT"));
    m_fixture->write(QByteArray(content).replace("8080", "7"));
    QVERIFY(changed.wait());
    const QList<EnvConflict> expected{ { key("APP_PORT"), key("8080"), std::nullopt, key("7"), false } };
    QCOMPARE(m_service->conflicts(), expected);
    QVERIFY(!m_service->state().text.contains(key("APP_PORT")));
}

void EnvConflictsTest::discardEndsTheConflict()
{
    QSignalSpy changed(m_service.get(), &EnvService::changedOnDisk);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_fixture->replace(QByteArray(content).replace("8080", "7"));
    QVERIFY(changed.wait());
    m_service->discard();
    QVERIFY(m_service->conflicts().isEmpty());
    QCOMPARE(m_service->value(key("APP_PORT")), key("7"));
}

void EnvConflictsTest::switchDoesNotOverwriteAForeignValue()
{
    std::optional<Result<EnvWrite>> end;
    m_fixture->replace(QByteArray(content).replace("smollm2:135m", "their:1b"));
    m_service->saveChanges(
        { { key("LLM_MODEL"), key("smollm2:135m"), key("mine:1b") } }, [&end](const Result<EnvWrite> &done) { end = done; });
    QTRY_VERIFY(end);
    QCOMPARE(end->error().code, key("env.conflict"));
    QVERIFY(m_fixture->disk().contains("their:1b"));
}

void EnvConflictsTest::takingBackLeavesWhatAnotherSetSince()
{
    std::optional<Result<EnvWrite>> end;
    const auto done = [&end](const Result<EnvWrite> &result) { end = result; };
    m_service->saveChanges(
        { { key("LLM_MODEL"), key("smollm2:135m"), key("mine:1b") }, { key("APP_PORT"), key("8080"), key("9") } }, done);
    QTRY_VERIFY(end);
    const EnvWrite write = **end;
    m_fixture->replace(QByteArray(m_fixture->disk()).replace("mine:1b", "their:1b"));
    end.reset();
    m_service->takeBack(write, done);
    QTRY_VERIFY(end);
    QVERIFY(m_fixture->disk().contains("their:1b") && m_fixture->disk().contains("8080"));
}

void EnvConflictsTest::foreignCommentsAndOrderStay()
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->unset(key("LLM_TEMPERATURE"));
    m_fixture->replace(
        "API_TOKEN=abc\n\n# theirs\nexport APP_PORT=8080   # web\nLLM_MODE=ollama\nLLM_TEMPERATURE=0.7\nLLM_MODEL=x:1\n");
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(
        m_fixture->disk(), QByteArray("API_TOKEN=abc\n\n# theirs\nexport APP_PORT=9   # web\nLLM_MODE=ollama\nLLM_MODEL=x:1\n"));
}

void EnvConflictsTest::pendingDiffIsWhatSaveChanges()
{
    QVERIFY(m_service->pendingDiff().isEmpty());
    m_service->setValue(key("APP_PORT"), key("9"));
    m_service->setValue(key("API_TOKEN"), key("hunter22"));
    const QList<EnvDiffLine> diff = m_service->pendingDiff();
    QCOMPARE(diff.size(), 2);
    QCOMPARE(diff.first(), (EnvDiffLine{ 5, 5, key("APP_PORT=8080"), key("APP_PORT=9"), key("APP_PORT"), key("APP_PORT") }));
    QVERIFY(!diff.last().newText.contains(key("hunter")) && !diff.last().oldText.contains(key("abc")));
}

void EnvConflictsTest::rightsAreTightenedByTheFix()
{
    QCOMPARE(::chmod(QFile::encodeName(m_fixture->path()).constData(), 0644), 0);
    const auto open = [this]() -> const Problem * {
        for (const Problem &problem : m_service->state().problems) {
            if (problem.id == QLatin1String("permissions.open"))
                return &problem;
        }
        return nullptr;
    };
    m_service->look();
    QTRY_VERIFY(open());
    QCOMPARE(open()->fixes.size(), 1);
    m_service->applyFix(ProblemFix(open()->fixes.first()));
    QTRY_VERIFY(!open());
    struct stat facts = {};
    QCOMPARE(::stat(QFile::encodeName(m_fixture->path()).constData(), &facts), 0);
    QCOMPARE(uint(facts.st_mode & 07777), 0600u);
    QCOMPARE(m_fixture->disk(), content);
}

void EnvConflictsTest::restoredVersionIsUndoable()
{
    QSignalSpy saved(m_service.get(), &EnvService::saved);
    m_service->restore("LLM_MODE=none\n");
    QVERIFY(saved.wait());
    QCOMPARE(m_fixture->disk(), QByteArray("LLM_MODE=none\n"));
    QVERIFY(m_service->state().canUndo && m_service->state().changedCount == 0);
    m_service->undo();
    m_service->save();
    QVERIFY(saved.wait());
    QCOMPARE(m_fixture->disk(), content);
    // With unsaved edits they are laid over the restored content.
    m_service->setValue(key("NEW"), key("n"));
    m_service->restore("LLM_MODE=none\n");
    QVERIFY(saved.wait());
    QCOMPARE(m_fixture->disk(), QByteArray("LLM_MODE=none\n"));
    QCOMPARE(m_service->currentBytes(), QByteArray("LLM_MODE=none\nNEW=n\n"));
}

QTEST_GUILESS_MAIN(EnvConflictsTest)
#include "tst_envconflicts.moc"
