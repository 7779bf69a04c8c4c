// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envreader.h"

#include "models/env/envdocument.h"

#include <array>
#include <cstring>

namespace pilothouse {

namespace {

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

constexpr std::array<bool, 256> keyCharacters = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 256; ++c) {
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'
            || c == '[' || c == ']' || c >= 0x80;
    }
    return table;
}();

/// White space of Unicode at the end of UTF-8 text, which Compose and python-dotenv both trim: its length, or 0.
qsizetype wideSpaceBefore(const char *begin, const char *end)
{
    if (end - begin >= 2 && (std::memcmp(end - 2, "\xc2\x85", 2) == 0 || std::memcmp(end - 2, "\xc2\xa0", 2) == 0))
        return 2;
    if (end - begin < 3)
        return 0;
    const auto a = static_cast<unsigned char>(end[-3]);
    const auto b = static_cast<unsigned char>(end[-2]);
    const auto c = static_cast<unsigned char>(end[-1]);
    const bool space = (a == 0xe1 && b == 0x9a && c == 0x80)
        || (a == 0xe2 && b == 0x80 && ((c >= 0x80 && c <= 0x8a) || c == 0xa8 || c == 0xa9 || c == 0xaf))
        || (a == 0xe2 && b == 0x81 && c == 0x9f) || (a == 0xe3 && b == 0x80 && c == 0x80);
    return space ? 3 : 0;
}

const char *trimmedEnd(const char *begin, const char *end)
{
    while (end > begin) {
        if (isBlank(end[-1]))
            --end;
        else if (const qsizetype wide = (end[-1] & 0x80) ? wideSpaceBefore(begin, end) : 0)
            end -= wide;
        else
            break;
    }
    return end;
}

class Scanner
{
public:
    Scanner(QByteArrayView bytes, std::vector<EnvEntry> &entries, std::vector<int> &strange)
        : m_begin(bytes.data()), m_end(bytes.data() + bytes.size()), m_at(m_begin), m_entries(entries), m_strange(strange)
    {
    }

    void run()
    {
        if (m_end - m_at >= 3 && std::memcmp(m_at, "\xef\xbb\xbf", 3) == 0)
            m_at += 3;
        while (m_at < m_end)
            readLine();
    }

private:
    qint32 offset(const char *at) const { return static_cast<qint32>(at - m_begin); }

    const char *lineEnd(const char *from) const
    {
        const void *found = std::memchr(from, '\n', static_cast<size_t>(m_end - from));
        return found ? static_cast<const char *>(found) : m_end;
    }

    /// Goes behind the LF at `eol`.
    void nextLine(const char *eol)
    {
        m_at = eol < m_end ? eol + 1 : m_end;
        ++m_line;
    }

    const char *skipBlanks(const char *at) const
    {
        while (at < m_end && isBlank(*at))
            ++at;
        return at;
    }

    void readLine()
    {
        EnvEntry entry;
        entry.start = offset(m_at);
        entry.line = m_line;
        const char *at = skipBlanks(m_at);
        if (at == m_end || *at == '\n' || *at == '#') {
            nextLine(lineEnd(at));
            return;
        }
        if (m_end - at > 7 && std::memcmp(at, "export", 6) == 0 && isBlank(at[6])) {
            const char *name = skipBlanks(at + 6);
            if (name < m_end && keyCharacters[static_cast<unsigned char>(*name)])
                at = name;
        }
        entry.keyStart = offset(at);
        while (at < m_end && keyCharacters[static_cast<unsigned char>(*at)])
            ++at;
        entry.keyEnd = offset(at);
        at = skipBlanks(at);
        if (entry.keyEnd == entry.keyStart || (at < m_end && *at != '=' && *at != '\n' && *at != '#')) {
            m_strange.push_back(m_line);
            nextLine(lineEnd(at));
            return;
        }
        if (at < m_end && *at == '=')
            readValue(entry, skipBlanks(at + 1));
        else
            nextLine(lineEnd(at));
        entry.end = offset(m_at);
        m_entries.push_back(entry);
    }

    void readValue(EnvEntry &entry, const char *at)
    {
        entry.assigned = true;
        if (at < m_end && (*at == '"' || *at == '\'')) {
            readQuoted(entry, at);
            return;
        }
        const char *eol = lineEnd(at);
        const char *stop = eol;
        for (const char *hash = at; (hash = static_cast<const char *>(std::memchr(hash, '#', static_cast<size_t>(eol - hash))));
             ++hash) {
            if (hash > at && isBlank(hash[-1])) {
                stop = hash;
                break;
            }
        }
        stop = trimmedEnd(at, stop);
        // An empty value sits right behind "=", so that the blanks after it stay behind a value that is put in.
        if (stop == at) {
            while (at > m_begin && at[-1] != '=')
                --at;
            stop = at;
        }
        entry.valueStart = offset(at);
        entry.valueEnd = offset(stop);
        nextLine(eol);
    }

    void readQuoted(EnvEntry &entry, const char *at)
    {
        const char quote = *at;
        entry.quote = quote == '"' ? EnvQuote::Double : EnvQuote::Single;
        entry.valueStart = offset(at);
        int lines = 0;
        const char *close = at + 1;
        for (; close < m_end && *close != quote; ++close) {
            if (*close == '\n')
                ++lines;
            else if (*close == '\\' && close + 1 < m_end && (close[1] == quote || close[1] == '\\'))
                ++close;
        }
        if (close >= m_end) {
            const char *eol = lineEnd(at);
            entry.unterminated = true;
            entry.valueEnd = offset(trimmedEnd(at, eol));
            nextLine(eol);
            return;
        }
        entry.valueEnd = offset(close + 1);
        m_line += lines;
        const char *rest = skipBlanks(close + 1);
        entry.textAfterQuote = rest < m_end && *rest != '\n' && *rest != '#';
        nextLine(lineEnd(rest));
    }

    const char *m_begin;
    const char *m_end;
    const char *m_at;
    int m_line = 1;
    std::vector<EnvEntry> &m_entries;
    std::vector<int> &m_strange;
};

} // namespace

void readEnv(QByteArrayView bytes, std::vector<EnvEntry> &entries, std::vector<int> &strangeLines)
{
    entries.clear();
    strangeLines.clear();
    entries.reserve(static_cast<size_t>(bytes.size() / 48)); // about one per line of a usual file
    Scanner(bytes, entries, strangeLines).run();
}

} // namespace pilothouse
