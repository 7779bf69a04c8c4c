// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/domain/envwritequestion.h"
#include "models/env/dialects/dialect.h"
#include "models/env/envdocument.h"

namespace pilothouse {

/// What one reader makes of an edit.
struct EnvReaderOutcome
{
    EnvConsumer consumer = EnvConsumer::Compose;
    std::optional<DialectEntry> reads; ///< the edited key; none: not set
    bool asTyped = false; ///< it reads the value that was typed (of a reference: the same as the others would expand)
    QByteArrayList changedKeys; ///< other keys whose value would change though they do not refer to this one
    QString refusal; ///< why it would refuse the whole file
    bool refusedBefore = false; ///< it refuses the file as it is, edit or not
};

/// One way of writing a value.
struct EnvWriteChoice
{
    EnvStyle style = EnvStyle::Plain;
    QByteArray text; ///< what would stand behind "="
    std::vector<EnvReaderOutcome> outcomes; ///< in the order of the consumers
    int served = 0; ///< readers that get the value as typed and nothing else changed
};

EnvReaderOutcome readerOutcome(
    const EnvDocument &before, const EnvDocument &after, const QByteArray &key, const QByteArray &value, EnvConsumer consumer);

/// Every style that can be written here, the one that serves most consumers first: for a question when setValue() refuses.
/// EnvDocument::setValueAs() then writes the chosen one. Pure.
std::vector<EnvWriteChoice> writeChoices(
    const EnvDocument &document, const QString &key, const QString &value, const EnvConsumers &consumers);

/// The same for people, with readers that get the same in one group. secret: values are dots, only the signs around them show.
EnvWriteQuestion writeQuestion(const QString &key, bool secret, const std::vector<EnvWriteChoice> &choices);

QString envStyleName(EnvStyle style); ///< "plain", "single", "double", "escaped", "quote-escaped", "backtick"
std::optional<EnvStyle> envStyleFromName(const QString &name);
QStringList envStyleNames();

} // namespace pilothouse
