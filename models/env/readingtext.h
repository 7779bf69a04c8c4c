// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/dialect.h"

#include <optional>

namespace pilothouse {

/// What a reader gets, for people, in one row: "“a b”", "not set", "empty"; dots for a secret.
QString readingText(const std::optional<DialectEntry> &entry, bool secret);
/// Control characters as their signs, so that a value of several lines stands in one row; cut with "…" when `longest` is given.
QString oneRow(const QByteArray &text, qsizetype longest = -1);

} // namespace pilothouse
