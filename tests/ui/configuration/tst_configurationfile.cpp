// SPDX-License-Identifier: GPL-3.0-or-later
#include "configurationfixture.h"
#include "ui/pages/configuration/keydetails.h"
#include "ui/pages/configuration/texteditor.h"
#include "ui/pages/configuration/textside.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/segmentedswitch.h"

#include <QSignalSpy>
#include <QTextBlock>

using namespace pilothouse;

/// What the page says about the file itself: preview, running values, missing, changed and read-only files.
class TestConfigurationFile : public ConfigurationFixture
{
    Q_OBJECT
private Q_SLOTS:
    void clickOnALineShowsItsRow();
    void textMarksChangedAndWrongLines();
    void unsavedAndRunningValuesAreTold();
    void missingFileOffersTemplates();
    void changeOnDiskOffersReload();
    void readOnlyFileDisablesTheFields();
    void narrowWindowShowsFormOrText();
    void pictures();
};

void TestConfigurationFile::clickOnALineShowsItsRow()
{
    TextEditor *editor = m_page->textSide()->editor();
    const int line = findRow(m_state, "LLM_TIMEOUT")->line;
    QTextCursor cursor(editor->document()->findBlockByNumber(line - 1));
    QTest::mouseClick(editor->viewport(), Qt::LeftButton, {}, editor->cursorRect(cursor).center() + QPoint(10, 0));
    QVERIFY(editor->hasFocus());
    QCOMPARE(editor->currentLine(), line);
    QVERIFY(m_page->textSide()->details()->text().startsWith(latin("LLM_TIMEOUT")));
    QTest::keyClick(editor, Qt::Key_Return, Qt::AltModifier);
    QVERIFY(lineEdit("LLM_TIMEOUT")->hasFocus());
}

void TestConfigurationFile::textMarksChangedAndWrongLines()
{
    typeOver(lineEdit("LLM_TEMPERATURE"), "3");
    TextEditor *editor = m_page->textSide()->editor();
    QVERIFY(editor->toPlainText().contains(latin("LLM_TEMPERATURE=3\n")));
    const LineMark mark = editor->mark(findRow(m_state, "LLM_TEMPERATURE")->line);
    QVERIFY(mark.changed);
    QCOMPARE(mark.wave, std::optional<ProblemLevel>(ProblemLevel::Error));
    QVERIFY(editor->mark(findRow(m_state, "VLLM_MODEL")->line).unused);
}

void TestConfigurationFile::unsavedAndRunningValuesAreTold()
{
    RunningValue model{ latin("LLM_MODEL"), latin("any"), latin("other:1b") };
    model.differs = true;
    model.source = latin("GET /api/ps of the provider");
    model.readAt = QDateTime::currentDateTime().addSecs(-3);
    model.apply.reloadModel = true;
    RunningValue timeout{ latin("LLM_TIMEOUT"), latin("60"), latin("60.0") }; // the same, spelled in another way
    m_page->setRunningValues({ model, timeout, RunningValue{ latin("LLM_MAX_TOKENS"), latin("1") } });
    QCOMPARE(m_page->form()->row(latin("LLM_MODEL"))->stateText(), latin("not applied: runs other:1b"));
    QCOMPARE(m_page->form()->row(latin("LLM_TIMEOUT"))->stateText(), latin("applies"));
    QCOMPARE(m_page->form()->row(latin("LLM_MAX_TOKENS"))->stateText(), latin("saved")); // unknown
    m_page->focusKey(latin("LLM_MODEL"));
    const QString details = m_page->textSide()->details()->text();
    QVERIFY2(details.contains(latin("other:1b (GET /api/ps of the provider, 3")), qPrintable(details));
    QVERIFY2(details.contains(latin("loading the model, without a restart; not done yet")), qPrintable(details));
}

void TestConfigurationFile::missingFileOffersTemplates()
{
    m_state.fileExists = false;
    m_page->setState(m_state);
    QSignalSpy spy(m_page.get(), &ConfigurationPage::createFromTemplateRequested);
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->text() == latin("Ollama template"))
            press(candidate);
    }
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.at(0).at(0).toString(), latin("ollama"));
}

void TestConfigurationFile::changeOnDiskOffersReload()
{
    m_page->setChangedOnDisk(true);
    QSignalSpy spy(m_page.get(), &ConfigurationPage::reloadRequested);
    QPushButton *reload = nullptr;
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->text() == latin("Reload"))
            reload = candidate;
    }
    QVERIFY(reload);
    QTRY_VERIFY(reload->isVisible()); // a layout shows what it got with the next events
    press(reload);
    QCOMPARE(spy.count(), 1);
}

void TestConfigurationFile::readOnlyFileDisablesTheFields()
{
    m_state.readOnly = true;
    m_state.readOnlyReason = latin("The file is larger than 8 MiB.");
    m_page->setState(m_state);
    QVERIFY(!lineEdit("LLM_TIMEOUT")->isEnabled());
    bool told = false;
    for (MessageBar *bar : m_page->findChildren<MessageBar *>())
        told = told || (bar->isVisible() && bar->accessibleDescription().contains(latin("8 MiB")));
    QVERIFY(told);
}

void TestConfigurationFile::narrowWindowShowsFormOrText()
{
    QVERIFY(m_page->textSide()->isVisible());
    m_page->resize(1024, 700);
    QVERIFY(m_page->form()->isVisible());
    QVERIFY(!m_page->textSide()->isVisible());
    for (SegmentedSwitch *candidate : m_page->findChildren<SegmentedSwitch *>()) {
        if (candidate->isVisible() && candidate != m_page->findChild<SegmentedSwitch *>())
            candidate->setCurrent(1);
    }
    QVERIFY(!m_page->form()->isVisible());
    QVERIFY(m_page->textSide()->isVisible());
    m_page->focusKey(latin("LLM_TIMEOUT"));
    QVERIFY(lineEdit("LLM_TIMEOUT")->hasFocus());
}

void TestConfigurationFile::pictures()
{
    const QString folder = qEnvironmentVariable("PILOTHOUSE_PICTURES");
    m_page->setModelSuggestions({ latin("smollm2:135m"), latin("smollm2:360m") });
    typeOver(lineEdit("LLM_MAX_TOKENS"), "256");
    editForm(m_state, latin("LLM_STREAM_ENABLED"), latin("yes"));
    m_page->setState(m_state);
    typeOver(lineEdit("LLM_TEMPERATURE"), "3");
    for (const ThemeChoice theme : { ThemeChoice::Light, ThemeChoice::Dark }) {
        applyTheme(*qApp, theme);
        for (const QSize size : { QSize(1280, 800), QSize(1024, 700) }) {
            m_page->resize(size);
            QCoreApplication::sendPostedEvents();
            const QImage image = m_page->grab().toImage();
            QCOMPARE(image.size(), size);
            if (!folder.isEmpty()) {
                const char *name = theme == ThemeChoice::Light ? "light" : "dark";
                QVERIFY(image.save(QStringLiteral("%1/configuration-%2-%3.png").arg(folder, latin(name)).arg(size.width())));
            }
        }
    }
}

QTEST_MAIN(TestConfigurationFile)
#include "tst_configurationfile.moc"
