// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "tests/support/windowhand.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/diffdialog.h"
#include "ui/dialogs/historydialog.h"
#include "ui/dialogs/profilenamedialog.h"
#include "ui/dialogs/profilesdialog.h"
#include "ui/dialogs/writechoicedialog.h"
#include "ui/widgets/diffview.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace pilothouse;
using namespace windowtest;

namespace {

constexpr char content[]
    = "# desk\nLLM_MODE=none\nLLM_TIMEOUT=60\nLLM_TEMPERATURE=0.7\nLOG_LEVEL=info\nAPI_TOKEN=hush-hush-hush\n";

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// The dialogs about .env in the real window with the real services, by mouse and keyboard.
class EnvDialogFlowTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Answers m_answers;
    std::unique_ptr<Application> m_application;

    MainWindow *window() const { return &m_application->panel().window(); }
    EnvService &env() const { return m_application->panel().session().env(); }
    QString path(const char *name = ".env") const { return m_folder->filePath(latin("desk/") + latin(name)); }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
    }
    /// Another program writes while an edit waits; the window has seen it.
    void writeForeign(const QByteArray &bytes)
    {
        QSignalSpy seen(&env(), &EnvService::changedOnDisk);
        write(path(), bytes);
        QVERIFY(seen.wait(10'000));
    }
    QByteArray with(const char *from, const char *to, QByteArray bytes = content) const { return bytes.replace(from, to); }
    void saveByKey(const char *key, const char *value)
    {
        QSignalSpy saved(&env(), &EnvService::saved);
        env().setValue(latin(key), latin(value));
        press(window(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(saved.wait(10'000));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir(m_folder->path()).mkpath(latin("desk"));
        for (const char *variable : { "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME" })
            qputenv(variable, QFile::encodeName(m_folder->filePath(latin("home"))));
        qputenv("LANGUAGE", "en");
        write(path(), content);
        m_answers = Answers();
        m_application = std::make_unique<Application>(m_answers);
        m_application->setGeometry(QRect(0, 0, 1280, 800));
        m_application->openOrExplain(m_folder->filePath(latin("desk")));
        QVERIFY(QTest::qWaitForWindowExposed(window()));
        QVERIFY(activate(window()));
        QTRY_VERIFY(env().state().fileExists);
        press(window(), Qt::Key_2, Qt::ControlModifier);
    }

    void cleanup() { m_application.reset(); }

    void reviewShowsRevertsAndSaves()
    {
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        env().setValue(latin("LOG_LEVEL"), latin("debug"));
        env().setValue(latin("API_TOKEN"), latin("hush-again"));
        QTest::qWait(50); // the bar has just come up and is laid out
        QVERIFY(click(named(window(), "review")));
        QTRY_VERIFY(qobject_cast<DiffDialog *>(QApplication::activeWindow()));
        auto *dialog = dialogOf<DiffDialog>(window());
        QVERIFY(dialog);
        QVERIFY(readable(dialog).contains(latin("LLM_TIMEOUT=60\nLLM_TIMEOUT=120")));
        QVERIFY(!readable(dialog).contains(latin("hush")));
        picture(dialog, latin("window-review"));
        QVERIFY(click(named(dialog, "revert.LOG_LEVEL")));
        QTRY_VERIFY(!readable(dialog).contains(latin("LOG_LEVEL=debug")));
        QCOMPARE(env().value(latin("LOG_LEVEL")), latin("info"));
        QSignalSpy saved(&env(), &EnvService::saved);
        press(dialog, Qt::Key_Return);
        QVERIFY(saved.wait(10'000));
        QCOMPARE(read(path()), with("hush-hush-hush", "hush-again", with("TIMEOUT=60", "TIMEOUT=120")));
    }

    void reviewOpensByKeyFromATextField()
    {
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        QWidget *field = called(window(), latin("LOG_LEVEL"));
        QVERIFY(field);
        QVERIFY(click(field));
        press(window(), Qt::Key_D, Qt::ControlModifier);
        auto *dialog = dialogOf<DiffDialog>(window());
        QVERIFY(dialog);
        press(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window()->findChild<DiffDialog *>());
        QCOMPARE(env().value(latin("LOG_LEVEL")), latin("info"));
        QCOMPARE(read(path()), QByteArray(content));
    }

    void savingStaysOneStep()
    {
        saveByKey("LLM_TIMEOUT", "75");
        QVERIFY(!window()->findChild<DiffDialog *>());
        QCOMPARE(read(path()), with("TIMEOUT=60", "TIMEOUT=75"));
    }

    void aValueThatReadersTakeDifferentlyIsChosenBeforeItIsSaved()
    {
        // Compose, a python program and sh read the file here.
        write(path("start.sh"), "#!/bin/sh\nset -a\n. ./.env\n");
        write(path("docker-compose.yml"), "services:\n  backend:\n    build: .\n    environment: [LLM_MODE]\n");
        const auto readers = [this] { return m_application->panel().session().trace().consumers; };
        QTRY_VERIFY_WITH_TIMEOUT(readers().compose && readers().sh && readers().pythonDotenv, 20'000);
        const QString value = latin("it's $HOME");
        env().setValue(latin("LOG_LEVEL"), value);
        press(window(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = dialogOf<WriteChoiceDialog>(window());
        QVERIFY(dialog);
        QVERIFY2(readable(dialog).contains(latin("the value as typed")), qPrintable(readable(dialog)));
        picture(dialog, latin("window-writechoice"));
        press(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window()->findChild<WriteChoiceDialog *>());
        QCOMPARE(read(path()), QByteArray(content));
        QCOMPARE(env().state().changedCount, 1); // nothing is lost

        press(window(), Qt::Key_D, Qt::ControlModifier); // the review asks first, too
        dialog = dialogOf<WriteChoiceDialog>(window());
        QVERIFY(dialog);
        press(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window()->findChild<WriteChoiceDialog *>());
        QVERIFY(!window()->findChild<DiffDialog *>());

        press(window(), Qt::Key_S, Qt::ControlModifier);
        dialog = dialogOf<WriteChoiceDialog>(window());
        QVERIFY(dialog);
        auto *escaped = named<QRadioButton>(dialog, "escaped.LOG_LEVEL");
        QVERIFY(escaped);
        QVERIFY(click(escaped->parentWidget(), QPoint(escaped->parentWidget()->width() - 20, 10)));
        QVERIFY(escaped->isChecked());
        QSignalSpy saved(&env(), &EnvService::saved);
        press(dialog, Qt::Key_Return);
        QVERIFY(saved.size() > 0 || saved.wait(10'000));
        QCOMPARE(read(path()), with("=info", "=\"it's \\$HOME\""));
        QCOMPARE(m_answers.failures.size(), 0);
    }

    void aKeyThatIsLeftOutStaysUnsaved()
    {
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        env().setValue(latin("LOG_LEVEL"), latin("debug"));
        press(window(), Qt::Key_D, Qt::ControlModifier);
        auto *dialog = dialogOf<DiffDialog>(window());
        QVERIFY(dialog);
        QVERIFY(click(named(dialog, "chosen.LOG_LEVEL")));
        QSignalSpy saved(&env(), &EnvService::saved);
        QVERIFY(click(named(dialog, "save")));
        QVERIFY(saved.size() > 0 || saved.wait(10'000));
        QCOMPARE(read(path()), with("TIMEOUT=60", "TIMEOUT=120"));
        QCOMPARE(env().value(latin("LOG_LEVEL")), latin("debug"));
        QCOMPARE(env().state().changedCount, 1);
    }

    void dangerousKeysAreReviewedBeforeTheyAreSaved()
    {
        env().setValue(latin("LD_PRELOAD"), latin("/tmp/x.so"));
        QCOMPARE(env().state().dangers.size(), 1);
        press(window(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = dialogOf<DiffDialog>(window());
        QVERIFY(dialog);
        QVERIFY(readable(dialog).contains(env().state().dangers.first()));
        picture(dialog, latin("window-dangerous"));
        press(dialog, Qt::Key_Return); // Cancel is the default here
        QTRY_VERIFY(!window()->findChild<DiffDialog *>());
        QCOMPARE(read(path()), QByteArray(content));
        press(window(), Qt::Key_S, Qt::ControlModifier);
        dialog = dialogOf<DiffDialog>(window());
        QVERIFY(dialog);
        QSignalSpy saved(&env(), &EnvService::saved);
        QVERIFY(click(named(dialog, "save")));
        QVERIFY(saved.wait(10'000));
        QVERIFY(read(path()).contains("LD_PRELOAD=/tmp/x.so"));
    }

    void conflictIsDecidedKeyByKey()
    {
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        env().setValue(latin("LLM_TEMPERATURE"), latin("0.3"));
        env().setValue(latin("API_TOKEN"), latin("hush-mine"));
        QByteArray foreign = with("TIMEOUT=60", "TIMEOUT=90", with("=0.7", "=0.9", with("LOG_LEVEL=info", "LOG_LEVEL=debug")));
        writeForeign(foreign);
        press(window(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = dialogOf<ConflictDialog>(window());
        QVERIFY(dialog);
        QCOMPARE(read(path()), foreign);
        const QString text = readable(dialog);
        for (const char *value : { "60", "120", "90", "0.7", "0.3", "0.9", "from theirs", "from mine" })
            QVERIFY2(text.contains(latin(value)), value);
        QVERIFY(!text.contains(latin("hush")));
        picture(dialog, latin("window-conflict"));
        QVERIFY(!named<QPushButton>(dialog, "saveMerged")->isEnabled());
        QVERIFY(click(named(dialog, "theirs.LLM_TIMEOUT")));
        QVERIFY(fill(named(dialog, "result.LLM_TEMPERATURE"), latin("0.5")));
        QSignalSpy saved(&env(), &EnvService::saved);
        QVERIFY(click(named(dialog, "saveMerged")));
        QVERIFY(saved.wait(10'000));
        QCOMPARE(read(path()), with("=0.9", "=0.5", with("hush-hush-hush", "hush-mine", foreign)));
        QVERIFY(m_answers.failures.isEmpty());
    }

    void cancelledConflictKeepsEverythingUnsaved()
    {
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        const QByteArray foreign = with("TIMEOUT=60", "TIMEOUT=90");
        writeForeign(foreign);
        press(window(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = dialogOf<ConflictDialog>(window());
        QVERIFY(dialog);
        QSignalSpy failed(&env(), &EnvService::failed);
        press(dialog, Qt::Key_Escape);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(read(path()), foreign);
        QCOMPARE(env().value(latin("LLM_TIMEOUT")), latin("120"));
        QVERIFY(m_answers.failures.isEmpty()); // who cancels needs no second dialog
        QTRY_VERIFY(!window()->findChild<ConflictDialog *>());
        press(window(), Qt::Key_S, Qt::ControlModifier); // and the question can be had again
        QVERIFY(dialogOf<ConflictDialog>(window()));
    }

    void openConflictFollowsTheFile()
    {
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        writeForeign(with("TIMEOUT=60", "TIMEOUT=90"));
        press(window(), Qt::Key_S, Qt::ControlModifier);
        auto *dialog = dialogOf<ConflictDialog>(window());
        QVERIFY(dialog);
        QVERIFY(click(named(dialog, "mine.LLM_TIMEOUT")));
        writeForeign(with("TIMEOUT=60", "TIMEOUT=91"));
        QTRY_VERIFY(readable(dialog).contains(latin("91")));
        QVERIFY(!named<QPushButton>(dialog, "saveMerged")->isEnabled());
        QVERIFY(click(named(dialog, "mine.LLM_TIMEOUT")));
        QSignalSpy saved(&env(), &EnvService::saved);
        QVERIFY(click(named(dialog, "saveMerged")));
        QVERIFY(saved.wait(10'000));
        QCOMPARE(read(path()), with("TIMEOUT=60", "TIMEOUT=120"));
    }

    void profileGoesIntoTheFormAndBack()
    {
        write(path(".env.fast"), "LLM_TIMEOUT=20\nLLM_TEMPERATURE=0.7\nEXTRA=1\n");
        press(window(), Qt::Key_1, Qt::ControlModifier);
        press(window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = dialogOf<ProfilesDialog>(window());
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->chosenKeys(), QStringList({ latin("LLM_TIMEOUT"), latin("EXTRA") }));
        QVERIFY(readable(dialog).contains(latin("A copy of the whole profile over .env would lose")));
        QVERIFY(readable(dialog).contains(latin("API_TOKEN")));
        picture(dialog, latin("window-profiles"));
        QVERIFY(click(named(dialog, "apply")));
        QTRY_COMPARE(env().value(latin("EXTRA")), latin("1"));
        QCOMPARE(env().value(latin("LLM_TIMEOUT")), latin("20"));
        QCOMPARE(env().value(latin("LOG_LEVEL")), latin("info"));
        QCOMPARE(window()->currentPage(), latin("configuration"));
        QCOMPARE(read(path()), QByteArray(content));
        press(window(), Qt::Key_D, Qt::ControlModifier);
        auto *review = dialogOf<DiffDialog>(window());
        QVERIFY(review);
        QVERIFY(readable(review).contains(latin("EXTRA=1")));
        press(review, Qt::Key_Escape);
        env().undo();
        QCOMPARE(env().currentBytes(), QByteArray(content));
    }

    void presentStateBecomesAProfileAndReplacesNoneUnasked()
    {
        write(path(".env.fast"), "OLD=1\n");
        env().setValue(latin("LLM_TIMEOUT"), latin("120"));
        press(window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = dialogOf<ProfilesDialog>(window());
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->names(), QStringList{ latin("fast") });
        QVERIFY(click(named(dialog, "saveAs")));
        auto *name = dialogOf<ProfileNameDialog>(dialog);
        QVERIFY(name);
        m_answers.agree = false;
        QVERIFY(fill(named(name, "profileName"), latin("fast")));
        press(name, Qt::Key_Return);
        QCOMPARE(m_answers.questions, QStringList{ latin("Replace the profile fast?") });
        QCOMPARE(read(path(".env.fast")), QByteArray("OLD=1\n"));
        QVERIFY(fill(named(name, "profileName"), latin("../fast")));
        press(name, Qt::Key_Return);
        QTRY_VERIFY(readable(name).contains(latin("cannot be the name")));
        QVERIFY(fill(named(name, "profileName"), latin("slow")));
        press(name, Qt::Key_Return);
        QTRY_COMPARE(dialog->names(), QStringList({ latin("fast"), latin("slow") }));
        QCOMPARE(read(path(".env.slow")), with("TIMEOUT=60", "TIMEOUT=120"));
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(path(".env.slow")).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777u, 0600u);
        QCOMPARE(read(path()), QByteArray(content));
        m_answers.agree = true;
        QTRY_VERIFY(!dialog->findChild<ProfileNameDialog *>());
        QVERIFY(click(named(dialog, "saveAs")));
        name = dialogOf<ProfileNameDialog>(dialog);
        QVERIFY(name);
        write(path(".env.late"), "LATE=1\n"); // made by another program after the list was read
        QVERIFY(fill(named(name, "profileName"), latin("late")));
        press(name, Qt::Key_Return);
        QTRY_VERIFY(readable(name).contains(latin("exists already")));
        QCOMPARE(read(path(".env.late")), QByteArray("LATE=1\n"));
        press(name, Qt::Key_Return);
        QTRY_COMPARE(read(path(".env.late")), with("TIMEOUT=60", "TIMEOUT=120"));
    }

    void keptSaveIsComparedAndRestored()
    {
        saveByKey("LLM_TIMEOUT", "75");
        saveByKey("LLM_TIMEOUT", "90");
        press(window(), Qt::Key_H, Qt::ControlModifier);
        auto *dialog = dialogOf<HistoryDialog>(window());
        QVERIFY(dialog);
        auto *restore = named<QPushButton>(dialog, "restore");
        QTRY_VERIFY(readable(dialog).contains(latin("The file holds this state now.")));
        QVERIFY(!restore->isEnabled());
        press(dialog, Qt::Key_End);
        QTRY_VERIFY(restore->isEnabled());
        QCOMPARE(dialog->findChild<DiffView *>()->toPlainText(), latin("LLM_TIMEOUT=90\nLLM_TIMEOUT=60"));
        picture(dialog, latin("window-history"));
        QVERIFY(click(restore));
        QTRY_COMPARE(read(path()), QByteArray(content));
        QTRY_VERIFY(!window()->findChild<HistoryDialog *>());
        QCOMPARE(env().value(latin("LLM_TIMEOUT")), latin("60"));
        env().undo();
        QCOMPARE(env().value(latin("LLM_TIMEOUT")), latin("90"));
        QVERIFY(m_answers.failures.isEmpty());
    }

    void nothingIsKeptBeforeTheFirstSave()
    {
        press(window(), Qt::Key_H, Qt::ControlModifier);
        auto *dialog = dialogOf<HistoryDialog>(window());
        QVERIFY(dialog);
        QTRY_VERIFY(readable(dialog).contains(latin("Nothing is kept yet")));
        press(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!window()->findChild<HistoryDialog *>());
        QVERIFY(QDir(m_folder->filePath(latin("desk"))).entryList(QDir::Files | QDir::Hidden) == QStringList{ latin(".env") });
    }

    void unreadableHistoryIsExplained()
    {
        saveByKey("LLM_TIMEOUT", "75");
        saveByKey("LLM_TIMEOUT", "90");
        press(window(), Qt::Key_H, Qt::ControlModifier);
        auto *dialog = dialogOf<HistoryDialog>(window());
        QVERIFY(dialog);
        QTRY_VERIFY(readable(dialog).contains(latin("The file holds this state now.")));
        QVERIFY(QDir(m_folder->filePath(latin("home"))).removeRecursively());
        press(dialog, Qt::Key_End);
        QTRY_VERIFY(readable(dialog).contains(latin("This save cannot be compared.")));
        QVERIFY(!named<QPushButton>(dialog, "restore")->isEnabled());
    }

    void menusLeadToTheDialogs()
    {
        QStringList entries;
        for (const QAction *action : window()->findChildren<QAction *>())
            entries << QString(action->text()).remove(QLatin1Char('&'));
        for (const char *text : { "Review changes…", "Profiles…", "History…" })
            QVERIFY2(entries.contains(QString::fromUtf8(text)), text);
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    application.setApplicationName(QStringLiteral("pilothouse"));
    application.setQuitOnLastWindowClosed(false);
    EnvDialogFlowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_envdialogflow.moc"
