// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/telemetrysample.h"
#include "ui/widgets/meter.h"

#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// What the memory gauge and the memory instrument show of one sample: GPU memory where a GPU was measured, else the
/// provider tree's RAM, named as such.
struct MemoryReading
{
    bool gpu = false;
    QString caption; ///< "GPU memory", "RAM, Ollama"
    std::optional<qint64> shown; ///< GPU: used by everybody; RAM: the provider's own
    std::optional<qint64> provider;
    std::optional<qint64> other;
    double total = 0; ///< bytes; 0 when unknown
    QString totalText; ///< "/ 24.0 GiB"
    QList<MeterSegment> segments;
    QString reason; ///< why this is not GPU memory; empty for a GPU
};

MemoryReading memoryReading(const TelemetrySample &sample, const QString &providerName);

} // namespace pilothouse
