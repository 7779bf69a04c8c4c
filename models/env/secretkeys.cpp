// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/env/secretkeys.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

constexpr QLatin1String endings[] = { QLatin1String("TOKEN"), QLatin1String("_KEY"), QLatin1String("APIKEY"),
    QLatin1String("SECRET"), QLatin1String("PASSWORD"), QLatin1String("PASSWD"), QLatin1String("_PASS"), QLatin1String("_PWD"),
    QLatin1String("PASSPHRASE"), QLatin1String("CREDENTIAL"), QLatin1String("CREDENTIALS"), QLatin1String("_AUTH") };

const QRegularExpression &shapes()
{
    static const QRegularExpression expression(
        QStringLiteral("\\b(?:hf_|sk-|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abp]-)[A-Za-z0-9_-]{8,}"
                       "|(?<=://)[^/\\s:@]*:[^/\\s@]+(?=@)"
                       "|-----BEGIN [A-Z ]*PRIVATE KEY-----"));
    return expression;
}

/// Every shape holds one of these; spares the expression on almost all text.
bool mayHoldShape(QByteArrayView text)
{
    return text.contains('_') || text.contains('-') || text.contains(':');
}

bool mayHoldShape(QStringView text)
{
    return text.contains(u'_') || text.contains(u'-') || text.contains(u':');
}

/// The last letters of all endings, to leave most names early.
bool mayBeSecretName(QByteArrayView key)
{
    return !key.isEmpty() && std::strchr("nytdslhNYTDSLH", key.back());
}

QString masked(QByteArrayView raw)
{
    return maskedValue() + QString(raw.count('\n'), u'\n');
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// The value of "# KEY=value" when the name is one of a secret; empty otherwise.
ByteRange commentedSecret(QByteArrayView line)
{
    qsizetype at = 0;
    while (at < line.size() && (isBlank(line[at]) || line[at] == '#'))
        ++at;
    const qsizetype equals = line.indexOf('=');
    if (at == 0 || equals <= at)
        return {};
    QByteArrayView name = line.sliced(at, equals - at).trimmed();
    if (name.startsWith("export "))
        name = name.sliced(7).trimmed();
    if (!mayBeSecretName(name) || name.contains(' ') || !isSecretName(QString::fromUtf8(name)))
        return {};
    qsizetype start = equals + 1;
    qsizetype end = line.size();
    while (start < end && isBlank(line[start]))
        ++start;
    while (end > start && (isBlank(line[end - 1]) || line[end - 1] == '\r'))
        --end;
    return { qint32(start), qint32(end) };
}

/// Bytes between statements: comments, blank lines, text after a value.
void addOther(std::vector<ByteRange> &ranges, QByteArrayView bytes, qsizetype from, qsizetype to)
{
    while (from < to) {
        qsizetype eol = bytes.indexOf('\n', from);
        if (eol < 0 || eol > to)
            eol = to;
        const QByteArrayView line = bytes.sliced(from, eol - from);
        const ByteRange value = commentedSecret(line);
        if (value.end > value.start) {
            ranges.push_back({ qint32(from + value.start), qint32(from + value.end) });
        } else if (mayHoldShape(line)) { // Latin-1: one character a byte, and the shapes are ASCII
            auto matches = shapes().globalMatch(QString::fromLatin1(line));
            while (matches.hasNext()) {
                const QRegularExpressionMatch match = matches.next();
                ranges.push_back({ qint32(from + match.capturedStart()), qint32(from + match.capturedEnd()) });
            }
        }
        from = eol + 1;
    }
}

} // namespace

bool isSecretName(QStringView key)
{
    return key.compare(QLatin1String("KEY"), Qt::CaseInsensitive) == 0
        || std::any_of(
            std::begin(endings), std::end(endings), [&](QLatin1String end) { return key.endsWith(end, Qt::CaseInsensitive); });
}

bool isSecretValue(QStringView value)
{
    return mayHoldShape(value) && shapes().match(value.toString()).hasMatch();
}

QString maskedValue()
{
    return QStringLiteral("••••••••••••");
}

std::vector<ByteRange> secretRanges(const EnvDocument &document, qsizetype from, qsizetype to)
{
    const QByteArrayView bytes(document.bytes());
    const std::vector<EnvEntry> &entries = document.entries();
    std::vector<ByteRange> ranges;
    const auto isBefore = [](const EnvEntry &entry, qsizetype offset) { return entry.start < offset; };
    auto entry = std::lower_bound(entries.begin(), entries.end(), from, isBefore);
    for (; entry != entries.end() && entry->start < to; ++entry) {
        addOther(ranges, bytes, from, entry->start);
        const QByteArrayView raw = document.rawValueOf(*entry);
        const bool secret = !raw.isEmpty()
            && ((mayBeSecretName(document.keyOf(*entry)) && isSecretName(QString::fromUtf8(document.keyOf(*entry))))
                || (mayHoldShape(raw) && isSecretValue(QString::fromUtf8(raw))));
        if (secret)
            ranges.push_back({ entry->valueStart, entry->valueEnd });
        const qsizetype behind = raw.isEmpty() ? entry->keyEnd : entry->valueEnd;
        if (entry->end - behind > 2) // a comment or text behind the value
            addOther(ranges, bytes, behind, entry->end);
        from = entry->end;
    }
    addOther(ranges, bytes, from, to);
    return ranges;
}

QString maskedText(const EnvDocument &document)
{
    const QByteArrayView bytes(document.bytes());
    QString text;
    text.reserve(bytes.size());
    qsizetype at = 0;
    for (const ByteRange &range : secretRanges(document, 0, bytes.size())) {
        text += QString::fromUtf8(bytes.sliced(at, range.start - at));
        text += masked(bytes.sliced(range.start, range.end - range.start));
        at = range.end;
    }
    return text + QString::fromUtf8(bytes.sliced(at));
}

} // namespace pilothouse
