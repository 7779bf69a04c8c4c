// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/compose/shellwords.h"

namespace pilothouse {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n';
}

/// State of go-shellwords' Parse() with ParseEnv and ParseBacktick off.
class Splitter
{
public:
    std::optional<QList<ShellWord>> split(const QString &text)
    {
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar c = text[at];
            if (m_escaped) {
                push(c, at);
                m_escaped = false;
            } else if (c == u'\\' && !m_single) {
                m_escaped = true;
                begin(at);
            } else if (isSpace(c) && !quoted()) {
                finish(at);
            } else if (isSpace(c)) {
                m_word.text += c;
            } else if (!special(c, at)) {
                if (m_failed)
                    return std::nullopt;
                if (m_ended)
                    break;
                push(c, at);
            }
        }
        if (m_escaped || quoted())
            return std::nullopt;
        finish(m_ended ? m_stop : text.size());
        return m_words;
    }

private:
    bool quoted() const { return m_single || m_double || m_back || m_dollar; }

    void begin(qsizetype at)
    {
        if (!m_open)
            m_word.start = at;
        m_open = true;
    }

    void push(QChar c, qsizetype at)
    {
        begin(at);
        m_got = true;
        m_word.text += c;
    }

    void finish(qsizetype at)
    {
        if (m_got) {
            m_word.end = at;
            m_words.append(m_word);
        }
        m_word = {};
        m_got = false;
        m_open = false;
    }

    /// True when the character is used up; otherwise it belongs to the word, unless the text ends or fails here.
    bool special(QChar c, qsizetype at)
    {
        if (c == u'`' && !m_single && !m_double && !m_dollar) {
            m_back = !m_back;
        } else if (c == u')' && !m_single && !m_double && !m_back) {
            m_dollar = !m_dollar;
        } else if (c == u'(' && !m_single && !m_double && !m_back) {
            m_failed = m_dollar || !m_word.text.endsWith(u'$');
            m_dollar = true;
        } else if (c == u'"' && !m_single && !m_dollar) {
            begin(at);
            m_got = m_got || m_double;
            m_double = !m_double;
            return true;
        } else if (c == u'\'' && !m_double && !m_dollar) {
            begin(at);
            m_got = m_got || m_single;
            m_single = !m_single;
            return true;
        } else if (QStringView(u";&|<>").contains(c) && !quoted()) {
            if (c == u'>' && !m_word.text.isEmpty() && m_word.text[0].isDigit())
                m_got = false; // "2>file": the number is no word
            m_ended = true;
            m_stop = at;
        }
        return false;
    }

    QList<ShellWord> m_words;
    ShellWord m_word;
    qsizetype m_stop = 0;
    bool m_open = false;
    bool m_got = false;
    bool m_escaped = false;
    bool m_single = false;
    bool m_double = false;
    bool m_back = false;
    bool m_dollar = false;
    bool m_failed = false;
    bool m_ended = false;
};

} // namespace

std::optional<QList<ShellWord>> shellWords(const QString &text)
{
    return Splitter().split(text);
}

} // namespace pilothouse
