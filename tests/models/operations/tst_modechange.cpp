// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/modechange.h"

#include <QTest>

using namespace pilothouse;

namespace {

using Values = QMap<QString, QString>;

QString text(const char *words)
{
    return QString::fromLatin1(words);
}

/// "KEY=value" for every change, in order.
QStringList lines(const QList<EnvChange> &changes)
{
    QStringList result;
    for (const EnvChange &change : changes)
        result << change.key + QLatin1Char('=') + change.newValue;
    return result;
}

} // namespace

class TestModeChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modeGetsItsModelBack();
    void vllmFallsBackToTheEngineModelOfTheFile();
    void oneVariableModeStaysOneVariable();
    void noneKeepsEverything();
    void unseenModeKeepsTheModel();
    void oldValuesAreThoseOfTheFile();
};

void TestModeChange::modeGetsItsModelBack()
{
    const Values vllm{ { text("LLM_MODE"), text("vllm") }, { text("LLM_MODEL"), text("Qwen/Qwen3-8B") },
        { text("VLLM_MODEL"), text("Qwen/Qwen3-8B") } };
    QCOMPARE(lines(changesForMode(vllm, LlmMode::Ollama, text("llama3.1:8b"))),
        QStringList({ text("LLM_MODE=ollama"), text("LLM_MODEL=llama3.1:8b") }));
    const Values ollama{ { text("LLM_MODE"), text("ollama") }, { text("LLM_MODEL"), text("llama3.1:8b") },
        { text("VLLM_MODEL"), text("Qwen/Qwen3-4B") } };
    QCOMPARE(lines(changesForMode(ollama, LlmMode::Vllm, text("Qwen/Qwen3-8B"))),
        QStringList({ text("LLM_MODE=vllm"), text("LLM_MODEL=Qwen/Qwen3-8B"), text("VLLM_MODEL=Qwen/Qwen3-8B") }));
}

void TestModeChange::vllmFallsBackToTheEngineModelOfTheFile()
{
    const Values values{ { text("LLM_MODE"), text("ollama") }, { text("LLM_MODEL"), text("llama3.1:8b") },
        { text("VLLM_MODEL"), text("Qwen/Qwen3-4B") } };
    QCOMPARE(lines(changesForMode(values, LlmMode::Vllm, {})),
        QStringList({ text("LLM_MODE=vllm"), text("LLM_MODEL=Qwen/Qwen3-4B") }));
}

void TestModeChange::oneVariableModeStaysOneVariable()
{
    const Values values{ { text("LLM_MODE"), text("ollama") }, { text("LLM_MODEL"), text("llama3.1:8b") } };
    QCOMPARE(lines(changesForMode(values, LlmMode::Vllm, text("Qwen/Qwen3-8B"))),
        QStringList({ text("LLM_MODE=vllm"), text("LLM_MODEL=Qwen/Qwen3-8B") }));
}

void TestModeChange::noneKeepsEverything()
{
    const Values values{ { text("LLM_MODE"), text("ollama") }, { text("LLM_MODEL"), text("llama3.1:8b") } };
    QCOMPARE(lines(changesForMode(values, LlmMode::None, text("x"))), QStringList{ text("LLM_MODE=none") });
}

void TestModeChange::unseenModeKeepsTheModel()
{
    const Values values{ { text("LLM_MODE"), text("vllm") }, { text("LLM_MODEL"), text("Qwen/Qwen3-8B") } };
    QCOMPARE(lines(changesForMode(values, LlmMode::Ollama, {})), QStringList{ text("LLM_MODE=ollama") });
}

void TestModeChange::oldValuesAreThoseOfTheFile()
{
    const QList<EnvChange> changes = changesForMode({ { text("LLM_MODEL"), text("a:1") } }, LlmMode::Ollama, text("b:2"));
    QCOMPARE(changes.size(), 2);
    QVERIFY(!changes.at(0).oldValue);
    QCOMPARE(changes.at(1).oldValue, std::optional(text("a:1")));
}

QTEST_GUILESS_MAIN(TestModeChange)
#include "tst_modechange.moc"
