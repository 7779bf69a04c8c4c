// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/deployment/compose/yamlnode.h"
#include "models/result/result.h"

#include <QByteArray>

namespace pilothouse {

/// The documents of a YAML file. Pure; bounded: up to 1 MB, 64 levels, 100,000 nodes with aliases written out.
/// file stands in the places. Aliases are copies, "<<" is merged (the map's own keys win, then the earlier source).
/// Errors: "yaml.invalid", "yaml.duplicate-key", "yaml.too-large"; the message begins with "FILE:LINE: ".
Result<QList<YamlNode>> readYaml(const QByteArray &bytes, const QString &file);

/// A plain scalar as Go's YAML 1.2 reader types it, and the text that Go's fmt.Sprint prints for it: 0.90 → "0.9",
/// 0x10 → "16", true → "true", ~ → Null. Everything else is Text and unchanged.
YamlNode plainScalar(const QString &text);

inline constexpr qsizetype largestYaml = 1024 * 1024;

} // namespace pilothouse
