// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/providerstatus.h"
#include "models/domain/steps.h"
#include "models/result/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace pilothouse {

/// Bodies of Ollama's native API, without any I/O. Facts: recorded from Ollama 0.32.15, fields of older versions
/// from providers.md A.4. Errors have the code "probe.not-provider".
class OllamaParser
{
public:
    static Result<QString> version(const QByteArray &body); ///< GET /api/version
    static Result<QList<ServedModel>> loaded(const QByteArray &body); ///< GET /api/ps
    static Result<QList<ModelEntry>> installed(const QByteArray &body); ///< GET /api/tags
    static bool isEndMark(const QByteArray &body); ///< POST /api/generate said "done": true
};

/// The sentence inside an error body of any provider, at most 500 characters; empty when there is none.
QString providerErrorText(const QByteArray &body);

/// The body as a JSON object, or "probe.not-provider" with the beginning of what came instead.
Result<QJsonObject> parseJsonObject(const QByteArray &body);

} // namespace pilothouse
