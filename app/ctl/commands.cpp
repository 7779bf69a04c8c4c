// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"

#include <array>

namespace pilothouse {

namespace {

constexpr std::array<Command, 13> commands{ {
    { "env", "env get [KEY] | env set KEY=VALUE… | env unset KEY…", runEnv },
    { "check", "check", runCheck },
    { "status", "status", runStatus },
    { "up", "up", runUp },
    { "down", "down", runDown },
    { "restart", "restart", runRestart },
    { "logs", "logs [-f] [-n LINES]", runLogs },
    { "models", "models", runModels },
    { "switch", "switch MODEL [--mode ollama|vllm] [--dry-run]", runSwitch },
    { "chat", "chat PROMPT", runChat },
    { "smoke", "smoke", runSmoke },
    { "gpu", "gpu [--watch]", runGpu },
    { "trust", "trust", runTrust },
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

QString commandList()
{
    QString list;
    for (const Command &command : commands)
        list += QStringLiteral("  ") + QString::fromUtf8(command.usage) + QLatin1Char('\n');
    return list;
}

} // namespace pilothouse
