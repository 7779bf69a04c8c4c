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

/// Bytes between statements: comments, blank lines, text after a value.
void appendOther(QString &text, QByteArrayView bytes)
{
    QString other = QString::fromUtf8(bytes);
    if (mayHoldShape(bytes))
        other.replace(shapes(), maskedValue());
    text += other;
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

QString maskedText(const EnvDocument &document)
{
    const QByteArrayView bytes(document.bytes());
    QString text;
    text.reserve(bytes.size());
    qsizetype at = 0;
    for (const EnvEntry &entry : document.entries()) {
        const QByteArrayView raw = document.rawValueOf(entry);
        const bool secret = !raw.isEmpty()
            && ((mayBeSecretName(document.keyOf(entry)) && isSecretName(QString::fromUtf8(document.keyOf(entry))))
                || (mayHoldShape(raw) && isSecretValue(QString::fromUtf8(raw))));
        if (!secret)
            continue; // goes out with the bytes around it
        appendOther(text, bytes.sliced(at, entry.valueStart - at));
        text += masked(raw);
        at = entry.valueEnd;
    }
    appendOther(text, bytes.sliced(at));
    return text;
}

} // namespace pilothouse
