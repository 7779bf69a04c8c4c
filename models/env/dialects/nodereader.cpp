// SPDX-License-Identifier: GPL-3.0-or-later
// npm dotenv's regular expression, unrolled: KEY=… or "KEY: …" at a line start (white space, line ends included, may stand
// around), then '…', "…" or `…` when only a comment follows the quote, else the text up to "#" or the line end.
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/utf8.h"

#include <algorithm>

namespace pilothouse {

namespace {

bool isQuote(char c)
{
    return c == '\'' || c == '"' || c == '`';
}

/// LF, U+2028 or U+2029 at the offset (CR is gone): where ^ and $ match. Its length, or 0.
int lineEndAt(QByteArrayView text, qsizetype at)
{
    if (at >= text.size())
        return 0;
    if (text[at] == '\n')
        return 1;
    const QByteArrayView rest = text.sliced(at);
    return rest.startsWith("\xe2\x80\xa8") || rest.startsWith("\xe2\x80\xa9") ? 3 : 0;
}

qsizetype lineEnd(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && lineEndAt(text, from) == 0)
        ++from;
    return from;
}

/// How many bytes of a broken character become one U+FFFD.
int brokenLength(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype n) { return static_cast<unsigned char>(bytes[at + n]); };
    const unsigned char lead = byte(0);
    const int length = lead >= 0xc2 && lead < 0xe0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
    int taken = 1;
    for (; taken < length && at + taken < bytes.size(); ++taken) {
        unsigned char low = 0x80;
        unsigned char high = 0xbf;
        if (taken == 1) {
            low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : low;
            high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : high;
        }
        if (byte(taken) < low || byte(taken) > high)
            break;
    }
    return taken;
}

/// As Node decodes the file, then every CR and CR LF made LF.
QByteArray decoded(QByteArrayView bytes)
{
    QByteArray text;
    if (utf8::firstInvalid(bytes) < 0) {
        text = bytes.toByteArray();
    } else {
        for (qsizetype at = 0; at < bytes.size();) {
            const utf8::Char c = utf8::at(bytes, at);
            const int length = c.valid ? c.length : brokenLength(bytes, at);
            utf8::append(text, c.code);
            at += length;
        }
    }
    if (text.contains('\r'))
        text.replace("\r\n", "\n").replace('\r', '\n');
    return text;
}

/// value.replace(/^(['"`])([\s\S]*)\1$/mg, '$2'): quotes at a line's start and at a later line's end go.
QByteArray withoutQuotes(QByteArrayView value)
{
    QByteArray out;
    qsizetype at = 0;
    bool atStart = true;
    while (at < value.size()) {
        if (atStart && isQuote(value[at])) {
            qsizetype close = value.lastIndexOf(value[at]);
            while (close > at && close + 1 < value.size() && lineEndAt(value, close + 1) == 0)
                close = value.first(close).lastIndexOf(value[at]);
            if (close > at) {
                out += value.sliced(at + 1, close - at - 1);
                at = close + 1;
                atStart = false;
                continue;
            }
        }
        const int length = lineEndAt(value, at);
        out += value.sliced(at, std::max(length, 1));
        at += std::max(length, 1);
        atStart = length > 0;
    }
    return out;
}

class Reader
{
public:
    explicit Reader(const QByteArray &text) : m_text(text) { m_reading.reserve(text.size() / 32); }

    DialectReading read()
    {
        while (m_at < m_text.size()) {
            const qsizetype start = skip(m_at);
            m_at = start;
            if (start < m_text.size() && !statement(start))
                m_at = lineEnd(m_text, std::max(m_at, start));
        }
        return std::move(m_reading);
    }

private:
    qsizetype skip(qsizetype from) const { return utf8::skipSpace(m_text, from, utf8::isJsSpace); }

    qsizetype keyEnd(qsizetype from) const
    {
        while (from < m_text.size()
            && ((m_text[from] >= '0' && m_text[from] <= '9') || (m_text[from] >= 'a' && m_text[from] <= 'z')
                || (m_text[from] >= 'A' && m_text[from] <= 'Z') || QByteArrayView("_.-").contains(m_text[from])))
            ++from;
        return from;
    }

    /// The place behind "=" or ": " that follows a key ending at `end`; -1 when there is none.
    qsizetype valueStart(qsizetype end) const
    {
        const qsizetype next = skip(end);
        if (next < m_text.size() && m_text[next] == '=')
            return next + 1;
        if (end + 1 >= m_text.size() || m_text[end] != ':')
            return -1;
        const utf8::Char c = utf8::at(m_text, end + 1);
        return utf8::isJsSpace(c.code) ? end + 1 + c.length : -1;
    }

    bool statement(qsizetype start)
    {
        if (m_text.sliced(start).startsWith("export")) {
            const qsizetype behind = skip(start + 6);
            if (behind > start + 6 && tryKey(behind))
                return true;
        }
        return tryKey(start);
    }

    bool tryKey(qsizetype start)
    {
        const qsizetype end = keyEnd(start);
        const qsizetype from = end > start ? valueStart(end) : -1;
        if (from < 0)
            return false;
        countLines(start);
        const QByteArrayView key = m_text.sliced(start, end - start);
        if (!quoted(key, from))
            plain(key, from);
        return true;
    }

    /// The last quote that ends its line (a comment may follow), counting only those with a backslash before them and the
    /// first one without.
    bool quoted(QByteArrayView key, qsizetype from)
    {
        const qsizetype open = skip(from);
        if (open >= m_text.size() || !isQuote(m_text[open]))
            return false;
        qsizetype close = -1;
        qsizetype behind = -1;
        qsizetype at = m_text.indexOf(m_text[open], open + 1);
        for (; at >= 0; at = m_text.indexOf(m_text[open], at + 1)) {
            qsizetype tail = at + 1;
            while (tail < m_text.size() && lineEndAt(m_text, tail) == 0) {
                const utf8::Char c = utf8::at(m_text, tail);
                if (!utf8::isJsSpace(c.code))
                    break;
                tail += c.length;
            }
            if (tail == m_text.size() || lineEndAt(m_text, tail) > 0 || m_text[tail] == '#') {
                close = at;
                behind = tail;
            }
            if (m_text[at - 1] != '\\')
                break;
        }
        if (close < 0)
            return false;
        set(key, m_text.sliced(open, close + 1 - open));
        m_at = lineEnd(m_text, behind);
        return true;
    }

    void plain(QByteArrayView key, qsizetype from)
    {
        qsizetype end = from;
        while (end < m_text.size() && m_text[end] != '#' && m_text[end] != '\n')
            ++end;
        set(key, m_text.sliced(from, end - from));
        m_at = lineEnd(m_text, end);
    }

    void set(QByteArrayView key, QByteArrayView raw)
    {
        raw = utf8::trimmed(raw, utf8::isJsSpace);
        QByteArray value
            = raw.isEmpty() || !std::any_of(raw.begin(), raw.end(), isQuote) ? raw.toByteArray() : withoutQuotes(raw);
        if (raw.startsWith('"'))
            value.replace("\\n", "\n").replace("\\r", "\r");
        if (key != QByteArrayView("__proto__")) // an object of JavaScript has that already
            m_reading.set({ key.toByteArray(), value.isNull() ? QByteArray("") : value, m_line, DialectEntry::Kind::Text });
    }

    void countLines(qsizetype to)
    {
        for (; m_countedTo < to; ++m_countedTo)
            m_line += m_text[m_countedTo] == '\n' ? 1 : 0;
    }

    QByteArrayView m_text;
    DialectReading m_reading;
    qsizetype m_at = 0;
    qsizetype m_countedTo = 0;
    int m_line = 1;
};

} // namespace

DialectReading readAsNodeDotenv(QByteArrayView bytes)
{
    const QByteArray text = decoded(bytes);
    return Reader(text).read();
}

} // namespace pilothouse
