// SPDX-License-Identifier: GPL-3.0-or-later
#include "textfixture.h"

using namespace pilothouse;

namespace {

EnvTrace marks(const QHash<QString, TraceMark> &marks)
{
    EnvTrace trace;
    trace.marks = marks;
    return trace;
}

} // namespace

/// What stands around the text: find, findings, line edits in the form, markers, size and speed.
class TestTextTools : public TextFixture
{
    Q_OBJECT
private Q_SLOTS:
    void findCountsAndWalks();
    void findingsAreInTheGutterAndReadable();
    void aLineIsRenamedCommentedOutAndRemovedByKeyboard();
    void commentedKeysAreUsedAgain();
    void tracesAreMarkersBesideTheField();
    void theSplitterIsRemembered();
    void tenThousandLinesOpenAndTypeQuickly();
    void pictures();
};

void TestTextTools::findCountsAndWalks()
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

void TestTextTools::findingsAreInTheGutterAndReadable()
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

void TestTextTools::aLineIsRenamedCommentedOutAndRemovedByKeyboard()
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

void TestTextTools::commentedKeysAreUsedAgain()
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

void TestTextTools::tracesAreMarkersBesideTheField()
{
    open("A=1\nB=2\nC=3\nD=4\n");
    m_env->setTrace(marks({ { text("A"), { TraceMark::Verdict::Applies, {}, text("compose.yml:3") } },
        { text("B"), { TraceMark::Verdict::Shadowed, text("shadowed by compose.yml"), text("compose.yml:7") } },
        { text("C"), { TraceMark::Verdict::Unused, {}, {} } },
        { text("D"), { TraceMark::Verdict::Dead, text("dead, no flag reads it"), text("compose.yml:9") } } }));
    const auto words = [this](const char *key) { return m_page->form()->row(text(key))->stateText(); };
    QCOMPARE(words("A"), text("applies"));
    QCOMPARE(words("B"), text("shadowed by compose.yml"));
    QCOMPARE(words("C"), text("unused"));
    QCOMPARE(words("D"), text("dead, no flag reads it"));
    QVERIFY(field("D")->accessibleDescription().contains(text("compose.yml:9")));
    m_env->setValue(text("B"), text("3"));
    QCOMPARE(words("B"), text("not saved"));
}

void TestTextTools::theSplitterIsRemembered()
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

void TestTextTools::tenThousandLinesOpenAndTypeQuickly()
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

void TestTextTools::pictures()
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    open(
        "# Notes bot\nLLM_MODE=ollama\nLLM_MODEL=smollm2:135m\nLLM_TIMEOUT=60\nLLM_MAX_TOKENS=512\nLLM_TEMPERATURE=0.7\n"
        "LLM_STREAM_ENABLED=true\n\n# vLLM engine, not used in Ollama mode\nVLLM_MODEL=Qwen/Qwen3-8B\nVLLM_MAX_MODEL_LEN=8192\n\n"
        "# Other\nOLLAMA_NUM_CTX=4096 # tokens\nQDRANT_URL=http://127.0.0.1:6333\nHF_TOKEN=hf_abcdefghijkl\n# CHUNK_SIZE=800\n"
        "APP_PORT=8080\nDATABASE_URL=postgresql://desk:pw@db/desk\n");
    m_env->setTrace(marks({ { text("LLM_MODEL"), { TraceMark::Verdict::Applies, {}, {} } },
        { text("LLM_STREAM_ENABLED"), { TraceMark::Verdict::Unused, text("unused"), text("no code in this folder reads it") } },
        { text("LLM_TIMEOUT"),
            { TraceMark::Verdict::Shadowed, text("shadowed by docker-compose.yml"), text("docker-compose.yml:14") } } }));
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

QTEST_MAIN(TestTextTools)
#include "tst_texttools.moc"
