// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/envdialogsample.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/diffblock.h"
#include "ui/dialogs/diffdialog.h"

#include <QClipboard>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>

using namespace envdialogs;

namespace {

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
    state.text = latin("# desk\nLLM_MODE=vllm\nLLM_TIMEOUT=120\nSESSION_SECRET=x\n# quiet again\n");
    return state;
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

} // namespace

class TestReviewDialogs : public QObject
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
    void textsArePlainAndDialogsFit();
    void pictures();
};

void TestReviewDialogs::reviewShowsOnlyChangedLinesByKey()
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

void TestReviewDialogs::linesOfDifferentKeysInOnePlaceAreParted()
{
    const auto groups = linesByKey({ { 7, 7, latin("A=1"), latin("B=2"), latin("A"), latin("B") } });
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups.at(0).first, latin("A"));
    QCOMPARE(groups.at(0).second.first().newLine, 0);
    QCOMPARE(groups.at(1).second.first().newText, latin("B=2"));
    QCOMPARE(groups.at(1).second.first().oldLine, 0);
}

void TestReviewDialogs::reviewMasksSecretsAndShowsThemOnlyOnRequest()
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

void TestReviewDialogs::reviewCopiesNoSecret()
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

void TestReviewDialogs::everyButtonOfTheReviewDoesItsWork()
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

void TestReviewDialogs::returnSavesAndEscapeDoesNot()
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

void TestReviewDialogs::dangerousChangesAreNamedAndCancelIsTheDefault()
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

void TestReviewDialogs::aBlockedSaveSaysWhy()
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

void TestReviewDialogs::theReviewFollowsTheEditsAndEndsWithThem()
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

void TestReviewDialogs::manyChangesAreOneList()
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

void TestReviewDialogs::noConflictIsDecidedAtFirst()
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

void TestReviewDialogs::eachKeyIsDecidedByHand()
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

void TestReviewDialogs::aThirdValueCanBeTyped()
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

void TestReviewDialogs::allMineAndAllTheirsDecideEverything()
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

void TestReviewDialogs::decisionsStayWhenTheFileChangesAgain()
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

void TestReviewDialogs::conflictingSecretsAreMasked()
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

void TestReviewDialogs::oneSidedChangesAreListedWithTheirOrigin()
{
    ConflictDialog dialog;
    dialog.setConflicts(latin("/srv/.env"), conflicts(), merged());
    const QString text = words(dialog);
    QVERIFY(text.contains(latin("4 keys changed on one side only")));
    for (const char *origin : { "from mine", "from theirs", "from theirs, new key", "from theirs, line removed" })
        QVERIFY2(text.split(QLatin1Char('\n')).contains(latin(origin)), origin);
    QVERIFY(text.contains(latin("bge-m3")));
}

void TestReviewDialogs::textsArePlainAndDialogsFit()
{
    FormState state = edited();
    state.dangers = { latin("<b>x</b>") };
    DiffDialog review;
    review.setState(state, diff());
    ConflictDialog conflicted;
    conflicted.setConflicts(latin("/srv/<b>.env"), conflicts(), merged());
    for (QWidget *dialog : std::initializer_list<QWidget *>{ &review, &conflicted }) {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        dialog->show();
        QVERIFY2(dialog->width() <= 1000 && dialog->height() <= 660, dialog->metaObject()->className());
    }
}

void TestReviewDialogs::pictures()
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
}

QTEST_MAIN(TestReviewDialogs)
#include "tst_reviewdialogs.moc"
