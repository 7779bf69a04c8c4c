// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice.h"
#include "ui/pages/configuration/configurationpage.h"
#include "ui/pages/configuration/findbar.h"
#include "ui/pages/configuration/formpane.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/secretfield.h"
#include "ui/pages/configuration/texteditor.h"
#include "ui/pages/configuration/textside.h"
#include "ui/theme/theme.h"
#include "ui/widgets/secretclipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace pilothouse;

namespace {

QString text(const char *word)
{
    return QString::fromUtf8(word);
}

const QString dots = QString(12, QChar(0x2022));

} // namespace

/// The page with the real service behind it: form and text as two views of one document.
class TestTextEditing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void typingInTheTextReachesTheFormAndKeepsTheCursor();
    void anEditInTheFormKeepsCursorSelectionAndScroll();
    void undoIsOneForBothViews();
    void backspaceBesideDotsSelectsThemFirst();
    void theCursorStepsOverDots();
    void editsPastTheKeyboardAreTakenBack();
    void copiedDotsAreDotsAndCannotBePasted();
    void aShownValueHidesByTimeFocusAndPage();
    void copiesOfAShownValueAreMarkedAndForgotten();
    void findCountsAndWalks();
    void findingsAreInTheGutterAndReadable();
    void pastedTextGetsTheFilesLineEnds();
    void oddBytesSurviveEditing();
    void aLineIsRenamedCommentedOutAndRemovedByKeyboard();
    void commentedKeysAreUsedAgain();
    void tracesAreMarkersBesideTheField();
    void undoKeysInAFieldUndoTheDocument();
    void theSplitterIsRemembered();
    void tenThousandLinesOpenAndTypeQuickly();
    void pictures();

private:
    void open(const QByteArray &bytes);
    TextEditor *editor() const { return m_page->textSide()->editor(); }
    QLineEdit *field(const char *key) const { return m_page->form()->row(text(key))->findChild<QLineEdit *>(); }
    void putCursor(const char *before);
    QString shown() const { return editor()->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n'); }
    QByteArray saved();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EnvService> m_env;
    std::unique_ptr<ConfigurationPage> m_page;
};

void TestTextEditing::init()
{
    applyTheme(*qApp, ThemeChoice::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", QFile::encodeName(m_folder->filePath(QStringLiteral("state"))));
    m_env = std::make_unique<EnvService>();
    m_env->setLanguage(text("en"));
    m_page = std::make_unique<ConfigurationPage>();
    EnvService *env = m_env.get();
    ConfigurationPage *page = m_page.get();
    connect(page, &ConfigurationPage::valueEdited, env, &EnvService::setValue);
    connect(page, &ConfigurationPage::unsetRequested, env, &EnvService::unset);
    connect(page, &ConfigurationPage::undoRequested, env, &EnvService::undo);
    connect(page, &ConfigurationPage::redoRequested, env, &EnvService::redo);
    connect(page, &ConfigurationPage::textEdited, env, &EnvService::editText);
    connect(page, &ConfigurationPage::showSecretRequested, env, &EnvService::showSecret);
    connect(page, &ConfigurationPage::hideSecretsRequested, env, &EnvService::hideSecrets);
    connect(page, &ConfigurationPage::renameRequested, env, &EnvService::renameKey);
    connect(page, &ConfigurationPage::commentOutRequested, env, &EnvService::commentOut);
    connect(page, &ConfigurationPage::uncommentRequested, env, &EnvService::uncomment);
    connect(env, &EnvService::textRefused, page, &ConfigurationPage::showTextRefusal);
    connect(env, &EnvService::stateChanged, page, &ConfigurationPage::setState);
    page->resize(1280, 800);
    page->show();
    QVERIFY(QTest::qWaitForWindowActive(page));
}

void TestTextEditing::cleanup()
{
    m_page.reset();
    m_env.reset();
}

void TestTextEditing::open(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.close();
    QSignalSpy opened(m_env.get(), &EnvService::opened);
    m_env->open(file.fileName());
    QVERIFY(opened.wait());
    QCoreApplication::sendPostedEvents();
}

void TestTextEditing::putCursor(const char *before)
{
    editor()->setFocus();
    QTextCursor cursor(editor()->document());
    cursor.setPosition(int(shown().indexOf(text(before))));
    editor()->setTextCursor(cursor);
}

QByteArray TestTextEditing::saved()
{
    QSignalSpy done(m_env.get(), &EnvService::saved);
    m_env->save();
    if (!done.wait())
        return "<" + m_env->state().saveBlockedBy.toUtf8() + ">";
    return m_env->savedBytes();
}

void TestTextEditing::typingInTheTextReachesTheFormAndKeepsTheCursor()
{
    open("# top\nLLM_MODEL=a:1\nAPP_PORT=80\n");
    putCursor("80");
    QTest::keyClicks(editor(), text("80"));
    QCOMPARE(field("APP_PORT")->text(), text("8080"));
    QCOMPARE(editor()->textCursor().positionInBlock(), 11);
    QTest::keyClick(editor(), Qt::Key_End);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTest::keyClicks(editor(), text("NEW=x"));
    QCOMPARE(field("NEW")->text(), text("x"));
    QCOMPARE(shown(), m_env->state().text);
    QCOMPARE(saved(), QByteArray("# top\nLLM_MODEL=a:1\nAPP_PORT=8080\nNEW=x\n"));
}

void TestTextEditing::anEditInTheFormKeepsCursorSelectionAndScroll()
{
    QByteArray bytes = "LLM_MODEL=a:1\n";
    for (int n = 0; n < 200; ++n)
        bytes += "K" + QByteArray::number(n) + "=value\n";
    open(bytes);
    putCursor("K150=");
    editor()->moveCursor(QTextCursor::EndOfLine, QTextCursor::KeepAnchor);
    editor()->centerCursor();
    const int scroll = editor()->verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    m_env->setValue(text("LLM_MODEL"), text("longer:7b"));
    m_env->setValue(text("K151"), text("value2"));
    QCOMPARE(editor()->textCursor().selectedText(), text("K150=value"));
    QCOMPARE(editor()->verticalScrollBar()->value(), scroll);
    m_env->unset(text("K0"));
    QCOMPARE(editor()->textCursor().selectedText(), text("K150=value"));
}

void TestTextEditing::undoIsOneForBothViews()
{
    open("A=1\nB=2\n");
    putCursor("B=");
    QTest::keyClicks(editor(), text("C=3"));
    QTest::keyClick(editor(), Qt::Key_Return);
    m_env->setValue(text("A"), text("9"));
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown(), text("A=1\nC=3\nB=2\n"));
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown(), text("A=1\nB=2\n"));
    QVERIFY(!m_env->state().canUndo);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), text("A=9\nC=3\nB=2\n"));
}

void TestTextEditing::backspaceBesideDotsSelectsThemFirst()
{
    open("HF_TOKEN=hf_abcdefghijkl\nB=2\n");
    putCursor("\nB=");
    QTest::keyClick(editor(), Qt::Key_Backspace);
    QCOMPARE(editor()->textCursor().selectedText(), dots);
    QCOMPARE(shown(), text("HF_TOKEN=") + dots + text("\nB=2\n"));
    QTest::keyClick(editor(), Qt::Key_Backspace);
    QCOMPARE(shown(), text("HF_TOKEN=\nB=2\n"));
    QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_env->value(text("HF_TOKEN")), text("hf_abcdefghijkl"));
    QVERIFY(!shown().contains(text("hf_")));
}

void TestTextEditing::theCursorStepsOverDots()
{
    open("HF_TOKEN=hf_abcdefghijkl # c\n");
    putCursor("=");
    QTest::keyClick(editor(), Qt::Key_Right);
    QTest::keyClick(editor(), Qt::Key_Right);
    QCOMPARE(editor()->textCursor().position(), 21);
    QTest::keyClick(editor(), Qt::Key_Left);
    QCOMPARE(editor()->textCursor().position(), 9);
    QTest::keyClick(editor(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(editor()->textCursor().selectedText(), dots);
    QTextCursor cursor = editor()->textCursor(); // a click among them
    cursor.setPosition(12);
    editor()->setTextCursor(cursor);
    QCOMPARE(editor()->textCursor().position(), 9);
}

void TestTextEditing::editsPastTheKeyboardAreTakenBack()
{
    const QByteArray bytes = "HF_TOKEN=hf_abcdefghijkl\nB=2\n";
    open(bytes);
    const QString before = shown();
    QTextCursor cursor(editor()->document()); // as assistive programs do it
    cursor.setPosition(11);
    cursor.insertText(text("x"));
    QCOMPARE(shown(), before);
    cursor.setPosition(5);
    cursor.setPosition(15, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QCOMPARE(shown(), before);
    cursor.setPosition(21);
    cursor.insertText(text("y"));
    QCOMPARE(shown(), before);
    QVERIFY(m_page->textSide()->hint().contains(text("hidden value")));
    QVERIFY(!m_env->state().canSave);
    cursor.select(QTextCursor::Document);
    cursor.insertText(text("C=1"));
    QCOMPARE(saved(), QByteArray("C=1"));
}

void TestTextEditing::copiedDotsAreDotsAndCannotBePasted()
{
    open("HF_TOKEN=hf_abcdefghijkl\nB=2\n");
    editor()->setFocus();
    editor()->selectAll();
    editor()->copy();
    QCOMPARE(QApplication::clipboard()->text(), text("HF_TOKEN=") + dots + text("\nB=2\n"));
    QTest::keyClick(editor(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(shown(), text("HF_TOKEN=") + dots + text("\nB=2\n"));
    QVERIFY(m_page->textSide()->hint().contains(text("cannot be cut")));
    editor()->moveCursor(QTextCursor::End);
    editor()->paste();
    QCOMPARE(shown(), text("HF_TOKEN=") + dots + text("\nB=2\n"));
    QVERIFY(!m_env->state().canSave);
}

void TestTextEditing::aShownValueHidesByTimeFocusAndPage()
{
    open("A=1\nHF_TOKEN=hf_abcdefghijkl\nB=2\n");
    const auto isShown = [this] { return shown().contains(text("hf_abc")); };
    m_page->textSide()->setRevealTime(80);
    putCursor("HF_TOKEN");
    Q_EMIT editor()->showSecretRequested(editor()->runOnLine(2)->start);
    QVERIFY(isShown());
    QVERIFY(m_page->textSide()->hint().contains(text("hidden in 1 s")));
    QTRY_VERIFY(!isShown());
    m_page->textSide()->setRevealTime(30'000);
    Q_EMIT editor()->showSecretRequested(editor()->runOnLine(2)->start);
    QVERIFY(isShown());
    QTest::keyClick(editor(), Qt::Key_Down); // another line
    QVERIFY(!isShown());
    putCursor("HF_TOKEN");
    Q_EMIT editor()->showSecretRequested(editor()->runOnLine(2)->start);
    QVERIFY(isShown());
    field("A")->setFocus();
    QTRY_VERIFY(!isShown());
    putCursor("HF_TOKEN");
    Q_EMIT editor()->showSecretRequested(editor()->runOnLine(2)->start);
    m_page->hide();
    QVERIFY(!isShown());
}

void TestTextEditing::copiesOfAShownValueAreMarkedAndForgotten()
{
    open("HF_TOKEN=hf_abcdefghijkl\nB=2\n");
    setSecretClipboardTime(60);
    putCursor("HF_TOKEN");
    Q_EMIT editor()->showSecretRequested(9);
    editor()->moveCursor(QTextCursor::EndOfLine, QTextCursor::KeepAnchor);
    editor()->copy();
    const QMimeData *data = QApplication::clipboard()->mimeData();
    QCOMPARE(data->data(text("x-kde-passwordManagerHint")), QByteArray("secret"));
    QVERIFY(data->text().contains(text("hf_abc")));
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
    Q_EMIT m_page->hideSecretsRequested();
    auto *secret = qobject_cast<SecretField *>(m_page->form()->row(text("HF_TOKEN"))->field());
    QVERIFY(secret);
    QTest::mouseClick(secret->findChild<QToolButton *>(), Qt::LeftButton);
    field("HF_TOKEN")->selectAll();
    QTest::keyClick(field("HF_TOKEN"), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), text("hf_abcdefghijkl"));
    QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(text("x-kde-passwordManagerHint")));
    QApplication::clipboard()->setText(text("mine"));
    QTest::qWait(150);
    QCOMPARE(QApplication::clipboard()->text(), text("mine"));
    setSecretClipboardTime(30'000);
}

void TestTextEditing::findCountsAndWalks()
{
    open("A=one\nB=two one\nC=ONE\n");
    editor()->setFocus();
    m_page->focusFind();
    FindBar *bar = m_page->textSide()->findBar();
    QVERIFY(bar->isVisible());
    QTest::keyClicks(QApplication::focusWidget(), text("one"));
    QCOMPARE(bar->countText(), text("3 matches"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(bar->countText(), text("1 of 3"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3);
    QCOMPARE(editor()->currentLine(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(bar->countText(), text("3 of 3")); // around
    QTest::keyClicks(QApplication::focusWidget(), text("x"));
    QCOMPARE(bar->countText(), text("not found"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible() && editor()->hasFocus());
}

void TestTextEditing::findingsAreInTheGutterAndReadable()
{
    open("LLM_TEMPERATURE=0.7\nA=1\n");
    putCursor("0.7");
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClicks(editor(), text("3"));
    const LineMark mark = editor()->mark(1);
    QCOMPARE(mark.wave, std::optional(ProblemLevel::Error));
    QVERIFY(mark.changed && mark.message.contains(text("between 0 and 1")));
    QVERIFY(editor()->accessibleDescription().contains(text("between 0 and 1")));
    QTest::keyClick(editor(), Qt::Key_Down);
    QVERIFY(editor()->accessibleDescription().isEmpty());
    QVERIFY(m_page->form()->row(text("LLM_TEMPERATURE"))->stateText().contains(text("between")));
}

void TestTextEditing::pastedTextGetsTheFilesLineEnds()
{
    open("A=1\r\nB=2\r\n");
    putCursor("B=");
    QApplication::clipboard()->setText(text("X=1\nY=\u00a0z\r\n"));
    editor()->paste();
    QCOMPARE(shown(), text("A=1\nX=1\nY=\u00a0z\nB=2\n"));
    QCOMPARE(saved(), QByteArray("A=1\r\nX=1\r\nY=\xc2\xa0z\r\nB=2\r\n"));
}

void TestTextEditing::oddBytesSurviveEditing()
{
    const QByteArray odd("\xef\xbb\xbf# \xff\xfe \x01\nU=a\xe2\x80\xa8"
                         "b\xe2\x80\xa9\nR=x\ry\nF=\xef\xb7\x90\xef\xbf\xbc\n");
    open(odd + "Z=1\n");
    QCOMPARE(shown(), m_env->state().text);
    putCursor("Z=1");
    editor()->moveCursor(QTextCursor::EndOfLine);
    QTest::keyClicks(editor(), text("2"));
    QTest::keyClick(editor(), Qt::Key_Home);
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(saved(), odd + "\nZ=12\n");
}

void TestTextEditing::aLineIsRenamedCommentedOutAndRemovedByKeyboard()
{
    open("# c\nOLD=1 # why\nB=2\n");
    field("OLD")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    auto *name = m_page->findChild<QLineEdit *>(text("newName"));
    QVERIFY(name);
    QVERIFY(!m_page->findChild<QPushButton *>(text("renameButton"))->isEnabled());
    name->setText(text("B"));
    QVERIFY(!m_page->findChild<QPushButton *>(text("renameButton"))->isEnabled());
    name->setText(text("NEW"));
    QTest::mouseClick(m_page->findChild<QPushButton *>(text("renameButton")), Qt::LeftButton);
    QCOMPARE(shown(), text("# c\nNEW=1 # why\nB=2\n"));
    field("B")->setFocus();
    QTest::keyClick(field("B"), Qt::Key_Slash, Qt::ControlModifier);
    QCOMPARE(shown(), text("# c\nNEW=1 # why\n# B=2\n"));
    field("NEW")->setFocus();
    QTest::keyClick(field("NEW"), Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shown(), text("# c\n# B=2\n"));
    for (int i = 0; i < 3; ++i)
        m_env->undo();
    QCOMPARE(shown(), text("# c\nOLD=1 # why\nB=2\n"));
    QVERIFY(!m_env->state().canSave);
}

void TestTextEditing::commentedKeysAreUsedAgain()
{
    open("A=1\n# CHUNK_SIZE=800\n");
    KeyRow *row = m_page->form()->row(text("CHUNK_SIZE"));
    QVERIFY(row);
    QCOMPARE(row->stateText(), text("commented out"));
    QCOMPARE(field("CHUNK_SIZE")->text(), text("800"));
    QVERIFY(!field("CHUNK_SIZE")->isEnabled());
    auto *again = row->findChild<QPushButton *>(text("useAgain"));
    QVERIFY(again && !again->isHidden());
    again->click();
    QCOMPARE(shown(), text("A=1\nCHUNK_SIZE=800\n"));
    QVERIFY(field("CHUNK_SIZE")->isEnabled());
}

void TestTextEditing::tracesAreMarkersBesideTheField()
{
    open("A=1\nB=2\nC=3\nD=4\n");
    m_env->setTraces({ { text("A"), { TraceMark::Verdict::Applies, {}, text("compose.yml:3") } },
        { text("B"), { TraceMark::Verdict::Shadowed, text("shadowed by compose.yml"), text("compose.yml:7") } },
        { text("C"), { TraceMark::Verdict::Unused, {}, {} } },
        { text("D"), { TraceMark::Verdict::Dead, text("dead, no flag reads it"), text("compose.yml:9") } } });
    const auto words = [this](const char *key) { return m_page->form()->row(text(key))->stateText(); };
    QCOMPARE(words("A"), text("applies"));
    QCOMPARE(words("B"), text("shadowed by compose.yml"));
    QCOMPARE(words("C"), text("unused"));
    QCOMPARE(words("D"), text("dead, no flag reads it"));
    QVERIFY(field("D")->accessibleDescription().contains(text("compose.yml:9")));
    m_env->setValue(text("B"), text("3"));
    QCOMPARE(words("B"), text("not saved"));
}

void TestTextEditing::undoKeysInAFieldUndoTheDocument()
{
    open("A=1\nB=2\n");
    m_env->setValue(text("A"), text("9"));
    field("B")->setFocus();
    QTest::keyClicks(field("B"), text("34"));
    QTest::keyClick(field("B"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field("B")->text(), text("2"));
    QTest::keyClick(field("B"), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field("A")->text(), text("1"));
    QVERIFY(!m_env->state().canUndo);
}

void TestTextEditing::theSplitterIsRemembered()
{
    open("A=1\n");
    QCOMPARE(m_page->form()->width(), scaledToFont(716));
    const QByteArray before = m_page->split();
    m_page->resize(1920, 1000);
    QCOMPARE(m_page->form()->width(), scaledToFont(716));
    ConfigurationPage other;
    other.resize(1280, 800);
    other.setSplit(before);
    other.show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    QCOMPARE(other.split(), before);
}

void TestTextEditing::tenThousandLinesOpenAndTypeQuickly()
{
    QByteArray bytes = "LLM_MODEL=m\n";
    for (int n = 0; n < 10'000; ++n)
        bytes += "KEY_" + QByteArray::number(n) + "=value number " + QByteArray::number(n) + "\n";
    open("A=1\n");
    qint64 opening = 0;
    disconnect(m_env.get(), &EnvService::stateChanged, m_page.get(), nullptr);
    connect(m_env.get(), &EnvService::stateChanged, m_page.get(), [&](const FormState &state) {
        QElapsedTimer timer;
        timer.start();
        m_page->setState(state);
        opening += timer.nsecsElapsed();
    });
    open(bytes);
    QElapsedTimer timer;
    timer.start();
    m_page->repaint();
    QCoreApplication::sendPostedEvents();
    qInfo(
        "10,000 lines: into the page %.1f ms, first picture %.1f ms", double(opening) / 1e6, double(timer.nsecsElapsed()) / 1e6);
    const auto measure = [this](const char *what, int count, auto key) {
        QList<qint64> times;
        for (int i = 0; i < count; ++i) {
            QElapsedTimer one;
            one.start();
            key();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            times << one.nsecsElapsed();
        }
        std::sort(times.begin(), times.end());
        qInfo("%s: median %.1f ms, worst %.1f ms", what, double(times.at(count / 2)) / 1e6, double(times.last()) / 1e6);
    };
    putCursor("value number 5000");
    editor()->centerCursor();
    measure("a letter in a value", 30, [this] { QTest::keyClick(editor(), Qt::Key_A); });
    putCursor("KEY_5001=");
    measure("a letter in a name", 30, [this] { QTest::keyClick(editor(), Qt::Key_A); });
    measure("a new line", 10, [this] { QTest::keyClick(editor(), Qt::Key_Return); });
    measure("a letter in the form", 30, [this] { QTest::keyClick(field("LLM_MODEL"), Qt::Key_A); });
    QCOMPARE(shown(), m_env->state().text);
}

void TestTextEditing::pictures()
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    open(
        "# Notes bot\nLLM_MODE=ollama\nLLM_MODEL=smollm2:135m\nLLM_TIMEOUT=60\nLLM_MAX_TOKENS=512\nLLM_TEMPERATURE=0.7\n"
        "LLM_STREAM_ENABLED=true\n\n# vLLM engine, not used in Ollama mode\nVLLM_MODEL=Qwen/Qwen3-8B\nVLLM_MAX_MODEL_LEN=8192\n\n"
        "# Other\nOLLAMA_NUM_CTX=4096 # tokens\nQDRANT_URL=http://127.0.0.1:6333\nHF_TOKEN=hf_abcdefghijkl\n# CHUNK_SIZE=800\n"
        "APP_PORT=8080\nDATABASE_URL=postgresql://desk:pw@db/desk\n");
    m_env->setTraces({ { text("LLM_MODEL"), { TraceMark::Verdict::Applies, {}, {} } },
        { text("LLM_STREAM_ENABLED"), { TraceMark::Verdict::Unused, text("unused"), text("no code in this folder reads it") } },
        { text("LLM_TIMEOUT"),
            { TraceMark::Verdict::Shadowed, text("shadowed by docker-compose.yml"), text("docker-compose.yml:14") } } });
    m_env->setValue(text("LLM_MAX_TOKENS"), text("256"));
    QWidget window; // beside a navigation, as in the program
    m_page->setParent(&window);
    m_page->move(196, 0);
    window.resize(1280, 690);
    m_page->show();
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    putCursor("0.7");
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClick(editor(), Qt::Key_Delete);
    QTest::keyClicks(editor(), text("3"));
    for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
        applyTheme(*qApp, theme);
        if (theme == ThemeChoice::Dark) {
            m_env->setValue(text("LLM_TEMPERATURE"), text("0.5"));
            m_page->focusKey(text("QDRANT_URL"));
        }
        for (const QSize size : { QSize(1084, 690), QSize(1724, 970), QSize(968, 590), QSize(804, 500) }) {
            window.resize(size + QSize(size.width() > 1000 ? 196 : 56, 0));
            m_page->resize(size);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            const QImage image = m_page->grab().toImage();
            QCOMPARE(image.size(), size * m_page->devicePixelRatioF());
            if (!folder.isEmpty())
                QVERIFY(image.save(QStringLiteral("%1/text-%2-%3.png")
                                       .arg(folder, theme == ThemeChoice::Light ? text("light") : text("dark"))
                                       .arg(size.width())));
        }
    }
    m_page->setParent(nullptr);
}

QTEST_MAIN(TestTextEditing)
#include "tst_textediting.moc"
