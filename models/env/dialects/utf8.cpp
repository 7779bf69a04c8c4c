// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/dialects/utf8.h"

#include <QStringDecoder>

#include <algorithm>

namespace pilothouse::utf8 {

namespace {

bool isContinuation(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

/// White space all of them share, ASCII included.
bool isCommonSpace(char32_t code)
{
    return (code >= 9 && code <= 13) || code == 0x20 || code == 0xa0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200a)
        || code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f || code == 0x3000;
}

} // namespace

Char at(QByteArrayView bytes, qsizetype offset)
{
    const auto byte = [&](qsizetype n) { return static_cast<unsigned char>(bytes[offset + n]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return { lead, 1, true };
    const int length = lead >= 0xc2 && lead < 0xe0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    const Char bad{ 0xfffd, 1, false };
    if (length == 0 || offset + length > bytes.size())
        return bad;
    char32_t code = length == 2 ? lead & 0x1f : length == 3 ? lead & 0x0f : lead & 0x07;
    for (int n = 1; n < length; ++n) {
        if (!isContinuation(byte(n)))
            return bad;
        code = (code << 6) | (byte(n) & 0x3f);
    }
    const bool longForm = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (longForm || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return bad;
    return { code, length, true };
}

Char before(QByteArrayView bytes, qsizetype end)
{
    for (qsizetype start = end - 1; start >= 0 && start >= end - 4; --start) {
        if (isContinuation(static_cast<unsigned char>(bytes[start])))
            continue;
        const Char found = at(bytes.first(end), start);
        if (found.valid && start + found.length == end)
            return found;
        break;
    }
    return { 0xfffd, 1, false };
}

qsizetype firstInvalid(QByteArrayView bytes)
{
    for (qsizetype offset = 0; offset < bytes.size();) {
        if (isAscii(bytes[offset])) {
            ++offset;
            continue;
        }
        const Char c = at(bytes, offset);
        if (!c.valid)
            return offset;
        offset += c.length;
    }
    return -1;
}

void append(QByteArray &out, char32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3f));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    }
}

QString text(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(bytes);
}

bool isGoSpace(char32_t code)
{
    return isCommonSpace(code) || code == 0x85;
}

bool isPythonSpace(char32_t code)
{
    return isCommonSpace(code) || code == 0x85 || (code >= 0x1c && code <= 0x1f);
}

bool isJsSpace(char32_t code)
{
    return isCommonSpace(code) || code == 0xfeff;
}

qsizetype skipSpace(QByteArrayView bytes, qsizetype from, SpaceTest isSpace)
{
    while (from < bytes.size()) {
        const Char c = at(bytes, from);
        if (!c.valid || !isSpace(c.code))
            break;
        from += c.length;
    }
    return from;
}

QByteArrayView trimmedEnd(QByteArrayView bytes, SpaceTest isSpace)
{
    while (!bytes.isEmpty()) {
        const Char c = before(bytes, bytes.size());
        if (!c.valid || !isSpace(c.code))
            break;
        bytes.chop(c.length);
    }
    return bytes;
}

QByteArrayView trimmed(QByteArrayView bytes, SpaceTest isSpace)
{
    return trimmedEnd(bytes.sliced(skipSpace(bytes, 0, isSpace)), isSpace);
}

int lineAt(QByteArrayView bytes, qsizetype offset)
{
    return static_cast<int>(std::count(bytes.begin(), bytes.begin() + std::min(offset, bytes.size()), '\n')) + 1;
}

} // namespace pilothouse::utf8
