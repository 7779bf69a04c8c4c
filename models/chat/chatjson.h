// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"

#include <QJsonObject>

namespace pilothouse {

/// The answer as `pilothousectl chat --json` prints it: what is unknown is null, never 0 or "".
QJsonObject chatJson(const ChatAnswer &answer);

} // namespace pilothouse
