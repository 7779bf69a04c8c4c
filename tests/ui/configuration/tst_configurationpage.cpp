// SPDX-License-Identifier: GPL-3.0-or-later
#include "configurationfixture.h"
#include "ui/pages/configuration/configurationpage.h"
#include "ui/pages/configuration/formpane.h"
#include "ui/pages/configuration/keydetails.h"
#include "ui/pages/configuration/keyrow.h"
#include "ui/pages/configuration/numberfield.h"
#include "ui/pages/configuration/secretfield.h"
#include "ui/pages/configuration/texteditor.h"
#include "ui/pages/configuration/textside.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>
#include <QtTest>

using namespace pilothouse;

class TestConfigurationPage : public ConfigurationFixture
{
    Q_OBJECT
private Q_SLOTS:
    void temperatureThreeIsToldBesideTheFieldAndSaveWaits();
    void twoTenthsClearTheMessage();
    void wordsInANumberFieldStay();
    void arrowKeysStepInsideTheRange();
    void aStateDuringTypingKeepsCursorAndFocus();
    void aStaleStateDoesNotOverwriteTyping();
    void aChangeFromOutsideReachesTheFocusedField();
    void aFixButtonEmitsItsFix();
    void yesStaysVisibleAndUnchecked();
    void tabGoesFromFieldToFixToReset();
    void secretIsNowhereUntilAskedAndHidesAgain();
    void typingOverAMaskedSecretReplacesIt();
    void filtersShowOnlyTheirRows();
    void findNarrowsAndSaysWhenNothingMatches();
    void unusedGroupIsFoldedWithItsReason();
    void resetButtonIsThereOnlyForChangedRows();
    void removingAKeyOffersUndo();
    void fieldsTellTheirNameAndMessage();
    void addKeyDialogIsReachedByMouse();
    void hundredsOfUnknownKeysAreMadeInPortions();
};

void TestConfigurationPage::temperatureThreeIsToldBesideTheFieldAndSaveWaits()
{
    QSignalSpy edits(m_page.get(), &ConfigurationPage::valueEdited);
    typeOver(lineEdit("LLM_TEMPERATURE"), "3");
    QCOMPARE(edits.count(), 1);
    QCOMPARE(edits.at(0).at(1).toString(), latin("3"));
    QCOMPARE(lineEdit("LLM_TEMPERATURE")->text(), latin("3"));
    QCOMPARE(m_page->form()->row(latin("LLM_TEMPERATURE"))->stateText(), latin("between 0 and 1"));
    QVERIFY(button("save")->isVisible());
    QVERIFY(!button("save")->isEnabled());
    QVERIFY(!button("saveAndApply")->isEnabled());
    QCOMPARE(button("save")->toolTip(), latin("Save waits: LLM_TEMPERATURE must be between 0 and 1"));
    QVERIFY(m_page->textSide()->details()->text().contains(latin("is not")));
}

void TestConfigurationPage::twoTenthsClearTheMessage()
{
    typeOver(lineEdit("LLM_TEMPERATURE"), "3");
    typeOver(lineEdit("LLM_TEMPERATURE"), "0.2");
    QCOMPARE(m_page->form()->row(latin("LLM_TEMPERATURE"))->stateText(), latin("not saved"));
    QVERIFY(button("save")->isEnabled());
    QSignalSpy save(m_page.get(), &ConfigurationPage::saveRequested);
    press(button("save"));
    QCOMPARE(save.count(), 1);
}

void TestConfigurationPage::wordsInANumberFieldStay()
{
    typeOver(lineEdit("LLM_TEMPERATURE"), "abc");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(lineEdit("LLM_TEMPERATURE")->text(), latin("abc"));
    QCOMPARE(m_page->form()->row(latin("LLM_TEMPERATURE"))->stateText(), latin("not a number"));
}

void TestConfigurationPage::arrowKeysStepInsideTheRange()
{
    press(lineEdit("LLM_TEMPERATURE"));
    QWidget *box = QApplication::focusWidget();
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(lineEdit("LLM_TEMPERATURE")->text(), latin("0.8"));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(lineEdit("LLM_TEMPERATURE")->text(), latin("1.0"));
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(findRow(m_state, "LLM_TEMPERATURE")->value, latin("0.9"));
}

void TestConfigurationPage::aStateDuringTypingKeepsCursorAndFocus()
{
    QLineEdit *edit = lineEdit("QDRANT_URL");
    press(edit);
    edit->setCursorPosition(4);
    QTest::keyClicks(edit, latin("s"));
    QCOMPARE(edit->text(), latin("https://127.0.0.1:6333"));
    QCOMPARE(edit->cursorPosition(), 5);
    FormState next = m_state; // something else changes while the operator is in the field
    findRow(next, "LLM_TIMEOUT")->value = latin("90");
    findRow(next, "QDRANT_URL")->line += 3;
    m_page->setState(next);
    QCOMPARE(edit->cursorPosition(), 5);
    QVERIFY(edit->hasFocus());
    QCOMPARE(lineEdit("LLM_TIMEOUT")->text(), latin("90"));
}

void TestConfigurationPage::aStaleStateDoesNotOverwriteTyping()
{
    m_page->disconnect(this); // the service is slow now
    QLineEdit *edit = lineEdit("OLLAMA_NUM_CTX");
    press(edit);
    edit->selectAll();
    QTest::keyClicks(edit, latin("81"));
    FormState old = m_state;
    editForm(old, latin("OLLAMA_NUM_CTX"), latin("8"));
    m_page->setState(old);
    QCOMPARE(edit->text(), latin("81"));
    editForm(old, latin("OLLAMA_NUM_CTX"), latin("81"));
    m_page->setState(old);
    QCOMPARE(edit->text(), latin("81"));
}

void TestConfigurationPage::aChangeFromOutsideReachesTheFocusedField()
{
    typeOver(lineEdit("OLLAMA_NUM_CTX"), "81");
    FormState undone = sampleForm();
    m_page->setState(undone);
    QCOMPARE(lineEdit("OLLAMA_NUM_CTX")->text(), latin("4096"));
}

void TestConfigurationPage::aFixButtonEmitsItsFix()
{
    editForm(m_state, latin("LLM_STREAM_ENABLED"), latin("yes"));
    m_page->setState(m_state);
    QSignalSpy fixes(m_page.get(), &ConfigurationPage::fixRequested);
    KeyRow *row = m_page->form()->row(latin("LLM_STREAM_ENABLED"));
    QVERIFY(row->messageBar() && row->messageBar()->isVisible());
    press(row->messageBar()->findChild<QPushButton *>());
    QCOMPARE(fixes.count(), 1);
    const auto fix = fixes.at(0).at(0).value<ProblemFix>();
    QCOMPARE(fix.setValues.first().second, latin("true"));
    editForm(m_state, latin("LLM_STREAM_ENABLED"), latin("true"));
    m_page->setState(m_state);
    QVERIFY(!row->messageBar()->isVisible());
    QVERIFY(row->field()->editor()->hasFocus());
}

void TestConfigurationPage::yesStaysVisibleAndUnchecked()
{
    editForm(m_state, latin("LLM_STREAM_ENABLED"), latin("yes"));
    m_page->setState(m_state);
    auto *box = m_page->form()->row(latin("LLM_STREAM_ENABLED"))->findChild<QCheckBox *>();
    QVERIFY(!box->isChecked());
    QVERIFY(box->text().contains(latin("yes")));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QCOMPARE(findRow(m_state, "LLM_STREAM_ENABLED")->value, latin("true"));
}

void TestConfigurationPage::tabGoesFromFieldToFixToReset()
{
    editForm(m_state, latin("LLM_STREAM_ENABLED"), latin("yes"));
    m_page->setState(m_state);
    KeyRow *row = m_page->form()->row(latin("LLM_STREAM_ENABLED"));
    row->field()->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), row->messageBar()->findChild<QPushButton *>());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(qobject_cast<QToolButton *>(QApplication::focusWidget()));
    QSignalSpy reset(m_page.get(), &ConfigurationPage::resetRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(reset.count(), 1);
}

void TestConfigurationPage::secretIsNowhereUntilAskedAndHidesAgain()
{
    KeyRow *row = m_page->form()->row(latin("HF_TOKEN"));
    auto *field = qobject_cast<SecretField *>(row->field());
    QVERIFY(field);
    field->setRevealTime(50);
    auto *edit = qobject_cast<QLineEdit *>(field->editor());
    const auto leaks = [&] {
        const QString secret = latin(secretValue);
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(edit);
        return edit->text().contains(secret) || edit->displayText().contains(secret)
            || access->text(QAccessible::Value).contains(secret) || access->text(QAccessible::Name).contains(secret)
            || access->text(QAccessible::Description).contains(secret);
    };
    press(edit);
    QVERIFY(!leaks());
    QVERIFY(!m_page->textSide()->editor()->toPlainText().contains(latin(secretValue)));
    QVERIFY(!m_page->textSide()->details()->text().contains(latin(secretValue)));
    press(field->findChild<QToolButton *>());
    QCOMPARE(edit->text(), latin(secretValue));
    QTRY_VERIFY(!field->isRevealed());
    QVERIFY(!leaks());
    press(field->findChild<QToolButton *>());
    QVERIFY(field->isRevealed());
    m_page->hide();
    QVERIFY(!leaks());
}

void TestConfigurationPage::typingOverAMaskedSecretReplacesIt()
{
    QLineEdit *edit = lineEdit("HF_TOKEN");
    press(edit);
    QTest::keyClicks(edit, latin("new"));
    QCOMPARE(findRow(m_state, "HF_TOKEN")->value, latin("new"));
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QCOMPARE(edit->text(), latin("new"));
    QTest::keyClick(edit, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // past the eye
    QTRY_VERIFY(edit->text().isEmpty());
}

void TestConfigurationPage::filtersShowOnlyTheirRows()
{
    typeOver(lineEdit("LLM_TEMPERATURE"), "3");
    typeOver(lineEdit("LLM_MAX_TOKENS"), "256");
    auto *filter = m_page->findChild<SegmentedSwitch *>();
    press(lineEdit("LLM_TIMEOUT"));
    filter->setCurrent(1);
    QVERIFY(isShown("LLM_TEMPERATURE"));
    QVERIFY(!isShown("LLM_MAX_TOKENS"));
    QVERIFY2(isShown("LLM_TIMEOUT"), "the row under the cursor stays");
    m_page->focusFind();
    filter->setCurrent(2);
    QVERIFY(isShown("LLM_TEMPERATURE"));
    QVERIFY(isShown("LLM_MAX_TOKENS"));
    QVERIFY(!isShown("LLM_TIMEOUT"));
    filter->setCurrent(0);
    QVERIFY(isShown("LLM_TIMEOUT"));
}

void TestConfigurationPage::findNarrowsAndSaysWhenNothingMatches()
{
    m_page->focusFind();
    auto *find = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(find);
    QTest::keyClicks(find, latin("qdrant"));
    QVERIFY(isShown("QDRANT_URL"));
    QVERIFY(!isShown("LLM_MODE"));
    QTest::keyClicks(find, latin("zzz"));
    QPushButton *all = nullptr;
    for (QPushButton *candidate : m_page->form()->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text() == latin("Show all keys"))
            all = candidate;
    }
    QVERIFY(all);
    press(all);
    QVERIFY(isShown("LLM_MODE"));
}

void TestConfigurationPage::unusedGroupIsFoldedWithItsReason()
{
    QVERIFY(!isShown("VLLM_MODEL"));
    QToolButton *header = nullptr;
    for (QToolButton *candidate : m_page->form()->findChildren<QToolButton *>()) {
        if (candidate->text() == latin("vLLM engine"))
            header = candidate;
    }
    QVERIFY(header);
    press(header);
    QVERIFY(isShown("VLLM_MODEL"));
    QCOMPARE(m_page->form()->row(latin("VLLM_MODEL"))->stateText(), latin("not used in Ollama mode"));
    QCOMPARE(lineEdit("VLLM_MODEL")->text(), latin("Qwen/Qwen3-8B"));
    press(header);
    QVERIFY(!isShown("VLLM_MODEL"));
}

void TestConfigurationPage::resetButtonIsThereOnlyForChangedRows()
{
    typeOver(lineEdit("LLM_TIMEOUT"), "90");
    const auto reset = [this](const char *key) {
        for (QToolButton *candidate : m_page->form()->row(latin(key))->findChildren<QToolButton *>()) {
            if (candidate->toolTip() == latin("Back to the saved value"))
                return candidate;
        }
        return static_cast<QToolButton *>(nullptr);
    };
    QVERIFY(reset("LLM_TIMEOUT")->isVisible());
    QVERIFY(!reset("LLM_MAX_TOKENS")->isVisible());
    QSignalSpy spy(m_page.get(), &ConfigurationPage::resetRequested);
    press(reset("LLM_TIMEOUT"));
    QCOMPARE(spy.at(0).at(0).toString(), latin("LLM_TIMEOUT"));
}

void TestConfigurationPage::removingAKeyOffersUndo()
{
    QSignalSpy unset(m_page.get(), &ConfigurationPage::unsetRequested);
    QSignalSpy undo(m_page.get(), &ConfigurationPage::undoRequested);
    press(lineEdit("QDRANT_URL"));
    QPushButton *remove = nullptr;
    for (QPushButton *candidate : m_page->textSide()->details()->findChildren<QPushButton *>())
        remove = candidate;
    press(remove);
    QCOMPARE(unset.at(0).at(0).toString(), latin("QDRANT_URL"));
    QPushButton *undoButton = nullptr;
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->text() == latin("Undo") && candidate->isVisible())
            undoButton = candidate;
    }
    QVERIFY(undoButton);
    press(undoButton);
    QCOMPARE(undo.count(), 1);
}

void TestConfigurationPage::fieldsTellTheirNameAndMessage()
{
    typeOver(lineEdit("LLM_TEMPERATURE"), "3");
    QWidget *editor = m_page->form()->row(latin("LLM_TEMPERATURE"))->field()->editor();
    QCOMPARE(editor->accessibleName(), latin("Temperature, LLM_TEMPERATURE"));
    QVERIFY(editor->accessibleDescription().contains(latin("between 0 and 1")));
    QVERIFY(editor->accessibleDescription().contains(latin("was 0.7")));
}

void TestConfigurationPage::addKeyDialogIsReachedByMouse()
{
    m_page->form()->ensureWidgetVisible(button("addKey"));
    press(button("addKey"));
    auto *name = m_page->findChild<QLineEdit *>(latin("keyName"));
    QVERIFY(name);
    QTest::keyClicks(name, latin("1BAD"));
    QVERIFY(!m_page->findChild<QPushButton *>(latin("addKeyButton"))->isEnabled());
    name->clear();
    QTest::keyClicks(name, latin("NEW_KEY"));
    QTest::keyClicks(m_page->findChild<QLineEdit *>(latin("keyValue")), latin("a b"));
    QSignalSpy edits(m_page.get(), &ConfigurationPage::valueEdited);
    press(m_page->findChild<QPushButton *>(latin("addKeyButton")));
    QCOMPARE(edits.at(0).at(0).toString(), latin("NEW_KEY"));
    QCOMPARE(edits.at(0).at(1).toString(), latin("a b"));
}

void TestConfigurationPage::hundredsOfUnknownKeysAreMadeInPortions()
{
    FormRow row = *findRow(m_state, "QDRANT_URL");
    for (int i = 0; i < 400; ++i) {
        row.spec.key = QStringLiteral("EXTRA_%1").arg(i);
        m_state.rows << row;
    }
    m_page->setState(m_state);
    QVERIFY(isShown("EXTRA_10"));
    QVERIFY(!m_page->form()->row(latin("EXTRA_100")));
    QCoreApplication::processEvents(); // the rows get their places
    m_page->form()->verticalScrollBar()->setValue(m_page->form()->verticalScrollBar()->maximum());
    QTRY_VERIFY2(m_page->form()->row(latin("EXTRA_50")), "scrolling down makes more");
    QVERIFY(!m_page->form()->row(latin("EXTRA_399")));
    m_page->focusFind();
    QTest::keyClicks(QApplication::focusWidget(), latin("extra_399"));
    QVERIFY2(isShown("EXTRA_399"), "find reaches keys that have no row yet");
}

QTEST_MAIN(TestConfigurationPage)
#include "tst_configurationpage.moc"
