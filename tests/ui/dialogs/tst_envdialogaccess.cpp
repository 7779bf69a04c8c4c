// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/dialogs/accesswalk.h"
#include "tests/ui/dialogs/envdialogsample.h"
#include "ui/dialogs/addkeydialog.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/diffdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/profilenamedialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/dialogs/renamekeydialog.h"
#include "ui/dialogs/writechoicedialog.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTranslator>

using namespace envdialogs;

namespace {

EnvWriteQuestion question(const char *key, bool secret = false)
{
    const QString value = secret ? dots() : latin("it's \"x\" for $HOME");
    const EnvReaderGroup others{ { latin("python-dotenv") },
        secret ? latin("another value, hidden") : QString::fromUtf8("“it's”"), false };
    const auto name = [&](const QString &text) { return latin(key) + u'=' + text; };
    return { latin(key), secret,
        { { latin("escaped"), name(u'"' + value + u'"'),
              { { { latin("compose"), latin("sh"), latin("systemd") }, latin("the value as typed"), true }, others }, 3 },
            { latin("backtick"), name(u'`' + value + u'`'),
                { { { latin("node-dotenv") }, latin("the value as typed"), true },
                    { { latin("compose") }, latin("refuses the whole file: unexpected character in variable name"), false },
                    { { latin("sh") }, latin("only known by running it; changes LLM_MODEL, LLM_TIMEOUT as well"), false } },
                1 },
            { latin("plain"), name(value), { { { latin("compose"), latin("sh") }, latin("not set"), false } }, 0 } } };
}

FormState edited()
{
    FormState state;
    state.path = latin("/srv/support-desk/.env");
    state.fileExists = state.canSave = true;
    state.savedAt = QDateTime::currentDateTime();
    state.changedCount = 3;
    state.rows = { row("LLM_TIMEOUT", "60", "120"), row("SESSION_SECRET", "old-plain", "new-plain", true),
        row("LOG_LEVEL", "info", nullptr) };
    return state;
}

QList<EnvConflict> conflicts()
{
    return { { latin("LLM_TIMEOUT"), latin("60"), latin("120"), latin("90"), false },
        { latin("API_TOKEN"), latin("t0"), latin("t1"), latin("t2"), true } };
}

} // namespace

/// Every control of the dialogs about .env has a name, the keyboard reaches it, and the whole
/// job can be done without a mouse.
class EnvDialogAccessTest : public QObject
{
    Q_OBJECT

    std::map<QString, std::function<QWidget *()>> m_makers;

    static void show(QWidget *window)
    {
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        m_makers[latin("diff")] = [] {
            auto *dialog = new DiffDialog;
            dialog->setState(edited(), diff());
            return dialog;
        };
        m_makers[latin("conflict")] = [] {
            auto *dialog = new ConflictDialog;
            dialog->setWritten(QDateTime::currentDateTime(), latin("operator"));
            dialog->setConflicts(latin("/srv/support-desk/.env"), conflicts(),
                { { latin("EMBED_MODEL"), latin("a"), latin("a"), latin("b"), false } });
            return dialog;
        };
        m_makers[latin("profiles")] = [] {
            auto *dialog = new ProfilesDialog(latin("/srv/.env"));
            dialog->setProfiles({ { latin("ollama"), latin("/srv/.env.ollama"), false } });
            dialog->setChanges(latin("ollama"),
                { { latin("LLM_MODE"), ProfileChangeKind::Differs, latin("vllm"), latin("ollama"), false },
                    { latin("LOG_LEVEL"), ProfileChangeKind::OnlyInEnv, latin("info"), std::nullopt, false } },
                {});
            return dialog;
        };
        m_makers[latin("history")] = [] {
            auto *dialog = new HistoryDialog(latin("/srv/.env"));
            const QDateTime now = QDateTime::currentDateTimeUtc();
            dialog->setVersions({ { 2, now, EnvWriterKind::Window, { latin("LLM_TIMEOUT") }, 412, "c" },
                { 1, now.addDays(-1), EnvWriterKind::Template, {}, 390, "a" } });
            dialog->setDiff(2, diff().mid(0, 1));
            return dialog;
        };
        m_makers[latin("addkey")] = [] { return new AddKeyDialog({ latin("LLM_MODE") }); };
        m_makers[latin("rename")] = [] { return new RenameKeyDialog(latin("LOG_LEVEL"), { latin("LLM_MODE") }); };
        m_makers[latin("profilename")] = [] { return new ProfileNameDialog({ latin("ollama") }); };
        m_makers[latin("writechoice")] = [] { return new WriteChoiceDialog({ question("NOTE"), question("API_TOKEN", true) }); };
    }

    void everyControlHasANameAndIsReached_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto &[name, make] : m_makers)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyControlHasANameAndIsReached()
    {
        QFETCH(QString, what);
        const std::unique_ptr<QWidget> window(m_makers.at(what)());
        show(window.get());
        const QStringList nameless = accesswalk::nameless(window.get());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        const QStringList missed = accesswalk::unreachable(window.get());
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }

    void aWayOfWritingIsChosenByKeyboard()
    {
        WriteChoiceDialog dialog({ question("NOTE"), question("API_TOKEN", true) });
        show(&dialog);
        QVERIFY(dialog.styles().isEmpty());
        QVERIFY(!button(dialog, "write")->isEnabled());
        QVERIFY(!words(dialog).contains(latin("tok")));
        auto *first = dialog.findChild<QRadioButton *>(latin("escaped.NOTE"));
        QTRY_COMPARE(QApplication::focusWidget(), first);
        const QString told = QAccessible::queryAccessibleInterface(first)->text(QAccessible::Description);
        QVERIFY2(told.contains(latin("compose, sh, systemd: the value as typed")), qPrintable(told));
        QTest::keyClick(first, Qt::Key_Return); // nothing is chosen yet
        QVERIFY(dialog.isVisible());
        QTest::keyClick(first, Qt::Key_Space);
        QCOMPARE(dialog.styles().value(latin("NOTE")), latin("escaped"));
        QTest::keyClick(first, Qt::Key_Down);
        QCOMPARE(dialog.styles().value(latin("NOTE")), latin("backtick"));
        QVERIFY(!button(dialog, "write")->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(dialog.styles().value(latin("API_TOKEN")), latin("escaped"));
        QVERIFY(button(dialog, "write")->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void escapeKeepsEverything()
    {
        WriteChoiceDialog dialog({ question("NOTE") });
        show(&dialog);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(dialog.result(), int(QDialog::Rejected));
        QVERIFY(dialog.headline().contains(latin("NOTE")));
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void aKeyIsLeftOutByKeyboard()
    {
        DiffDialog dialog;
        QSignalSpy saved(&dialog, &DiffDialog::saveRequested);
        dialog.setState(edited(), diff());
        show(&dialog);
        auto *box = dialog.findChild<QCheckBox *>(latin("chosen.LOG_LEVEL"));
        QVERIFY(box && box->isChecked());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(dialog.headline(), latin("Review 2 of 3 changes"));
        QVERIFY(button(dialog, "save")->text().startsWith(latin("Save 2 key")));
        dialog.setState(edited(), diff()); // the state comes again: the choice stays
        QVERIFY(!dialog.findChild<QCheckBox *>(latin("chosen.LOG_LEVEL"))->isChecked());
        press(dialog, "save");
        QCOMPARE(saved.value(0).value(0).toStringList(), (QStringList{ latin("LLM_TIMEOUT"), latin("SESSION_SECRET") }));
    }

    void withoutAnyKeyNothingCanBeSaved()
    {
        DiffDialog dialog;
        QSignalSpy saved(&dialog, &DiffDialog::saveRequested);
        dialog.setState(edited(), diff());
        show(&dialog);
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            box->click();
        QVERIFY(!button(dialog, "save")->isEnabled() && !button(dialog, "saveAndApply")->isEnabled());
        for (QCheckBox *box : dialog.findChildren<QCheckBox *>())
            box->click();
        press(dialog, "save");
        QCOMPARE(saved.value(0).value(0).toStringList(), QStringList()); // everything, comments as well
    }

    void theConflictSaysWhenAndWhose()
    {
        ConflictDialog dialog;
        dialog.setConflicts(latin("/srv/.env"), conflicts(), {});
        QVERIFY(!words(dialog).contains(latin("belongs to")));
        dialog.setWritten(QDateTime(QDate(2026, 3, 4), QTime(14, 33, 18)), latin("deploy<b>"));
        QVERIFY2(words(dialog).contains(latin("4 Mar 2026 14:33:18 and belongs to deploy<b>.")), qPrintable(words(dialog)));
    }

    void pictures()
    {
        QTranslator russian;
        const bool isRussian = qEnvironmentVariable("PILOTHOUSE_PICTURES_LANGUAGE") == latin("ru");
        if (isRussian && russian.load(latin(":/translations/pilothouse_ru.qm")))
            qApp->installTranslator(&russian);
        for (const auto &[name, make] : m_makers) {
            const std::unique_ptr<QWidget> window(make());
            window->show();
            QVERIFY(QTest::qWaitForWindowExposed(window.get()));
            grab(*window, qPrintable(latin(isRussian ? "access-ru-" : "access-") + name));
            QVERIFY2(window->width() <= 1000 && window->height() <= 660, qPrintable(name));
        }
        DiffDialog partly;
        partly.setState(edited(), diff());
        partly.show();
        QVERIFY(QTest::qWaitForWindowExposed(&partly)); // laid out before something changes
        partly.findChild<QCheckBox *>(latin("chosen.LOG_LEVEL"))->click();
        grab(partly, "access-diff-partly");
    }
};

QTEST_MAIN(EnvDialogAccessTest)
#include "tst_envdialogaccess.moc"
