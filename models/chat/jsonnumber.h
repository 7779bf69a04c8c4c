// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>

#include <cmath>
#include <optional>

namespace pilothouse {

/// A whole number ≥ 0; nullopt when absent, of another type, or out of the range that JSON keeps exact.
inline std::optional<qint64> jsonCount(const QJsonObject &object, QLatin1String key)
{
    const QJsonValue value = object.value(key);
    const double number = value.toDouble(-1);
    if (number < 0 || number > 9e15 || number != std::floor(number))
        return std::nullopt;
    return qint64(number);
}

/// A number > 0; nullopt otherwise.
inline std::optional<double> jsonPositive(const QJsonObject &object, QLatin1String key)
{
    const double number = object.value(key).toDouble(0);
    return number > 0 ? std::optional<double>(number) : std::nullopt;
}

} // namespace pilothouse
