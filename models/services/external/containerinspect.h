// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/containerfacts.h"
#include "models/result/result.h"

#include <QByteArray>

namespace pilothouse {

/// The answer of "docker inspect ID…" (also podman's). onThisMachine: false leaves the pid out. Error: "docker.answer" when it
/// is no such JSON. Field names: Docker Engine API v1.24 and later.
Result<QList<ContainerFacts>> readInspect(const QByteArray &json, bool onThisMachine);

} // namespace pilothouse
