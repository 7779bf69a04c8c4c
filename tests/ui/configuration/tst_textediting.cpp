// SPDX-License-Identifier: GPL-3.0-or-later
#include "textfixture.h"

using namespace pilothouse;

namespace {

const QString dots = QString(12, QChar(0x2022));

} // namespace

/// The text as an editor: one document and one undo with the form, and hidden values that stay whole.
class TestTextEditing : public TextFixture
{
    Q_OBJECT
private Q_SLOTS:
    void typingInTheTextReachesTheFormAndKeepsTheCursor();
    void anEditInTheFormKeepsCursorSelectionAndScroll();
    void undoIsOneForBothViews();
    void backspaceBesideDotsSelectsThemFirst();
    void theCursorStepsOverDots();
    void editsPastTheKeyboardAreTakenBack();
    void copiedDotsAreDotsAndCannotBePasted();
    void aShownValueHidesByTimeFocusAndPage();
    void copiesOfAShownValueAreMarkedAndForgotten();
    void pastedTextGetsTheFilesLineEnds();
    void oddBytesSurviveEditing();
    void undoKeysInAFieldUndoTheDocument();
};

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

QTEST_MAIN(TestTextEditing)
#include "tst_textediting.moc"
