// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/env/dialects/envconsumer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// Ways to write a value after "=".
enum class EnvStyle {
    Plain, ///< KEY=value
    Single, ///< KEY='value', nothing escaped
    Double, ///< KEY="value", nothing escaped
    Escaped, ///< KEY="va\"l\\u\$e", POSIX escapes
    QuoteEscaped, ///< KEY='it\'s', Compose and python-dotenv only
    Backtick, ///< KEY=`value`, npm dotenv only
};

/// Rules of what each consumer gives back, checked against the real programs. Pure; values are UTF-8 bytes.
class EnvWriter
{
public:
    static EnvConsumers allConsumers();
    static EnvConsumers allButDocker();
    static EnvConsumers coreConsumers(); ///< Compose, python-dotenv, sh

    static QByteArray encode(EnvStyle style, const QByteArray &value);
    /// True when `key` + "=" + encode(style, value) is read as exactly `value` by the consumer.
    static bool safe(EnvStyle style, EnvConsumer consumer, const QByteArray &value, const QByteArray &key = "K");
    static bool safe(EnvStyle style, const EnvConsumers &consumers, const QByteArray &value, const QByteArray &key = "K");
    /// First style (plain first) that every consumer reads back; none when there is no such text.
    static std::optional<EnvStyle> choose(const QByteArray &value, const EnvConsumers &consumers, const QByteArray &key = "K");

    /// The style to write with: the present one when it serves as many consumers as the best, else the best.
    /// References (${NAME}, and $NAME where the old text had one) stay references: written plain or "…" for the core.
    /// All five readers without docker are served where that costs the given consumers nothing.
    static std::optional<EnvStyle> styleFor(const QByteArray &value, std::optional<EnvStyle> present, bool hadReference,
        const QByteArray &key = "K", const EnvConsumers &consumers = coreConsumers());
    static bool hasReference(const QByteArray &text); ///< $NAME or ${…} that Compose would expand

    /// Consumers that no style serves together with the ones before them, as names for people.
    static QStringList disagreeing(const QByteArray &value, const EnvConsumers &consumers = coreConsumers());
    static QString consumerName(EnvConsumer consumer); ///< "compose", "python-dotenv", "sh", …
};

} // namespace pilothouse
