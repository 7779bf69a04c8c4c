// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/readingtext.h"

#include "models/env/secretkeys.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr qsizetype longestShown = 40;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DialectRules)
};

} // namespace

QString oneRow(const QByteArray &text, qsizetype longest)
{
    QString row = QString::fromUtf8(text);
    for (QChar &c : row) {
        if (c < u' ' || c == QChar(0x7f))
            c = QChar(c == QChar(0x7f) ? 0x2421 : 0x2400 + c.unicode()); // a line break must not break the message
    }
    return longest >= 0 && row.size() > longest ? row.left(longest) + u'…' : row;
}

QString readingText(const std::optional<DialectEntry> &entry, bool secret)
{
    if (!entry)
        return Texts::tr("not set");
    switch (entry->kind) {
    case DialectEntry::Kind::NoValue:
        return Texts::tr("a name without a value");
    case DialectEntry::Kind::Dynamic:
        return Texts::tr("only known by running it");
    case DialectEntry::Kind::Text:
        break;
    }
    if (entry->value.isEmpty())
        return Texts::tr("empty");
    return secret ? maskedValue() : QStringLiteral("“%1”").arg(oneRow(entry->value, longestShown));
}

} // namespace pilothouse
