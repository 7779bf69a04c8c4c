// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/composetarget.h"
#include "models/domain/deployment.h"
#include "models/domain/endpoint.h"
#include "models/domain/failure.h"
#include "models/domain/modelname.h"

#include <QMetaType>

#include <optional>

namespace pilothouse {

/// One argument or environment entry of a command, with the place it came from, for the preview on the Provider page.
struct LaunchArgument
{
    QString text; ///< one argv element, or "KEY=value" for the environment
    QString origin; ///< "VLLM_MAX_MODEL_LEN, .env line 7", "Pilothouse", ".pilothouse.json"
    bool secret = false; ///< shown masked
    QString key = {}; ///< of .env, when its value is the reason for this argument
    bool operator==(const LaunchArgument &) const = default;
};

/// Exactly what Start will run and how its readiness is observed. Built from .env, .pilothouse.json and detection.
struct LaunchSpec
{
    LauncherKind kind = LauncherKind::None;
    QString program; ///< absolute path; empty when nothing is launched (remote, none)
    QList<LaunchArgument> arguments;
    QList<LaunchArgument> environment; ///< added to the base allow-list (R8), nothing else is passed on
    QString workingFolder;
    Endpoint endpoint; ///< where the panel talks to the provider (container-only hosts resolved)
    Endpoint configuredEndpoint; ///< as .env says it; equal to endpoint unless url.container-only applies
    ModelName model; ///< the model that must be served for Ready
    QMap<QString, QString> appliedValues; ///< .env values that this start puts into force (secrets left out or masked)
    QString reason; ///< why this launcher and program, for people
    QStringList notes; ///< what the operator should know before Start, one sentence each
    QString trustHash; ///< not empty: this came from the deployment's own files and needs consent once
    /// VLLM_API_KEY may be sent to `endpoint`: it came from .env or the operator's own choice, or is on this machine. False when
    /// .pilothouse.json names another machine (then only with the consent to trustHash) and with Ollama, which takes no key.
    bool keyAllowed = false;
    std::optional<ComposeTarget> compose; ///< kind Compose only
    std::optional<Failure> blocked; ///< why it cannot start (program missing, model empty, …)

    QStringList argumentTexts() const
    {
        QStringList texts;
        for (const LaunchArgument &argument : arguments)
            texts << argument.text;
        return texts;
    }
    /// argumentTexts() for people: the whole of a secret is masked, of "--flag=secret" what follows the flag.
    QStringList shownArguments() const
    {
        QStringList texts;
        for (const LaunchArgument &argument : arguments) {
            const qsizetype equals = argument.text.startsWith(u'-') ? argument.text.indexOf(u'=') : -1;
            texts << (argument.secret ? argument.text.left(equals + 1) + QStringLiteral("••••••") : argument.text);
        }
        return texts;
    }
    bool canStart() const { return !blocked && !program.isEmpty(); }
    bool operator==(const LaunchSpec &) const = default;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::LaunchSpec)
