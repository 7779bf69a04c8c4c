// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/chat.h"
#include "models/net/httpexchange.h"

namespace pilothouse {

QByteArray chatBody(const ChatRequest &request);

/// The request as it goes over the wire. Ollama's keep_alive and think are left to the server's settings. The deadlines:
/// loading a model may take minutes, so the first byte may take as long as the whole answer.
HttpRequest chatHttpRequest(const ChatRequest &request);

} // namespace pilothouse
