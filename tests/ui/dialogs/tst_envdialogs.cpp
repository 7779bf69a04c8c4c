// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/diffblock.h"
#include "ui/dialogs/diffdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/profilenamedialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QtTest>

using namespace pilothouse;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QString dots()
{
    return QString(12, QChar(0x2022));
}

FormRow row(const char *key, const char *saved, const char *value, bool secret = false)
{
    FormRow row;
    row.spec.key = latin(key);
    row.present = value != nullptr;
    row.savedPresent = saved != nullptr;
    row.value = latin(value);
    row.savedValue = latin(saved);
    row.secret = secret;
    row.changed = row.present != row.savedPresent || row.value != row.savedValue;
    return row;
}

FormState edited()
{
    FormState state;
    state.path = latin("/srv/support-desk/.env");
    state.fileExists = true;
    state.savedAt = QDateTime::currentDateTime();
    state.canSave = true;
    state.changedCount = 3;
    state.rows = { row("LLM_TIMEOUT", "60", "120"), row("SESSION_SECRET", "old-plain", "new-plain", true),
        row("LOG_LEVEL", "info", nullptr) };
    state.text = latin("# desk\nLLM_MODE=vllm\nLLM_TIMEOUT=120\nSESSION_SECRET=x\n");
    return state;
}

EnvDiffLine changed(int oldLine, int newLine, const QString &oldText, const QString &newText, const char *key)
{
    return { oldLine, newLine, oldText, newText, oldLine ? latin(key) : QString(), newLine ? latin(key) : QString() };
}

QList<EnvDiffLine> diff()
{
    const QString secret = latin("SESSION_SECRET=") + dots();
    return { changed(3, 3, latin("LLM_TIMEOUT=60"), latin("LLM_TIMEOUT=120"), "LLM_TIMEOUT"),
        changed(4, 4, secret, secret, "SESSION_SECRET"), changed(5, 0, latin("LOG_LEVEL=info"), QString(), "LOG_LEVEL"),
        { 0, 5, QString(), latin("# <b>quiet</b> again"), QString(), QString() } };
}

EnvConflict conflict(const char *key, const char *base, const char *mine, const char *theirs, bool secret = false)
{
    const auto value = [](const char *text) { return text ? std::optional<QString>(latin(text)) : std::nullopt; };
    return { latin(key), value(base), value(mine), value(theirs), secret };
}

QList<EnvConflict> conflicts()
{
    return { conflict("LLM_TIMEOUT", "60", "120", "90"), conflict("API_TOKEN", "t0", "t1", "t2", true),
        conflict("LOG_LEVEL", "info", nullptr, "debug") };
}

QList<EnvConflict> merged()
{
    return { conflict("LLM_TEMPERATURE", "0.7", "0.3", "0.7"), conflict("EMBED_MODEL", "bge-small", "bge-small", "bge-m3"),
        conflict("RERANK_TOP_K", nullptr, nullptr, "8"), conflict("VLLM_USE_FLASHINFER", "false", "false", nullptr) };
}

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

Failure failure()
{
    return { latin("x"), latin("The <i>folder</i> cannot be read."), latin("Permission denied."), latin("Give the right back."),
        {} };
}

/// All that a dialog says.
QString words(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts << label->text();
    }
    for (const ElidedLabel *label : widget.findChildren<ElidedLabel *>())
        texts << label->text();
    for (const DiffView *view : widget.findChildren<DiffView *>())
        texts << view->toPlainText();
    for (const QTreeWidget *tree : widget.findChildren<QTreeWidget *>()) {
        for (QTreeWidgetItemIterator each(const_cast<QTreeWidget *>(tree)); *each; ++each) {
            for (int column = 0; column < tree->columnCount(); ++column)
                texts << (*each)->text(column);
        }
    }
    return texts.join(QLatin1Char('\n'));
}

QPushButton *button(QWidget &widget, const char *name)
{
    return widget.findChild<QPushButton *>(latin(name));
}

void press(QWidget &widget, const char *name)
{
    QPushButton *target = button(widget, name);
    QVERIFY2(target, name);
    QVERIFY2(target->isEnabled(), name);
    QTest::mouseClick(target, Qt::LeftButton);
}

QTreeWidgetItem *itemOf(QWidget &widget, const char *key)
{
    return widget.findChild<QTreeWidget *>()->findItems(latin(key), Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

void grab(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    widget.show();
    for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
        applyTheme(*qApp, theme);
        QCoreApplication::sendPostedEvents();
        const QImage image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        const char *tone = theme == ThemeChoice::Light ? "light" : "dark";
        if (!folder.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/%2-%3.png").arg(folder, latin(name), latin(tone))));
    }
    applyTheme(*qApp, ThemeChoice::Light);
}

} // namespace

class TestEnvDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }
    void reviewShowsOnlyChangedLinesByKey();
    void linesOfDifferentKeysInOnePlaceAreParted();
    void reviewMasksSecretsAndShowsThemOnlyOnRequest();
    void reviewCopiesNoSecret();
    void everyButtonOfTheReviewDoesItsWork();
    void returnSavesAndEscapeDoesNot();
    void dangerousChangesAreNamedAndCancelIsTheDefault();
    void aBlockedSaveSaysWhy();
    void theReviewFollowsTheEditsAndEndsWithThem();
    void manyChangesAreOneList();
    void noConflictIsDecidedAtFirst();
    void eachKeyIsDecidedByHand();
    void aThirdValueCanBeTyped();
    void allMineAndAllTheirsDecideEverything();
    void decisionsStayWhenTheFileChangesAgain();
    void conflictingSecretsAreMasked();
    void oneSidedChangesAreListedWithTheirOrigin();
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
    void allTextsArePlain();
    void dialogsFitASmallScreen();
    void pictures();
};

void TestEnvDialogs::reviewShowsOnlyChangedLinesByKey()
{
    DiffDialog dialog;
    dialog.setState(edited(), diff());
    QCOMPARE(dialog.headline(), latin("Review 3 changes"));
    QVERIFY(dialog.subtitle().contains(latin("/srv/support-desk/.env")));
    const QString text = words(dialog);
    QVERIFY(text.contains(latin("LLM_TIMEOUT=60\nLLM_TIMEOUT=120")));
    QVERIFY(text.contains(latin("LOG_LEVEL=info")));
    QVERIFY(!text.contains(latin("LLM_MODE")));
    QCOMPARE(dialog.findChildren<DiffBlock *>().size(), 4);
    QVERIFY(text.contains(latin("2 other lines"))); // five lines, three of them new
}

void TestEnvDialogs::linesOfDifferentKeysInOnePlaceAreParted()
{
    const auto groups = linesByKey({ { 7, 7, latin("A=1"), latin("B=2"), latin("A"), latin("B") } });
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups.at(0).first, latin("A"));
    QCOMPARE(groups.at(0).second.first().newLine, 0);
    QCOMPARE(groups.at(1).second.first().newText, latin("B=2"));
    QCOMPARE(groups.at(1).second.first().oldLine, 0);
}

void TestEnvDialogs::reviewMasksSecretsAndShowsThemOnlyOnRequest()
{
    DiffDialog dialog;
    dialog.setState(edited(), diff());
    dialog.show();
    QVERIFY(!words(dialog).contains(latin("-plain")));
    QVERIFY(words(dialog).contains(latin("values differ")));
    press(dialog, "show.SESSION_SECRET");
    QVERIFY(words(dialog).contains(latin("SESSION_SECRET=old-plain\nSESSION_SECRET=new-plain")));
    press(dialog, "show.SESSION_SECRET");
    QVERIFY(!words(dialog).contains(latin("-plain")));
}

void TestEnvDialogs::reviewCopiesNoSecret()
{
    DiffDialog dialog;
    dialog.setState(edited(), diff());
    dialog.show();
    press(dialog, "show.SESSION_SECRET");
    press(dialog, "copy");
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(latin("-LLM_TIMEOUT=60\n+LLM_TIMEOUT=120\n")));
    QVERIFY(!copied.contains(latin("plain")));
}

void TestEnvDialogs::everyButtonOfTheReviewDoesItsWork()
{
    DiffDialog dialog;
    QSignalSpy saved(&dialog, &DiffDialog::saveRequested);
    QSignalSpy applied(&dialog, &DiffDialog::saveAndApplyRequested);
    QSignalSpy reverted(&dialog, &DiffDialog::revertRequested);
    QSignalSpy all(&dialog, &DiffDialog::revertAllRequested);
    dialog.setState(edited(), diff());
    dialog.open();
    press(dialog, "revert.LOG_LEVEL");
    QCOMPARE(reverted.value(0), QVariantList{ latin("LOG_LEVEL") });
    press(dialog, "revertAll");
    QCOMPARE(all.size(), 1);
    QVERIFY(dialog.isVisible());
    press(dialog, "save");
    QCOMPARE(saved.size(), 1);
    QVERIFY(!dialog.isVisible());
    dialog.open();
    press(dialog, "saveAndApply");
    QCOMPARE(applied.size(), 1);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    dialog.open();
    press(dialog, "cancel");
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QCOMPARE(saved.size() + applied.size(), 2);
}

void TestEnvDialogs::returnSavesAndEscapeDoesNot()
{
    DiffDialog dialog;
    QSignalSpy saved(&dialog, &DiffDialog::saveRequested);
    dialog.setState(edited(), diff());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(saved.size(), 0);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
}

void TestEnvDialogs::dangerousChangesAreNamedAndCancelIsTheDefault()
{
    FormState state = edited();
    state.dangers = { latin("LD_PRELOAD makes every program load <b>foreign</b> code.") };
    DiffDialog dialog;
    QSignalSpy saved(&dialog, &DiffDialog::saveRequested);
    dialog.setState(state, diff());
    QVERIFY(words(dialog).contains(state.dangers.first()));
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(saved.size(), 0);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    dialog.open();
    press(dialog, "save");
    QCOMPARE(saved.size(), 1);
}

void TestEnvDialogs::aBlockedSaveSaysWhy()
{
    FormState state = edited();
    state.canSave = false;
    state.saveBlockedBy = latin("LLM_TIMEOUT must be at least 1.");
    DiffDialog dialog;
    dialog.setState(state, diff());
    QVERIFY(!button(dialog, "save")->isEnabled());
    QVERIFY(!button(dialog, "saveAndApply")->isEnabled());
    QVERIFY(words(dialog).contains(state.saveBlockedBy));
}

void TestEnvDialogs::theReviewFollowsTheEditsAndEndsWithThem()
{
    DiffDialog dialog;
    dialog.setState(edited(), diff());
    dialog.open();
    FormState state = edited();
    state.changedCount = 1;
    dialog.setState(state, diff().mid(0, 1));
    QVERIFY(dialog.headline().startsWith(latin("Review 1 change"))); // the plural comes from a catalogue
    QTRY_COMPARE(dialog.findChildren<DiffBlock *>().size(), 1);
    state.changedCount = 0;
    dialog.setState(state, {});
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestEnvDialogs::manyChangesAreOneList()
{
    QList<EnvDiffLine> lines;
    for (int n = 1; n <= 10'000; ++n) {
        const QByteArray key = "KEY_" + QByteArray::number(n);
        lines << changed(n, n, latin(key + "=1"), latin(key + "=2"), key);
    }
    DiffDialog dialog;
    dialog.setState(edited(), lines);
    dialog.show();
    QCOMPARE(dialog.findChildren<DiffView *>().size(), 1);
    QVERIFY(dialog.findChild<DiffView *>()->toPlainText().endsWith(latin("KEY_10000=1\nKEY_10000=2")));
}

void TestEnvDialogs::noConflictIsDecidedAtFirst()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts(), merged());
    QVERIFY(dialog.decisions().isEmpty());
    QVERIFY(!dialog.isDecided());
    for (const QRadioButton *radio : dialog.findChildren<QRadioButton *>())
        QVERIFY(!radio->isChecked());
    QVERIFY(!button(dialog, "saveMerged")->isEnabled());
    QVERIFY(words(dialog).contains(latin("0 of 3 decided")));
    QVERIFY(words(dialog).contains(latin("no line")));
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    press(dialog, "cancel");
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestEnvDialogs::eachKeyIsDecidedByHand()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts(), {});
    dialog.open();
    const auto radio = [&](const char *name) { return dialog.findChild<QRadioButton *>(latin(name)); };
    QTest::mouseClick(radio("mine.LLM_TIMEOUT"), Qt::LeftButton);
    QCOMPARE(dialog.findChild<QLineEdit *>(latin("result.LLM_TIMEOUT"))->text(), latin("120"));
    QTest::mouseClick(radio("theirs.LLM_TIMEOUT"), Qt::LeftButton);
    QVERIFY(!radio("mine.LLM_TIMEOUT")->isChecked());
    QCOMPARE(dialog.findChild<QLineEdit *>(latin("result.LLM_TIMEOUT"))->text(), latin("90"));
    QTest::keyClick(radio("mine.API_TOKEN"), Qt::Key_Space);
    QWidget *box = radio("mine.LOG_LEVEL")->parentWidget();
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(box->width() - 6, box->height() / 2));
    QVERIFY(dialog.isDecided());
    const QList<ConflictDecision> expected{ { latin("LLM_TIMEOUT"), ConflictChoice::Theirs, std::nullopt },
        { latin("API_TOKEN"), ConflictChoice::Mine, std::nullopt }, { latin("LOG_LEVEL"), ConflictChoice::Mine, std::nullopt } };
    QCOMPARE(dialog.decisions(), expected);
    press(dialog, "saveMerged");
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestEnvDialogs::aThirdValueCanBeTyped()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts().mid(0, 1), {});
    dialog.open();
    auto *result = dialog.findChild<QLineEdit *>(latin("result.LLM_TIMEOUT"));
    QTest::mouseClick(dialog.findChild<QRadioButton *>(latin("mine.LLM_TIMEOUT")), Qt::LeftButton);
    result->selectAll();
    QTest::keyClicks(result, latin("75"));
    QCOMPARE(dialog.decisions().value(0).value, std::optional<QString>(latin("75")));
    QVERIFY(!dialog.findChild<QRadioButton *>(latin("mine.LLM_TIMEOUT"))->isChecked());
    result->selectAll();
    QTest::keyClicks(result, latin("90"));
    QCOMPARE(dialog.decisions().value(0), (ConflictDecision{ latin("LLM_TIMEOUT"), ConflictChoice::Theirs, std::nullopt }));
    result->selectAll();
    QTest::keyClick(result, Qt::Key_Backspace);
    QVERIFY(!dialog.isDecided());
    QVERIFY(!button(dialog, "saveMerged")->isEnabled());
}

void TestEnvDialogs::allMineAndAllTheirsDecideEverything()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts(), {});
    dialog.show();
    press(dialog, "allTheirs");
    for (const ConflictDecision &decision : dialog.decisions())
        QCOMPARE(decision.choice, ConflictChoice::Theirs);
    press(dialog, "allMine");
    QVERIFY(dialog.isDecided());
    for (const ConflictDecision &decision : dialog.decisions())
        QCOMPARE(decision.choice, ConflictChoice::Mine);
}

void TestEnvDialogs::decisionsStayWhenTheFileChangesAgain()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts(), {});
    dialog.show();
    press(dialog, "allMine");
    QList<EnvConflict> next = conflicts();
    next[0].theirs = latin("91");
    dialog.setConflicts(latin("/srv/.env"), next, {});
    QCOMPARE(dialog.decisions().size(), 2); // what was decided about 90 says nothing about 91
    QVERIFY(!button(dialog, "saveMerged")->isEnabled());
    dialog.setConflicts(latin("/srv/.env"), {}, merged());
    QVERIFY(button(dialog, "saveMerged")->isEnabled());
    QCOMPARE(dialog.headline(), latin("Nothing is left to decide"));
}

void TestEnvDialogs::conflictingSecretsAreMasked()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts().mid(1, 1), {});
    dialog.show();
    for (const char *value : { "t0", "t1", "t2" })
        QVERIFY(!words(dialog).contains(latin(value)));
    QVERIFY(!dialog.findChild<QRadioButton *>(latin("mine.API_TOKEN"))->accessibleName().contains(latin("t1")));
    QCOMPARE(dialog.findChild<QLineEdit *>(latin("result.API_TOKEN"))->echoMode(), QLineEdit::Password);
    press(dialog, "show.API_TOKEN");
    QVERIFY(words(dialog).contains(latin("t2")));
    press(dialog, "show.API_TOKEN");
    QVERIFY(!words(dialog).contains(latin("t2")));
}

void TestEnvDialogs::oneSidedChangesAreListedWithTheirOrigin()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts(), merged());
    const QString text = words(dialog);
    QVERIFY(text.contains(latin("4 keys changed on one side only")));
    for (const char *origin : { "from mine", "from theirs", "from theirs, new key", "from theirs, line removed" })
        QVERIFY2(text.split(QLatin1Char('\n')).contains(latin(origin)), origin);
    QVERIFY(text.contains(latin("bge-m3")));
}

void TestEnvDialogs::historyIsReadThenListedByDay()
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
    QVERIFY(dialog.selected() == 2 || dialog.selected() == 0); // a day's line stands between when midnight was near
}

void TestEnvDialogs::theSelectedSaveIsComparedAndRestored()
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

void TestEnvDialogs::aStaleComparisonIsDropped()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setVersions(versions());
    dialog.setDiff(1, diff());
    QVERIFY(!button(dialog, "restore")->isEnabled());
    QVERIFY(!words(dialog).contains(latin("LLM_TIMEOUT=120")));
}

void TestEnvDialogs::theStateInTheFileCannotBeRestored()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setVersions(versions());
    dialog.setDiff(3, {});
    QVERIFY(!button(dialog, "restore")->isEnabled());
    QVERIFY(words(dialog).contains(latin("The file holds this state now.")));
}

void TestEnvDialogs::anEmptyHistorySaysSo()
{
    HistoryDialog dialog(latin("/srv/.env"));
    dialog.setVersions({});
    QVERIFY(words(dialog).contains(latin("Nothing is kept yet")));
    QVERIFY(!button(dialog, "restore")->isEnabled());
}

void TestEnvDialogs::errorsOfTheHistoryAreSentences()
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

void TestEnvDialogs::profilesAreComparedKeyByKey()
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

void TestEnvDialogs::whatWouldBeLostIsSaidBefore()
{
    ProfilesDialog dialog(latin("/srv/.env"));
    dialog.setProfiles(profiles());
    dialog.setChanges(latin("ollama"), profileChanges(), {});
    QVERIFY(words(dialog).contains(
        latin("Only .env has LOG_LEVEL; they stay. Copying the whole profile over .env would lose them.")));
    QVERIFY(words(dialog).contains(latin("The present values of LLM_MODE, API_TOKEN are replaced.")));
    QVERIFY(!words(dialog).contains(latin("would be lost")));
    itemOf(dialog, "LOG_LEVEL")->setCheckState(0, Qt::Checked);
    QVERIFY(words(dialog).contains(latin("LOG_LEVEL would be lost")));
    QCOMPARE(itemOf(dialog, "LOG_LEVEL")->text(3), latin("removed"));
}

void TestEnvDialogs::sameKeysAreBehindTheirSwitch()
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

void TestEnvDialogs::onlyChosenKeysAreApplied()
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

void TestEnvDialogs::noProfileYetOffersToSaveOne()
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

void TestEnvDialogs::aTakenNameIsReplacedOnlyOnRequest()
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

void TestEnvDialogs::allTextsArePlain()
{
    FormState state = edited();
    state.dangers = { latin("<b>x</b>") };
    DiffDialog review;
    review.setState(state, diff());
    ConflictDialog conflicted;
    conflicted.setConflicts(latin("/srv/<b>.env"), conflicts(), merged());
    HistoryDialog history(latin("/srv/<b>.env"));
    history.setVersions(versions());
    ProfilesDialog profile(latin("/srv/<b>.env"));
    profile.setProfiles(profiles());
    for (const QWidget *dialog : std::initializer_list<QWidget *>{ &review, &conflicted, &history, &profile }) {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestEnvDialogs::dialogsFitASmallScreen()
{
    DiffDialog review;
    review.setState(edited(), diff());
    ConflictDialog conflicted;
    conflicted.setConflicts(latin("/srv/.env"), conflicts(), merged());
    HistoryDialog history(latin("/srv/.env"));
    history.setVersions(versions());
    ProfilesDialog profile(latin("/srv/.env"));
    profile.setProfiles(profiles());
    profile.setChanges(latin("ollama"), profileChanges(), {});
    for (QWidget *dialog : std::initializer_list<QWidget *>{ &review, &conflicted, &history, &profile }) {
        dialog->show();
        QVERIFY2(dialog->width() <= 1000 && dialog->height() <= 660, dialog->metaObject()->className());
    }
}

void TestEnvDialogs::pictures()
{
    DiffDialog review;
    review.setState(edited(), diff());
    grab(review, "diff");
    FormState state = edited();
    state.dangers = { latin("LD_PRELOAD makes every program that reads .env load /tmp/x.so."),
        latin("OLLAMA_HOST=0.0.0.0 opens the provider to the whole network.") };
    DiffDialog dangerous;
    dangerous.setState(state, diff());
    grab(dangerous, "diff-dangerous");
    ConflictDialog conflicted;
    conflicted.setConflicts(latin("/srv/support-desk/.env"), conflicts(), merged());
    conflicted.show();
    QTest::mouseClick(conflicted.findChild<QRadioButton *>(latin("mine.LLM_TIMEOUT")), Qt::LeftButton);
    grab(conflicted, "conflict");
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

QTEST_MAIN(TestEnvDialogs)
#include "tst_envdialogs.moc"
