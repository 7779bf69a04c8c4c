// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/launchplan.h"

#include <QRegularExpression>

namespace pilothouse {

/// Private to this room: collects one LaunchSpec. The first reason to block stays.
class LaunchBuilder
{
public:
    explicit LaunchBuilder(const LaunchInputs &inputs) : m_inputs(inputs) { }

    LaunchSpec spec;

    const LaunchInputs &inputs() const { return m_inputs; }
    QString value(const QString &key) const { return valueInForce(m_inputs.values, key); }
    bool has(const QString &key) const { return m_inputs.values.contains(key); }
    QString envName() const; ///< ".env"
    QString origin(const QString &key) const; ///< "VLLM_MAX_MODEL_LEN, .env line 7"
    void block(const Failure &failure);
    void applied(const QString &key); ///< remembers the value as put into force by this start, unless it is a secret
    void argument(const QString &text, const QString &origin, bool secret = false, const QString &key = {});
    /// envKey is the key of .env that it comes from.
    void variable(const QString &key, const QString &value, const QString &origin, bool secret, const QString &envKey = {});
    void findProgram(const QString &fallback); ///< choice, description, fallback
    void addModel(LlmMode mode); ///< spec.model; blocks when it is empty or looks like an option
    void addDescribedArguments(); ///< args of .pilothouse.json, with ${KEY}
    void addDescribedEnvironment(); ///< environment of .pilothouse.json, with ${KEY}

private:
    QString expanded(const QString &text, bool inArguments);

    const LaunchInputs &m_inputs;
};

/// Where a provider is asked, and where it listens.
struct ListenAddress
{
    Endpoint endpoint; ///< for connecting: open and container-only hosts become 127.0.0.1
    Endpoint configured; ///< as written
    QString bindHost; ///< for --host and OLLAMA_HOST
    int port = 0;
    bool open = false; ///< listens on every network interface
    bool containerOnly = false; ///< a name that only a compose network knows
    bool otherMachine = false; ///< a dotted name or an address that is not this machine's loopback
    bool isValid() const { return endpoint.isValid() && port > 0; }
};
ListenAddress listenAddress(const QUrl &url);
/// OLLAMA_HOST: [scheme://]host[:port][/path], quotes and blanks around it ignored; port 11434.
QUrl ollamaHostUrl(const QString &text);

// One launcher each, in its own file.
void planOllama(LaunchBuilder &builder, const ListenAddress &address);
void planVllm(LaunchBuilder &builder, const ListenAddress &address);
void planCommand(LaunchBuilder &builder);
void planCompose(LaunchBuilder &builder, LlmMode mode);

const QRegularExpression &keyReference(); ///< ${KEY} in the texts of .pilothouse.json, its name captured
QStringList vllmKeys(); ///< VLLM_* keys that planVllm() reads, secrets and VLLM_MODEL left out
QString vllmFlagOf(const QString &key); ///< "--max-model-len" of VLLM_MAX_MODEL_LEN; empty: the key becomes no flag of its own
bool isVllmSwitch(const QString &key); ///< its flag stands alone

} // namespace pilothouse
