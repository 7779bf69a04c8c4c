// SPDX-License-Identifier: GPL-3.0-or-later
// python-dotenv's dotenv_values(): lines that do not parse are dropped, '…' and "…" span lines and run on over escaped
// quotes, ${NAME} and ${NAME:-x} are replaced everywhere, the file's own keys before those of the environment.
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/utf8.h"

#include <QCoreApplication>

#include <cstring>

namespace pilothouse {

namespace {

bool isBlank(char32_t code)
{
    return code != '\n' && utf8::isPythonSpace(code); // CR is gone: the file is opened as text
}

QByteArray withoutCarriageReturns(QByteArrayView bytes)
{
    QByteArray text = bytes.toByteArray();
    if (text.contains('\r'))
        text.replace("\r\n", "\n").replace('\r', '\n');
    return text;
}

class Reader
{
public:
    Reader(const QByteArray &text, const DialectEnvironment &environment) : m_text(text), m_environment(environment)
    {
        m_reading.reserve(text.size() / 32);
    }

    DialectReading read()
    {
        while (m_at < m_text.size()) {
            m_at = utf8::skipSpace(m_text, m_at, utf8::isPythonSpace);
            if (m_at < m_text.size() && !binding())
                toNextLine();
        }
        return std::move(m_reading);
    }

private:
    void skipBlanks() { m_at = utf8::skipSpace(m_text, m_at, isBlank); }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool ended() const { return m_at >= m_text.size(); }
    void toNextLine()
    {
        const qsizetype lf = m_text.indexOf('\n', m_at);
        m_at = lf < 0 ? m_text.size() : lf + 1;
    }

    bool binding()
    {
        countLines();
        if (m_text.sliced(m_at).startsWith("export")) {
            const qsizetype behind = utf8::skipSpace(m_text, m_at + 6, isBlank);
            m_at = behind > m_at + 6 ? behind : m_at;
        }
        QByteArray name;
        const bool comment = peek() == '#' && !ended();
        if (!comment && !key(name))
            return false;
        skipBlanks();
        QByteArray text;
        const bool assigned = peek() == '=';
        if (assigned) {
            ++m_at;
            skipBlanks();
            if (!value(text))
                return false;
        }
        if (!lineEnd())
            return false;
        if (!comment)
            set(name, assigned ? resolved(text) : text, assigned ? DialectEntry::Kind::Text : DialectEntry::Kind::NoValue);
        return true;
    }

    bool key(QByteArray &name)
    {
        const qsizetype from = m_at;
        if (peek() == '\'') {
            const qsizetype close = m_text.indexOf('\'', from + 1);
            if (close <= from + 1)
                return false;
            name = m_text.sliced(from + 1, close - from - 1).toByteArray();
            m_at = close + 1;
            return true;
        }
        while (m_at < m_text.size() && m_text[m_at] != '=' && m_text[m_at] != '#') {
            const utf8::Char c = utf8::at(m_text, m_at);
            if (utf8::isPythonSpace(c.code))
                break;
            m_at += c.length;
        }
        name = m_text.sliced(from, m_at - from).toByteArray();
        return m_at > from;
    }

    bool value(QByteArray &text)
    {
        const char first = peek();
        if (first == '\'' || first == '"')
            return quoted(text, first);
        const qsizetype lf = m_text.indexOf('\n', m_at);
        const qsizetype end = lf < 0 ? m_text.size() : lf;
        QByteArrayView line = m_text.sliced(m_at, end - m_at);
        for (qsizetype hash = line.indexOf('#', 1); hash > 0; hash = line.indexOf('#', hash + 1)) {
            const utf8::Char c = utf8::before(line, hash);
            if (utf8::isPythonSpace(c.code)) {
                line = line.first(hash);
                break;
            }
        }
        text = utf8::trimmedEnd(line, utf8::isPythonSpace).toByteArray();
        m_at = end;
        return true;
    }

    /// To the first quote without a backslash before it; without one the last quote that has one.
    bool quoted(QByteArray &text, char quote)
    {
        if (m_at > m_noQuoteBehind[quote == '"' ? 1 : 0])
            return false;
        qsizetype close = m_at;
        do {
            const qsizetype next = m_text.indexOf(quote, close + 1);
            if (next < 0)
                break;
            close = next;
        } while (m_text[close - 1] == '\\');
        if (close == m_at) {
            m_noQuoteBehind[quote == '"' ? 1 : 0] = m_at - 1;
            return false;
        }
        const QByteArrayView inner = m_text.sliced(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        text.clear();
        for (qsizetype i = 0; i < inner.size(); ++i) {
            const char next = inner[i] == '\\' && i + 1 < inner.size() ? unescaped(inner[i + 1], quote) : '\0';
            text += next ? next : inner[i];
            i += next ? 1 : 0;
        }
        return true;
    }

    static char unescaped(char c, char quote)
    {
        static constexpr char letters[] = "\\'\"abfnrtv";
        static constexpr char meaning[] = "\\'\"\a\b\f\n\r\t\v";
        const char *letter = c ? std::strchr(letters, c) : nullptr;
        if (!letter || (quote == '\'' && c != '\\' && c != '\''))
            return '\0';
        return meaning[letter - letters];
    }

    bool lineEnd()
    {
        skipBlanks();
        if (peek() == '#') {
            const qsizetype lf = m_text.indexOf('\n', m_at);
            m_at = lf < 0 ? m_text.size() : lf;
        }
        if (!ended() && peek() != '\n')
            return false;
        m_at += ended() ? 0 : 1;
        return true;
    }

    QByteArray lookUp(QByteArrayView name, QByteArrayView otherwise) const
    {
        if (const DialectEntry *entry = m_reading.find(name))
            return entry->value;
        const auto outer = m_environment.constFind(QByteArray::fromRawData(name.data(), name.size()));
        return outer == m_environment.constEnd() ? otherwise.toByteArray() : *outer;
    }

    QByteArray resolved(const QByteArray &value) const
    {
        const QByteArrayView text(value);
        QByteArray out;
        qsizetype done = 0;
        for (qsizetype at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at)) {
            const qsizetype name = at + 2;
            qsizetype stop = name;
            while (stop < text.size() && text[stop] != '}' && text[stop] != ':')
                ++stop;
            const bool withDefault = stop + 1 < text.size() && text[stop] == ':' && text[stop + 1] == '-';
            const qsizetype close = withDefault ? text.indexOf('}', stop + 2) : stop;
            if (close < 0 || close >= text.size())
                break; // nothing behind can close either
            if (text[close] != '}') {
                at = close;
                continue;
            }
            const QByteArrayView otherwise = withDefault ? text.sliced(stop + 2, close - stop - 2) : QByteArrayView("");
            out += text.sliced(done, at - done);
            out += lookUp(text.sliced(name, stop - name), otherwise);
            at = done = close + 1;
        }
        return out += text.sliced(done);
    }

    void countLines()
    {
        while (m_countedTo < m_at)
            m_line += m_text[m_countedTo++] == '\n' ? 1 : 0;
    }

    void set(const QByteArray &name, const QByteArray &value, DialectEntry::Kind kind)
    {
        m_reading.set({ name, value.isNull() ? QByteArray("") : value, m_line, kind });
    }

    QByteArrayView m_text;
    const DialectEnvironment &m_environment;
    DialectReading m_reading;
    qsizetype m_at = 0;
    qsizetype m_countedTo = 0;
    qsizetype m_noQuoteBehind[2] = { PTRDIFF_MAX, PTRDIFF_MAX }; ///< from here on no ' and no " follows
    int m_line = 1;
};

} // namespace

DialectReading readAsPythonDotenv(QByteArrayView bytes, const DialectEnvironment &environment)
{
    if (const qsizetype bad = utf8::firstInvalid(bytes); bad >= 0) {
        DialectReading refused;
        refused.refuse(utf8::lineAt(bytes, bad), QCoreApplication::translate("Dialects", "the file is not UTF-8"));
        return refused;
    }
    const QByteArray text = withoutCarriageReturns(bytes);
    return Reader(text, environment).read();
}

} // namespace pilothouse
