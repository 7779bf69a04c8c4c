// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/addkeydialog.h"
#include "ui/dialogs/closedialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/dialogs/trustdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmentedswitch.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtTest>

using namespace pilothouse;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

CloseFacts facts()
{
    CloseFacts result;
    result.providerName = latin("Ollama");
    result.model = latin("smollm2:135m");
    result.memoryText = latin("312 MiB");
    result.memoryKind = latin("RAM");
    result.unsavedChanges = 3;
    result.answerStreaming = true;
    return result;
}

LaunchSpec foreignSpec()
{
    LaunchSpec spec;
    spec.program = latin("/opt/vllm/bin/vllm");
    spec.arguments = { { latin("serve"), {}, false }, { latin("a\n--evil"), {}, false } };
    spec.environment = { { latin("HF_HOME=/srv/hf"), {}, false }, { latin("VLLM_API_KEY=topsecret"), {}, true } };
    spec.workingFolder = latin("/srv/notes-bot");
    return spec;
}

QString labels(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

void grab(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
        applyTheme(*qApp, theme);
        QCoreApplication::sendPostedEvents();
        const QImage image = widget.grab().toImage();
        QVERIFY(!image.isNull());
        const char *tone = theme == ThemeChoice::Light ? "light" : "dark";
        if (!folder.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/%2-%3.png").arg(folder, latin(name), latin(tone))));
    }
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { applyTheme(*qApp, ThemeChoice::Light); }
    void closingKeepsTheProviderUnlessToldOtherwise();
    void pressingTheCardChoosesStop();
    void aForeignProviderCannotBeStopped();
    void unfinishedThingsAreListed();
    void unsavedChangesCanBeReviewedFromTheQuestion();
    void aThirdWayAnswersNoFirst();
    void trustShowsEverythingAndMasksSecrets();
    void trustOfAnAddressNamesIt();
    void trustIsNotGivenByReturn();
    void preferencesTakeEffectAtOnce();
    void keyNamesAreJudged_data();
    void keyNamesAreJudged();
    void aDangerousQuestionDefaultsToCancel();
    void confirmAnswersYes();
    void notifyShowsForeignTextAsItIs();
    void aboutNamesVersionLicenceAndLibraries();
    void pictures();
};

void TestDialogs::closingKeepsTheProviderUnlessToldOtherwise()
{
    CloseDialog dialog(facts());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(dialog.choice(), CloseDialog::Choice::Keep);
    QVERIFY(!dialog.remember());
    QCOMPARE(dialog.findChild<QPushButton *>(latin("close"))->text(), latin("Close, keep running"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestDialogs::pressingTheCardChoosesStop()
{
    CloseDialog dialog(facts());
    dialog.open();
    QWidget *card = dialog.findChildren<QRadioButton *>().at(1)->parentWidget();
    QTest::mouseClick(card, Qt::LeftButton, {}, QPoint(card->width() - 10, card->height() - 6));
    QCOMPARE(dialog.choice(), CloseDialog::Choice::Stop);
    QCOMPARE(dialog.findChild<QPushButton *>(latin("close"))->text(), latin("Stop, then close"));
}

void TestDialogs::aForeignProviderCannotBeStopped()
{
    CloseFacts foreign = facts();
    foreign.ownProcess = false;
    CloseDialog dialog(foreign);
    QVERIFY(!dialog.findChildren<QRadioButton *>().at(1)->isEnabled());
}

void TestDialogs::unfinishedThingsAreListed()
{
    CloseDialog dialog(facts());
    QVERIFY(labels(dialog).contains(latin("unsaved changes in .env")));
    QVERIFY(labels(dialog).contains(latin("still arriving")));
    CloseFacts quiet = facts();
    quiet.unsavedChanges = 0;
    quiet.answerStreaming = false;
    CloseDialog finished(quiet);
    QVERIFY(!labels(finished).contains(latin("Not finished")));
}

void TestDialogs::unsavedChangesCanBeReviewedFromTheQuestion()
{
    CloseDialog dialog(facts());
    QSignalSpy review(&dialog, &CloseDialog::reviewRequested);
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton *>(latin("review")), Qt::LeftButton);
    QCOMPARE(review.size(), 1);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    CloseFacts quiet = facts();
    quiet.unsavedChanges = 0;
    QVERIFY(!CloseDialog(quiet).findChild<QPushButton *>(latin("review")));
}

void TestDialogs::aThirdWayAnswersNoFirst()
{
    QWidget parent;
    parent.show();
    Dialogs dialogs;
    QStringList calls;
    dialogs.confirm(&parent,
        { latin("Discard?"), latin("They are lost."), latin("Discard"), true, latin("Review"),
            [&] { calls << latin("review"); } },
        [&](bool answer) { calls << latin(answer ? "yes" : "no"); });
    QTest::mouseClick(parent.findChild<QPushButton *>(latin("other")), Qt::LeftButton);
    QCOMPARE(calls, QStringList({ latin("no"), latin("review") }));
}

void TestDialogs::trustShowsEverythingAndMasksSecrets()
{
    TrustDialog dialog(foreignSpec());
    const QString text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(text.contains(latin("/opt/vllm/bin/vllm")));
    QVERIFY(text.contains(latin("a\\u000a--evil")));
    QVERIFY(text.contains(latin("HF_HOME=/srv/hf")));
    QVERIFY(text.contains(latin("VLLM_API_KEY=")));
    QVERIFY(!text.contains(latin("topsecret")));
    QVERIFY(text.contains(latin("/srv/notes-bot")));
}

void TestDialogs::trustOfAnAddressNamesIt()
{
    LaunchSpec spec;
    spec.kind = LauncherKind::Remote;
    spec.endpoint = Endpoint(QUrl(latin("http://gpu.example:8001/v1")));
    TrustDialog dialog(spec);
    QVERIFY(dialog.findChild<QPlainTextEdit *>()->toPlainText().contains(latin("gpu.example:8001")));
    QVERIFY(!labels(dialog).contains(latin("Run the program")));
}

void TestDialogs::trustIsNotGivenByReturn()
{
    TrustDialog dialog(foreignSpec());
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    dialog.open();
    QTest::mouseClick(dialog.findChild<QPushButton *>(latin("trust")), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestDialogs::preferencesTakeEffectAtOnce()
{
    Preferences start;
    start.language = LanguageChoice::Russian;
    PreferencesDialog dialog(start);
    int changes = 0;
    connect(&dialog, &PreferencesDialog::preferencesChanged, this, [&changes] { ++changes; });
    dialog.open();
    dialog.findChild<SegmentedSwitch *>()->setCurrent(2);
    QCOMPARE(changes, 1);
    QCOMPARE(dialog.preferences().theme, ThemeChoice::Dark);
    QTest::keyClick(dialog.findChildren<QComboBox *>().at(0), Qt::Key_Up);
    QCOMPARE(dialog.preferences().language, LanguageChoice::English);
    QTest::keyClick(dialog.findChildren<QComboBox *>().at(1), Qt::Key_End);
    QCOMPARE(dialog.preferences().onClosing, OnCloseChoice::Stop);
    QCOMPARE(changes, 3);
}

void TestDialogs::keyNamesAreJudged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << latin("NEW_KEY") << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("digit first") << latin("1KEY") << false;
    QTest::newRow("space") << latin("A B") << false;
    QTest::newRow("line break at the end") << latin("A\n") << false;
    QTest::newRow("not ASCII") << QString::fromUtf8("ключ") << false;
    QTest::newRow("present") << latin("LLM_MODE") << false;
}

void TestDialogs::keyNamesAreJudged()
{
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(keyNameProblem(name, { latin("LLM_MODE") }).isEmpty(), good);
}

void TestDialogs::aDangerousQuestionDefaultsToCancel()
{
    QWidget parent;
    parent.show();
    Dialogs dialogs;
    int answers = 0;
    bool yes = true;
    dialogs.confirm(&parent, { latin("Discard 3 changes?"), latin("They are lost."), latin("Discard"), true }, [&](bool answer) {
        ++answers;
        yes = answer;
    });
    auto *dialog = parent.findChild<QDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(answers, 1);
    QVERIFY(!yes);
}

void TestDialogs::confirmAnswersYes()
{
    QWidget parent;
    parent.show();
    Dialogs dialogs;
    bool yes = false;
    dialogs.confirm(
        &parent, { latin("Restart?"), latin("It takes a minute."), latin("Restart"), false }, [&](bool answer) { yes = answer; });
    QTest::mouseClick(parent.findChild<QPushButton *>(latin("confirm")), Qt::LeftButton);
    QVERIFY(yes);
}

void TestDialogs::notifyShowsForeignTextAsItIs()
{
    QWidget parent;
    parent.show();
    Dialogs dialogs;
    dialogs.notify(
        &parent, { latin("x"), latin("<b>Port</b> 8001 is in use."), latin("<img src=x>"), latin("Stop it."), latin("log <i>") });
    auto *dialog = parent.findChild<QDialog *>();
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(labels(*dialog).contains(latin("<img src=x>")));
    QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), latin("log <i>"));
}

void TestDialogs::aboutNamesVersionLicenceAndLibraries()
{
    AboutDialog dialog;
    QVERIFY(labels(dialog).contains(latin(PILOTHOUSE_VERSION)));
    QVERIFY(labels(dialog).contains(latin("GNU General Public License")));
    QVERIFY(labels(dialog).contains(latin("Charts")));
}

void TestDialogs::pictures()
{
    CloseDialog close(facts());
    grab(close, "close");
    TrustDialog trust(foreignSpec());
    grab(trust, "trust");
    PreferencesDialog preferences((Preferences()));
    grab(preferences, "preferences");
    AboutDialog about;
    grab(about, "about");
    AddKeyDialog add({});
    grab(add, "addkey");
}

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
