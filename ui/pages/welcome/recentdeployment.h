// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QString>

namespace pilothouse {

/// A deployment that was open before. The caller looks whether the folder exists; pages do no I/O.
struct RecentDeployment
{
    QString path; ///< absolute folder
    QString name;
    QString provider; ///< "Ollama", "vLLM"; may be empty
    QDateTime openedAt;
    bool missing = false;
    bool operator==(const RecentDeployment &) const = default;
};

/// A template that a new deployment can start from.
struct DeploymentTemplate
{
    QString id;
    QString title; ///< "Ollama on this machine"
    bool operator==(const DeploymentTemplate &) const = default;
};

} // namespace pilothouse
