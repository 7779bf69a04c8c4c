// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"
#include "models/result/result.h"

#include <QByteArray>

namespace pilothouse {

/// What GET /v1/models tells.
struct OpenAiListing
{
    QString providerName; ///< "vLLM", "llama-server" or "OpenAI-compatible server"
    QList<ServedModel> served;
    bool mayBeOllama = false; ///< Ollama lists installed models here, not loaded ones: ask its own API
};

/// Bodies of OpenAI-compatible servers, without any I/O. Facts: recorded from llama-server b11669 and vLLM 0.32.0.
class OpenAiParser
{
public:
    /// serverHeader: the "Server" response header ("uvicorn", "llama.cpp"); tells providers apart where owned_by does not.
    static Result<OpenAiListing> models(const QByteArray &body, const QByteArray &serverHeader);
    static QString vllmVersion(const QByteArray &body); ///< GET /version; empty when absent
    static QString llamaBuild(const QByteArray &body); ///< GET /props; empty when absent
    /// llama-server answers 503 with this on every route while it loads.
    static bool isLoading(int status, const QByteArray &body);
};

} // namespace pilothouse
