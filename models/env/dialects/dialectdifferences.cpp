// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialectdifferences.h"

#include "models/env/dialects/dialectextract.h"

#include <QSet>

#include <algorithm>

namespace pilothouse {

namespace {

struct Reader
{
    EnvConsumer consumer;
    DialectReading reading;
};

/// The difference in one key; none when all agree.
std::optional<DialectDifference> differenceIn(const QByteArray &key, const std::vector<Reader> &readers)
{
    const DialectEntry *first = readers.front().reading.find(key);
    const bool same = std::all_of(readers.begin() + 1, readers.end(), [&](const Reader &reader) {
        const DialectEntry *entry = reader.reading.find(key);
        return entry ? first && entry->sameAs(*first) : !first;
    });
    if (same)
        return std::nullopt;
    DialectDifference difference;
    difference.key = key;
    for (const Reader &reader : readers) {
        const DialectEntry *entry = reader.reading.find(key);
        difference.readings.push_back({ reader.consumer, entry ? std::optional(*entry) : std::nullopt });
        difference.line = std::max(difference.line, entry ? entry->line : 0);
    }
    return difference;
}

/// Whether both give the same keys in the same order and with the same values: the usual case, found without look-ups.
bool equalInOrder(const DialectReading &left, const DialectReading &right)
{
    return std::equal(left.entries().begin(), left.entries().end(), right.entries().begin(), right.entries().end(),
        [](const DialectEntry &a, const DialectEntry &b) { return a.key == b.key && a.sameAs(b); });
}

std::vector<DialectDifference> differencesOf(
    QByteArrayView bytes, const EnvConsumers &consumers, const DialectEnvironment &environment)
{
    std::vector<DialectDifference> differences;
    std::vector<Reader> readers;
    for (const EnvConsumer consumer : consumers) {
        DialectReading reading = readDialect(consumer, bytes, environment);
        if (const auto &refusal = reading.refusal())
            differences.push_back({ refusal->line, {}, { { consumer, std::nullopt } }, refusal->reason });
        else
            readers.push_back({ consumer, std::move(reading) });
    }
    QSet<QByteArray> seen;
    for (size_t i = 0; i < readers.size() && readers.size() > 1; ++i) {
        if (i > 0 && equalInOrder(readers[0].reading, readers[i].reading))
            continue;
        const bool all = i == 0 && std::all_of(readers.begin() + 1, readers.end(), [&](const Reader &other) {
            return equalInOrder(readers[0].reading, other.reading);
        });
        if (all)
            return differences;
        for (const DialectEntry &entry : readers[i].reading.entries()) {
            if (i > 0 && readers[0].reading.find(entry.key))
                continue; // looked at with the first reader
            if (i > 1 && seen.contains(entry.key))
                continue;
            if (i > 0)
                seen.insert(entry.key);
            if (std::optional<DialectDifference> difference = differenceIn(entry.key, readers))
                differences.push_back(std::move(*difference));
        }
    }
    return differences;
}

} // namespace

std::vector<DialectDifference> dialectDifferences(
    QByteArrayView bytes, const EnvConsumers &consumers, const DialectEnvironment &environment)
{
    const DialectExtract extract(bytes, consumers);
    std::vector<DialectDifference> differences = differencesOf(extract.text(), consumers, environment);
    for (DialectDifference &difference : differences) {
        difference.line = extract.originalLine(difference.line);
        for (DialectDifference::Reading &reading : difference.readings) {
            if (reading.entry)
                reading.entry->line = extract.originalLine(reading.entry->line);
        }
    }
    std::stable_sort(differences.begin(), differences.end(), [](const auto &a, const auto &b) { return a.line < b.line; });
    const auto sameLine
        = [](const auto &a, const auto &b) { return a.line == b.line && a.refusal.isEmpty() && b.refusal.isEmpty(); };
    differences.erase(std::unique(differences.begin(), differences.end(), sameLine), differences.end());
    return differences;
}

} // namespace pilothouse
