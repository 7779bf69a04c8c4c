// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"

namespace pilothouse {

/// What a status other than 2xx means for this request, from the status and the body; the key never shows up in it.
/// Codes: "chat.model-missing", "chat.context", "chat.key", "chat.busy", "chat.refused-request", "chat.no-api",
/// "chat.provider-error".
Failure chatStatusFailure(const ChatRequest &request, int status, const QByteArray &body);

/// What a fault of the connection means for an answer, "chat.broken-off" when it broke on the way.
Failure chatNetworkFailure(const Failure &http);

class ChatParser;

/// The answer ended without the protocol's end mark: it broke off, or it was no chat answer at all.
Failure chatIncompleteFailure(const ChatParser &parser);

} // namespace pilothouse
