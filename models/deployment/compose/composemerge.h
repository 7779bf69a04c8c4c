// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/yamlnode.h"
#include "models/result/result.h"

#include <QStringList>

namespace pilothouse {

/// Merges one compose file over another as compose does (compose-go override/): maps merge, lists append, command,
/// entrypoint and healthcheck.test replace, environment, env_file, labels … become one list in which the later entry of a
/// key wins. path is where the two stand ("services", "backend"). Error: "compose.merge" with the path.
Result<YamlNode> mergeCompose(const YamlNode &base, const YamlNode &over, const QStringList &path = {});

/// Removes earlier entries of the same key from the lists that hold each key once (environment, env_file, ports, …).
YamlNode withUniqueEntries(const YamlNode &node, const QStringList &path = {});

/// "KEY=value" list of a map or list; a text is a list of one.
QList<YamlNode> asSequence(const YamlNode &node);

/// The paths of !reset and !override in a document; removes the nodes of !reset.
QList<QStringList> takeResets(YamlNode &document);
void removePaths(YamlNode &node, const QList<QStringList> &paths, const QStringList &at = {});

} // namespace pilothouse
