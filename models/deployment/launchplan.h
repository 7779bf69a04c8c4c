// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/composeprovider.h"
#include "models/deployment/deploymentdescription.h"
#include "models/domain/launchspec.h"
#include "models/settings/operatorchoice.h"

#include <QMap>
#include <QString>

#include <functional>

namespace pilothouse {

/// Everything that decides what Start runs. Precedence: choice, then description, then detection from the values.
struct LaunchInputs
{
    Deployment deployment;
    DeploymentDescription description;
    OperatorChoice choice;
    QMap<QString, QString> values; ///< saved .env, decoded, without defaults
    std::function<int(const QString &)> lineOf; ///< line of a key in .env, 0 when absent; may be empty
    QString searchPath; ///< PATH
    std::optional<ComposeProvider> compose; ///< of the mode in force; none: no compose file runs the provider
};

/// What Start would run, or in `blocked` why it cannot. Looks for the program on the file system, nothing else.
/// Facts: Ollama's variables providers.md A.3, vLLM's flags B.1, B.2.
LaunchSpec launchPlan(const LaunchInputs &inputs);

/// Key of the model that must be served in this mode: LLM_MODEL, in vllm VLLM_MODEL when it is present.
QString modelKeyInForce(const QMap<QString, QString> &values, LlmMode mode);
/// Value of .env, or the default of LLM_MODE and LLM_MODEL when the key is absent.
QString valueInForce(const QMap<QString, QString> &values, const QString &key);
/// Keys whose change needs a restart (or a reload of the model) under this launcher; no secrets. Without those of ${KEY} in a
/// command, which only the running process's applied values tell.
QStringList launchKeys(const QMap<QString, QString> &values, LauncherKind kind);

} // namespace pilothouse
