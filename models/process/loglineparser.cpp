// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/process/loglineparser.h"

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

QStringList LogLineParser::feed(const QByteArray &bytes)
{
    QStringList lines;
    QByteArrayView rest(bytes);
    for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        add(rest.first(end));
        lines << takeRest();
        rest = rest.sliced(end + 1);
    }
    add(rest);
    return lines;
}

void LogLineParser::add(QByteArrayView part)
{
    QByteArrayView text = part;
    while (text.endsWith('\r'))
        text.chop(1);
    const qsizetype restart = text.lastIndexOf('\r');
    if (restart >= 0 || (m_returned && !text.isEmpty())) {
        m_line.clear();
        m_cut = false;
        m_returned = false;
        text = text.sliced(restart + 1);
    }
    m_returned = m_returned || part.endsWith('\r');
    const qsizetype room = maxLineBytes - m_line.size();
    m_cut = m_cut || text.size() > room;
    m_line += text.first(qMin(room, text.size())).toByteArray();
}

QString LogLineParser::takeRest()
{
    ControlFilter filter;
    const QString decoded = QString::fromUtf8(m_line);
    for (const QChar character : decoded)
        filter.take(character);
    QString line = filter.text;
    if (m_cut || line.size() > maxLineLength) {
        line.truncate(maxLineLength);
        if (line.endsWith(QChar::ReplacementCharacter) || (!line.isEmpty() && line.back().isHighSurrogate()))
            line.chop(1); // the cut went through a character
        line += u'…';
    }
    m_line.clear();
    m_returned = false;
    m_cut = false;
    return line;
}

} // namespace pilothouse
