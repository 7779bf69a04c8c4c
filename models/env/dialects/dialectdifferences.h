// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/dialect.h"

namespace pilothouse {

/// A key that not all readers give the same value, or a reader's refusal of the file.
struct DialectDifference
{
    struct Reading
    {
        EnvConsumer consumer = EnvConsumer::Compose;
        std::optional<DialectEntry> entry; ///< none: this reader does not set the key
    };

    int line = 0; ///< 1-based; of the last statement that any of them takes the value from
    QByteArray key; ///< may be empty: Compose reads “=x” so
    std::vector<Reading> readings; ///< in the order of the consumers; of a refusal the refusing one only
    QString refusal; ///< the reason; empty: this is a difference in the key
};

/// In file order, one a line. Readers that refuse the file are reported and left out of the comparison.
/// Pure; linear in the size. References are resolved with the environment given.
std::vector<DialectDifference> dialectDifferences(
    QByteArrayView bytes, const EnvConsumers &consumers, const DialectEnvironment &environment = {});

} // namespace pilothouse
