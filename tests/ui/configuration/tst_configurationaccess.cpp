// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/configuration/configurationfixture.h"
#include "tests/ui/dialogs/accesswalk.h"
#include "ui/pages/configuration/keydetails.h"
#include "ui/pages/configuration/texteditor.h"

using namespace pilothouse;

/// The Configuration page in the accessibility tree and under the keyboard.
class ConfigurationAccessTest : public ConfigurationFixture
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlHasANameAndIsReached()
    {
        const QStringList nameless = accesswalk::nameless(m_page.get());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        auto *details = m_page->findChild<KeyDetails *>();
        QVERIFY(details);
        QStringList missed = accesswalk::unreachable(m_page.get());
        // The details follow the focus from key to key, so what they offer for one key is looked for from that key on.
        missed.removeIf([details](const QString &control) {
            return control.endsWith(QString::fromLatin1(details->metaObject()->className()));
        });
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
    }

    void detailsOfAKeyAreReachedFromTheText()
    {
        m_page->focusKey(latin("LLM_MODEL"));
        auto *details = m_page->findChild<KeyDetails *>();
        auto *text = m_page->findChild<TextEditor *>();
        QVERIFY(details && text);
        const QList<QPushButton *> buttons = details->findChildren<QPushButton *>();
        QVERIFY(!buttons.isEmpty());
        text->setFocus(Qt::TabFocusReason);
        QSet<QWidget *> reached;
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->isEnabled())
                QVERIFY2(reached.contains(button), qPrintable(button->text()));
        }
        QVERIFY(std::any_of(buttons.begin(), buttons.end(), [&](QPushButton *button) { return reached.contains(button); }));
    }

    void aMessageIsTheDescriptionOfItsField()
    {
        typeOver(lineEdit("LLM_TEMPERATURE"), "3");
        const FormRow *wrong = findRow(m_state, "LLM_TEMPERATURE");
        QVERIFY(!wrong->problems.isEmpty());
        QWidget *editor = m_page->form()->row(latin("LLM_TEMPERATURE"))->field()->editor();
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(editor);
        QVERIFY(access->text(QAccessible::Name).contains(latin("LLM_TEMPERATURE")));
        const QString told = access->text(QAccessible::Description);
        QVERIFY2(!told.isEmpty() && told.contains(m_page->form()->row(latin("LLM_TEMPERATURE"))->stateText()), qPrintable(told));
    }

    void anEmptyFieldSaysWhatCountsInstead()
    {
        FormRow *engine = findRow(m_state, "VLLM_MODEL");
        engine->present = false;
        engine->value.clear();
        engine->emptyText = latin("uses LLM_MODEL: a/b, as docker-compose.vllm.yml:10 says");
        m_page->setState(m_state);
        QCOMPARE(lineEdit("VLLM_MODEL")->placeholderText(), engine->emptyText);
    }
};

QTEST_MAIN(ConfigurationAccessTest)
#include "tst_configurationaccess.moc"
