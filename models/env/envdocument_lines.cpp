// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envdocument_lines.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("EnvLines", text);
}

Error failure(const char *code, const QString &message, const QString &fix = {})
{
    Error error;
    error.code = QString::fromLatin1(code);
    error.message = message;
    error.fix = fix;
    return error;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isName(QByteArrayView name)
{
    return !name.isEmpty() && !(name.front() >= '0' && name.front() <= '9') && std::all_of(name.begin(), name.end(), isNameByte);
}

/// "# KEY=value" in [from, eol), when it is one.
std::optional<CommentedKey> commentedIn(QByteArrayView bytes, qsizetype from, qsizetype eol)
{
    qsizetype at = from;
    while (at < eol && isBlank(bytes[at]))
        ++at;
    if (at == eol || bytes[at] != '#')
        return std::nullopt;
    ++at;
    while (at < eol && isBlank(bytes[at]))
        ++at;
    if (eol - at > 7 && bytes.sliced(at, 6) == QByteArrayView("export") && isBlank(bytes[at + 6])) {
        at += 7;
        while (at < eol && isBlank(bytes[at]))
            ++at;
    }
    CommentedKey found;
    found.start = qint32(from);
    found.keyStart = qint32(at);
    while (at < eol && isNameByte(bytes[at]))
        ++at;
    found.keyEnd = qint32(at);
    while (at < eol && isBlank(bytes[at]))
        ++at;
    if (at == eol || bytes[at] != '=' || !isName(bytes.sliced(found.keyStart, found.keyEnd - found.keyStart)))
        return std::nullopt;
    ++at;
    while (at < eol && isBlank(bytes[at]))
        ++at;
    qsizetype end = eol;
    while (end > at && (isBlank(bytes[end - 1]) || bytes[end - 1] == '\r'))
        --end;
    found.valueStart = qint32(at);
    found.valueEnd = qint32(end);
    return found;
}

/// Both documents say the same about every key but these.
bool sameOthers(const EnvDocument &before, const EnvDocument &after, const QList<QByteArray> &keys)
{
    const auto others = [&](const EnvDocument &document) {
        QList<QPair<QByteArrayView, QByteArrayView>> list;
        for (const EnvEntry &entry : document.entries()) {
            if (!keys.contains(document.keyOf(entry)))
                list << qMakePair(document.keyOf(entry), document.rawValueOf(entry));
        }
        return list;
    };
    return before.strangeLines().size() == after.strangeLines().size() && others(before) == others(after);
}

Error notApart(const QString &key)
{
    return failure("env.not-apart",
        say(QT_TRANSLATE_NOOP("EnvLines", "%1 cannot be changed apart from the lines around it.")).arg(key),
        say(QT_TRANSLATE_NOOP("EnvLines", "Look for a quote that is not closed, in the text of the file.")));
}

Error noKey(const QString &key)
{
    return failure("env.no-key", say(QT_TRANSLATE_NOOP("EnvLines", "%1 is not in the file.")).arg(key));
}

} // namespace

std::vector<CommentedKey> commentedKeys(const EnvDocument &document, size_t firstEntry, size_t endEntry)
{
    const QByteArrayView bytes(document.bytes());
    const auto &entries = document.entries();
    std::vector<CommentedKey> found;
    qsizetype at = firstEntry > 0 ? entries[firstEntry - 1].end : bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    int line = firstEntry == 0 ? 1 : 0; // counted from the entry before, which may have several lines
    if (firstEntry > 0) {
        const EnvEntry &previous = entries[firstEntry - 1];
        line = previous.line + int(bytes.sliced(previous.start, previous.end - previous.start).count('\n'));
    }
    for (size_t next = firstEntry; next <= endEntry && next <= entries.size(); ++next) {
        const qsizetype until = next < entries.size() ? entries[next].start : bytes.size();
        while (at < until) {
            const qsizetype lf = bytes.indexOf('\n', at);
            const qsizetype eol = lf < 0 ? bytes.size() : lf;
            if (std::optional<CommentedKey> one = commentedIn(bytes, at, eol)) {
                one->line = line;
                found.push_back(*one);
            }
            at = eol + 1;
            ++line;
        }
        if (next < entries.size()) {
            at = entries[next].end;
            line = entries[next].line + int(bytes.sliced(entries[next].start, at - entries[next].start).count('\n'));
        }
    }
    return found;
}

std::vector<CommentedKey> commentedKeys(const EnvDocument &document)
{
    return commentedKeys(document, 0, document.entries().size());
}

Result<QByteArray> renameKey(const EnvDocument &document, const QString &key, const QString &name)
{
    const QByteArray from = key.toUtf8();
    const QByteArray to = name.toUtf8();
    if (!isName(to))
        return failure("env.bad-key", say(QT_TRANSLATE_NOOP("EnvLines", "“%1” cannot be the name of a variable.")).arg(name),
            say(QT_TRANSLATE_NOOP("EnvLines", "Use letters, digits and “_”, not starting with a digit.")));
    QByteArray bytes;
    qsizetype at = 0;
    for (const EnvEntry &entry : document.entries()) {
        if (document.keyOf(entry) == QByteArrayView(to))
            return failure("env.key-exists", say(QT_TRANSLATE_NOOP("EnvLines", "%1 is in the file already.")).arg(name));
        if (document.keyOf(entry) != QByteArrayView(from))
            continue;
        bytes += QByteArrayView(document.bytes()).sliced(at, entry.keyStart - at);
        bytes += to;
        at = entry.keyEnd;
    }
    if (at == 0)
        return noKey(key);
    bytes += QByteArrayView(document.bytes()).sliced(at);
    const EnvDocument renamed(bytes);
    if (!sameOthers(document, renamed, { from, to }) || renamed.value(name) != document.value(key))
        return notApart(key);
    return bytes;
}

Result<QByteArray> commentOut(const EnvDocument &document, const QString &key)
{
    const QByteArray name = key.toUtf8();
    const QByteArrayView all(document.bytes());
    QByteArray bytes;
    qsizetype at = 0;
    bool found = false;
    for (const EnvEntry &entry : document.entries()) {
        if (document.keyOf(entry) != QByteArrayView(name))
            continue;
        if (entry.textAfterQuote)
            return failure("env.line-shared",
                say(QT_TRANSLATE_NOOP("EnvLines", "Line %1 holds more than %2, so it cannot be commented out."))
                    .arg(entry.line)
                    .arg(key),
                say(QT_TRANSLATE_NOOP("EnvLines", "Put the rest of the line on a line of its own first.")));
        found = true;
        qsizetype line = entry.start;
        bytes += all.sliced(at, line - at);
        while (line < entry.end) {
            const qsizetype lf = all.indexOf('\n', line);
            const qsizetype next = lf < 0 || lf + 1 > entry.end ? entry.end : lf + 1;
            bytes += "# ";
            bytes += all.sliced(line, next - line);
            line = next;
        }
        at = entry.end;
    }
    if (!found)
        return noKey(key);
    bytes += all.sliced(at);
    const EnvDocument edited(bytes);
    if (!sameOthers(document, edited, { name }) || edited.has(key))
        return notApart(key);
    return bytes;
}

Result<QByteArray> uncomment(const EnvDocument &document, int line)
{
    const auto keys = commentedKeys(document);
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const CommentedKey &each) { return each.line == line; });
    if (key == keys.end())
        return failure("env.no-key", say(QT_TRANSLATE_NOOP("EnvLines", "Line %1 is not a key that is commented out.")).arg(line));
    const QByteArrayView all(document.bytes());
    const QByteArray name = all.sliced(key->keyStart, key->keyEnd - key->keyStart).toByteArray();
    const QString shown = QString::fromUtf8(name);
    if (document.has(shown))
        return failure("env.key-exists", say(QT_TRANSLATE_NOOP("EnvLines", "%1 is in the file already.")).arg(shown));
    QByteArray text;
    qsizetype at = key->start;
    // A value of several lines was commented out line by line: lines are taken until its quote closes.
    while (at < all.size()) {
        const qsizetype lf = all.indexOf('\n', at);
        const qsizetype next = lf < 0 ? all.size() : lf + 1;
        qsizetype hash = at;
        while (hash < next && isBlank(all[hash]))
            ++hash;
        if (hash == next || all[hash] != '#')
            break;
        const qsizetype rest = hash + 1 < next && all[hash + 1] == ' ' ? hash + 2 : hash + 1;
        text += all.sliced(at, hash - at);
        text += all.sliced(rest, next - rest);
        at = next;
        QByteArray bytes = document.bytes().first(key->start) + text;
        bytes += all.sliced(at);
        const EnvDocument edited(bytes);
        const EnvEntry *entry = edited.find(shown);
        const bool isWhole = entry && !entry->unterminated && entry->valueEnd <= key->start + text.size();
        if (isWhole && sameOthers(document, edited, { name }))
            return bytes;
    }
    return notApart(shown);
}

} // namespace pilothouse
