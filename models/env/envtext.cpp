// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envtext.h"

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

/// One character of the text and the bytes it stands for.
struct Shown
{
    qsizetype bytes = 1;
    char32_t code = 0;
};

constexpr char32_t broken = 0xfffd;

char32_t picture(char32_t code)
{
    if (code < 0x20 && code != '\t')
        return 0x2400 + code;
    if (code == 0x7f)
        return 0x2421;
    if (code == 0x2028 || code == 0x2029)
        return 0x2424;
    if ((code >= 0xfdd0 && code <= 0xfdef) || code == 0xfffc || (code & 0xfffe) == 0xfffe)
        return broken; // characters that a text document keeps for itself
    return code;
}

/// The character at `at`: strict UTF-8, a byte that is none is shown alone.
Shown shownAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return { 1, picture(lead) };
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.size())
        return { 1, broken };
    char32_t code = lead & (0xff >> (length + 1));
    for (qsizetype i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80)
            return { 1, broken };
        code = (code << 6) | (byte(at + i) & 0x3f);
    }
    const bool tooLong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (tooLong || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
        return { 1, broken };
    return { length, picture(code) };
}

bool isPlain(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\t'; });
}

bool touches(const ByteRange &a, const ByteRange &b)
{
    return a.start < b.end && b.start < a.end;
}

} // namespace

ByteSplice spliceBetween(QByteArrayView before, QByteArrayView after)
{
    const auto isTail = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype start = std::mismatch(before.begin(), before.begin() + most, after.begin()).first - before.begin();
    while (start > 0 && ((start < before.size() && isTail(before[start])) || (start < after.size() && isTail(after[start]))))
        --start; // never inside a character
    qsizetype end = std::mismatch(before.rbegin(), before.rbegin() + (most - start), after.rbegin()).first - before.rbegin();
    while (end > 0 && isTail(before[before.size() - end]))
        --end;
    return { start, before.size() - end, after.sliced(start, after.size() - end - start).toByteArray() };
}

EnvText::EnvText(const QByteArray &bytes, const std::vector<ByteRange> &masks, const std::vector<ByteRange> &shown)
    : m_bytes(bytes), m_runBytes(masks)
{
    for (const ByteRange &range : m_runBytes) {
        const bool open = std::any_of(shown.begin(), shown.end(), [&](const ByteRange &each) { return touches(each, range); });
        m_runs << SecretRun{ 0, 0, open };
    }
    const qsizetype firstLf = bytes.indexOf('\n');
    m_crlf = firstLf > 0 && bytes.at(firstLf - 1) == '\r';
    m_text.reserve(bytes.size());
    m_lines.reserve(size_t(bytes.count('\n')) + 1);
    qsizetype at = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    auto run = m_runBytes.cbegin();
    while (true) {
        qsizetype eol = bytes.indexOf('\n', at);
        for (; run != m_runBytes.cend() && eol >= 0 && run->start < eol; ++run) { // a run may hold line ends
            const bool hidden = !m_runs.at(run - m_runBytes.cbegin()).shown;
            if (hidden && run->end > eol)
                eol = bytes.indexOf('\n', run->end);
        }
        appendLine(at, eol < 0 ? bytes.size() : eol);
        if (eol < 0)
            break;
        m_text += QLatin1Char('\n');
        at = eol + 1;
    }
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        if (m_runs.at(i).shown) {
            m_runs[i].start = positionOf(m_runBytes[size_t(i)].start);
            m_runs[i].length = positionOf(m_runBytes[size_t(i)].end) - m_runs.at(i).start;
        }
    }
}

/// Calls visit(kind, byte, byte length, code, run) for each character or run of the line, in order.
template <typename Visit> void EnvText::walk(size_t line, Visit visit) const
{
    const QByteArrayView bytes(m_bytes);
    qsizetype at = m_lines[line].byte;
    const bool last = line + 1 == m_lines.size();
    qsizetype end = last ? bytes.size() : m_lines[line + 1].byte - 1;
    if (!last && end > at && bytes[end - 1] == '\r')
        --end;
    auto run = std::lower_bound(
        m_runBytes.begin(), m_runBytes.end(), at, [](const ByteRange &range, qsizetype offset) { return range.end <= offset; });
    while (at < end) {
        while (run != m_runBytes.end() && run->end <= at)
            ++run;
        const qsizetype index = run - m_runBytes.begin();
        const bool dots = run != m_runBytes.end() && run->start <= at && !m_runs.at(index).shown;
        const Shown one = dots ? Shown{ run->end - at, 0 } : shownAt(bytes.first(end), at);
        if (!visit(at, one.bytes, one.code, dots ? int(index) : -1))
            return;
        at += one.bytes;
    }
}

void EnvText::appendLine(qsizetype from, qsizetype eol)
{
    m_lines.push_back({ int(m_text.size()), qint32(from) });
    const QByteArrayView bytes(m_bytes);
    const bool crlf = eol < bytes.size() && eol > from && bytes[eol - 1] == '\r';
    const qsizetype end = crlf ? eol - 1 : eol;
    auto run = std::lower_bound(
        m_runBytes.begin(), m_runBytes.end(), from, [](const ByteRange &range, qsizetype offset) { return range.end <= offset; });
    if ((run == m_runBytes.end() || run->start >= eol) && isPlain(bytes.sliced(from, end - from))) {
        m_text += QLatin1String(bytes.data() + from, end - from);
        return;
    }
    for (qsizetype at = from; at < end;) {
        while (run != m_runBytes.end() && run->end <= at)
            ++run;
        if (run != m_runBytes.end() && run->start <= at && !m_runs.at(run - m_runBytes.begin()).shown) {
            SecretRun &dots = m_runs[run - m_runBytes.begin()];
            dots.start = int(m_text.size());
            m_text += maskedValue() + QString(bytes.sliced(at, run->end - at).count('\n'), u'\n');
            dots.length = int(m_text.size()) - dots.start;
            at = run->end;
        } else {
            const Shown one = shownAt(bytes.first(end), at);
            m_text += QChar::fromUcs4(one.code);
            at += one.bytes;
        }
    }
}

size_t EnvText::lineAt(int position) const
{
    const auto next = std::upper_bound(
        m_lines.begin(), m_lines.end(), position, [](int value, const Line &line) { return value < line.position; });
    return size_t(next - m_lines.begin()) - 1;
}

std::optional<qsizetype> EnvText::byteAt(int position) const
{
    if (m_lines.empty() || position < 0 || position > m_text.size())
        return std::nullopt;
    const size_t line = lineAt(position);
    int at = m_lines[line].position;
    qsizetype byte = m_lines[line].byte;
    walk(line, [&](qsizetype from, qsizetype length, char32_t code, int run) {
        if (at >= position)
            return false;
        at += run >= 0 ? m_runs.at(run).length : QChar::requiresSurrogates(code) ? 2 : 1;
        byte = from + length;
        return true;
    });
    return at == position ? std::optional(byte) : std::nullopt;
}

int EnvText::positionOf(qsizetype byte) const
{
    if (m_lines.empty())
        return 0;
    const auto next = std::upper_bound(
        m_lines.begin(), m_lines.end(), byte, [](qsizetype value, const Line &line) { return value < line.byte; });
    const size_t line = next == m_lines.begin() ? 0 : size_t(next - m_lines.begin()) - 1;
    int at = m_lines[line].position;
    walk(line, [&](qsizetype from, qsizetype length, char32_t code, int run) {
        if (from + length > byte)
            return false;
        at += run >= 0 ? m_runs.at(run).length : QChar::requiresSurrogates(code) ? 2 : 1;
        return true;
    });
    return at;
}

std::optional<ByteSplice> EnvText::splice(int position, int removed, const QString &inserted) const
{
    const std::optional<qsizetype> from = byteAt(position);
    const std::optional<qsizetype> to = removed == 0 ? from : byteAt(position + removed);
    if (!from || !to || removed < 0)
        return std::nullopt;
    QString text = inserted;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t end : { u'\r', u'\x2028', u'\x2029' })
        text.replace(QChar(end), u'\n');
    QByteArray bytes = text.toUtf8();
    if (m_crlf)
        bytes.replace('\n', "\r\n");
    return ByteSplice{ *from, *to, bytes };
}

} // namespace pilothouse
