// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace pilothouse {

/// A value as make has it and the line that gave it.
struct MakeValue
{
    QString value;
    QString file; ///< absolute path, as given to readMakefile() or named by "include"
    int line = 0;
    bool exported = false; ///< recipes see it in their environment
};

struct MakeUse ///< $(KEY), ${KEY}; in a recipe also $$KEY
{
    QString name;
    QString target; ///< of the recipe; empty outside
    QString flag;
    int line = 0;
    bool shell = false; ///< $$KEY
};

/// What a Makefile does with an env file. Conditionals are not decided: all branches count.
struct Makefile
{
    QMap<QString, int> includes; ///< absolute path of included files that are not makefiles, line
    QMap<QString, MakeValue> values; ///< after reading everything, the last assignment
    QList<MakeUse> uses;
    QList<QStringList> composeCommands; ///< "-f" lists of docker compose, relative
    bool runsCompose = false;
    QMap<QString, QString> sources; ///< target → env file that a recipe sources
    QStringList overwriting; ///< "12 switch-vllm": line and target of recipes that replace the env file
    bool dockerEnvFile = false; ///< "docker run --env-file" with the env file
};

struct MakeRequest
{
    QString path; ///< of the Makefile, absolute
    QString envPath; ///< the deployment's env file, absolute
    QByteArray envBytes; ///< its content
    QMap<QString, QString> shell; ///< environment of make
};

Makefile readMakefile(const QByteArray &bytes, const MakeRequest &request);

/// What commands of a recipe or script do, line by line; shared by both.
struct ShellCommandFacts
{
    std::optional<QStringList> composeFiles; ///< set when the line runs docker compose
    bool overwritesEnv = false; ///< cp, mv, ln, install or "> FILE" onto the env file
    bool sourcesEnv = false; ///< ". .env", "source .env"
    bool dockerEnvFile = false;
};
ShellCommandFacts commandFacts(const QString &line, const QString &envName);

} // namespace pilothouse
