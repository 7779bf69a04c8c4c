// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/deployment.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// Files that are used together ("-f a -f b"). Of the sets that define a service, the one with the lowest rank counts.
struct ComposeFileSet
{
    QStringList files; ///< absolute, in merge order
    int rank = 0;
    bool decided = false; ///< named by .pilothouse.json or COMPOSE_FILE: nothing beside it counts
    bool guessed = false; ///< a file alone, of which nobody says what it goes with
    bool operator==(const ComposeFileSet &) const = default;
};

struct ComposeSearch
{
    QString folder;
    QStringList named; ///< of .pilothouse.json, relative
    QMap<QString, QString> environment; ///< for COMPOSE_FILE and COMPOSE_PATH_SEPARATOR
    QList<QStringList> commands; ///< the -f lists of commands in Makefile and scripts, relative
    LlmMode mode = LlmMode::Unknown; ///< a set whose name holds "vllm" or "ollama" counts in that mode
};

/// Every combination that this folder has. Looks at file names only.
QList<ComposeFileSet> composeFileSets(const ComposeSearch &search);

/// compose.yaml, compose.yml, docker-compose.yml, docker-compose.yaml (the first that exists) and its override; absolute.
QStringList defaultComposeFiles(const QString &folder);

/// COMPOSE_PROFILES.
QStringList composeProfiles(const QMap<QString, QString> &environment);

} // namespace pilothouse
