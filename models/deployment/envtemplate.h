// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"

#include <QByteArray>
#include <QMap>

namespace pilothouse {

/// Content of a new .env for a folder without one: mode Ollama, vLLM on this machine, or none. English comments, values
/// that every reader reads alike.
QByteArray envTemplate(LlmMode mode);

/// A whole new deployment: its .env and the files that belong beside it, by name.
struct TemplateFiles
{
    QByteArray env;
    QMap<QString, QByteArray> beside;
};

/// id: "ollama", "vllm" (started by Pilothouse), "vllm-compose" (a docker-compose.vllm.yml that reads every key of the .env) or
/// "none"; anything else is like "none".
TemplateFiles templateFiles(const QString &id);

} // namespace pilothouse
