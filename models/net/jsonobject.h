// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace pilothouse {

/// One JSON object from a provider; nullopt when it is none. Bytes that are no UTF-8 become U+FFFD instead of costing
/// the whole object.
std::optional<QJsonObject> jsonObject(const QByteArray &bytes);

/// The text of an error answer in any of the shapes seen: {"error": {"message"}}, {"error": "…"}, the flat
/// {"object": "error", "message"} of old vLLM, {"detail"} of FastAPI. Empty when the object holds no error.
QString jsonErrorText(const QJsonObject &object);

} // namespace pilothouse
