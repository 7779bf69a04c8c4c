// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include <array>

namespace pilothouse {

namespace {

constexpr std::array<Command, 17> commands{ {
    { "env", "env get [KEY] [--dialect NAME] | env set [--yes] [--style NAME] KEY=VALUE… [--dry-run] | env unset KEY… [--dry-run]",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext", "reads or changes .env; an edit touches only its own bytes"), runEnv },
    { "profile",
        "profile list | profile show NAME | profile apply NAME [--keys A,B] [--dry-run] [--yes] | profile save NAME [--replace]",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext",
            "compares .env with the profiles beside it (.env.NAME), takes their values over, or keeps the present state as one"),
        runProfile },
    { "history", "history list | history show ID | history restore ID",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext",
            "lists the kept versions of .env, shows what restoring one would change, or restores it"),
        runHistory },
    { "check", "check", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "checks .env against all rules"), runCheck },
    { "trace", "trace [KEY]",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext", "shows where each value of .env goes, and what beats it"), runTrace },
    { "status", "status",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext", "shows what is configured, what runs and what is not applied yet"),
        runStatus },
    { "up", "up", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "starts the provider; returns when it is ready or failed"),
        runUp },
    { "down", "down", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "stops the provider and everything that it started"),
        runDown },
    { "apply", "apply",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext",
            "puts the saved .env into force with the least that does it: nothing, a model load, up -d or a restart"),
        runApply },
    { "restart", "restart", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "stops and starts it with the saved .env"),
        runRestart },
    { "logs", "logs [-f] [-n LINES]",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext", "prints the provider’s log; -f goes on until Ctrl+C"), runLogs },
    { "models", "models", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "lists the models that you can switch to"), runModels },
    { "switch", "switch MODEL [--mode ollama|vllm] [--dry-run]",
        QT_TRANSLATE_NOOP(
            "pilothouse::CommandContext", "changes the model and proves it with an answer; goes back when a step fails"),
        runSwitch },
    { "chat", "chat PROMPT", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "asks one question and measures the answer"),
        runChat },
    { "smoke", "smoke",
        QT_TRANSLATE_NOOP("pilothouse::CommandContext", "tests rules, process, port, served model and one answer"), runSmoke },
    { "gpu", "gpu [--watch]", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "shows the GPUs with their memory"), runGpu },
    { "trust", "trust", QT_TRANSLATE_NOOP("pilothouse::CommandContext", "confirms the program that this folder’s own files run"),
        runTrust },
} };

} // namespace

const Command *findCommand(const QString &name)
{
    for (const Command &command : commands) {
        if (name == QLatin1String(command.name))
            return &command;
    }
    return nullptr;
}

QString commandHelp(const Command &command)
{
    return QString::fromUtf8(command.usage) + QStringLiteral("\n      ") + CommandContext::tr(command.does);
}

QString commandList()
{
    QString list;
    for (const Command &command : commands)
        list += QStringLiteral("  ") + commandHelp(command) + QLatin1Char('\n');
    return list;
}

} // namespace pilothouse
