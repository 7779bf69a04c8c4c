// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tone.h"

#include <array>

namespace pilothouse {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// In the order of Tone; the values of visual.md §3.
constexpr std::array<Pair, int(Tone::Series6) + 1> colors{ {
    { 0xffF3F5F7, 0xff11171C }, // Window
    { 0xffFFFFFF, 0xff182027 }, // Base
    { 0xffF7F9FA, 0xff1C252D }, // Alt
    { 0xffE9EDF0, 0xff0D1216 }, // Nav
    { 0xffF5F7F9, 0xff131A20 }, // Sunken
    { 0xffDAE0E5, 0xff2B3640 }, // Line
    { 0xff828F9B, 0xff6A7B88 }, // Line2
    { 0xffAAB3BC, 0xff4E5C68 }, // ButtonBorder
    { 0xffFFFFFF, 0xff222C35 }, // Button
    { 0xffE3E8EC, 0xff222C35 }, // Hover
    { 0xffDCE3E8, 0xff222C35 }, // NavHover
    { 0xffE3E8EC, 0xff2B3640 }, // Track
    { 0xff16202A, 0xffE4EAEE }, // Text
    { 0xff475662, 0xffAAB8C2 }, // Text2
    { 0xff596874, 0xff91A0AB }, // Text3
    { 0xff939DA5, 0xff67737D }, // Disabled
    { 0xff0B6693, 0xff58B4DE }, // Accent
    { 0xff09557B, 0xff79C4E8 }, // AccentHover
    { 0xffFFFFFF, 0xff06202E }, // OnAccent
    { 0xffDBEAF3, 0xff17384A }, // AccentTint
    { 0xff084D70, 0xffA6DBF4 }, // AccentText
    { 0xff19774A, 0xff4CC48A }, // Ok
    { 0xffDDF1E6, 0xff153329 }, // OkTint
    { 0xff855600, 0xffE8B04A }, // Warn
    { 0xffFBF0D5, 0xff362B14 }, // WarnTint
    { 0xffBF8300, 0xffE8B04A }, // WarnLine
    { 0xffB42318, 0xffFF8A7E }, // Error
    { 0xffFCE6E3, 0xff412122 }, // ErrorTint
    { 0xff2A5DB0, 0xff8AB4F8 }, // Info
    { 0xffE2EBFA, 0xff1B2E4B }, // InfoTint
    { 0xff0A4F8C, 0xff4AA3E2 }, // Series1
    { 0xffB4560C, 0xffF29126 }, // Series2
    { 0xff0A9A94, 0xff2FD79A }, // Series3
    { 0xff8A63C7, 0xffA66BF5 }, // Series4
    { 0xffDB2F80, 0xffF6CFE4 }, // Series5
    { 0xff4B565F, 0xff8A95A7 }, // Series6
} };

} // namespace

bool isDark(const QPalette &palette)
{
    return qGray(palette.color(QPalette::Active, QPalette::Window).rgb()) < 128;
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const Pair &pair = colors[std::size_t(tone)];
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

} // namespace pilothouse
