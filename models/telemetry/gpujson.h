// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"

#include <QJsonArray>

namespace pilothouse {

/// What `pilothousectl gpu --json` prints: bytes are integers, unknown figures are null.
QJsonArray gpuJson(const QList<GpuSample> &gpus);

} // namespace pilothouse
