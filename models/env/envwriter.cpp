// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/envwriter.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace pilothouse {

namespace {

/// The value once as bytes and, when it is UTF-8, as text; the rules need both.
struct Value
{
    explicit Value(const QByteArray &given) : bytes(given)
    {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        text = decoder.decode(bytes); // bytes that are not UTF-8 become U+FFFD, which no rule cares about
        utf8 = !decoder.hasError();
    }
    bool has(QChar c) const { return text.contains(c); }
    bool has(const QRegularExpression &pattern) const { return text.contains(pattern); }
    bool startsWithOneOf(QStringView set) const { return !text.isEmpty() && set.contains(text.front()); }
    bool endsWithOneOf(QStringView set) const { return !text.isEmpty() && set.contains(text.back()); }
    bool endsWithOddBackslashes() const
    {
        qsizetype count = 0;
        while (count < text.size() && text.at(text.size() - 1 - count) == u'\\')
            ++count;
        return count % 2 == 1;
    }

    QByteArray bytes;
    QString text;
    bool utf8 = true;
};

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

/// White space at the ends that the readers trim. Go: unicode.IsSpace; Python: str.isspace, which adds \x1c-\x1f; JS adds U+FEFF.
QString spaces(QStringView extra)
{
    QString set = QStringLiteral("\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000");
    for (char16_t c = 0x2000; c <= 0x200a; ++c)
        set += QChar(c);
    return set.append(extra);
}

bool composeSafe(EnvStyle style, const Value &v)
{
    static const QRegularExpression dollar(QStringLiteral("\\$[$A-Za-z_{\u017f\u212a]"));
    static const QRegularExpression escape(pattern(R"(\\[abfnrtv$"\\0])"));
    static const QString trimmed = spaces(u"\u0085");
    switch (style) {
    case EnvStyle::Plain:
        return !v.has(u'\n') && !v.text.contains(QLatin1String(" #")) && !v.endsWithOneOf(trimmed)
            && !v.startsWithOneOf(u"\t\v\f\r \u0085\u00a0\"'") && !v.has(dollar);
    case EnvStyle::Single:
        return !v.has(u'\'') && !v.endsWithOddBackslashes();
    case EnvStyle::Double:
        return !v.has(u'"') && !v.endsWithOddBackslashes() && !v.has(escape) && !v.has(dollar);
    case EnvStyle::Escaped:
        return !v.has(u'`');
    default:
        return false;
    }
}

bool pythonSafe(EnvStyle style, const Value &v)
{
    static const QRegularExpression reference(pattern(R"(\$\{[^\}:]*(?::-[^\}]*)?\})"));
    static const QString trimmed = spaces(u"\u0085\x1c\x1d\x1e\x1f");
    static const QRegularExpression comment(QStringLiteral("[%1]#").arg(trimmed));
    static const QRegularExpression escape(pattern(R"(\\[\\'"abfnrtv])"));
    if (v.has(u'\r') || !v.utf8 || v.has(reference))
        return false;
    switch (style) {
    case EnvStyle::Plain:
        return !v.has(u'\n') && !v.startsWithOneOf(trimmed) && !v.endsWithOneOf(trimmed) && !v.startsWithOneOf(u"\"'")
            && !v.has(comment);
    case EnvStyle::Single:
        return !v.has(u'\'') && !v.text.contains(QLatin1String("\\\\")) && !v.text.endsWith(u'\\');
    case EnvStyle::Double:
        return !v.has(u'"') && !v.text.endsWith(u'\\') && !v.has(escape);
    case EnvStyle::Escaped:
        return !v.has(u'$') && !v.has(u'`') && !v.text.endsWith(u'\\');
    default:
        return false;
    }
}

bool shSafe(EnvStyle style, const Value &v)
{
    static const QRegularExpression dollar(pattern(R"(\$[A-Za-z0-9_@*#?$!({\-\[])")); // "$[": bash only
    static const QRegularExpression special(pattern(R"([ \t\n|&;<>()`\\"'])"));
    static const QRegularExpression escape(pattern(R"(\\[$`"\\\n])"));
    switch (style) {
    case EnvStyle::Plain:
        return !v.has(special) && !v.has(dollar) && !v.text.startsWith(u'~') && !v.text.contains(QLatin1String(":~"));
    case EnvStyle::Single:
        return !v.has(u'\'');
    case EnvStyle::Double:
        return !v.has(u'"') && !v.has(u'`') && !v.has(dollar) && !v.endsWithOddBackslashes() && !v.has(escape);
    case EnvStyle::Escaped:
        return true;
    default:
        return false;
    }
}

bool nodeSafe(EnvStyle style, const Value &v)
{
    static const QString trimmed = spaces(u"\ufeff");
    static const QRegularExpression escape(pattern(R"(\\[nr])"));
    static const QRegularExpression escaped(pattern(R"([\\"$`])"));
    if (v.has(u'\r') || !v.utf8)
        return false;
    switch (style) {
    case EnvStyle::Plain:
        return !v.has(u'#') && !v.has(u'\n') && !v.startsWithOneOf(trimmed) && !v.endsWithOneOf(trimmed)
            && !v.startsWithOneOf(u"\"'`");
    case EnvStyle::Single:
        return !v.has(u'\'') && !v.text.endsWith(u'\\');
    case EnvStyle::Backtick:
        return !v.has(u'`') && !v.text.endsWith(u'\\');
    case EnvStyle::Double:
        return !v.has(u'"') && !v.text.endsWith(u'\\') && !v.has(escape);
    case EnvStyle::Escaped:
        return !v.has(escaped);
    default:
        return false;
    }
}

bool systemdSafe(EnvStyle style, const Value &v)
{
    static const QRegularExpression special(pattern(R"([\n\r\\])"));
    static const QRegularExpression escape(pattern(R"(\\["\\`$\n])"));
    if (!v.utf8)
        return false;
    for (const uint point : v.text.toUcs4()) {
        if ((point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point <= 0xfdef))
            return false;
    }
    switch (style) {
    case EnvStyle::Plain:
        return !v.has(special) && !v.startsWithOneOf(u" \t\n\r\"'") && !v.endsWithOneOf(u" \t\n\r");
    case EnvStyle::Single:
        return !v.has(u'\'');
    case EnvStyle::Double:
        return !v.has(u'"') && !v.endsWithOddBackslashes() && !v.has(escape);
    case EnvStyle::Escaped:
        return true;
    default:
        return false;
    }
}

bool safeFor(EnvStyle style, EnvConsumer consumer, const Value &v, const QByteArray &key)
{
    if (v.bytes.contains('\0'))
        return false;
    if (style == EnvStyle::QuoteEscaped) {
        static const QRegularExpression reference(pattern(R"(\$\{[^\}:]*(?::-[^\}]*)?\})"));
        const bool reads = consumer == EnvConsumer::Compose
            || (consumer == EnvConsumer::PythonDotenv && !v.has(u'\r') && v.utf8 && !v.has(reference));
        return (!v.has(u'\\') && reads) || (!v.has(u'\'') && safeFor(EnvStyle::Single, consumer, v, key));
    }
    switch (consumer) {
    case EnvConsumer::Compose:
        return composeSafe(style, v);
    case EnvConsumer::PythonDotenv:
        return pythonSafe(style, v);
    case EnvConsumer::Sh:
        return shSafe(style, v);
    case EnvConsumer::NodeDotenv:
        return nodeSafe(style, v);
    case EnvConsumer::Systemd:
        return systemdSafe(style, v);
    case EnvConsumer::DockerEnvFile: // 64 KiB is the line buffer of the docker CLI
        return style == EnvStyle::Plain && !v.bytes.contains('\n') && !v.bytes.endsWith('\r') && v.utf8
            && key.size() + 1 + v.bytes.size() <= 65535;
    }
    return false;
}

constexpr EnvStyle styles[]
    = { EnvStyle::Plain, EnvStyle::Single, EnvStyle::Double, EnvStyle::Escaped, EnvStyle::QuoteEscaped, EnvStyle::Backtick };

const QRegularExpression &referencePattern()
{
    static const QRegularExpression reference(
        pattern(R"(\$(?:\{[A-Za-z_][A-Za-z0-9_]*(?::?[-+][^{}"'`\\$]*)?\}|[A-Za-z_][A-Za-z0-9_]*))"));
    return reference;
}

} // namespace

EnvConsumers EnvWriter::allConsumers()
{
    return allEnvConsumers();
}

EnvConsumers EnvWriter::allButDocker()
{
    return allConsumers().mid(0, 5);
}

EnvConsumers EnvWriter::coreConsumers()
{
    return allConsumers().mid(0, 3);
}

QByteArray EnvWriter::encode(EnvStyle style, const QByteArray &value)
{
    QByteArray text = value;
    switch (style) {
    case EnvStyle::Plain:
        return text;
    case EnvStyle::Single:
        return "'" + text + "'";
    case EnvStyle::Double:
        return '"' + text + '"';
    case EnvStyle::QuoteEscaped:
        return "'" + text.replace("'", "\\'") + "'";
    case EnvStyle::Backtick:
        return '`' + text + '`';
    case EnvStyle::Escaped:
        break;
    }
    QByteArray escaped("\"");
    for (const char c : value) {
        if (c == '\\' || c == '"' || c == '$' || c == '`')
            escaped += '\\';
        escaped += c;
    }
    return escaped + '"';
}

bool EnvWriter::safe(EnvStyle style, EnvConsumer consumer, const QByteArray &value, const QByteArray &key)
{
    return safeFor(style, consumer, Value(value), key);
}

bool EnvWriter::safe(EnvStyle style, const EnvConsumers &consumers, const QByteArray &value, const QByteArray &key)
{
    const Value prepared(value);
    return std::all_of(consumers.begin(), consumers.end(), [&](EnvConsumer c) { return safeFor(style, c, prepared, key); });
}

std::optional<EnvStyle> EnvWriter::choose(const QByteArray &value, const EnvConsumers &consumers, const QByteArray &key)
{
    for (const EnvStyle style : styles) {
        if (safe(style, consumers, value, key))
            return style;
    }
    return std::nullopt;
}

bool EnvWriter::hasReference(const QByteArray &text)
{
    return QString::fromUtf8(text).contains(referencePattern());
}

std::optional<EnvStyle> EnvWriter::styleFor(const QByteArray &value, std::optional<EnvStyle> present, bool hadReference,
    const QByteArray &key, const EnvConsumers &consumers)
{
    if (hasReference(value) && (value.contains("${") || hadReference)) {
        // What remains around the references must be literal text for the three readers that expand them.
        QString rest = QString::fromUtf8(value);
        rest.replace(referencePattern(), QStringLiteral("x"));
        QList<EnvStyle> tries{ EnvStyle::Plain, EnvStyle::Double };
        if (present == EnvStyle::Double)
            tries.swapItemsAt(0, 1);
        for (const EnvStyle style : tries) {
            const bool blankInDefault = style == EnvStyle::Plain && value.contains(' ');
            if (!blankInDefault && safe(style, coreConsumers(), rest.toUtf8(), key))
                return style;
        }
        return std::nullopt;
    }
    EnvConsumers more = consumers;
    for (const EnvConsumer consumer : allButDocker()) {
        if (!more.contains(consumer))
            more << consumer;
    }
    for (const EnvConsumers &targets : { more, consumers }) {
        const std::optional<EnvStyle> best = choose(value, targets, key);
        if (best && present && safe(*present, targets, value, key))
            return present;
        if (best)
            return best;
    }
    return std::nullopt;
}

QStringList EnvWriter::disagreeing(const QByteArray &value, const EnvConsumers &consumers)
{
    EnvConsumers agreeing;
    QStringList names;
    for (const EnvConsumer consumer : consumers) {
        if (choose(value, agreeing + EnvConsumers{ consumer }))
            agreeing << consumer;
        else
            names << consumerName(consumer);
    }
    return names;
}

QString EnvWriter::consumerName(EnvConsumer consumer)
{
    return envConsumerName(consumer);
}

} // namespace pilothouse
