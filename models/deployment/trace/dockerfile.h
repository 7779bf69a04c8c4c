// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

struct DockerCommand
{
    bool shell = false; ///< written as a text: "/bin/sh -c" runs it
    QStringList arguments; ///< of the shell form one text
    int line = 0;
};

struct DockerVariable
{
    QString value;
    int line = 0;
};

/// What a Dockerfile's stage does to the container's environment and command.
struct DockerImage
{
    QString base; ///< image that the stage begins with, after following earlier stages
    QMap<QString, DockerVariable> environment; ///< ENV
    QMap<QString, int> arguments; ///< ARG names of the file, with their lines
    std::optional<DockerCommand> command;
    std::optional<DockerCommand> entrypoint;
};

/// target is the name of the stage; empty: the last one. Pure; lines that it does not know are passed over.
DockerImage readDockerfile(const QByteArray &bytes, const QString &target);

} // namespace pilothouse
