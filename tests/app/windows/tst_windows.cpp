// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/application.h"
#include "models/deployment/opendeployment.h"
#include "tests/support/windowhand.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace pilothouse;
using namespace windowtest;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

/// Several deployments side by side, and what one session knows of its folder; real services, no engine.
class WindowsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    Answers m_answers;
    std::unique_ptr<Application> m_application;

    void write(const char *name, const QByteArray &bytes) const
    {
        const QString path = m_folder->filePath(latin(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }
    void open(const char *folder)
    {
        m_application->openOrExplain(m_folder->filePath(latin(folder)));
        QTRY_VERIFY(env().state().fileExists);
    }
    EnvService &env() const { return m_application->panel().session().env(); }
    const FormRow *row(const char *key) const
    {
        for (const FormRow &each : env().state().rows) {
            if (each.spec.key == latin(key))
                return &each;
        }
        return nullptr;
    }
    std::optional<TraceMark> mark(const char *key) const { return row(key) ? row(key)->trace : std::nullopt; }
    void save()
    {
        QSignalSpy saved(&env(), &EnvService::saved);
        env().save();
        QVERIFY(saved.wait(10'000));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const char *variable : { "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME" })
            qputenv(variable, QFile::encodeName(m_folder->filePath(latin("home"))));
        qputenv("LANGUAGE", "en");
        m_answers = Answers();
        m_application = std::make_unique<Application>(m_answers);
        m_application->setGeometry(QRect(0, 0, 1280, 800));
    }
    void cleanup() { m_application.reset(); }

    void eachDeploymentHasOneWindow()
    {
        write("one/.env", "LLM_MODE=none\n");
        write("two/.env", "LLM_MODE=none\n");
        open("one");
        Panel *first = &m_application->panel();
        m_application->openWindow(*openDeployment(m_folder->filePath(latin("two"))));
        QCOMPARE(m_application->windowCount(), 2);
        QVERIFY(&m_application->panel() != first && m_application->panel().window().isVisible());
        m_application->openWindow(*openDeployment(m_folder->filePath(latin("one")))); // it is there already
        QCOMPARE(m_application->windowCount(), 2);
        QTRY_VERIFY(m_application->panel().session().env().state().fileExists);
        env().setValue(latin("A"), latin("1"));
        QVERIFY(!first->session().env().state().canUndo); // one draft a window
        env().discard();
        m_application->panel().window().close();
        QTRY_COMPARE(m_application->windowCount(), 1);
        QCOMPARE(&m_application->panel(), first);
        QVERIFY(first->window().isVisible());
    }

    void anotherDeploymentTakesTheWindow()
    {
        write("one/.env", "LLM_MODE=none\n");
        write("two/.env", "LLM_MODE=none\n");
        open("one");
        const QRect place = m_application->panel().window().geometry();
        open("two");
        QCOMPARE(m_application->windowCount(), 1);
        QCOMPARE(m_application->panel().session().deployment().name, latin("two"));
        QCOMPARE(m_application->panel().window().geometry(), place);
    }

    void secondWishFromAReplacedPanelOpensNoSecondWindow()
    {
        for (const char *name : { "one/.env", "two/.env", "three/.env" })
            write(name, "LLM_MODE=none\n");
        open("one");
        Panel &panel = m_application->panel();
        panel.requestOpen(*openDeployment(m_folder->filePath(latin("two"))));
        panel.requestOpen(*openDeployment(m_folder->filePath(latin("three"))));
        QTRY_COMPARE(m_application->panel().session().deployment().name, latin("three"));
        QCOMPARE(m_application->windowCount(), 1);
    }

    void composeFileDecidesTheMarks()
    {
        write("desk/.env", "LLM_MODE=vllm\nLLM_MODEL=Qwen/Qwen3-8B\nLLM_TIMEOUT=60\nNOTE=two words\n");
        write("desk/compose.yml",
            "services:\n  backend:\n    build: .\n    environment:\n      LLM_MODE: ${LLM_MODE}\n      LLM_MODEL: llama3.1:8b\n");
        open("desk");
        QTRY_VERIFY(mark("LLM_MODEL"));
        QCOMPARE(mark("LLM_MODEL")->verdict, TraceMark::Verdict::Shadowed);
        QCOMPARE(mark("LLM_MODEL")->place, latin("compose.yml:6"));
        QCOMPARE(mark("LLM_MODE")->verdict, TraceMark::Verdict::Applies);
        QCOMPARE(mark("LLM_TIMEOUT")->verdict, TraceMark::Verdict::Unused);
        write("desk/compose.yml",
            "services:\n  backend:\n    build: .\n    environment:\n      LLM_MODE: ${LLM_MODE}\n      LLM_MODEL: "
            "${LLM_MODEL}\n");
        QTRY_COMPARE_WITH_TIMEOUT(mark("LLM_MODEL")->verdict, TraceMark::Verdict::Applies, 10'000); // seen without being asked
    }

    void modeBringsItsModelBackInOneStep()
    {
        write("desk/.env", "LLM_MODE=ollama\nLLM_MODEL=llama3.1:8b\n");
        open("desk");
        DeploymentSession &session = m_application->panel().session();
        QTRY_COMPARE(session.configuredModel().text(), latin("llama3.1:8b"));
        session.edit(latin("LLM_MODE"), latin("vllm"));
        env().setValue(latin("LLM_MODEL"), latin("Qwen/Qwen3-8B"));
        env().setValue(latin("LLM_VLLM_URL"), latin("http://127.0.0.1:8001/v1"));
        save();
        const QByteArray vllm = env().savedBytes();
        session.edit(latin("LLM_MODE"), latin("ollama"));
        QCOMPARE(env().value(latin("LLM_MODEL")), latin("llama3.1:8b"));
        env().undo();
        QCOMPARE(env().currentBytes(), vllm);
        session.edit(latin("LLM_MODE"), latin("none"));
        QCOMPARE(env().value(latin("LLM_MODEL")), latin("Qwen/Qwen3-8B"));
    }
};

QTEST_MAIN(WindowsTest)
#include "tst_windows.moc"
