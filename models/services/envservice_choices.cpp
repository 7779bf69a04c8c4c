// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/services/envservice_choices.h"

#include "models/env/envmerge.h"
#include "models/env/envwritechoices.h"
#include "models/env/secretkeys.h"
#include "models/services/envservice_p.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr EnvStyle styles[]
    = { EnvStyle::Escaped, EnvStyle::Single, EnvStyle::Double, EnvStyle::Plain, EnvStyle::QuoteEscaped, EnvStyle::Backtick };

bool canBeWritten(const EnvDocument &document, const QString &key, const QString &value)
{
    if (value.contains(QChar(0)))
        return false;
    return std::any_of(std::begin(styles), std::end(styles), [&](EnvStyle style) {
        EnvDocument edited = document;
        return bool(edited.setValueAs(key, value, style));
    });
}

QByteArray rawOf(const EnvDocument &document, const QString &key)
{
    const EnvEntry *entry = document.find(key);
    return entry ? document.rawValueOf(*entry).toByteArray() : QByteArray();
}

/// The document as it would be without the edit of the key.
EnvDocument without(const EnvDocument &current, const EnvDocument &saved, const QString &key)
{
    const Result<EnvDocument> document = withKeyOf(current, saved, key);
    return document ? *document : current;
}

} // namespace

Error choiceError(const QString &path, const QList<EnvWriteQuestion> &questions)
{
    QStringList keys;
    QStringList lines;
    for (const EnvWriteQuestion &question : questions) {
        keys << question.key;
        for (const EnvWriteOption &option : question.options) {
            lines << EnvService::tr("%1: %2").arg(option.style, option.line);
            for (const EnvReaderGroup &group : option.groups)
                lines << QStringLiteral("    ")
                        + EnvService::tr("%1: %2").arg(group.readers.join(QStringLiteral(", ")), group.gets);
        }
    }
    Error error;
    error.code = QStringLiteral("env.choice");
    error.message = EnvService::tr("Nothing was saved: the readers of %1 would not all get the same value of %2.")
                        .arg(path, keys.join(QStringLiteral(", ")));
    error.cause = EnvService::tr("No way of writing it serves every one of them.");
    error.fix = EnvService::tr("Choose how it is written, or set another value.");
    error.detail = lines.join(u'\n');
    return error;
}

/// Written for all readers of this deployment; where that cannot be, for Compose, python-dotenv and sh until Save has asked;
/// where that cannot be either, kept beside the document as typed.
Result<void> EnvService::Private::apply(EnvDocument &edited, const QString &key, const std::optional<QString> &value)
{
    rejected.remove(key);
    typed.remove(key);
    EnvConsumers served = form.trace().consumers;
    Result<void> done = value ? edited.setValue(key, *value, served) : edited.unset(key);
    if (!done && value) {
        served = EnvWriter::coreConsumers();
        done = edited.setValue(key, *value, served);
    }
    const bool awaitsChoice = !done && value && canBeWritten(edited, key, *value);
    if (value && done)
        typed.insert(key, { *value, rawOf(edited, key), served });
    else if (awaitsChoice)
        typed.insert(key, { *value, {}, {} });
    if (!done)
        rejected.insert(key, RejectedEdit{ value.value_or(QString()), done.error(), awaitsChoice });
    return done;
}

std::optional<EnvWriteQuestion> EnvService::Private::questionAbout(const QString &key, const TypedValue &given) const
{
    const auto refused = rejected.constFind(key);
    const bool waits = refused != rejected.constEnd() && refused->awaitsChoice && refused->value == given.value;
    const EnvConsumers &consumers = form.trace().consumers;
    const auto isSettled = [&](EnvConsumer consumer) { return given.settled.contains(consumer); };
    const QByteArray raw = rawOf(current, key);
    if (!waits
        && (raw != given.raw || !current.has(key) || (saved.has(key) && rawOf(saved, key) == raw)
            || std::all_of(consumers.begin(), consumers.end(), isSettled)))
        return std::nullopt; // written otherwise since, as before, or for everyone
    const QByteArray value = given.value.toUtf8();
    const EnvDocument base = without(current, saved, key);
    const auto isServed = [&](EnvConsumer consumer) {
        const EnvReaderOutcome outcome = readerOutcome(base, current, key.toUtf8(), value, consumer);
        return outcome.asTyped && outcome.changedKeys.isEmpty();
    };
    if (!waits && std::all_of(consumers.begin(), consumers.end(), isServed))
        return std::nullopt;
    const EnvWriteQuestion question
        = writeQuestion(key, isSecretName(key) || isSecretValue(given.value), writeChoices(base, key, given.value, consumers));
    return question.options.isEmpty() ? std::nullopt : std::optional(question);
}

void EnvService::Private::forgetChoices()
{
    typed.removeIf([&](const auto &each) {
        return !rejected.contains(each.key()) && saved.has(each.key()) && rawOf(saved, each.key()) == each->raw;
    });
}

QList<EnvWriteQuestion> EnvService::writeQuestions() const
{
    QList<EnvWriteQuestion> questions;
    for (auto each = d->typed.constBegin(); each != d->typed.constEnd(); ++each) {
        if (const std::optional<EnvWriteQuestion> question = d->questionAbout(each.key(), each.value()))
            questions << *question;
    }
    return questions;
}

void EnvService::writeAs(const QString &key, const QString &style)
{
    const std::optional<EnvStyle> wanted = envStyleFromName(style);
    const auto given = d->typed.constFind(key);
    if (!wanted || given == d->typed.constEnd() || !d->isEditable())
        return;
    EnvDocument edited = d->current;
    const QString value = given->value;
    const Result<void> done = edited.setValueAs(key, value, *wanted);
    if (!done) {
        d->rejected.insert(key, RejectedEdit{ value, done.error() });
        d->refresh();
        return;
    }
    d->rejected.remove(key);
    d->typed.insert(key, { value, rawOf(edited, key), d->form.trace().consumers });
    if (edited == d->current)
        d->refresh();
    else
        d->replaceDocument(std::move(edited));
}

} // namespace pilothouse
