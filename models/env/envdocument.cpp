// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdocument.h"

#include "models/env/dialects/dialectextract.h"
#include "models/env/dialects/utf8.h"
#include "models/env/envwritechoices.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace pilothouse {

namespace {

char unescaped(char c)
{
    switch (c) {
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    case '\\':
    case '"':
    case '$':
        return c;
    default:
        return '\0'; // no escape: the backslash stays
    }
}

void decodeInto(QByteArray &out, QByteArrayView inner, EnvQuote quote)
{
    for (qsizetype i = 0; i < inner.size(); ++i) {
        const char next = inner[i] == '\\' && i + 1 < inner.size() ? inner[i + 1] : '\0';
        const char plain = quote == EnvQuote::Single ? (next == '\'' ? next : '\0') : unescaped(next);
        out += plain ? plain : inner[i];
        i += plain ? 1 : 0;
    }
}

bool isPlainKey(const QString &key)
{
    const auto letter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !key.isEmpty() && letter(key.front()) && key != QLatin1String("__proto__")
        && std::all_of(key.begin(), key.end(), [&](QChar c) { return letter(c) || (c >= u'0' && c <= u'9'); });
}

std::optional<EnvStyle> styleOf(const EnvEntry &entry)
{
    if (entry.unterminated)
        return std::nullopt;
    switch (entry.quote) {
    case EnvQuote::None:
        return EnvStyle::Plain;
    case EnvQuote::Single:
        return EnvStyle::Single;
    case EnvQuote::Double:
        return EnvStyle::Double;
    }
    return std::nullopt;
}

Error unwritable(const QString &key, const QByteArray &value, const EnvConsumers &consumers)
{
    const QStringList readers = EnvWriter::disagreeing(value, consumers);
    Error error;
    error.code = QStringLiteral("env.unwritable");
    error.message
        = QCoreApplication::translate("EnvDocument", "%1 cannot be written so that every reader gets this value.").arg(key);
    error.cause = readers.isEmpty()
        ? QCoreApplication::translate(
            "EnvDocument", "The text around it in the file would change its meaning, or that of another key.")
        : QCoreApplication::translate("EnvDocument", "%1 would read something else.").arg(readers.join(QStringLiteral(", ")));
    error.fix = QCoreApplication::translate("EnvDocument", "Leave out quotes, a backslash at the end or line breaks.");
    return error;
}

Error badKey(const QString &key)
{
    Error error;
    error.code = QStringLiteral("env.bad-key");
    error.message = QCoreApplication::translate("EnvDocument", "“%1” cannot be the name of a variable.").arg(key);
    error.fix = QCoreApplication::translate("EnvDocument", "Use letters, digits and “_”, not starting with a digit.");
    return error;
}

/// Whether every consumer reads the edited file as it should: always true for an edit that cannot reach beyond its line.
bool readersAgree(const EnvDocument &before, const EnvDocument &after, const QByteArray &key, const QByteArray &value,
    const EnvConsumers &consumers)
{
    const EnvEntry *entry = after.find(QString::fromUtf8(key));
    const bool takesNext = value.isEmpty() && consumers.contains(EnvConsumer::NodeDotenv);
    const EnvEntry *old = before.find(QString::fromUtf8(key));
    if (entry && !takesNext && DialectExtract::linesStandAlone(after.bytes(), entry->end)
        && DialectExtract::linesStandAlone(before.bytes(), old ? old->end : before.bytes().size()))
        return true;
    return std::all_of(consumers.begin(), consumers.end(), [&](EnvConsumer consumer) {
        const EnvReaderOutcome outcome = readerOutcome(before, after, key, value, consumer);
        if (outcome.refusedBefore || !outcome.changedKeys.isEmpty() || outcome.asTyped)
            return outcome.changedKeys.isEmpty();
        // A place that this reader takes differently whatever stands there (CR LF, blanks around "=") hinders no edit.
        EnvDocument plain = before;
        return plain.setValueAs(QString::fromUtf8(key), QStringLiteral("x"), EnvStyle::Plain)
            && !readerOutcome(before, plain, key, "x", consumer).asTyped;
    });
}

} // namespace

EnvDocument::EnvDocument(QByteArray bytes) : m_bytes(std::move(bytes))
{
    const auto read = std::make_shared<Read>();
    readEnv(m_bytes, read->entries, read->strange);
    m_read = read;
}

const std::shared_ptr<const EnvDocument::Read> &EnvDocument::nothing()
{
    static const std::shared_ptr<const Read> empty = std::make_shared<const Read>();
    return empty;
}

QByteArrayView EnvDocument::keyOf(const EnvEntry &entry) const
{
    return QByteArrayView(m_bytes).sliced(entry.keyStart, entry.keyEnd - entry.keyStart);
}

QByteArrayView EnvDocument::rawValueOf(const EnvEntry &entry) const
{
    return QByteArrayView(m_bytes).sliced(entry.valueStart, entry.valueEnd - entry.valueStart);
}

QByteArrayView EnvDocument::valueOf(const EnvEntry &entry, QByteArray &arena) const
{
    const QByteArrayView raw = rawValueOf(entry);
    if (entry.quote == EnvQuote::None || entry.unterminated)
        return raw;
    const QByteArrayView inner = raw.sliced(1, raw.size() - 2);
    if (!inner.contains('\\'))
        return inner;
    if (arena.capacity() < m_bytes.size()) // once: all decoded values together are shorter than the file
        arena.reserve(m_bytes.size());
    const qsizetype from = arena.size();
    decodeInto(arena, inner, entry.quote);
    return QByteArrayView(arena).sliced(from);
}

QByteArray EnvDocument::valueOf(const EnvEntry &entry) const
{
    const QByteArrayView raw = rawValueOf(entry);
    if (entry.quote == EnvQuote::None || entry.unterminated)
        return raw.toByteArray();
    QByteArray value;
    decodeInto(value, raw.sliced(1, raw.size() - 2), entry.quote);
    return value;
}

QStringList EnvDocument::keys() const
{
    QStringList names;
    QSet<QByteArrayView> seen;
    for (auto entry = entries().rbegin(); entry != entries().rend(); ++entry) {
        const QByteArrayView key = keyOf(*entry);
        if (entry->assigned && !seen.contains(key)) {
            seen.insert(key);
            names << QString::fromUtf8(key);
        }
    }
    std::reverse(names.begin(), names.end());
    return names;
}

const EnvEntry *EnvDocument::find(QStringView key) const
{
    const QByteArray name = key.toUtf8();
    const auto found = std::find_if(entries().rbegin(), entries().rend(),
        [&](const EnvEntry &entry) { return entry.assigned && keyOf(entry) == QByteArrayView(name); });
    return found == entries().rend() ? nullptr : &*found;
}

QHash<QByteArrayView, const EnvEntry *> EnvDocument::index() const
{
    QHash<QByteArrayView, const EnvEntry *> last;
    last.reserve(static_cast<qsizetype>(entries().size()));
    for (const EnvEntry &entry : entries()) {
        if (entry.assigned)
            last.insert(keyOf(entry), &entry);
    }
    return last;
}

std::optional<QString> EnvDocument::value(QStringView key) const
{
    const EnvEntry *entry = find(key);
    return entry ? std::optional(utf8::text(valueOf(*entry))) : std::nullopt;
}

int EnvDocument::line(QStringView key) const
{
    const EnvEntry *entry = find(key);
    return entry ? entry->line : 0;
}

Result<void> EnvDocument::setValue(const QString &key, const QString &value, const EnvConsumers &consumers)
{
    const EnvEntry *entry = find(key);
    if (!entry && !isPlainKey(key))
        return badKey(key);
    const QByteArray bytes = value.toUtf8();
    if (entry && !entry->unterminated && valueOf(*entry) == bytes)
        return {};
    const QByteArray old = entry ? rawValueOf(*entry).toByteArray() : QByteArray();
    const bool hadReference = entry && entry->quote != EnvQuote::Single && EnvWriter::hasReference(old);
    const std::optional<EnvStyle> best
        = EnvWriter::styleFor(bytes, entry ? styleOf(*entry) : std::nullopt, hadReference, key.toUtf8(), consumers);
    if (!best)
        return unwritable(key, bytes, consumers);
    QList<EnvStyle> styles{ *best };
    if (bytes.isEmpty()) // "KEY= # comment" would make the comment the value
        styles << EnvStyle::Single;
    for (const EnvStyle style : styles) {
        EnvDocument edited = *this;
        if (edited.write(key, bytes, style) && edited.value(key) == value
            && readersAgree(*this, edited, key.toUtf8(), bytes, consumers)) {
            *this = std::move(edited);
            return {};
        }
    }
    return unwritable(key, bytes, consumers);
}

Result<void> EnvDocument::setValueAs(const QString &key, const QString &value, EnvStyle style)
{
    if (!find(key) && !isPlainKey(key))
        return badKey(key);
    return write(key, value.toUtf8(), style);
}

Result<void> EnvDocument::write(const QString &key, const QByteArray &value, EnvStyle style)
{
    const EnvEntry *entry = find(key);
    if (!entry)
        return append(key, value, style);
    const EnvEntry place = *entry; // replace() renews the entries
    return replace(place.valueStart, place.valueEnd, EnvWriter::encode(style, value), key.toUtf8());
}

Result<void> EnvDocument::append(const QString &key, const QByteArray &value, EnvStyle style)
{
    const qsizetype lastLf = m_bytes.lastIndexOf('\n');
    const QByteArray eol = lastLf > 0 && m_bytes.at(lastLf - 1) == '\r' ? "\r\n" : "\n";
    QByteArray text;
    const bool onlyBom = m_bytes == "\xef\xbb\xbf";
    if (!m_bytes.isEmpty() && !onlyBom && !m_bytes.endsWith('\n'))
        text += eol;
    text += key.toUtf8() + '=' + EnvWriter::encode(style, value) + eol;
    return replace(m_bytes.size(), m_bytes.size(), text, key.toUtf8());
}

Result<void> EnvDocument::replace(qsizetype from, qsizetype to, const QByteArray &text, QByteArrayView editedKey)
{
    EnvDocument edited(m_bytes.first(from) + text + m_bytes.sliced(to));
    // An edit must not swallow or free other lines (a quote left open above, a value of several lines).
    const auto others = [&](const EnvDocument &document) {
        std::vector<const EnvEntry *> list;
        list.reserve(document.entries().size());
        for (const EnvEntry &entry : document.entries()) {
            if (document.keyOf(entry) != editedKey)
                list.push_back(&entry);
        }
        return list;
    };
    const auto before = others(*this);
    const auto after = others(edited);
    const bool same = strangeLines().size() == edited.strangeLines().size()
        && std::equal(before.begin(), before.end(), after.begin(), after.end(), [&](const EnvEntry *a, const EnvEntry *b) {
               return a->assigned == b->assigned && keyOf(*a) == edited.keyOf(*b) && rawValueOf(*a) == edited.rawValueOf(*b);
           });
    if (!same)
        return unwritable(QString::fromUtf8(editedKey), {}, EnvWriter::coreConsumers());
    *this = std::move(edited);
    return {};
}

Result<void> EnvDocument::unset(const QString &key)
{
    const QByteArray name = key.toUtf8();
    QByteArray kept;
    qsizetype from = 0;
    for (const EnvEntry &entry : entries()) {
        if (keyOf(entry) != QByteArrayView(name))
            continue;
        if (entry.textAfterQuote) {
            Error error;
            error.code = QStringLiteral("env.line-shared");
            error.message = QCoreApplication::translate("EnvDocument", "Line %1 holds more than %2, so it cannot be removed.")
                                .arg(entry.line)
                                .arg(key);
            error.fix = QCoreApplication::translate("EnvDocument", "Put the rest of the line on a line of its own first.");
            return error;
        }
        kept += QByteArrayView(m_bytes).sliced(from, entry.start - from);
        from = entry.end;
    }
    if (from > 0)
        keep(kept + m_bytes.sliced(from));
    return {};
}

/// A BOM inside the file must not become the file's own when the lines before it go: it would be no part of its key any more.
void EnvDocument::keep(QByteArray bytes)
{
    constexpr QByteArrayView bom("\xef\xbb\xbf");
    if (bytes.startsWith(bom) && !m_bytes.startsWith(bom))
        bytes.prepend('\n');
    *this = EnvDocument(bytes);
}

void EnvDocument::keepLast(const QString &key)
{
    const EnvEntry *last = find(key);
    if (!last)
        return;
    QByteArray kept;
    qsizetype from = 0;
    for (const EnvEntry &entry : entries()) {
        if (&entry == last || entry.textAfterQuote || keyOf(entry) != keyOf(*last))
            continue;
        kept += QByteArrayView(m_bytes).sliced(from, entry.start - from);
        from = entry.end;
    }
    keep(kept + m_bytes.sliced(from));
}

} // namespace pilothouse
