// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envwritechoices.h"
#include "models/env/readingtext.h"
#include "models/env/secretkeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace pilothouse {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EnvWriteChoices)
};

constexpr std::pair<EnvStyle, const char *> names[]
    = { { EnvStyle::Plain, "plain" }, { EnvStyle::Single, "single" }, { EnvStyle::Double, "double" },
          { EnvStyle::Escaped, "escaped" }, { EnvStyle::QuoteEscaped, "quote-escaped" }, { EnvStyle::Backtick, "backtick" } };

QString joined(const QByteArrayList &keys)
{
    return QString::fromUtf8(keys.mid(0, 3).join(", ")) + (keys.size() > 3 ? QStringLiteral(", …") : QString());
}

QString gets(const EnvReaderOutcome &outcome, bool secret)
{
    if (!outcome.refusal.isEmpty())
        return outcome.refusedBefore ? Texts::tr("refuses the whole file anyway: %1").arg(outcome.refusal)
                                     : Texts::tr("refuses the whole file: %1").arg(outcome.refusal);
    const bool hidden
        = secret && outcome.reads && outcome.reads->kind == DialectEntry::Kind::Text && !outcome.reads->value.isEmpty();
    const QString value = outcome.asTyped ? Texts::tr("the value as typed")
        : hidden                          ? Texts::tr("another value, hidden")
                                          : readingText(outcome.reads, secret);
    const QString others = secret ? maskedValue() : joined(outcome.changedKeys); // such a name may be a line of the secret
    return outcome.changedKeys.isEmpty() ? value : Texts::tr("%1; changes %2 as well").arg(value, others);
}

QString line(const QString &key, bool secret, const EnvWriteChoice &choice)
{
    if (!secret)
        return QStringLiteral("%1=%2").arg(key, oneRow(choice.text));
    return QStringLiteral("%1=%2").arg(key, QString::fromUtf8(EnvWriter::encode(choice.style, maskedValue().toUtf8())));
}

} // namespace

EnvWriteQuestion writeQuestion(const QString &key, bool secret, const std::vector<EnvWriteChoice> &choices)
{
    EnvWriteQuestion question{ key, secret, {} };
    for (const EnvWriteChoice &choice : choices) {
        EnvWriteOption option{ envStyleName(choice.style), line(key, secret, choice), {}, choice.served };
        for (const EnvReaderOutcome &outcome : choice.outcomes) {
            const EnvReaderGroup group{ { envConsumerName(outcome.consumer) }, gets(outcome, secret),
                outcome.asTyped && outcome.changedKeys.isEmpty() && outcome.refusal.isEmpty() };
            const auto same = std::find_if(option.groups.begin(), option.groups.end(),
                [&](const EnvReaderGroup &other) { return other.gets == group.gets && other.asTyped == group.asTyped; });
            // Two hidden values need not be the same one.
            if (same != option.groups.end() && (!secret || group.asTyped || !outcome.reads))
                same->readers += group.readers;
            else
                option.groups << group;
        }
        std::stable_sort(option.groups.begin(), option.groups.end(),
            [](const EnvReaderGroup &a, const EnvReaderGroup &b) { return a.asTyped && !b.asTyped; });
        question.options << option;
    }
    return question;
}

QString envStyleName(EnvStyle style)
{
    const auto found = std::find_if(std::begin(names), std::end(names), [&](const auto &name) { return name.first == style; });
    return QString::fromLatin1(found->second);
}

std::optional<EnvStyle> envStyleFromName(const QString &name)
{
    for (const auto &[style, text] : names) {
        if (name == QLatin1String(text))
            return style;
    }
    return std::nullopt;
}

QStringList envStyleNames()
{
    QStringList list;
    for (const auto &name : names)
        list << QString::fromLatin1(name.second);
    return list;
}

} // namespace pilothouse
