// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

/// Reads the bytes as a .env file, edits what it finds and checks what must hold for any input. Null: all held.
const char *envFuzzFinding(const QByteArray &bytes);
