// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/yamlnode.h"
#include "models/deployment/trace/filereading.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// A variable that a compose file mentions, and where.
struct ComposeUse
{
    QString name;
    TracePlace place;
    QString path; ///< "image", "ports", "deploy.resources…"; below the service
    QString text; ///< the whole text with all variables put in
    bool decides = true;
};

/// One argument of command or entrypoint.
struct ComposeArgument
{
    QString text;
    TracePlace place;
    QList<VariableUse> uses; ///< those that this argument is made of
    bool dropped = false; ///< its variables are empty and it is no argument at all: kept for the trace
};

/// One variable of a container.
struct ComposeVariable
{
    QString name;
    std::optional<QString> value; ///< none: passed through but not set
    TracePlace place; ///< of the entry; of the env_file entry when it comes from there
    QList<VariableUse> uses;
    bool passThrough = false; ///< "KEY" without a value
    QString envFile; ///< absolute path when it comes from an env_file
    int envFileLine = 0;
};

struct ComposePort
{
    QString hostIp;
    QString published; ///< empty: a random port
    QString target;
    QString protocol;
    TracePlace place;
};

struct ComposeEnvFile
{
    QString path; ///< absolute
    QString format; ///< "raw" or empty
    TracePlace place;
};

struct ComposeBuild
{
    QString context; ///< absolute folder; empty when it is not on this machine
    QString dockerfile; ///< relative to context
    QString inlineDockerfile;
    QString target;
    QList<ComposeVariable> arguments;
};

struct ComposeService
{
    QString name;
    TracePlace place;
    QString image;
    std::optional<ComposeBuild> build;
    QList<ComposeVariable> environment; ///< each name once, as the container gets it
    QList<ComposeVariable> overridden; ///< of an env_file or Dockerfile, beaten by environment
    QList<ComposeEnvFile> envFiles;
    std::optional<QList<ComposeArgument>> command; ///< none: the image's
    std::optional<QList<ComposeArgument>> entrypoint;
    QList<ComposeArgument> shellTests; ///< healthcheck commands that a shell runs
    QList<ComposePort> ports;
    QStringList profiles;
    bool enabled = true; ///< by its profiles
    std::optional<int> gpus; ///< count or number of device_ids; none: all or none
    TracePlace gpusPlace;
    QMap<QString, QString> binds; ///< container path → absolute path on this machine
    QList<ComposeUse> uses; ///< outside of environment, command and entrypoint
};

struct ComposeProject
{
    QStringList files; ///< absolute, all that were read
    QList<ComposeService> services;
    QList<ComposeUse> uses; ///< outside of services
    QList<TraceFault> faults; ///< not empty: compose would refuse these files
};

struct ComposeRequest
{
    QString folder; ///< of the project; relative paths start here
    QStringList files; ///< absolute, merged in this order
    QMap<QString, QString> environment; ///< what ${…} sees: the shell's variables, then those of .env
    QStringList profiles;
    FileReading read;
};

/// Loads, merges and interpolates as "docker compose config" does, for what the trace needs. Never fails as a whole: what
/// cannot be read is a fault and the rest goes on. Bounded in size, depth and number of files. Does I/O through read.
ComposeProject loadCompose(const ComposeRequest &request);

/// The services of a merged file; the second half of loadCompose().
void readServices(const YamlNode &merged, const ComposeRequest &request, ComposeProject &project);
/// Compose's short port syntax; nothing for a text that compose refuses. At most 1,000 ports.
QList<ComposePort> parsePorts(const QString &text, const TracePlace &place);

} // namespace pilothouse
