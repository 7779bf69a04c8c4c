// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/configuration/configurationfixture.h"
#include "tests/ui/dialogs/accesswalk.h"

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
        const QStringList missed = accesswalk::unreachable(m_page.get());
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
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
