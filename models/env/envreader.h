// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>

#include <vector>

namespace pilothouse {

struct EnvEntry;

/// Single pass over the bytes of a .env file; fills the entries and the 1-based lines that are no statement.
/// Pure and linear in the size; any bytes are fine. The rule is described at EnvDocument.
void readEnv(QByteArrayView bytes, std::vector<EnvEntry> &entries, std::vector<int> &strangeLines);

} // namespace pilothouse
