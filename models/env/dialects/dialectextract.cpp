// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/dialectextract.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace pilothouse {

namespace {

constexpr qsizetype longestLine = 65000; // docker's limit is a little above

enum CharClass : quint8 { Letter = 1, Digit = 2, Plain = 4, Quotable = 8, Contained = 16 };

/// Plain: the same unquoted for all readers. Quotable: the same in quotes. Contained: cannot begin anything that goes on
/// in the next line.
constexpr std::array<quint8, 256> makeClasses()
{
    std::array<quint8, 256> classes{};
    for (int c = 32; c < 127; ++c)
        classes[static_cast<size_t>(c)] = Quotable | Contained;
    for (const char c : { '\'', '"', '`', '\\', '$' }) // each has a meaning somewhere
        classes[static_cast<size_t>(c)] = 0;
    for (const char c : { '(', ')', '<', '>', '&', '|', ';', '{', '}', '!' })
        classes[static_cast<size_t>(c)] = Quotable;
    for (const char c : { '!', '%', '*', '+', ',', '.', '/', ':', '=', '?', '@', '[', ']', '^', '_', '{', '}', '-' })
        classes[static_cast<size_t>(c)] |= Plain;
    for (int c = '0'; c <= '9'; ++c)
        classes[static_cast<size_t>(c)] |= Digit | Plain;
    for (int c = 'a'; c <= 'z'; ++c) {
        classes[static_cast<size_t>(c)] |= Letter | Plain;
        classes[static_cast<size_t>(c - 32)] |= Letter | Plain;
    }
    classes['_'] |= Letter;
    return classes;
}

constexpr std::array<quint8, 256> classes = makeClasses();

bool is(char c, int wanted)
{
    return (classes[static_cast<unsigned char>(c)] & wanted) != 0;
}

qsizetype run(QByteArrayView text, qsizetype from, int wanted)
{
    while (from < text.size() && is(text[from], wanted))
        ++from;
    return from;
}

enum class LineKind { Agreed, Contained, Open };

struct Line
{
    QByteArrayView text; ///< with its line end
    QByteArrayView key; ///< of an agreed assignment
    LineKind kind = LineKind::Open;
};

/// ${NAME} and $NAME, which end where they stand.
qsizetype referenceEnd(QByteArrayView text, qsizetype dollar)
{
    const bool braced = dollar + 1 < text.size() && text[dollar + 1] == '{';
    const qsizetype name = dollar + (braced ? 2 : 1);
    const qsizetype end = run(text, name, Letter | Digit);
    if (end == name || (braced && (end >= text.size() || text[end] != '}')))
        return -1;
    return braced ? end + 1 : end;
}

/// The line with its value begun at `from`: one of '…', "…" without escapes, or a word; then perhaps a comment.
LineKind contained(QByteArrayView text, qsizetype from)
{
    const char first = from < text.size() ? text[from] : '\0';
    const bool quoted = first == '"' || first == '\'';
    const char quote = quoted ? first : '\0';
    qsizetype at = from + (quoted ? 1 : 0);
    while (at < text.size()) {
        if (is(text[at], quoted ? Quotable : Contained) && text[at] != quote) {
            ++at;
        } else if (quoted && text[at] == '\\' && at + 1 < text.size() && is(text[at + 1], Letter | Digit)) {
            at += 2;
        } else if (quote == '\'' && (text[at] == '$' || text[at] == '"')) {
            ++at;
        } else if (text[at] == '$') {
            at = referenceEnd(text, at);
            if (at < 0)
                return LineKind::Open;
        } else {
            break;
        }
    }
    if (!quoted)
        return at == text.size() ? LineKind::Contained : LineKind::Open;
    if (at == text.size() || text[at] != quote)
        return LineKind::Open;
    const qsizetype behind = at + 1;
    const bool comment = behind + 1 < text.size() && text[behind] == ' ' && text[behind + 1] == '#';
    return behind == text.size() || (comment && run(text, behind, Contained) == text.size()) ? LineKind::Contained
                                                                                             : LineKind::Open;
}

/// text without its line end.
LineKind classify(QByteArrayView text, bool quotesAgree, QByteArrayView &key)
{
    if (text.isEmpty())
        return LineKind::Agreed;
    if (text.size() > longestLine)
        return LineKind::Open;
    if (text.front() == '#') {
        for (const char c : text) {
            if (c != '\t' && (c < 32 || c == 127))
                return LineKind::Open; // not ASCII text
        }
        return text.endsWith('\\') ? LineKind::Open : LineKind::Agreed;
    }
    qsizetype start = text.startsWith("export ") ? 7 : 0;
    const qsizetype end = run(text, start, Letter | Digit);
    if (end == start || !is(text[start], Letter) || end >= text.size() || text[end] != '=')
        return LineKind::Open;
    key = text.sliced(start, end - start);
    const qsizetype value = end + 1;
    const bool special = key == QByteArrayView("__proto__") || key == QByteArrayView("IFS");
    if (start == 0 && !special && value < text.size()) {
        if (run(text, value, Plain) == text.size())
            return LineKind::Agreed;
        const char quote = text[value];
        if (quotesAgree && (quote == '"' || quote == '\'') && text.size() >= value + 2
            && run(text, value + 1, Quotable) == text.size() - 1 && text.back() == quote)
            return LineKind::Agreed;
    }
    return contained(text, value);
}

void collectNames(QByteArrayView text, QSet<QByteArrayView> &names)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = run(text, at, Letter | Digit);
        if (end > at && is(text[at], Letter))
            names.insert(text.sliced(at, end - at));
        at = std::max(end, at + 1);
    }
}

} // namespace

DialectExtract::DialectExtract(QByteArrayView bytes, const EnvConsumers &consumers)
{
    const bool quotesAgree = !consumers.contains(EnvConsumer::DockerEnvFile);
    std::vector<Line> lines;
    QSet<QByteArrayView> names;
    lines.reserve(static_cast<size_t>(bytes.size() / 32));
    bool open = false;
    for (qsizetype from = 0; from < bytes.size();) {
        const qsizetype lf = bytes.indexOf('\n', from);
        const qsizetype end = lf < 0 ? bytes.size() : lf;
        Line line;
        line.text = bytes.sliced(from, lf < 0 ? end - from : end + 1 - from);
        line.kind = open || lf < 0 ? LineKind::Open : classify(bytes.sliced(from, end - from), quotesAgree, line.key);
        open = open || line.kind == LineKind::Open;
        if (line.kind != LineKind::Agreed)
            collectNames(line.text, names);
        lines.push_back(line);
        from = end + 1;
    }
    for (size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        if (line.kind == LineKind::Agreed && (line.key.isEmpty() || !names.contains(line.key)))
            continue;
        m_text += line.text;
        m_lines.push_back(static_cast<int>(i) + 1);
    }
    if (bytes.endsWith('\n'))
        m_lines.push_back(static_cast<int>(lines.size()) + 1); // the end of the file is on a line of its own
}

int DialectExtract::originalLine(int line) const
{
    if (line < 1 || m_lines.empty())
        return line;
    return m_lines[std::min(static_cast<size_t>(line), m_lines.size()) - 1];
}

bool DialectExtract::linesStandAlone(QByteArrayView bytes, qsizetype end)
{
    for (qsizetype from = 0; from < end;) {
        const qsizetype lf = bytes.indexOf('\n', from);
        QByteArrayView key;
        if (lf < 0 || classify(bytes.sliced(from, lf - from), true, key) == LineKind::Open)
            return false;
        from = lf + 1;
    }
    return true;
}

} // namespace pilothouse
