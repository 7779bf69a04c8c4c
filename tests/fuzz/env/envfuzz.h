// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

/// Reads the bytes as a .env file, edits what it finds and checks what must hold for any input. Null: all held.
/// Many: twenty edits and the six readers' rules, for a replay. One: a single edit that the bytes choose, for millions of runs
/// (the readers have fuzz targets of their own).
enum class EnvFuzzEdits { Many, One };
const char *envFuzzFinding(const QByteArray &bytes, EnvFuzzEdits edits);
