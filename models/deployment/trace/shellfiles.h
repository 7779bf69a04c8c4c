// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/trace/makefile.h"

namespace pilothouse {

struct ScriptUse
{
    QString name;
    QString flag;
    int line = 0;
};

/// A shell script that may source the env file.
struct ShellScript
{
    int sourceLine = 0; ///< of ". .env"; 0: it does not
    bool exportsAll = false; ///< "set -a" or "export" of the whole file before
    QList<ScriptUse> uses; ///< behind the line that sources
    QList<QStringList> composeCommands;
    bool overwritesEnv = false;
    bool dockerEnvFile = false;
    QMap<QString, int> assigned; ///< KEY=… behind the source line: beats the file
};
ShellScript readShellScript(const QByteArray &bytes, const QString &envName);

/// A systemd unit with EnvironmentFile=.
struct SystemdUnit
{
    int environmentFileLine = 0; ///< of the line that names the env file; 0: it does not
    QStringList command; ///< ExecStart, split
    int commandLine = 0;
};
/// envName is the file's name: a unit may name it by the path of its installation.
SystemdUnit readSystemdUnit(const QByteArray &bytes, const QString &envName);

} // namespace pilothouse
