// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/envdialogsample.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/profilenamedialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>

using namespace envdialogs;

namespace {

QList<EnvVersion> versions()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return { { 3, now, EnvWriterKind::Window, { latin("LLM_TIMEOUT"), latin("LLM_TEMPERATURE") }, 412, "c" },
        { 2, now.addSecs(-400), EnvWriterKind::Other, { latin("EMBED_MODEL") }, 408, "b" },
        { 1, now.addDays(-1), EnvWriterKind::Template, {}, 390, "a" } };
}

QList<EnvProfile> profiles()
{
    return { { latin("ollama"), latin("/srv/.env.ollama"), false }, { latin("vllm"), latin("/srv/.env.vllm"), false },
        { latin("example"), latin("/srv/.env.example"), true } };
}

QList<ProfileChange> profileChanges()
{
    return { { latin("LLM_MODE"), ProfileChangeKind::Differs, latin("vllm"), latin("ollama"), false },
        { latin("API_TOKEN"), ProfileChangeKind::Differs, latin("hush-1"), latin("hush-2"), true },
        { latin("OLLAMA_HOST"), ProfileChangeKind::OnlyInProfile, std::nullopt, latin("127.0.0.1:11434"), false },
        { latin("LOG_LEVEL"), ProfileChangeKind::OnlyInEnv, latin("info"), std::nullopt, false } };
}

} // namespace

class TestKeptDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }
    void historyIsReadThenListedByDay();
    void theSelectedSaveIsComparedAndRestored();
    void aStaleComparisonIsDropped();
    void theStateInTheFileCannotBeRestored();
    void anEmptyHistorySaysSo();
    void errorsOfTheHistoryAreSentences();
    void profilesAreComparedKeyByKey();
    void whatWouldBeLostIsSaidBefore();
    void sameKeysAreBehindTheirSwitch();
    void onlyChosenKeysAreApplied();
    void noProfileYetOffersToSaveOne();
    void aTakenNameIsReplacedOnlyOnRequest();
    void textsArePlainAndDialogsFit();
    void pictures();
};

void TestKeptDialogs::historyIsReadThenListedByDay()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.show();
    QVERIFY(words(dialog).contains(QString::fromUtf8("Reading…")));
    QVERIFY(!button(dialog, "restore")->isEnabled());
    QSignalSpy compare(&dialog, &HistoryDialog::compareRequested);
    dialog.setVersions(versions());
    QCOMPARE(compare.value(0), QVariantList{ qint64(3) });
    const QString text = words(dialog);
    QVERIFY(text.contains(latin("today, ")));
    QVERIFY(text.contains(latin("LLM_TIMEOUT, LLM_TEMPERATURE")));
    QVERIFY(text.contains(latin("another program")));
    auto *list = dialog.findChild<QTreeWidget *>();
    QVERIFY(list->topLevelItemCount() >= 2);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(dialog.selected(), qint64(2)); // the line of a day is passed by
    QTest::keyClick(list, Qt::Key_End);
    QCOMPARE(dialog.selected(), qint64(1));
}

void TestKeptDialogs::theSelectedSaveIsComparedAndRestored()
{
    HistoryDialog dialog(latin("/srv/.env"));
    QSignalSpy restore(&dialog, &HistoryDialog::restoreRequested);
    dialog.setVersions(versions());
    dialog.show();
    auto *list = dialog.findChild<QTreeWidget *>();
    list->setCurrentItem(list->findItems(latin("EMBED_MODEL"), Qt::MatchExactly | Qt::MatchRecursive, 2).value(0));
    QCOMPARE(dialog.selected(), qint64(2));
    QVERIFY(words(dialog).contains(QString::fromUtf8("Reading…")));
    QVERIFY(!button(dialog, "restore")->isEnabled());
    dialog.setDiff(2, diff().mid(0, 1));
    QVERIFY(words(dialog).contains(latin("Restoring changes 1 place")));
    QVERIFY(words(dialog).contains(latin("LLM_TIMEOUT=120")));
    QVERIFY(words(dialog).contains(latin("Undo brings the present state back")));
    press(dialog, "restore");
    QCOMPARE(restore.value(0), QVariantList{ qint64(2) });
    dialog.setRestoring(true);
    QVERIFY(!button(dialog, "restore")->isEnabled());
    QCOMPARE(button(dialog, "restore")->text(), QString::fromUtf8("Restoring…"));
    dialog.setRestoring(false);
    dialog.setUnsavedChanges(2);
    QVERIFY(words(dialog).contains(latin("Your 2 unsaved changes stay")));
    press(dialog, "close");
    QVERIFY(!dialog.isVisible());
}

void TestKeptDialogs::aStaleComparisonIsDropped()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setVersions(versions());
    dialog.setDiff(1, diff());
    QVERIFY(!button(dialog, "restore")->isEnabled());
    QVERIFY(!words(dialog).contains(latin("LLM_TIMEOUT=120")));
}

void TestKeptDialogs::theStateInTheFileCannotBeRestored()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setVersions(versions());
    dialog.setDiff(3, {});
    QVERIFY(!button(dialog, "restore")->isEnabled());
    QVERIFY(words(dialog).contains(latin("The file holds this state now.")));
}

void TestKeptDialogs::anEmptyHistorySaysSo()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setVersions({});
    QVERIFY(words(dialog).contains(latin("Nothing is kept yet")));
    QVERIFY(!button(dialog, "restore")->isEnabled());
}

void TestKeptDialogs::errorsOfTheHistoryAreSentences()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setFailure(failure());
    QVERIFY(words(dialog).contains(failure().message));
    QVERIFY(words(dialog).contains(failure().fix));
    dialog.setVersions(versions());
    dialog.setFailure(failure());
    QVERIFY(dialog.findChild<MessageBar *>()->text().contains(latin("<i>folder</i>")));
    QVERIFY(!words(dialog).contains(QString::fromUtf8("Reading…")));
}

void TestKeptDialogs::profilesAreComparedKeyByKey()
{
    ProfilesDialog dialog(latin("/srv/.env"));
    QSignalSpy compare(&dialog, &ProfilesDialog::compareRequested);
    dialog.show();
    QVERIFY(words(dialog).contains(QString::fromUtf8("Reading…")));
    dialog.setProfiles(profiles());
    QCOMPARE(compare.value(0), QVariantList{ latin("ollama") });
    QVERIFY(words(dialog).contains(QString::fromUtf8("Reading…")));
    QCOMPARE(dialog.findChild<QListWidget *>()->item(2)->text(), latin("example (template)"));
    dialog.setChanges(latin("vllm"), profileChanges(), {}); // came too late
    QVERIFY(dialog.chosenKeys().isEmpty());
    dialog.setChanges(latin("ollama"), profileChanges(), {});
    QCOMPARE(itemOf(dialog, "LLM_MODE")->text(3), latin("replaced"));
    QCOMPARE(itemOf(dialog, "OLLAMA_HOST")->text(1), latin("no line"));
    QCOMPARE(itemOf(dialog, "OLLAMA_HOST")->text(3), latin("added"));
    QCOMPARE(itemOf(dialog, "LOG_LEVEL")->text(3), latin("only in .env, stays"));
    QVERIFY(!words(dialog).contains(latin("hush")));
    QTest::keyClick(dialog.findChild<QListWidget *>(), Qt::Key_Down);
    QCOMPARE(compare.last(), QVariantList{ latin("vllm") });
    QVERIFY(!button(dialog, "apply")->isEnabled());
}

void TestKeptDialogs::whatWouldBeLostIsSaidBefore()
{
    ProfilesDialog dialog(latin("/srv/.env"));
    dialog.setProfiles(profiles());
    dialog.setChanges(latin("ollama"), profileChanges(), {});
    QVERIFY(words(dialog).contains(
        latin("Only in .env, so it stays: LOG_LEVEL. A copy of the whole profile over .env would lose that.")));
    QVERIFY(words(dialog).contains(latin("Present values that are replaced: LLM_MODE, API_TOKEN.")));
    QVERIFY(!words(dialog).contains(latin("Would be lost")));
    itemOf(dialog, "LOG_LEVEL")->setCheckState(0, Qt::Checked);
    QVERIFY(words(dialog).contains(latin("Would be lost, because the profile does not have it: LOG_LEVEL.")));
    QCOMPARE(itemOf(dialog, "LOG_LEVEL")->text(3), latin("removed"));
}

void TestKeptDialogs::sameKeysAreBehindTheirSwitch()
{
    ProfilesDialog dialog(latin("/srv/.env"));
    dialog.setProfiles(profiles());
    dialog.setChanges(latin("ollama"), profileChanges(),
        { row("LLM_MODE", "vllm", "vllm"), row("APP_PORT", "8080", "8080"), row("DB_PASSWORD", "hush", "hush", true),
            row("LLM_TIMEOUT", nullptr, nullptr) });
    const QStringList chosen = dialog.chosenKeys();
    dialog.findChild<SegmentedSwitch *>()->setCurrent(1);
    QCOMPARE(dialog.findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    QCOMPARE(itemOf(dialog, "APP_PORT")->text(3), latin("same"));
    QVERIFY(!words(dialog).contains(latin("hush")));
    dialog.findChild<SegmentedSwitch *>()->setCurrent(0);
    QCOMPARE(dialog.chosenKeys(), chosen);
    QCOMPARE(itemOf(dialog, "LLM_MODE")->checkState(0), Qt::Checked);
}

void TestKeptDialogs::onlyChosenKeysAreApplied()
{
    ProfilesDialog dialog(latin("/srv/.env"));
    QSignalSpy apply(&dialog, &ProfilesDialog::applyRequested);
    dialog.setProfiles(profiles());
    dialog.setChanges(latin("ollama"), profileChanges(), {});
    dialog.show();
    QCOMPARE(dialog.chosenKeys(), QStringList({ latin("LLM_MODE"), latin("API_TOKEN"), latin("OLLAMA_HOST") }));
    auto *table = dialog.findChild<QTreeWidget *>();
    table->setFocus();
    table->setCurrentItem(itemOf(dialog, "API_TOKEN"));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(itemOf(dialog, "API_TOKEN")->text(3), latin("differs, stays"));
    press(dialog, "apply");
    QCOMPARE(apply.value(0), (QVariantList{ latin("ollama"), QStringList({ latin("LLM_MODE"), latin("OLLAMA_HOST") }) }));
    dialog.setApplying();
    QVERIFY(!button(dialog, "apply")->isEnabled());
    dialog.setFailure(failure());
    QVERIFY(button(dialog, "apply")->isEnabled());
    QVERIFY(words(dialog).contains(failure().message));
    for (const char *key : { "LLM_MODE", "OLLAMA_HOST" })
        itemOf(dialog, key)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!button(dialog, "apply")->isEnabled());
}

void TestKeptDialogs::noProfileYetOffersToSaveOne()
{
    ProfilesDialog dialog(latin("/srv/.env"));
    QSignalSpy saveAs(&dialog, &ProfilesDialog::saveAsRequested);
    dialog.setProfiles({});
    dialog.show();
    QVERIFY(words(dialog).contains(latin("There is no profile yet")));
    QVERIFY(!button(dialog, "apply")->isEnabled());
    press(dialog, "saveAs");
    QCOMPARE(saveAs.size(), 1);
}

void TestKeptDialogs::aTakenNameIsReplacedOnlyOnRequest()
{
    ProfileNameDialog dialog({ latin("vllm") });
    QSignalSpy save(&dialog, &ProfileNameDialog::saveRequested);
    QSignalSpy replace(&dialog, &ProfileNameDialog::replaceRequested);
    dialog.open();
    QVERIFY(!button(dialog, "saveProfile")->isEnabled());
    auto *name = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(name, latin("vllm"));
    QCOMPARE(button(dialog, "saveProfile")->text(), QString::fromUtf8("Replace…"));
    press(dialog, "saveProfile");
    QCOMPARE(replace.size(), 1);
    QTest::keyClicks(name, latin("-fp8"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(save.value(0), QVariantList{ latin("vllm-fp8") });
    QCOMPARE(replace.size(), 1);
    dialog.setSaving();
    QVERIFY(!button(dialog, "saveProfile")->isEnabled());
    dialog.setTaken();
    QCOMPARE(button(dialog, "saveProfile")->text(), QString::fromUtf8("Replace…"));
    dialog.setFailure(failure());
    QVERIFY(words(dialog).contains(failure().cause));
}

void TestKeptDialogs::textsArePlainAndDialogsFit()
{
    HistoryDialog history(latin("/srv/<b>.env"));
    history.setVersions(versions());
    ProfilesDialog profile(latin("/srv/<b>.env"));
    profile.setProfiles(profiles());
    profile.setChanges(latin("ollama"), profileChanges(), {});
    for (QWidget *dialog : std::initializer_list<QWidget *>{ &history, &profile }) {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        dialog->show();
        QVERIFY2(dialog->width() <= 1000 && dialog->height() <= 660, dialog->metaObject()->className());
    }
}

void TestKeptDialogs::pictures()
{
    HistoryDialog history(latin("/srv/support-desk/.env"));
    history.setVersions(versions());
    history.setDiff(3, diff());
    grab(history, "history");
    HistoryDialog empty(latin("/srv/support-desk/.env"));
    empty.setVersions({});
    grab(empty, "history-empty");
    ProfilesDialog profile(latin("/srv/support-desk/.env"));
    profile.setProfiles(profiles());
    profile.setChanges(latin("ollama"), profileChanges(), { row("APP_PORT", "8080", "8080") });
    grab(profile, "profiles");
    ProfileNameDialog name({ latin("vllm") });
    name.findChild<QLineEdit *>()->setText(latin("vllm"));
    grab(name, "profile-name");
}

QTEST_MAIN(TestKeptDialogs)
#include "tst_keptdialogs.moc"
