// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/composetemplate.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr int deepest = 1000; // of defaults within defaults; Compose itself knows no limit

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Length of the letter at offset (Go folds the case of U+017F to "s" and of U+212A to "k"); 0 when there is none.
qsizetype letterAt(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView rest = text.sliced(offset);
    if (rest.isEmpty())
        return 0;
    const char c = rest.front();
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_')
        return 1;
    return rest.startsWith("\xc5\xbf") ? 2 : rest.startsWith("\xe2\x84\xaa") ? 3 : 0;
}

qsizetype nameEnd(QByteArrayView text, qsizetype from)
{
    qsizetype at = from;
    while (at < text.size()) {
        const qsizetype letter = letterAt(text, at);
        if (letter == 0 && (at == from || !isDigit(text[at])))
            break;
        at += letter == 0 ? 1 : letter;
    }
    return at;
}

/// Where the brace opened at text[open] closes, counted as Compose does: the character after any "{" is not looked at.
qsizetype closingBrace(QByteArrayView text, qsizetype open, qsizetype end)
{
    int depth = 0;
    for (qsizetype at = open; at < end; ++at) {
        if (text[at] == '}' && --depth == 0)
            return at;
        if (text[at] == '{') {
            ++depth;
            ++at;
        }
    }
    return -1;
}

/// The reference "${NAME<operator>word}" between the braces.
std::optional<QByteArray> applied(
    QByteArrayView name, QByteArrayView operation, QByteArrayView word, const ComposeLookup &lookup, QString &problem, int depth)
{
    const std::optional<QByteArray> other = composeSubstitute(word, lookup, problem, depth + 1);
    if (!other)
        return std::nullopt;
    const QByteArray value = lookup(name);
    const bool orEmpty = operation.startsWith(':');
    const bool present = !value.isNull() && !(orEmpty && value.isEmpty());
    switch (operation.back()) {
    case '-':
        return present ? value : *other;
    case '+':
        return present ? *other : value;
    default:
        if (!present)
            problem = Texts::tr("%1 must be set here").arg(QString::fromUtf8(name));
        return present ? std::optional(value) : std::nullopt;
    }
}

/// The last "}" before the line end, found once a line.
class LastBrace
{
public:
    explicit LastBrace(QByteArrayView text) : m_text(text) { }
    qsizetype from(qsizetype at)
    {
        if (at >= m_lineEnd) {
            const qsizetype lf = m_text.indexOf('\n', at);
            m_lineEnd = lf < 0 ? m_text.size() : lf;
            m_last = m_lineEnd > at ? m_text.first(m_lineEnd).lastIndexOf('}') : -1;
        }
        return m_last >= at ? m_last : -1;
    }

private:
    QByteArrayView m_text;
    qsizetype m_lineEnd = 0;
    qsizetype m_last = -1;
};

qsizetype operatorLength(QByteArrayView text, qsizetype at)
{
    const auto isOperator = [&](qsizetype place) { return place < text.size() && QByteArrayView("-+?").contains(text[place]); };
    if (isOperator(at))
        return 1;
    return at < text.size() && text[at] == ':' && isOperator(at + 1) ? 2 : 0;
}

} // namespace

std::optional<QByteArray> composeSubstitute(QByteArrayView text, const ComposeLookup &lookup, QString &problem, int depth)
{
    if (depth > deepest) {
        problem = Texts::tr("defaults are nested too deeply");
        return std::nullopt;
    }
    QByteArray out;
    LastBrace lastBrace(text);
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype dollar = text.indexOf('$', at);
        if (dollar < 0 || dollar + 1 >= text.size())
            break;
        out += text.sliced(at, dollar - at);
        at = dollar + 1;
        if (text[at] == '$') {
            out += '$';
            ++at;
            continue;
        }
        const bool braced = text[at] == '{';
        const qsizetype start = braced ? at + 1 : at;
        const qsizetype end = nameEnd(text, start);
        const QByteArrayView name = text.sliced(start, end - start);
        if (!braced) {
            if (name.isEmpty())
                out += '$';
            else
                out += lookup(name);
            at = end;
            continue;
        }
        if (!name.isEmpty() && end < text.size() && text[end] == '}') {
            out += lookup(name);
            at = end + 1;
            continue;
        }
        const qsizetype operation = name.isEmpty() ? 0 : operatorLength(text, end);
        const qsizetype word = end + operation;
        const qsizetype last = operation > 0 ? lastBrace.from(word) : -1;
        if (last < 0) {
            problem = Texts::tr("“${” does not begin a valid reference");
            return std::nullopt;
        }
        const qsizetype closing = closingBrace(text, at, last + 1);
        const qsizetype close = closing < 0 ? last : closing;
        const std::optional<QByteArray> value
            = applied(name, text.sliced(end, operation), text.sliced(word, close - word), lookup, problem, depth);
        if (!value)
            return std::nullopt;
        out += *value;
        at = close + 1;
    }
    return out += text.sliced(at);
}

} // namespace pilothouse
