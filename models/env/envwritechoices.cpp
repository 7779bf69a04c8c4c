// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envwritechoices.h"

#include <algorithm>

namespace pilothouse {

namespace {

/// Whether the line of the key mentions another key, so that its value may follow an edit of that one.
bool refersTo(const EnvDocument &document, QByteArrayView from, const QByteArray &to)
{
    return std::any_of(document.entries().begin(), document.entries().end(), [&](const EnvEntry &entry) {
        return document.keyOf(entry) == from && document.rawValueOf(entry).contains('$')
            && document.rawValueOf(entry).contains(to);
    });
}

/// The last line of a CR LF file gets a CR for the shell as soon as another one follows; it was no good to it before.
bool alike(const DialectEntry &a, const DialectEntry &b)
{
    const auto withoutCr = [](QByteArrayView text) { return text.endsWith('\r') ? text.chopped(1) : text; };
    return a.kind == b.kind && withoutCr(a.value) == withoutCr(b.value);
}

/// Keys whose values follow the edited one, directly or over others.
bool follows(const EnvDocument &document, const QByteArray &key, const QByteArray &edited, const QByteArrayList &changed)
{
    return refersTo(document, key, edited) || std::any_of(changed.begin(), changed.end(), [&](const QByteArray &other) {
        return other != key && refersTo(document, key, other);
    });
}

/// Meant to be expanded, as EnvWriter::styleFor() sees it: ${NAME}, or $NAME where the old text had one.
bool isReference(const EnvDocument &before, const QByteArray &key, const QByteArray &value)
{
    const EnvEntry *entry = before.find(QString::fromUtf8(key));
    return EnvWriter::hasReference(value)
        && (value.contains("${")
            || (entry && entry->quote != EnvQuote::Single
                && EnvWriter::hasReference(before.rawValueOf(*entry).toByteArray())));
}

} // namespace

EnvReaderOutcome readerOutcome(
    const EnvDocument &before, const EnvDocument &after, const QByteArray &key, const QByteArray &value, EnvConsumer consumer)
{
    const DialectEnvironment environment{ { "HOME", "/home/user" } };
    EnvReaderOutcome outcome;
    outcome.consumer = consumer;
    const DialectReading old = readDialect(consumer, before.bytes(), environment);
    const DialectReading now = readDialect(consumer, after.bytes(), environment);
    outcome.refusedBefore = old.refusal().has_value();
    if (now.refusal()) {
        outcome.refusal = now.refusal()->reason;
        return outcome;
    }
    if (const DialectEntry *entry = now.find(key))
        outcome.reads = *entry;
    const bool literal = outcome.reads && outcome.reads->kind == DialectEntry::Kind::Text && outcome.reads->value == value;
    outcome.asTyped = literal || (outcome.reads && isReference(before, key, value));
    QByteArrayList changed;
    const auto compare = [&](const DialectEntry &entry, const DialectReading &other) {
        const DialectEntry *same = other.find(entry.key);
        const bool edited = entry.key == key || entry.key.startsWith("\xef\xbb\xbf"); // a BOM glued to the first key
        if (!edited && !(same && alike(*same, entry)) && !changed.contains(entry.key))
            changed << entry.key;
    };
    if (!outcome.refusedBefore) {
        const EnvEntry *place = before.find(QString::fromUtf8(key));
        const QByteArrayView oldText = place ? before.rawValueOf(*place) : QByteArrayView();
        for (const DialectEntry &entry : old.entries()) {
            if (now.find(entry.key) || !oldText.contains(entry.key)) // what it took from the old value may go with that
                compare(entry, now);
        }
        for (const DialectEntry &entry : now.entries())
            compare(entry, old);
    }
    for (const QByteArray &other : std::as_const(changed)) {
        if (!follows(before, other, key, changed))
            outcome.changedKeys << other;
    }
    return outcome;
}

std::vector<EnvWriteChoice> writeChoices(
    const EnvDocument &document, const QString &key, const QString &value, const EnvConsumers &consumers)
{
    std::vector<EnvWriteChoice> choices;
    const QByteArray name = key.toUtf8();
    const QByteArray bytes = value.toUtf8();
    for (const EnvStyle style :
        { EnvStyle::Plain, EnvStyle::Single, EnvStyle::Double, EnvStyle::Escaped, EnvStyle::QuoteEscaped, EnvStyle::Backtick }) {
        EnvDocument edited = document;
        if (!edited.setValueAs(key, value, style))
            continue;
        EnvWriteChoice choice;
        choice.style = style;
        choice.text = EnvWriter::encode(style, bytes);
        const bool seen
            = std::any_of(choices.begin(), choices.end(), [&](const EnvWriteChoice &other) { return other.text == choice.text; });
        if (seen)
            continue;
        for (const EnvConsumer consumer : consumers) {
            choice.outcomes.push_back(readerOutcome(document, edited, name, bytes, consumer));
            const EnvReaderOutcome &outcome = choice.outcomes.back();
            choice.served += outcome.asTyped && outcome.changedKeys.isEmpty() ? 1 : 0;
        }
        choices.push_back(std::move(choice));
    }
    std::stable_sort(choices.begin(), choices.end(), [](const auto &a, const auto &b) { return a.served > b.served; });
    return choices;
}

} // namespace pilothouse
