// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/envconsumer.h"

#include <QByteArray>

/// Reads the bytes as the consumer would and checks what must hold for any input. Null: all held.
const char *dialectFuzzFinding(pilothouse::EnvConsumer consumer, const QByteArray &bytes);

/// The first byte chooses the consumers and the file around, the rest is a value: when it is written, each consumer must
/// read it back and every other key stay. Null: all held.
const char *writerFuzzFinding(const QByteArray &bytes);
