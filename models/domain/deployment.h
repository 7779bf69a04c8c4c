// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// Who runs the provider. Part 1 builds Ollama, Vllm, Command, Remote and None; the rest keep their names reserved.
enum class LauncherKind { None, Ollama, Vllm, Command, Remote, Compose, Make, Systemd };

/// LLM_MODE of the deployment.
enum class LlmMode { Unknown, Ollama, Vllm, None };

/// The folder that the operator opened.
struct Deployment
{
    QString folder;  ///< absolute, canonical
    QString name;    ///< folder name, for people
    QString envPath; ///< absolute path of the edited file; the file may be absent

    bool isValid() const { return !envPath.isEmpty(); }
    bool operator==(const Deployment &) const = default;
};

/// Text used in JSON and settings: "ollama", "vllm", "command", …
QString launcherName(LauncherKind kind);
LauncherKind launcherFromName(const QString &name, LauncherKind otherwise = LauncherKind::None);
LlmMode llmModeFromText(const QString &text);

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::Deployment)
