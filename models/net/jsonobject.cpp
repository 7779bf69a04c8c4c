// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/jsonobject.h"

#include <QJsonDocument>

namespace pilothouse {

std::optional<QJsonObject> jsonObject(const QByteArray &bytes)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::IllegalUTF8String)
        document = QJsonDocument::fromJson(QString::fromUtf8(bytes).toUtf8(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

QString jsonErrorText(const QJsonObject &object)
{
    const QJsonValue error = object.value(QLatin1String("error"));
    if (error.isString())
        return error.toString();
    if (error.isObject()) {
        const QString message = error.toObject().value(QLatin1String("message")).toString();
        return message.isEmpty() ? QString::fromUtf8(QJsonDocument(error.toObject()).toJson(QJsonDocument::Compact)) : message;
    }
    if (object.value(QLatin1String("object")).toString() == QLatin1String("error"))
        return object.value(QLatin1String("message")).toString();
    return object.value(QLatin1String("detail")).toString();
}

} // namespace pilothouse
