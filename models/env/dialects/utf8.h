// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace pilothouse::utf8 {

/// One character read from bytes; length 1 and valid == false for a byte that begins none.
struct Char
{
    char32_t code = 0;
    int length = 0;
    bool valid = true;
};

Char at(QByteArrayView bytes, qsizetype offset);
Char before(QByteArrayView bytes, qsizetype end); ///< the character that ends at `end`
qsizetype firstInvalid(QByteArrayView bytes); ///< -1 when all is UTF-8 (no surrogates, no long forms)
void append(QByteArray &out, char32_t code);
QString text(QByteArrayView bytes); ///< bytes that are not UTF-8 become U+FFFD; a BOM stays, QString::fromUtf8() drops it

inline bool isAscii(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80;
}

/// What each program counts as white space.
bool isGoSpace(char32_t code); ///< unicode.IsSpace
bool isPythonSpace(char32_t code); ///< str.isspace, \s
bool isJsSpace(char32_t code); ///< \s, trim()

using SpaceTest = bool (*)(char32_t);
qsizetype skipSpace(QByteArrayView bytes, qsizetype from, SpaceTest isSpace); ///< first offset that is none
QByteArrayView trimmedEnd(QByteArrayView bytes, SpaceTest isSpace);
QByteArrayView trimmed(QByteArrayView bytes, SpaceTest isSpace);

int lineAt(QByteArrayView bytes, qsizetype offset); ///< 1-based; lines end at LF

} // namespace pilothouse::utf8
