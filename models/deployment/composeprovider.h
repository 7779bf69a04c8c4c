// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/dockertools.h"
#include "models/deployment/trace/configtracer.h"
#include "models/domain/endpoint.h"

#include <optional>

namespace pilothouse {

/// The compose service that is the provider of this deployment in one mode.
struct ComposeProvider
{
    DockerTools tools;
    QStringList files; ///< absolute, in merge order
    QString service;
    TracePlace place;
    QString program; ///< "vllm", "ollama", "llama-server"; empty: not known, the service is named by .pilothouse.json
    QString backend; ///< service that asks it; empty: not known
    QString servedName; ///< what its command line makes it serve; empty: not known
    Endpoint endpoint; ///< of its published port; invalid: it publishes none
    bool open = false; ///< published on every network interface
    QString contentHash; ///< of all files that decide what runs
    bool operator==(const ComposeProvider &) const = default;
};

/// Per mode (ollama, vllm), since a switch asks about the other one.
using ComposeProviders = QMap<LlmMode, ComposeProvider>;

/// Which compose service would be the provider: the one that .pilothouse.json names, else the one whose image or command is
/// a provider of that mode and that the address in .env can mean. No entry: the provider is not run by compose. Reads files,
/// runs nothing: call it off the UI thread. At once when no file of the folder is a compose file.
ComposeProviders findComposeProviders(const TraceInputs &inputs);

} // namespace pilothouse
