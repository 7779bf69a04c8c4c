// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// What is known about a provider that ended or never became ready.
struct FailureSymptoms
{
    QString provider; ///< "ollama", "vllm", "llama-server"; empty: not known, then rules for one provider count as well
    QString version; ///< "0.32.15"; empty: not known, then version ranges do not exclude
    std::optional<int> exitCode;
    QStringList logLines; ///< redacted, oldest first
};

/// The first rule that explains the symptoms.
struct KnownFailure
{
    QString id; ///< "port.in-use", "memory.gpu", …
    QString message; ///< what happened
    QString fix; ///< what to do
    QString line; ///< the line of the log that decides; empty when the exit code does
    QList<QPair<QString, QString>> proposed; ///< values of .env that the provider's own words suggest: VLLM_MAX_MODEL_LEN, 1024
};

/// The table resources/rules/provider-failures.json (facts: reference/providers.md A.6, B.7, C.1, D, F and G). Precise causes
/// stand before general ones; a wrapper ("EngineCore failed to start") counts only when no other rule does. Any thread.
std::optional<KnownFailure> knownFailure(const FailureSymptoms &symptoms, const QString &language);

} // namespace pilothouse
