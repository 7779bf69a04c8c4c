// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/loglineparser.h"

namespace pilothouse {

namespace {

bool isBidiControl(char16_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
        || code == 0x061C;
}

} // namespace

QStringList LogLineParser::feed(const QByteArray &bytes)
{
    const QString text = m_decoder.decode(bytes);
    for (const QChar character : text)
        take(character);
    return std::exchange(m_lines, {});
}

QString LogLineParser::takeRest()
{
    m_returned = false;
    m_cut = false;
    m_mode = Mode::Text;
    return std::exchange(m_line, {});
}

void LogLineParser::reset()
{
    m_decoder.resetState();
    m_lines.clear();
    takeRest();
}

void LogLineParser::take(QChar character)
{
    const char16_t code = character.unicode();
    if (code == u'\n') { // ends every sequence: an open one must not swallow the next line
        m_lines << takeRest();
        return;
    }
    switch (m_mode) {
    case Mode::Text:
        takeText(character);
        return;
    case Mode::Escape:
        if (code == u'[')
            m_mode = Mode::Csi;
        else if (code == u']' || code == u'P' || code == u'X' || code == u'^' || code == u'_')
            m_mode = Mode::String;
        else if (code >= 0x20 && code <= 0x2F)
            m_mode = Mode::EscapeEnd;
        else if (code != 0x1B)
            m_mode = Mode::Text;
        return;
    case Mode::EscapeEnd:
        if (code < 0x20 || code > 0x2F)
            m_mode = Mode::Text;
        return;
    case Mode::Csi:
        if (code == 0x1B)
            m_mode = Mode::Escape;
        else if (code >= 0x40)
            m_mode = Mode::Text;
        return;
    case Mode::String:
        if (code == 0x1B)
            m_mode = Mode::StringEscape;
        else if (code == 0x07 || code == 0x9C || code == 0x18 || code == 0x1A)
            m_mode = Mode::Text;
        return;
    case Mode::StringEscape:
        m_mode = code == u'\\' ? Mode::Text : Mode::String;
        return;
    }
}

void LogLineParser::takeText(QChar character)
{
    const char16_t code = character.unicode();
    if (code == 0x1B) {
        m_mode = Mode::Escape;
    } else if (code == 0x9B) {
        m_mode = Mode::Csi;
    } else if (code == 0x90 || code == 0x98 || code == 0x9D || code == 0x9E || code == 0x9F) {
        m_mode = Mode::String;
    } else if (code == u'\r') {
        m_returned = true;
    } else if ((code < 0x20 && code != u'\t') || (code >= 0x7F && code <= 0x9F)) {
        return;
    } else if (isBidiControl(code)) {
        append(QStringLiteral("[U+%1]").arg(uint(code), 4, 16, QLatin1Char('0')).toUpper());
    } else {
        append(QStringView(&character, 1));
    }
}

void LogLineParser::append(QStringView text)
{
    if (m_returned) {
        m_returned = false;
        m_cut = false;
        m_line.clear();
    }
    if (m_cut)
        return;
    if (m_line.size() + text.size() > maxLineLength) {
        m_cut = true;
        if (!m_line.isEmpty() && m_line.back().isHighSurrogate())
            m_line.chop(1);
        m_line += u'…';
        return;
    }
    m_line += text;
}

} // namespace pilothouse
