// SPDX-License-Identifier: GPL-3.0-or-later
// EnvironmentFile= of systemd 254 and later: one character after another through the states of its env-file parser, then
// entries without a valid name are dropped.
#include "models/env/dialects/dialect.h"
#include "models/env/dialects/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype longestAssignment = 2097151; // ARG_MAX - 1

bool isNewline(char c)
{
    return c == '\n' || c == '\r';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || isNewline(c);
}

bool isName(QByteArrayView key)
{
    const auto inName
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    return !key.isEmpty() && !(key.front() >= '0' && key.front() <= '9') && std::all_of(key.begin(), key.end(), inName);
}

/// systemd's idea of valid text: UTF-8 without the noncharacters.
bool isText(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const utf8::Char c = utf8::at(bytes, at);
        if (!c.valid || (c.code & 0xfffe) == 0xfffe || (c.code >= 0xfdd0 && c.code <= 0xfdef))
            return false;
        at += c.length;
    }
    return true;
}

class Reader
{
public:
    DialectReading read(QByteArrayView bytes)
    {
        if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0) {
            m_reading.refuse(
                utf8::lineAt(bytes, nul), QCoreApplication::translate("Dialects", "a NUL byte makes the file no text"));
            return std::move(m_reading);
        }
        m_reading.reserve(bytes.size() / 32);
        for (const char c : bytes) {
            take(c);
            m_line += c == '\n' ? 1 : 0;
            if (m_reading.refusal())
                return std::move(m_reading);
        }
        if (m_state != State::PreKey && m_state != State::Key && m_state != State::Comment && m_state != State::CommentEscape)
            push(m_state == State::Value);
        return std::move(m_reading);
    }

private:
    enum class State { PreKey, Key, PreValue, Value, ValueEscape, Single, Double, DoubleEscape, Comment, CommentEscape };

    void take(char c)
    {
        switch (m_state) {
        case State::PreKey:
            preKey(c);
            break;
        case State::Key:
            key(c);
            break;
        case State::PreValue:
            preValue(c);
            break;
        case State::Value:
            value(c);
            break;
        case State::ValueEscape:
            m_state = State::Value;
            if (!isNewline(c)) // a line goes on behind a backslash
                m_value += c;
            break;
        case State::Single:
            c == '\'' ? void(m_state = State::PreValue) : void(m_value += c);
            break;
        case State::Double:
            if (c == '"' || c == '\\')
                m_state = c == '"' ? State::PreValue : State::DoubleEscape;
            else
                m_value += c;
            break;
        case State::DoubleEscape:
            m_state = State::Double;
            if (QByteArrayView("\"\\`$").contains(c))
                m_value += c;
            else if (c != '\n')
                (m_value += '\\') += c;
            break;
        case State::Comment:
            m_state = c == '\\' ? State::CommentEscape : isNewline(c) ? State::PreKey : State::Comment;
            break;
        case State::CommentEscape:
            m_state = isNewline(c) ? State::PreKey : State::Comment;
            break;
        }
    }

    void preKey(char c)
    {
        if (c == '#' || c == ';') {
            m_state = State::Comment;
        } else if (!isSpace(c)) {
            m_state = State::Key;
            m_keyLine = m_line;
            m_key = QByteArray(1, c);
        }
    }

    void key(char c)
    {
        if (isNewline(c)) {
            m_state = State::PreKey;
        } else if (c == '=') {
            m_state = State::PreValue;
            m_blanksFrom = -1;
        } else {
            m_key += c;
        }
    }

    void preValue(char c)
    {
        if (isNewline(c)) {
            push(false);
        } else if (c == '\'' || c == '"') {
            m_state = c == '\'' ? State::Single : State::Double;
        } else if (c == '\\') {
            m_state = State::ValueEscape;
        } else if (!isSpace(c)) {
            m_state = State::Value;
            m_value += c;
        }
    }

    void value(char c)
    {
        if (isNewline(c)) {
            push(true);
        } else if (c == '\\') {
            m_state = State::ValueEscape;
            m_blanksFrom = -1;
        } else {
            if (!isSpace(c))
                m_blanksFrom = -1;
            else if (m_blanksFrom < 0)
                m_blanksFrom = m_value.size();
            m_value += c;
        }
    }

    void push(bool trim)
    {
        m_state = State::PreKey;
        if (trim && m_blanksFrom >= 0)
            m_value.truncate(m_blanksFrom);
        while (!m_key.isEmpty() && isSpace(m_key.back()))
            m_key.chop(1);
        if (!isText(m_key) || !isText(m_value)) {
            m_reading.refuse(m_keyLine,
                QCoreApplication::translate("Dialects", "an assignment is not UTF-8, or holds a character that is none"));
        } else if (isName(m_key) && m_key.size() + 1 + m_value.size() <= longestAssignment) {
            m_reading.set({ m_key, m_value.isNull() ? QByteArray("") : m_value, m_keyLine, DialectEntry::Kind::Text });
        }
        m_value.clear();
    }

    DialectReading m_reading;
    State m_state = State::PreKey;
    QByteArray m_key;
    QByteArray m_value;
    qsizetype m_blanksFrom = -1; ///< where the white space at the end of the value begins
    int m_line = 1;
    int m_keyLine = 1;
};

} // namespace

DialectReading readAsSystemd(QByteArrayView bytes)
{
    return Reader().read(bytes);
}

} // namespace pilothouse
