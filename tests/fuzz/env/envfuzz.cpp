// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/env/envfuzz.h"

#include "models/env/envwriter.h"
#include "models/env/rules.h"
#include "models/env/secretkeys.h"

using namespace pilothouse;

namespace {

const char *entryFinding(const EnvDocument &document)
{
    qsizetype end = 0;
    QByteArray arena;
    for (const EnvEntry &entry : document.entries()) {
        if (entry.start < end || entry.keyStart < entry.start || entry.keyEnd <= entry.keyStart || entry.end < entry.keyEnd)
            return "the spans of an entry overlap";
        if (entry.assigned
            && (entry.valueStart <= entry.keyEnd || entry.valueEnd < entry.valueStart || entry.valueEnd > entry.end))
            return "the span of a value lies outside its entry";
        if (document.valueOf(entry, arena).toByteArray() != document.valueOf(entry))
            return "two ways of decoding differ";
        if (entry.line != document.bytes().first(entry.keyStart).count('\n') + 1)
            return "a line number is wrong";
        end = entry.end;
    }
    return end > document.bytes().size() ? "an entry goes beyond the file" : nullptr;
}

const char *editFinding(const EnvDocument &before, const QString &key, const QString &value)
{
    EnvDocument after = before;
    if (!after.setValue(key, value))
        return after == before ? nullptr : "a refused edit changed bytes";
    if (after.value(key) != value)
        return "a value was not read back as it was set";
    for (const QString &other : before.keys()) {
        if (other != key && after.value(other) != before.value(other))
            return "an edit changed another key";
    }
    const EnvEntry *entry = before.find(key);
    if (!entry)
        return after.bytes().startsWith(before.bytes()) ? nullptr : "appending changed bytes before it";
    const QByteArray &old = before.bytes();
    const bool outside
        = after.bytes().startsWith(old.first(entry->valueStart)) && after.bytes().endsWith(old.sliced(entry->valueEnd));
    return outside ? nullptr : "an edit changed bytes outside its value";
}

} // namespace

const char *envFuzzFinding(const QByteArray &bytes, EnvFuzzEdits edits)
{
    const EnvDocument document(bytes);
    if (document.bytes() != bytes)
        return "the bytes are not the same";
    if (const char *finding = entryFinding(document))
        return finding;
    static const VariableSchema schema = VariableSchema::load(QStringLiteral("en"));
    const bool one = edits == EnvFuzzEdits::One;
    const QList<Problem> problems
        = one ? checkVariables(document, schema) + checkFile(document, {}) : checkEnv(document, schema, {});
    Q_UNUSED(problems)
    if (maskedText(document).count(u'\n') < bytes.count('\n'))
        return "masking lost a line";
    const QString typed = QString::fromUtf8(bytes.last(std::min<qsizetype>(bytes.size(), 24)));
    QStringList keys = document.keys().mid(0, 4);
    keys.removeIf([](const QString &key) { return key.contains(QChar::ReplacementCharacter); }); // it cannot be named
    keys << QStringLiteral("NEW_KEY");
    QStringList values{ QStringLiteral("plain"), QStringLiteral("two words"), QString(), typed };
    if (one) {
        const size_t choice = qHash(bytes, 0);
        keys = { keys.at(qsizetype(choice % size_t(keys.size()))) };
        values = { values.at(qsizetype(choice / 8 % size_t(values.size()))) };
    }
    for (const QString &key : std::as_const(keys)) {
        for (const QString &value : std::as_const(values)) {
            if (const char *finding = editFinding(document, key, value))
                return finding;
        }
        EnvDocument removed = document;
        if (removed.unset(key) && removed.has(key))
            return "a removed key is still there";
    }
    return nullptr;
}
