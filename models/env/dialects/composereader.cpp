// SPDX-License-Identifier: GPL-3.0-or-later
// The grammar of compose-go's dotenv package: statements one after another (several may share a line), '…' and "…" over
// several lines, "KEY: value" as well as "KEY=value", a bare KEY taken from the environment, the first error ends it all.
#include "models/env/dialects/composetemplate.h"
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/utf8.h"

#include <QChar>
#include <QCoreApplication>

#include <cstring>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Dialects)
};

/// White space that does not end a line.
bool isBlank(char32_t code)
{
    return code == '\t' || code == '\v' || code == '\f' || code == '\r' || code == ' ' || code == 0x85 || code == 0xa0;
}

/// The characters behind a backslash in "…": a letter, or 0 and three digits. Returns what stands for `\$` as "$$", for the
/// replacement that follows.
class Unescaped
{
public:
    explicit Unescaped(QByteArrayView text) : m_text(text) { }
    QByteArray result()
    {
        for (; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                escape(m_text[m_at + 1]);
            else
                m_out += m_text[m_at];
        }
        return m_out;
    }

private:
    void escape(char c)
    {
        static constexpr char letters[] = "abfnrtv\"\\";
        static constexpr char meaning[] = "\a\b\f\n\r\t\v\"\\";
        ++m_at;
        if (c == '$') {
            m_out += "$$";
        } else if (c == '0') {
            octal();
        } else {
            const char *letter = c ? std::strchr(letters, c) : nullptr;
            if (letter)
                m_out += meaning[letter - letters];
            else
                (m_out += '\\') += c;
        }
    }
    void octal()
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && end < m_at + 4 && m_text[end] >= '0' && m_text[end] <= '9')
            ++end;
        const QByteArrayView digits = m_text.sliced(m_at + 1, end - m_at - 1);
        bool ok = false;
        const uint code = digits.size() == 3 ? digits.toByteArray().toUInt(&ok, 8) : 0;
        if (ok && code < 256)
            utf8::append(m_out, code);
        else
            (m_out += '\\') += digits; // only the zero goes
        m_at = end - 1;
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
};

class Reader
{
public:
    Reader(QByteArrayView bytes, const DialectEnvironment &environment)
        : m_bytes(bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes), m_environment(environment)
    {
        m_reading.reserve(bytes.size() / 32);
    }

    DialectReading read()
    {
        while (toStatement() && statement()) { }
        return std::move(m_reading);
    }

private:
    bool toStatement()
    {
        while (true) {
            m_at = skip(m_at, true);
            if (m_at >= m_bytes.size())
                return false;
            if (m_bytes[m_at] != '#')
                return true;
            const qsizetype lf = m_bytes.indexOf('\n', m_at);
            m_at = lf < 0 ? m_bytes.size() : lf;
        }
    }

    qsizetype skip(qsizetype from, bool lines) const { return utf8::skipSpace(m_bytes, from, lines ? utf8::isGoSpace : isBlank); }

    bool refuse(const QString &reason)
    {
        m_reading.refuse(utf8::lineAt(m_bytes, m_at), reason);
        return false;
    }

    bool statement()
    {
        qsizetype start = m_at;
        const QByteArrayView rest = m_bytes.sliced(start);
        if (rest.startsWith("export") && rest.size() > 6 && QByteArrayView("\t\n\f\r ").contains(rest[6]))
            start = skip(start + 6, false);
        if (start >= m_bytes.size())
            return refuse(Texts::tr("“export” names nothing"));
        qsizetype end = start;
        if (!toKeyEnd(end))
            return false;
        const bool found = end < m_bytes.size();
        const bool bare = found && m_bytes[end] == '\n';
        // Without any of "=", ":" and a line end the rest of the file is the value of a key without a name.
        QByteArrayView key = found ? m_bytes.sliced(start, end - start) : QByteArrayView();
        const qsizetype value = skip(found ? end + 1 : start, false);
        key = utf8::trimmedEnd(key, utf8::isGoSpace);
        if (key.contains(' '))
            return refuse(Texts::tr("a key cannot hold a blank"));
        if (!bare)
            return assign(key, value);
        const auto inherited = m_environment.constFind(QByteArray::fromRawData(key.data(), key.size()));
        if (inherited != m_environment.constEnd())
            set(key, *inherited);
        m_at = value;
        return true;
    }

    /// Moves to the "=", ":" or line end that ends the key, or to the end of the file.
    bool toKeyEnd(qsizetype &at)
    {
        while (at < m_bytes.size()) {
            const char byte = m_bytes[at];
            if (byte == '=' || byte == ':' || byte == '\n')
                return true;
            const utf8::Char c = utf8::at(m_bytes, at);
            const bool allowed = utf8::isAscii(byte)
                ? QByteArrayView("_.-[] \t\v\f\r").contains(byte) || QChar::isLetterOrNumber(c.code)
                : c.valid && (isBlank(c.code) || QChar::isLetterOrNumber(c.code));
            if (!allowed)
                return refuse(Texts::tr("“%1” cannot be part of a key").arg(QString::fromUcs4(&c.code, 1)));
            at += c.length;
        }
        return true;
    }

    bool assign(QByteArrayView key, qsizetype from)
    {
        const char quote = from < m_bytes.size() ? m_bytes[from] : '\0';
        if (quote == '\'' || quote == '"')
            return assignQuoted(key, from, quote);
        const qsizetype lf = m_bytes.indexOf('\n', from);
        const qsizetype end = lf < 0 ? m_bytes.size() : lf;
        QByteArrayView value = m_bytes.sliced(from, end - from);
        if (const qsizetype comment = value.indexOf(" #"); comment >= 0)
            value = value.first(comment);
        if (!expandInto(key, utf8::trimmedEnd(value, utf8::isGoSpace)))
            return false;
        m_at = lf < 0 ? end : lf + 1;
        return true;
    }

    bool assignQuoted(QByteArrayView key, qsizetype from, char quote)
    {
        qsizetype close = from + 1;
        QByteArray inner; // without the backslash of an escaped quote
        qsizetype copied = close;
        while (close < m_bytes.size() && m_bytes[close] != quote) {
            if (m_bytes[close] != '\\') {
                ++close;
                continue;
            }
            if (close + 1 < m_bytes.size() && m_bytes[close + 1] == quote) {
                inner += m_bytes.sliced(copied, close - copied);
                copied = close + 1;
            }
            close += 2;
        }
        if (close >= m_bytes.size())
            return refuse(Texts::tr("a quote is never closed"));
        inner += m_bytes.sliced(copied, close - copied);
        if (quote == '\'')
            set(key, inner);
        else if (!expandInto(key, Unescaped(inner).result()))
            return false;
        m_at = close + 1;
        return true;
    }

    bool expandInto(QByteArrayView key, QByteArrayView value)
    {
        if (!value.contains('$')) {
            set(key, value.toByteArray());
            return true;
        }
        QString problem;
        const std::optional<QByteArray> expanded = composeSubstitute(
            value,
            [this](QByteArrayView name) {
                const auto outer = m_environment.constFind(QByteArray::fromRawData(name.data(), name.size()));
                if (outer != m_environment.constEnd())
                    return outer->isNull() ? QByteArray("") : *outer;
                const DialectEntry *entry = m_reading.find(name);
                return entry ? entry->value : QByteArray();
            },
            problem);
        if (!expanded)
            return refuse(problem);
        set(key, *expanded);
        return true;
    }

    void set(QByteArrayView key, QByteArray value)
    {
        if (value.isNull())
            value = QByteArray("");
        while (m_countedTo < m_at)
            m_line += m_bytes[m_countedTo++] == '\n' ? 1 : 0;
        m_reading.set({ key.toByteArray(), std::move(value), m_line, DialectEntry::Kind::Text });
    }

    QByteArrayView m_bytes;
    const DialectEnvironment &m_environment;
    DialectReading m_reading;
    qsizetype m_at = 0; ///< the statement being read
    qsizetype m_countedTo = 0;
    int m_line = 1;
};

} // namespace

DialectReading readAsCompose(QByteArrayView bytes, const DialectEnvironment &environment)
{
    return Reader(bytes, environment).read();
}

} // namespace pilothouse
