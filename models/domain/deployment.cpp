// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/deployment.h"

#include <array>
#include <utility>

namespace pilothouse {

namespace {

constexpr std::array<std::pair<LauncherKind, const char *>, 8> launcherNames{{
    {LauncherKind::None, "none"},
    {LauncherKind::Ollama, "ollama"},
    {LauncherKind::Vllm, "vllm"},
    {LauncherKind::Command, "command"},
    {LauncherKind::Remote, "remote"},
    {LauncherKind::Compose, "compose"},
    {LauncherKind::Make, "make"},
    {LauncherKind::Systemd, "systemd"},
}};

} // namespace

QString launcherName(LauncherKind kind)
{
    for (const auto &[known, name] : launcherNames) {
        if (known == kind)
            return QLatin1String(name);
    }
    return {};
}

LauncherKind launcherFromName(const QString &name, LauncherKind otherwise)
{
    for (const auto &[kind, known] : launcherNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return otherwise;
}

LlmMode llmModeFromText(const QString &text)
{
    if (text == QLatin1String("ollama"))
        return LlmMode::Ollama;
    if (text == QLatin1String("vllm"))
        return LlmMode::Vllm;
    if (text == QLatin1String("none"))
        return LlmMode::None;
    return LlmMode::Unknown;
}

} // namespace pilothouse
