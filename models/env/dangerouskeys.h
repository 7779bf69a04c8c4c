// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace pilothouse {

/// What setting this key to this value would cause beyond its own program (R9: code that gets loaded, traffic that goes
/// elsewhere, a port open to the network): one sentence; none when it is an ordinary key. language: "en" or "ru".
/// The rules are resources/rules/dangerous.json. Names are compared without regard to case. Any thread.
std::optional<QString> dangerOf(const QString &key, const QString &value, const QString &language);

} // namespace pilothouse
