// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/loglineparser.h"

#include <algorithm>

namespace pilothouse {

namespace {

bool isBidiControl(char16_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
        || code == 0x061C;
}

/// Drops control sequences (ECMA-48) from one line.
class ControlFilter
{
public:
    void take(QChar character);
    QString text;

private:
    enum class Mode { Text, Escape, EscapeEnd, Csi, String, StringEscape };
    void takeText(QChar character);
    Mode m_mode = Mode::Text;
};

void ControlFilter::take(QChar character)
{
    const char16_t code = character.unicode();
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

void ControlFilter::takeText(QChar character)
{
    const char16_t code = character.unicode();
    if (code == 0x1B)
        m_mode = Mode::Escape;
    else if (code == 0x9B)
        m_mode = Mode::Csi;
    else if (code == 0x90 || code == 0x98 || code == 0x9D || code == 0x9E || code == 0x9F)
        m_mode = Mode::String;
    else if ((code < 0x20 && code != u'\t') || (code >= 0x7F && code <= 0x9F))
        return;
    else if (isBidiControl(code))
        text += QStringLiteral("[U+%1]").arg(uint(code), 4, 16, QLatin1Char('0')).toUpper();
    else
        text += character;
}

} // namespace

QString plainLogText(QByteArrayView line)
{
    const bool simple = std::all_of(line.begin(), line.end(), [](char byte) { return byte >= 0x20 && byte < 0x7F; });
    if (simple)
        return QString::fromLatin1(line);
    ControlFilter filter;
    const QString decoded = QString::fromUtf8(line);
    filter.text.reserve(decoded.size());
    for (const QChar character : decoded)
        filter.take(character);
    return filter.text;
}

QString shownLogText(const QString &text, bool cut, const LogRedactor &redact)
{
    QString line = redact ? redact(text) : text;
    if (cut || line.size() > LogLineParser::maxLineLength) {
        line.truncate(LogLineParser::maxLineLength);
        if (line.endsWith(QChar::ReplacementCharacter) || (!line.isEmpty() && line.back().isHighSurrogate()))
            line.chop(1); // the cut went through a character
        line += u'…';
    }
    return line;
}

QStringList LogLineParser::feed(const QByteArray &bytes)
{
    QStringList lines;
    QByteArrayView rest(bytes);
    for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        m_line.add(rest.first(end));
        lines << takeRest();
        rest = rest.sliced(end + 1);
    }
    m_line.add(rest);
    return lines;
}

QString LogLineParser::takeRest()
{
    const QString line = shownLogText(plainLogText(m_line.bytes()), m_line.isCut(), m_redact);
    m_line.clear();
    return line;
}

} // namespace pilothouse
